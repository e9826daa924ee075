#pragma once

#include "engine/model/linear.h"

#include <string_view>

namespace mayfly {

/// What a family calls its tensors. Linear maps and norms are followed by ".weight" and ".bias"; an empty name is for what
/// the family lacks. Names within a layer come after `layers`, the layer's number and a dot.
struct TensorNames {
    /// How q, k and v are stored.
    enum class Fused {
        No,
        Columns, ///< D × (q | k | v), in `query` (GPT-2)
        ByHead,  ///< for each head its q, its k and its v, in `query` (GPT-NeoX)
    };

    std::string_view base{}; ///< what the class for language models puts before the names of its trunk: "transformer."
    WeightLayout layout = WeightLayout::OutIn;
    Fused fused = Fused::No;
    bool gainLessOne = false; ///< norms store their gain less one

    std::string_view embedding{}, positions{}, tokenTypes{}, embeddingNorm{}, finalNorm{};
    std::string_view unembedding{}; ///< not of the trunk

    std::string_view layers{};
    std::string_view attentionNorm{}, query{}, key{}, value{}, output{}, queryNorm{}, keyNorm{}, afterAttention{};
    std::string_view mlpNorm{}, gate{}, up{}, down{}, afterMlp{};
};

extern const TensorNames gpt2Names, gptNeoxNames, llamaNames, gemmaNames, gemmaAroundNames, bertNames, robertaNames,
    distilBertNames;

} // namespace mayfly
