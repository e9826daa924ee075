#pragma once

#include <algorithm>
#include <cmath>

namespace mayfly {

/// How one layer's dots become weights.
struct ScoreRule {
    float scale = 1.0F; ///< factor on every dot before the mask
    bool causal = true; ///< key j is masked for query i where j > i
    int window = 0;     ///< and where j <= i − window (a sliding window, Beltagy et al. 2020); 0: it is not
    float cap = 0;      ///< scaled scores become cap · tanh(score / cap) (Gemma 2); 0: they do not

    /// The keys that query `i` of `keys` sees: [first, visible).
    int first(int i) const { return window > 0 ? std::max(0, i - window + 1) : 0; }
    int visible(int i, int keys) const { return causal ? i + 1 : keys; }
    bool sees(int i, int j) const { return j >= first(i) && (!causal || j <= i); }

    /// How many of `tokens` queries see key j.
    int seenBy(int j, int tokens) const {
        const int queries = causal ? tokens - j : tokens;
        return window > 0 ? std::min(window, queries) : queries;
    }

    /// What softmax sees of a dot.
    float scaled(float dot) const { return cap > 0 ? cap * std::tanh(dot * scale / cap) : dot * scale; }

    bool operator==(const ScoreRule&) const = default;
};

} // namespace mayfly
