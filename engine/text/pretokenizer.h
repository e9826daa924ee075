#pragma once

#include "engine/text/mapped_text.h"
#include "engine/text/split_pattern.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace mayfly {

/// What becomes of the places that a text is cut at, named as in tokenizer.json.
enum class Delimiters {
    Removed,            ///< they are left out
    Isolated,           ///< each is a word
    Contiguous,         ///< each run of them is a word
    MergedWithPrevious, ///< each ends the word before it
    MergedWithNext,     ///< each begins the word after it
};

/// Cuts at what a pattern matches; `invert`: at what it does not match.
struct PatternSplit {
    std::shared_ptr<const SplitPattern> pattern;
    Delimiters delimiters = Delimiters::Isolated;
    bool invert = false;
};

/// Cuts at each place where a plain string stands; it is not empty.
struct StringSplit {
    std::string text;
    Delimiters delimiters = Delimiters::Isolated;
    bool invert = false;
};

/// Cuts at characters of a kind.
struct CharacterSplit {
    enum class Kind { WhiteSpace, Punctuation, Number };
    Kind kind = Kind::WhiteSpace;
    Delimiters delimiters = Delimiters::Removed;
};

/// Makes each word begin with a space.
struct PrefixSpace {};

/// SentencePiece's: makes spaces visible, and words begin with one.
struct Metaspace {
    enum class Prepends { Always, First, Never };
    std::string replacement = "\u2581";
    Prepends prepends = Prepends::Always; ///< where there is no space yet; First: only where the original begins
    bool splits = true;                   ///< cuts before each of them
};

/// Cuts between a character that is not `text` and `text`. Where no token of a vocabulary reaches across such a place,
/// this changes no encoding, and words that come again need not be merged again.
struct CutBefore {
    std::string text;
};

using PretokenizerStep = std::variant<PatternSplit, StringSplit, CharacterSplit, PrefixSpace, Metaspace, CutBefore>;

/// A part of a text.
struct Span {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool operator==(const Span&) const = default;
};

/// A text and the words that a model sees of it, in order, without overlap and none empty.
struct Words {
    MappedText text;
    std::vector<Span> spans;
};

/// Cuts text into the words that a model encodes, each by itself. Takes any bytes. Immutable, so any thread may use it.
class Pretokenizer {
public:
    Pretokenizer() = default;
    /// Without steps, a text is one word.
    explicit Pretokenizer(std::vector<PretokenizerStep> steps) : m_steps(std::move(steps)) {}

    Words apply(MappedText text) const;

private:
    std::vector<PretokenizerStep> m_steps;
};

} // namespace mayfly
