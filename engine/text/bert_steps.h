#pragma once

#include "engine/text/normalizer.h"
#include "engine/text/pretokenizer.h"

#include <optional>

namespace mayfly {

/// How BERT changes a text (Devlin 2018), as tokenizer.json and tokenizer_config.json alike describe it.
struct BertNormalization {
    bool cleansText = true;
    bool spacesOutIdeographs = true;
    bool lowercases = true;
    std::optional<bool> stripsAccents; ///< not said: where it lowercases
};

void appendSteps(const BertNormalization& bert, std::vector<NormalizerStep>& steps);

/// How BERT cuts it: at white space, and around punctuation.
void appendBertCuts(std::vector<PretokenizerStep>& steps);

} // namespace mayfly
