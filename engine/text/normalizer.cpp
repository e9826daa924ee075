#include "engine/text/normalizer.h"

#include "engine/text/characters.h"
#include "engine/text/utf8.h"

#include <utf8proc.h>

#include <algorithm>

namespace mayfly {
namespace {

/// Goes through a text character by character; `change(step, begin, end, writer)` keeps, replaces or drops each.
template<typename Change>
MappedText changed(const MappedText& from, const Change& change) {
    MappedTextWriter writer(from);
    for (std::size_t at = 0; at < from.text().size();) {
        const Utf8Step step = utf8Step(from.text(), at);
        change(step, at, at + step.length, writer);
        at += step.length;
    }
    return writer.take();
}

std::string lowered(char32_t c) {
    if (c == 0x130) return "i\u0307"; // the one character whose lower case is two
    std::string text;
    appendUtf8(text, static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))));
    return text;
}

MappedText applyStep(UnicodeForm form, const MappedText& from) {
    return inForm(from, form);
}

MappedText applyStep(const Precompiled& step, const MappedText& from) {
    return step.map->apply(from);
}

MappedText applyStep(Lowercase, const MappedText& from) {
    return changed(from, [](const Utf8Step& step, std::size_t begin, std::size_t end, MappedTextWriter& writer) {
        const char32_t c = step.codePoint;
        if (!step.valid || (c < 0x80 && (c < 'A' || c > 'Z'))) return writer.keep(begin, end);
        writer.replace(begin, end, lowered(c));
    });
}

MappedText applyStep(StripAccents step, const MappedText& from) {
    if (isAscii(from.text())) return from;
    const auto isDropped = step.nonspacingOnly ? isNonspacingMark : isMark;
    return changed(from, [&](const Utf8Step& c, std::size_t begin, std::size_t end, MappedTextWriter& writer) {
        if (!c.valid || !isDropped(c.codePoint)) writer.keep(begin, end);
    });
}

/// Where the run of patterns that begins at `at` ends.
std::size_t endOfRun(std::string_view text, std::string_view pattern, std::size_t at) {
    while (text.substr(at).starts_with(pattern)) at += pattern.size();
    return at;
}

MappedText applyStep(const Replace& step, const MappedText& from) {
    const std::string_view text = from.text();
    MappedTextWriter writer(from);
    std::size_t done = 0;
    for (std::size_t at = text.find(step.pattern); at != std::string_view::npos; at = text.find(step.pattern, at)) {
        const std::size_t end = step.takesRuns ? endOfRun(text, step.pattern, at) : at + step.pattern.size();
        if (!step.takesRuns || end > at + step.pattern.size()) {
            writer.keep(done, at);
            writer.replace(at, end, step.content);
            done = end;
        }
        at = end;
    }
    writer.keep(done, text.size());
    return writer.take();
}

MappedText applyStep(const Prepend& step, const MappedText& from) {
    if (from.text().empty() || (step.onlyAtBegin && from.begin() != 0)) return from;
    MappedTextWriter writer(from);
    writer.replace(0, 0, step.content);
    writer.keep(0, from.text().size());
    return writer.take();
}

MappedText applyStep(Strip step, const MappedText& from) {
    const std::string_view text = from.text();
    MappedTextWriter writer(from);
    const std::size_t begin = step.left ? whiteSpaceAfter(text, 0) : 0;
    const std::size_t end = step.right ? whiteSpaceBefore(text, begin, text.size()) : text.size();
    writer.keep(begin, end);
    return writer.take();
}

/// Where the spaces at the end begin, visible ones (▁) included.
std::size_t endWithoutSpaces(std::string_view text) {
    constexpr std::string_view visible = "\u2581";
    while (text.ends_with(' ') || text.ends_with(visible)) text.remove_suffix(text.ends_with(' ') ? 1 : visible.size());
    return text.size();
}

MappedText applyStep(CollapseSpaces, const MappedText& from) {
    const std::string_view text = from.text();
    MappedTextWriter writer(from);
    const std::size_t size = endWithoutSpaces(text);
    for (std::size_t at = 0; at < size; ++at)
        if (text[at] != ' ' || (at > 0 && text[at - 1] != ' ')) writer.keep(at, at + 1);
    return writer.take();
}

MappedText applyStep(CleanText, const MappedText& from) {
    return changed(from, [](const Utf8Step& step, std::size_t begin, std::size_t end, MappedTextWriter& writer) {
        const char32_t c = step.codePoint;
        const bool isBlank = c == '\t' || c == '\n' || c == '\r';
        if (!step.valid || c == 0 || c == 0xFFFD || (isControl(c) && !isBlank)) return;
        isBlank || isWhiteSpace(c) ? writer.replace(begin, end, " ") : writer.keep(begin, end);
    });
}

MappedText applyStep(SpaceOutIdeographs, const MappedText& from) {
    if (isAscii(from.text())) return from;
    return changed(from, [](const Utf8Step& step, std::size_t begin, std::size_t end, MappedTextWriter& writer) {
        const bool isOne = step.valid && isIdeograph(step.codePoint);
        if (isOne) writer.replace(begin, begin, " ");
        writer.keep(begin, end);
        if (isOne) writer.replace(end, end, " ");
    });
}

} // namespace

MappedText Normalizer::apply(MappedText text) const {
    for (const NormalizerStep& step : m_steps)
        text = std::visit([&text](const auto& one) { return applyStep(one, text); }, step);
    return text;
}

} // namespace mayfly
