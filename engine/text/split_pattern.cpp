#include "engine/text/split_pattern.h"

#include "engine/error.h"
#include "engine/text/utf8.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <iterator>
#include <string>

namespace mayfly {
namespace {

/// White_Space, spelled out: PCRE2's own \s also takes U+180E.
constexpr std::string_view spaces =
    R"(\x{9}-\x{D}\x{20}\x{85}\x{A0}\x{1680}\x{2000}-\x{200A}\x{2028}\x{2029}\x{202F}\x{205F}\x{3000})";

/// Letters and numbers that came with Unicode 15 and 16: PCRE2 10.42 knows Unicode 14. Naming a character that a later
/// PCRE2 knows by itself does no harm.
constexpr std::string_view letters =
    R"(\p{L}\x{1C89}\x{1C8A}\x{A7CB}-\x{A7CD}\x{A7DA}-\x{A7DC}\x{105C0}-\x{105F3}\x{10D4A}-\x{10D65})"
    R"(\x{10D6F}-\x{10D85}\x{10EC2}-\x{10EC4}\x{1123F}\x{11240}\x{11380}-\x{11389}\x{1138B}\x{1138E})"
    R"(\x{11390}-\x{113B5}\x{113B7}\x{113D1}\x{113D3}\x{11BC0}-\x{11BE0}\x{11F02}\x{11F04}-\x{11F10})"
    R"(\x{11F12}-\x{11F33}\x{1342F}\x{13441}-\x{13446}\x{13460}-\x{143FA}\x{16100}-\x{1611D})"
    R"(\x{16D40}-\x{16D6C}\x{18CFF}\x{1B132}\x{1B155}\x{1DF25}-\x{1DF2A}\x{1E030}-\x{1E06D})"
    R"(\x{1E4D0}-\x{1E4EB}\x{1E5D0}-\x{1E5ED}\x{1E5F0}\x{2B739}\x{2EBF0}-\x{2EE5D}\x{31350}-\x{323AF})";
constexpr std::string_view numbers =
    R"(\p{N}\x{10D40}-\x{10D49}\x{116D0}-\x{116E3}\x{11BF0}-\x{11BF9}\x{11F50}-\x{11F59}\x{16130}-\x{16139})"
    R"(\x{16D70}-\x{16D79}\x{1CCF0}-\x{1CCF9}\x{1D2C0}-\x{1D2D3}\x{1E4F0}-\x{1E4F9}\x{1E5F1}-\x{1E5FA})";

/// A class of the published pattern and what stands in its place between brackets.
struct ClassName {
    std::string_view name;
    std::string_view members;
    bool negated;
};
constexpr ClassName classNames[] = {
    {R"(\s)", spaces, false}, {R"(\S)", spaces, true}, {R"(\p{L})", letters, false}, {R"(\p{N})", numbers, false}};

const ClassName* classAt(std::string_view pattern) {
    for (const ClassName& name : classNames)
        if (pattern.starts_with(name.name)) return &name;
    return nullptr;
}

/// The pattern with its class names spelled out. \S must stand outside brackets, where a class can be negated.
std::string spellOutClasses(std::string_view pattern) {
    std::string spelled;
    bool inBrackets = false;
    while (!pattern.empty()) {
        const ClassName* name = classAt(pattern);
        if (name == nullptr) {
            const std::size_t length = pattern.front() == '\\' ? 2 : 1;
            if (length == 1 && pattern.front() == '[') inBrackets = true;
            if (length == 1 && pattern.front() == ']') inBrackets = false;
            spelled.append(pattern.substr(0, length));
            pattern.remove_prefix(length);
            continue;
        }
        if (!inBrackets) spelled.append(name->negated ? "[^" : "[");
        spelled.append(name->members);
        if (!inBrackets) spelled.append("]");
        pattern.remove_prefix(name->name.size());
    }
    return spelled;
}

PCRE2_SPTR units(std::string_view text) {
    return reinterpret_cast<PCRE2_SPTR>(text.data());
}

struct FreeMatch {
    void operator()(pcre2_match_data* match) const { pcre2_match_data_free(match); }
};

/// Where the ill-formed bytes that begin at `at` end: at the next well-formed character, or with the text.
std::size_t endOfInvalid(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const Utf8Step step = utf8Step(text, at);
        if (step.valid) break;
        at += step.length;
    }
    return at;
}

/// What tokenizer.json files hold beside the two patterns of the header, each as it is written there.
constexpr std::string_view morePatterns[] = {
    // Llama 3, and GPT-4 (cl100k) in its spellings
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+)",
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
    R"('(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+)",
    // Qwen 3.5, whose words hold marks
    R"((?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?[\p{L}\p{M}]+|\p{N}| ?[^\s\p{L}\p{M}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
    // GPT-4o (o200k), and Mistral's Tekken
    R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*(?i:'s|'t|'re|'ve|'m|'ll|'d)?|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
    R"([^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]*[\p{Ll}\p{Lm}\p{Lo}\p{M}]+|[^\r\n\p{L}\p{N}]?[\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+[\p{Ll}\p{Lm}\p{Lo}\p{M}]*|\p{N}| ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+)",
    // parts of longer recipes: Falcon, DeepSeek, and those that take digits apart
    R"([0-9][0-9][0-9])",
    R"(\p{N}{1,3})",
    R"(\p{N})",
    R"(\d)",
    R"([0-9])",
    R"([\r\n])",
    R"(\s+)",
};

} // namespace

bool isPublishedPattern(std::string_view pattern) {
    return pattern == gpt2SplitPattern || pattern == qwen2SplitPattern ||
           std::find(std::begin(morePatterns), std::end(morePatterns), pattern) != std::end(morePatterns);
}

void SplitPattern::Free::operator()(pcre2_real_code_8* code) const {
    pcre2_code_free(code);
}

SplitPattern::SplitPattern(std::string_view pattern) {
    const std::string spelled = spellOutClasses(pattern);
    int problem = 0;
    PCRE2_SIZE where = 0;
    m_code.reset(pcre2_compile(units(spelled), spelled.size(), PCRE2_UTF | PCRE2_UCP, &problem, &where, nullptr));
    if (!m_code) {
        throw Error(ErrorKind::Unsupported, "PCRE2 cannot compile the split pattern " + std::string(pattern) +
                                                " (error " + std::to_string(problem) +
                                                "): Mayfly needs a PCRE2 with Unicode.");
    }
    // Where the processor or the system allows no JIT, pcre2_match interprets the pattern, with the same result.
    pcre2_jit_compile(m_code.get(), PCRE2_JIT_COMPLETE);
}

std::vector<SplitPattern::Piece> SplitPattern::split(std::string_view text) const {
    std::vector<Piece> pieces;
    pieces.reserve(text.size() / 4 + 1);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t validEnd = at + validUtf8Prefix(text.substr(at));
        splitValid(text, at, validEnd, pieces);
        at = endOfInvalid(text, validEnd);
        if (at > validEnd) pieces.push_back({at, false});
    }
    return pieces;
}

/// A look-ahead at the end of a run sees the end of the text, as it does at a special token: spaces before a broken
/// byte are one word, the last one included.
void SplitPattern::splitValid(std::string_view text, std::size_t begin, std::size_t end,
                              std::vector<Piece>& pieces) const {
    const std::unique_ptr<pcre2_match_data, FreeMatch> match(pcre2_match_data_create(1, nullptr));
    const std::string_view run = text.substr(begin, end - begin);
    std::size_t at = 0;
    while (match && at < run.size()) {
        const int found = pcre2_match(m_code.get(), units(run), run.size(), at, PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY,
                                      match.get(), nullptr);
        if (found < 0) break;
        const PCRE2_SIZE* range = pcre2_get_ovector_pointer(match.get());
        if (range[0] > at) pieces.push_back({begin + range[0], false});
        at = range[1];
        pieces.push_back({begin + at, true});
    }
    if (at < run.size()) pieces.push_back({end, false});
}

} // namespace mayfly
