#include "engine/text/bert_steps.h"

namespace mayfly {

void appendSteps(const BertNormalization& bert, std::vector<NormalizerStep>& steps) {
    if (bert.cleansText) steps.emplace_back(CleanText{});
    if (bert.spacesOutIdeographs) steps.emplace_back(SpaceOutIdeographs{});
    if (bert.stripsAccents.value_or(bert.lowercases)) {
        steps.emplace_back(UnicodeForm::NFD);
        steps.emplace_back(StripAccents{.nonspacingOnly = true});
    }
    if (bert.lowercases) steps.emplace_back(Lowercase{});
}

void appendBertCuts(std::vector<PretokenizerStep>& steps) {
    steps.emplace_back(CharacterSplit{CharacterSplit::Kind::WhiteSpace, Delimiters::Removed});
    steps.emplace_back(CharacterSplit{CharacterSplit::Kind::Punctuation, Delimiters::Isolated});
}

} // namespace mayfly
