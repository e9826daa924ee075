#include "engine/reading/asymmetry.h"

#include "engine/forward/kernels.h"
#include "engine/reading/bounds.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace mayfly {

namespace {

constexpr int rows = TraceLayout::rows;
using Tile = std::array<std::array<float, rows>, rows>; ///< dots of up to 32 queries with 32 keys

/// The dots of the queries of block `a` with the keys of block `b`.
void fillTile(const Trace& trace, HeadIndex head, const KeyTiles& allKeys, int a, int b, Tile& tile) {
    const float* keys = allKeys[b];
    const float* query = trace.blocks()[std::size_t(a)]->data() + trace.layout().query(head.layer, head.head);
    for (int i = 0; i < std::min(rows, trace.tokens() - a * rows); ++i, query += trace.dHead())
        trace.kernels().rowDots(query, {&keys, 1}, trace.dHead(), {0, rows}, tile[std::size_t(i)].data());
}

} // namespace

double asymmetry(const Trace& trace, HeadIndex head) {
    requireHead(trace, head);
    double differences = 0;
    double squares = 0;
    const KeyTiles keys = trace.keys(head);
    Tile there;
    Tile back;
    for (int a = 0; a * rows < trace.tokens(); ++a)
        for (int b = 0; b <= a; ++b) {
            fillTile(trace, head, keys, a, b, there);
            fillTile(trace, head, keys, b, a, back);
            const double both = a == b ? 1 : 2; // a tile off the diagonal stands for its mirror image too
            for (int i = 0; i < std::min(rows, trace.tokens() - a * rows); ++i)
                for (int j = 0; j < std::min(rows, trace.tokens() - b * rows); ++j) {
                    const double forth = double(there[std::size_t(i)][std::size_t(j)]);
                    const double opposite = double(back[std::size_t(j)][std::size_t(i)]);
                    differences += both * (forth - opposite) * (forth - opposite);
                    squares += a == b ? forth * forth : forth * forth + opposite * opposite;
                }
        }
    return squares > 0 ? std::sqrt(differences / squares) : 0.0;
}

} // namespace mayfly
