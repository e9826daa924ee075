#pragma once

#include "engine/text/character_map.h"
#include "engine/text/mapped_text.h"
#include "engine/text/unicode_form.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace mayfly {

// The steps that tokenizers change a text by before they cut it, named as in tokenizer.json.

struct Lowercase {}; ///< character by character, so a sigma at the end of a word is a sigma

struct StripAccents {
    bool nonspacingOnly = false; ///< only marks that stand on a letter (Mn), as BERT has it
};

struct Replace {
    std::string pattern; ///< a plain string, not empty
    std::string content;
    bool takesRuns = false; ///< a run of two patterns or more is replaced as one, and a single one stays
};

/// Puts a text in front of every piece that is not empty.
struct Prepend {
    std::string content;
    bool onlyAtBegin = false; ///< not behind a special token: only where the original begins
};

struct Strip { ///< drops white space
    bool left = true;
    bool right = true;
};

/// Drops spaces at both ends and all but the first of a run, as SentencePiece does unless it is told not to.
struct CollapseSpaces {};

/// BERT's: drops NUL, U+FFFD, control characters and what is not UTF-8, and makes all white space a space.
struct CleanText {};

/// BERT's: a space on either side of every ideograph.
struct SpaceOutIdeographs {};

/// SentencePiece's replacements of characters.
struct Precompiled {
    std::shared_ptr<const CharacterMap> map;
};

using NormalizerStep = std::variant<UnicodeForm, Precompiled, Lowercase, StripAccents, Replace, Prepend, Strip,
                                    CollapseSpaces, CleanText, SpaceOutIdeographs>;

/// Changes a text as a tokenizer wants it before anything is cut. Takes any bytes; those that are not UTF-8 stay as
/// they are, except for CleanText. Immutable, so any thread may use it.
class Normalizer {
public:
    Normalizer() = default;
    explicit Normalizer(std::vector<NormalizerStep> steps) : m_steps(std::move(steps)) {}

    MappedText apply(MappedText text) const;
    bool isEmpty() const { return m_steps.empty(); }

private:
    std::vector<NormalizerStep> m_steps;
};

} // namespace mayfly
