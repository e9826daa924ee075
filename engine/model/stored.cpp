#include "engine/model/stored.h"

namespace mayfly {

namespace {

/// Whether some value has all bits of `mask`, its exponent, set. No early exit, so that the loop vectorises.
template<typename Bits>
bool anyHas(const Bits* values, std::size_t count, Bits mask) {
    unsigned found = 0;
    for (std::size_t i = 0; i < count; ++i) found |= unsigned((values[i] & mask) == mask);
    return found != 0;
}

} // namespace

bool allFinite(const Stored& values) {
    const std::size_t count = values.count();
    switch (values.precision) {
    case Precision::F16: return !anyHas<std::uint16_t>(values.as<std::uint16_t>(), count, 0x7C00);
    case Precision::BF16: return !anyHas<std::uint16_t>(values.as<std::uint16_t>(), count, 0x7F80);
    case Precision::F32: break;
    }
    return !anyHas<std::uint32_t>(values.as<std::uint32_t>(), count, 0x7F800000);
}

FloatBuffer widened(const Stored& values) {
    FloatBuffer wide = FloatBuffer::untouched(values.count());
    withType(values.precision, [&](auto type) {
        const auto* from = values.as<decltype(type)>();
        for (std::size_t i = 0; i < wide.size(); ++i) wide.data()[i] = widen(from[i]);
    });
    return wide;
}

} // namespace mayfly
