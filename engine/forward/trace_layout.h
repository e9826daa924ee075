#pragma once

#include <cstddef>

namespace mayfly {

struct Config;

/// Where everything of up to `rows` consecutive tokens lies within one block of a Trace, counted in floats.
///
///     per layer:  query   H × rows × d     one head's rows together
///                 key     G × d × rows     transposed: the kernel takes one query against all keys of a block
///                 value   G × rows × d
///                 peak    H × rows         the row's largest scaled score
///                 sum     H × rows         the sum of exp(scaled − peak) over the row
///     residual    (L + 1) × rows × D
struct TraceLayout {
    static constexpr int rows = 32;

    TraceLayout() = default;
    explicit TraceLayout(const Config& config);

    std::size_t query(int layer, int head) const { return at(layer) + part(head, dHead); }
    std::size_t key(int layer, int keyHead) const { return at(layer) + part(heads + keyHead, dHead); }
    std::size_t value(int layer, int keyHead) const { return at(layer) + part(heads + kvHeads + keyHead, dHead); }
    std::size_t peak(int layer, int head) const { return at(layer) + vectors() + part(head, 1); }
    std::size_t sum(int layer, int head) const { return at(layer) + vectors() + part(heads + head, 1); }
    std::size_t residual(int depth, int row) const {
        return at(layers) + (std::size_t(depth) * rows + std::size_t(row)) * std::size_t(dModel);
    }
    /// The key head that a query head reads (grouped-query attention).
    int keyHeadOf(int head) const { return head / (heads / kvHeads); }
    std::size_t size() const { return residual(layers + 1, 0); }

    int layers = 0, heads = 0, kvHeads = 0, dModel = 0, dHead = 0;

private:
    static std::size_t part(int index, int width) { return std::size_t(index) * std::size_t(rows * width); }
    std::size_t vectors() const { return part(heads + 2 * kvHeads, dHead); }
    std::size_t at(int layer) const { return std::size_t(layer) * (vectors() + part(2 * heads, 1)); }
};

} // namespace mayfly
