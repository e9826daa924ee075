#include "engine/model/weights.h"

namespace mayfly {

void VectorTable::copyRow(int r, float* to) const {
    withType(values.precision, [&](auto type) {
        const auto* from = values.as<decltype(type)>() + std::size_t(r) * std::size_t(columns);
        for (int i = 0; i < columns; ++i) to[i] = widen(from[i]);
    });
}

} // namespace mayfly
