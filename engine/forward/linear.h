#pragma once

#include "engine/forward/kernels.h"
#include "engine/forward/team.h"

#include <initializer_list>

namespace mayfly {

/// One of several maps that read the same rows, and where its outputs go.
struct Output {
    const Linear& map;
    RowsOut y; ///< rows × out
};

/// Linear maps by a team, and the room in which a kernel stages their rows. Both references outlive it.
class LinearMaps {
public:
    LinearMaps(const Kernels& kernels, Team& team) : m_kernels(kernels), m_team(team) {}

    /// y = x W + b for `rows` rows and each of the outputs: x is rows × in. The team shares the output columns and the rows.
    void apply(RowsIn x, int rows, std::initializer_list<Output> outputs);

private:
    RowsOf<const std::byte> staged(RowsIn x, int rows, int in);

    const Kernels& m_kernels;
    Team& m_team;
    Buffer<std::byte> m_room;
};

/// y[r] = table row r · x, for x of table.columns values and y of table.rows: the unembedding of one token.
void applyRows(const Kernels& kernels, Team& team, const VectorTable& table, const float* x, float* y);

/// The same for `count` vectors x, one after another, and as many y: the same bits, but on the calling thread alone, for
/// readings that are made beside the engine's thread.
void applyRowsAlone(const Kernels& kernels, const VectorTable& table, const float* x, int count, float* y);

} // namespace mayfly
