#pragma once

#include "engine/model/linear.h"

#include <span>
#include <vector>

namespace mayfly {

/// x times the rows [firstRow, firstRow + x.size()) of a map's matrix, without its bias: `map.out` values, summed in double.
std::vector<double> timesRows(std::span<const float> x, const Linear& map, int firstRow);

/// x, of `map.in` values, times the columns [firstColumn, firstColumn + count), without the bias.
std::vector<double> timesColumns(std::span<const float> x, const Linear& map, int firstColumn, int count);

/// The bias of those columns, zeros where the map has none.
std::vector<double> biasOf(const Linear& map, int firstColumn, int count);

} // namespace mayfly
