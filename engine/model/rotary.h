#pragma once

#include <vector>

namespace mayfly {

/// How far rotary position embedding turns each pair of a head's dimensions (RoPE, Su et al. 2021). Pairs are (i, i +
/// dims/2), as Hugging Face stores them; the dimensions beyond `dims` are left as they are.
struct Rotary {
    enum class Stretch {
        None,
        Linear, ///< every angle is divided by `factor` (Chen et al. 2023)
        Llama3, ///< slow pairs are, fast ones are not, and those between are blended (Llama 3.1)
    };

    int dims = 0; ///< even, at most d_head; 0: nothing is turned
    double base = 10'000;
    Stretch stretch = Stretch::None;
    double factor = 1;
    double lowFactor = 1;       ///< Llama3: pairs that turn fewer times than this in `originalContext` are slow
    double highFactor = 4;      ///< and those that turn more often than this are fast
    double originalContext = 0; ///< tokens

    /// Radians that each pair turns from one token to the next, dims / 2 values: base^(−2i / dims), stretched.
    std::vector<double> rates() const;

    bool operator==(const Rotary&) const = default;
};

} // namespace mayfly
