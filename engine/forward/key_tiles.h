#pragma once

#include "engine/forward/attention.h"
#include "engine/model/matrix.h"

#include <cstddef>
#include <vector>

namespace mayfly {

/// The keys of one head of a trace as kernels take them, which multiply a query with all keys of a block. Of a block that is
/// not full there is a copy, with zeros for the tokens that follow: those belong to another trace, or to none.
class KeyTiles {
public:
    /// `tokens` keys of d values.
    KeyTiles(int tokens, int d) : m_tokens(tokens), m_d(d) {}

    /// The next block's tile, d × 32, of which as many columns are read as there are tokens left.
    void add(const float* tile);

    operator Tiles() const { return m_tiles; }
    const float* operator[](int block) const { return m_tiles[std::size_t(block)]; }

private:
    int m_tokens;
    int m_d;
    std::vector<const float*> m_tiles;
    FloatBuffer m_last;
};

} // namespace mayfly
