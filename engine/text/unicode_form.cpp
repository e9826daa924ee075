#include "engine/text/unicode_form.h"

#include "engine/text/characters.h"
#include "engine/text/utf8.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <vector>

namespace mayfly {
namespace {

constexpr std::size_t longestCluster = 256;

utf8proc_option_t optionsOf(UnicodeForm form) {
    const bool compose = form == UnicodeForm::NFC || form == UnicodeForm::NFKC;
    const bool similar = form == UnicodeForm::NFKC || form == UnicodeForm::NFKD;
    return static_cast<utf8proc_option_t>(UTF8PROC_STABLE | (compose ? UTF8PROC_COMPOSE : UTF8PROC_DECOMPOSE) |
                                          (similar ? UTF8PROC_COMPAT : 0));
}

/// Whether a vowel or a final consonant that composes with the Hangul before it.
bool isHangulTail(utf8proc_int32_t c) {
    return c >= 0x1160 && c <= 0x11FF;
}

/// The characters of a decomposition; none has more than 18.
struct Decomposition {
    std::array<utf8proc_int32_t, 32> characters{};
    std::size_t count = 0;
};

Decomposition decompose(char32_t c, utf8proc_option_t options) {
    Decomposition parts;
    int boundary = 0;
    const utf8proc_ssize_t count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.characters.data(),
                                utf8proc_ssize_t(parts.characters.size()), options, &boundary);
    if (count > 0 && count <= utf8proc_ssize_t(parts.characters.size())) {
        parts.count = std::size_t(count);
    } else {
        parts.characters.front() = static_cast<utf8proc_int32_t>(c);
        parts.count = 1;
    }
    return parts;
}

/// Whether what stands before it cannot change with it.
bool beginsCluster(const Decomposition& parts) {
    const utf8proc_int32_t first = parts.characters.front();
    return utf8proc_get_property(first)->combining_class == 0 && !isMark(static_cast<char32_t>(first)) &&
           !isHangulTail(first);
}

std::size_t asciiRun(std::string_view text, std::size_t begin) {
    std::size_t at = begin;
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at - begin;
}

/// A run of characters that may change as one.
struct Cluster {
    std::size_t begin = 0; ///< in the text
    std::vector<utf8proc_int32_t> characters;
    std::size_t length = 0; ///< in characters of the text
};

/// Puts combining marks in their order: within a run of marks, by class, stable.
void reorder(std::vector<utf8proc_int32_t>& characters) {
    const auto classOf = [](utf8proc_int32_t c) { return utf8proc_get_property(c)->combining_class; };
    for (std::size_t i = 1; i < characters.size(); ++i)
        for (std::size_t at = i; at > 0; --at) {
            const auto right = classOf(characters[at]);
            if (right == 0 || classOf(characters[at - 1]) <= right) break;
            std::swap(characters[at - 1], characters[at]);
        }
}

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The bytes of the characters that two texts begin with alike, at most so many.
std::size_t sameBeginning(std::string_view a, std::string_view b, std::size_t most) {
    std::size_t length = 0;
    while (length < most && a[length] == b[length]) ++length;
    while (length > 0 && (isContinuation(a[length]) || isContinuation(b[length]))) --length;
    return length;
}

/// The same of their ends.
std::size_t sameEnd(std::string_view a, std::string_view b, std::size_t most) {
    std::size_t length = 0;
    while (length < most && a[a.size() - 1 - length] == b[b.size() - 1 - length]) ++length;
    while (length > 0 && isContinuation(a[a.size() - length])) --length;
    return length;
}

/// What stands at the ends of the cluster and has not changed, such as a mark that found nothing to compose with, keeps its
/// own range; what has changed has one.
void replace(std::string_view before, std::size_t begin, std::string_view normal, MappedTextWriter& writer) {
    const std::size_t most = std::min(before.size(), normal.size());
    if (most == 0) return writer.replace(begin, begin + before.size(), normal);
    const std::size_t last = sameEnd(before, normal, most - 1);
    const std::size_t first = sameBeginning(before, normal, most - 1 - last);
    const std::size_t end = begin + before.size();
    writer.keep(begin, begin + first);
    writer.replace(begin + first, end - last, normal.substr(first, normal.size() - first - last));
    writer.keep(end - last, end);
}

void write(Cluster& cluster, std::size_t end, const MappedText& from, utf8proc_option_t options,
           MappedTextWriter& writer) {
    if (cluster.characters.empty()) return;
    reorder(cluster.characters);
    const utf8proc_ssize_t count =
        utf8proc_normalize_utf32(cluster.characters.data(), utf8proc_ssize_t(cluster.characters.size()), options);
    std::string normal;
    for (utf8proc_ssize_t i = 0; i < count; ++i)
        appendUtf8(normal, static_cast<char32_t>(cluster.characters[std::size_t(i)]));
    const std::string_view before = std::string_view(from.text()).substr(cluster.begin, end - cluster.begin);
    if (normal == before)
        writer.keep(cluster.begin, end);
    else
        replace(before, cluster.begin, normal, writer);
    cluster.characters.clear();
    cluster.length = 0;
}

} // namespace

MappedText inForm(const MappedText& from, UnicodeForm form) {
    const std::string& text = from.text();
    if (isAscii(text)) return from;
    const utf8proc_option_t options = optionsOf(form);
    MappedTextWriter writer(from);
    Cluster cluster;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t plain = asciiRun(text, at);
        if (plain > 1) { // all of it but the last, which an accent may follow
            write(cluster, at, from, options, writer);
            writer.keep(at, at + plain - 1);
            at += plain - 1;
        }
        const Utf8Step step = utf8Step(text, at);
        const Decomposition parts = step.valid ? decompose(step.codePoint, options) : Decomposition{};
        if (!step.valid || beginsCluster(parts) || cluster.length >= longestCluster)
            write(cluster, at, from, options, writer);
        if (step.valid) {
            if (cluster.characters.empty()) cluster.begin = at;
            const auto* first = parts.characters.data();
            cluster.characters.insert(cluster.characters.end(), first, first + parts.count);
            ++cluster.length;
        } else {
            writer.keep(at, at + step.length);
        }
        at += step.length;
    }
    write(cluster, text.size(), from, options, writer);
    return writer.take();
}

} // namespace mayfly
