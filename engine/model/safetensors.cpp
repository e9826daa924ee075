#include "engine/model/safetensors.h"

#include "engine/error.h"
#include "engine/files/file.h"
#include "engine/files/in_quotes.h"
#include "engine/model/safetensors_header.h"

#include <algorithm>
#include <array>
#include <bit>

namespace mayfly {

namespace {

float fromHalf(std::uint16_t half) {
    const std::uint32_t sign = (half & 0x8000U) << 16U;
    const std::uint32_t exponent = (half >> 10U) & 0x1FU;
    const std::uint32_t fraction = half & 0x3FFU;
    if (exponent == 0) { // zero and subnormals: multiples of 2^-24, normal numbers in float32
        const float magnitude = float(fraction) * 0x1p-24F;
        return std::bit_cast<float>(sign | std::bit_cast<std::uint32_t>(magnitude));
    }
    const std::uint32_t wide = exponent == 0x1F ? 0xFFU : exponent + (127 - 15);
    return std::bit_cast<float>(sign | (wide << 23U) | (fraction << 13U));
}

float fromBfloat(std::uint16_t bits) {
    return std::bit_cast<float>(std::uint32_t(bits) << 16U);
}

bool readBytes(std::istream& stream, void* out, std::size_t bytes) {
    stream.read(static_cast<char*>(out), std::streamsize(bytes));
    return std::size_t(stream.gcount()) == bytes;
}

/// Widens `out.size()` 16-bit values a piece at a time, so that no second copy of a large tensor is held.
bool readWidened(std::istream& stream, float* out, std::size_t count, float (*widen)(std::uint16_t)) {
    std::array<std::uint16_t, 16384> piece;
    for (std::size_t done = 0; done < count; done += piece.size()) {
        const std::size_t size = std::min(piece.size(), count - done);
        if (!readBytes(stream, piece.data(), size * sizeof(std::uint16_t))) return false;
        std::transform(piece.begin(), piece.begin() + std::ptrdiff_t(size), out + done, widen);
    }
    return true;
}

} // namespace

std::string toString(const TensorShape& shape) {
    std::string text;
    for (const std::int64_t dim : shape) text += (text.empty() ? "" : ", ") + std::to_string(dim);
    return '[' + text + ']';
}

std::uint64_t TensorInfo::count() const {
    std::uint64_t product = 1;
    for (const std::int64_t dim : shape) product *= std::uint64_t(dim);
    return product;
}

SafeTensors::SafeTensors(const std::filesystem::path& file) : m_file(file) {
    OpenFile open = openFile(file);
    m_stream = std::move(open.stream);
    m_tensors = readTensorHeader(m_stream, open.size, file.string());
}

const TensorInfo& SafeTensors::find(const std::string& name, const TensorShape& shape) const {
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end())
        throw Error(ErrorKind::NotFound, m_file.string() + " has no tensor " + inQuotes(name) + '.');
    if (found->second.shape != shape)
        throw Error(ErrorKind::Malformed, m_file.string() + ": tensor " + inQuotes(name) + " has the shape " +
                                              toString(found->second.shape) + ", expected " + toString(shape) + '.');
    return found->second;
}

FloatBuffer SafeTensors::read(const std::string& name, const TensorShape& shape) const {
    const TensorInfo& info = find(name, shape);
    if (info.type != DType::F32 && info.type != DType::F16 && info.type != DType::BF16)
        throw Error(ErrorKind::Unsupported, m_file.string() + ": tensor " + inQuotes(name) + " has the dtype " +
                                                nameOf(info.type) + "; weights can be F32, F16 or BF16.");
    FloatBuffer values(info.count());
    m_stream.clear();
    m_stream.seekg(std::streamoff(info.begin));
    const bool whole = info.type == DType::F32 ? readBytes(m_stream, values.data(), values.size() * sizeof(float))
                                               : readWidened(m_stream, values.data(), values.size(),
                                                             info.type == DType::F16 ? fromHalf : fromBfloat);
    if (!whole)
        throw Error(ErrorKind::Malformed,
                    m_file.string() + " became shorter while it was read: tensor " + inQuotes(name) + " is cut off.");
    return values;
}

} // namespace mayfly
