#include "engine/text/pretokenizer.h"

#include "engine/text/characters.h"
#include "engine/text/utf8.h"

#include <algorithm>

namespace mayfly {
namespace {

/// A part of a word, and whether it is a place to cut at. Parts tile their word.
struct Part {
    Span span;
    bool isDelimiter = false;
};

void appendPart(std::vector<Part>& parts, std::size_t begin, std::size_t end, bool isDelimiter) {
    if (begin < end) parts.push_back({{begin, end}, isDelimiter});
}

/// Whether a part belongs to the word that the part before it is in.
bool continuesWord(const Part& before, const Part& part, Delimiters delimiters) {
    switch (delimiters) {
    case Delimiters::Removed:
    case Delimiters::Isolated:
        return false;
    case Delimiters::Contiguous:
        return before.isDelimiter == part.isDelimiter;
    case Delimiters::MergedWithPrevious:
        return !before.isDelimiter && part.isDelimiter;
    case Delimiters::MergedWithNext:
        return before.isDelimiter && !part.isDelimiter;
    }
    return false;
}

void appendWords(const std::vector<Part>& parts, Delimiters delimiters, std::vector<Span>& words) {
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (delimiters == Delimiters::Removed && parts[i].isDelimiter) continue;
        if (i > 0 && continuesWord(parts[i - 1], parts[i], delimiters))
            words.back().end = parts[i].span.end;
        else
            words.push_back(parts[i].span);
    }
}

std::vector<Part> partsOf(const PatternSplit& step, std::string_view word) {
    std::vector<Part> parts;
    std::size_t begin = 0;
    for (const SplitPattern::Piece& piece : step.pattern->split(word)) {
        appendPart(parts, begin, piece.end, piece.matches != step.invert);
        begin = piece.end;
    }
    return parts;
}

std::vector<Part> partsOf(const StringSplit& step, std::string_view word) {
    std::vector<Part> parts;
    std::size_t begin = 0;
    for (std::size_t at = word.find(step.text); at != std::string_view::npos; at = word.find(step.text, begin)) {
        appendPart(parts, begin, at, step.invert);
        begin = at + step.text.size();
        appendPart(parts, at, begin, !step.invert);
    }
    appendPart(parts, begin, word.size(), step.invert);
    return parts;
}

bool isOfKind(char32_t c, CharacterSplit::Kind kind) {
    switch (kind) {
    case CharacterSplit::Kind::WhiteSpace:
        return isWhiteSpace(c);
    case CharacterSplit::Kind::Punctuation:
        return isPunctuation(c);
    case CharacterSplit::Kind::Number:
        return isNumber(c);
    }
    return false;
}

/// Each delimiter is a part, and so is each run of other characters.
std::vector<Part> partsOf(const CharacterSplit& step, std::string_view word) {
    std::vector<Part> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < word.size();) {
        const Utf8Step c = utf8Step(word, at);
        const std::size_t end = at + c.length;
        if (c.valid && isOfKind(c.codePoint, step.kind)) {
            appendPart(parts, begin, at, false);
            appendPart(parts, at, end, true);
            begin = end;
        }
        at = end;
    }
    appendPart(parts, begin, word.size(), false);
    return parts;
}

/// Cuts every word where a step says; the text stays.
template<typename Step>
Words cut(const Step& step, Words words) {
    std::vector<Span> finer;
    finer.reserve(words.spans.size());
    for (const Span& span : words.spans) {
        const std::string_view word(words.text.text().data() + span.begin, span.end - span.begin);
        const std::size_t first = finer.size();
        appendWords(partsOf(step, word), step.delimiters, finer);
        for (std::size_t i = first; i < finer.size(); ++i)
            finer[i] = {finer[i].begin + span.begin, finer[i].end + span.begin};
    }
    words.spans = std::move(finer);
    return words;
}

Words applyStep(const PatternSplit& step, Words words) {
    return cut(step, std::move(words));
}

Words applyStep(const StringSplit& step, Words words) {
    return cut(step, std::move(words));
}

Words applyStep(const CharacterSplit& step, Words words) {
    return cut(step, std::move(words));
}

/// Writes every word again with `write(begin, end, writer)`.
template<typename Write>
Words rewritten(const Words& words, const Write& write) {
    MappedTextWriter writer(words.text);
    std::vector<Span> spans;
    spans.reserve(words.spans.size());
    for (const Span& span : words.spans) {
        const std::size_t begin = writer.size();
        write(span.begin, span.end, writer);
        spans.push_back({begin, writer.size()});
    }
    return {writer.take(), std::move(spans)};
}

Words applyStep(PrefixSpace, Words words) {
    const std::string& text = words.text.text();
    const auto needsSpace = [&](const Span& span) { return text[span.begin] != ' '; };
    if (std::none_of(words.spans.begin(), words.spans.end(), needsSpace)) return words;
    return rewritten(words, [&](std::size_t begin, std::size_t end, MappedTextWriter& writer) {
        if (needsSpace({begin, end})) writer.replace(begin, begin, " ");
        writer.keep(begin, end);
    });
}

Words applyStep(const Metaspace& step, Words words) {
    const std::string_view text = words.text.text();
    const auto isPrefixed = [&](std::size_t begin) {
        if (step.prepends == Metaspace::Prepends::Never || text[begin] == ' ') return false;
        if (text.substr(begin).starts_with(step.replacement)) return false;
        return step.prepends == Metaspace::Prepends::Always || words.text.originOf(begin) == 0;
    };
    Words marked = rewritten(words, [&](std::size_t begin, std::size_t end, MappedTextWriter& writer) {
        if (isPrefixed(begin)) writer.replace(begin, begin, step.replacement);
        for (std::size_t at = begin; at < end; ++at)
            text[at] == ' ' ? writer.replace(at, at + 1, step.replacement) : writer.keep(at, at + 1);
    });
    if (!step.splits) return marked;
    return cut(StringSplit{step.replacement, Delimiters::MergedWithNext}, std::move(marked));
}

Words applyStep(const CutBefore& step, Words words) {
    std::vector<Span> finer;
    const std::string_view text = words.text.text();
    for (const Span& span : words.spans) {
        std::size_t begin = span.begin;
        bool inRun = true;
        for (std::size_t at = span.begin; at < span.end;) {
            const bool isMark = text.substr(at).starts_with(step.text);
            if (isMark && !inRun) {
                finer.push_back({begin, at});
                begin = at;
            }
            inRun = isMark;
            at += isMark ? step.text.size() : 1;
        }
        finer.push_back({begin, span.end});
    }
    words.spans = std::move(finer);
    return words;
}

} // namespace

Words Pretokenizer::apply(MappedText text) const {
    const std::size_t size = text.text().size();
    Words words{std::move(text), {}};
    if (size > 0) words.spans.push_back({0, size});
    for (const PretokenizerStep& step : m_steps)
        words = std::visit([&](const auto& one) { return applyStep(one, std::move(words)); }, step);
    return words;
}

} // namespace mayfly
