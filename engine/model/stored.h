#pragma once

#include "engine/model/arena.h"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace mayfly {

/// The types that weights come in and stay in: a value of 16 bits is widened in a register whenever it is used, which
/// halves what one token has to read.
enum class Precision { F32, F16, BF16 };

/// A float16, IEEE 754's binary16: 1 sign, 5 exponent and 10 fraction bits.
struct Half {
    std::uint16_t bits = 0;
};

/// A bfloat16: the upper half of a float32.
struct Bfloat {
    std::uint16_t bits = 0;
};

inline float widen(float value) { return value; }
inline float widen(Bfloat value) { return std::bit_cast<float>(std::uint32_t(value.bits) << 16U); }
inline float widen(Half value) {
    const std::uint32_t sign = (value.bits & 0x8000U) << 16U;
    const std::uint32_t exponent = (value.bits >> 10U) & 0x1FU;
    const std::uint32_t fraction = value.bits & 0x3FFU;
    if (exponent == 0) { // zero and subnormals: multiples of 2^-24, normal numbers in float32
        const float magnitude = float(fraction) * 0x1p-24F;
        return std::bit_cast<float>(sign | std::bit_cast<std::uint32_t>(magnitude));
    }
    const std::uint32_t wide = exponent == 0x1F ? 0xFFU : exponent + (127 - 15);
    return std::bit_cast<float>(sign | (wide << 23U) | (fraction << 13U));
}

constexpr std::size_t sizeOf(Precision precision) { return precision == Precision::F32 ? 4 : 2; }

/// Calls `action` with a value of the type that stands for `precision`: float, Half or Bfloat.
template<typename Action>
decltype(auto) withType(Precision precision, const Action& action) {
    switch (precision) {
    case Precision::F16: return action(Half{});
    case Precision::BF16: return action(Bfloat{});
    case Precision::F32: break;
    }
    return action(float{});
}

/// `count()` weights in the type they are stored in.
struct Stored {
    Precision precision = Precision::F32;
    Buffer<std::byte> bytes;

    Stored() = default;
    Stored(Precision type, std::size_t count)
        : precision(type), bytes(Buffer<std::byte>::untouched(count * sizeOf(type))) {}
    Stored(Precision type, std::size_t count, Arena& arena)
        : precision(type), bytes(arena.take<std::byte>(count * sizeOf(type))) {}

    std::size_t count() const { return bytes.size() / sizeOf(precision); }
    bool empty() const { return bytes.empty(); }

    // T has to be what `precision` says.
    template<typename T>
    T* as() {
        return reinterpret_cast<T*>(bytes.data());
    }
    template<typename T>
    const T* as() const {
        return reinterpret_cast<const T*>(bytes.data());
    }

    float at(std::size_t i) const {
        return withType(precision, [&](auto type) { return widen(as<decltype(type)>()[i]); });
    }
};

/// True if no value is infinite or not a number.
bool allFinite(const Stored& values);

/// The same values as float32.
FloatBuffer widened(const Stored& values);

} // namespace mayfly
