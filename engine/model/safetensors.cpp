#include "engine/model/safetensors.h"

#include "engine/error.h"
#include "engine/files/file.h"
#include "engine/files/in_quotes.h"
#include "engine/model/safetensors_header.h"

#include <algorithm>
#include <optional>

namespace mayfly {

namespace {

/// Large tensors are read in pieces, so that somebody who waits sees them come.
constexpr std::uint64_t pieceBytes = 8U << 20U;

bool readBytes(std::istream& stream, std::byte* out, std::uint64_t bytes, const ReadHook& hook) {
    for (std::uint64_t done = 0; done < bytes;) {
        const std::uint64_t piece = std::min(bytes - done, pieceBytes);
        stream.read(reinterpret_cast<char*>(out + done), std::streamsize(piece));
        if (std::uint64_t(stream.gcount()) != piece) return false;
        done += piece;
        if (hook) hook(piece);
    }
    return true;
}

std::optional<Precision> precisionOf(DType type) {
    switch (type) {
    case DType::F32: return Precision::F32;
    case DType::F16: return Precision::F16;
    case DType::BF16: return Precision::BF16;
    default: return std::nullopt;
    }
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

Stored SafeTensors::readStored(const std::string& name, const TensorShape& shape, const ReadHook& hook) const {
    const TensorInfo& info = find(name, shape);
    const std::optional<Precision> precision = precisionOf(info.type);
    if (!precision)
        throw Error(ErrorKind::Unsupported, m_file.string() + ": tensor " + inQuotes(name) + " has the dtype " +
                                                nameOf(info.type) + "; weights can be F32, F16 or BF16.");
    Stored values(*precision, info.count());
    m_stream.clear();
    m_stream.seekg(std::streamoff(info.begin));
    if (!readBytes(m_stream, values.bytes.data(), values.bytes.size(), hook))
        throw Error(ErrorKind::Malformed,
                    m_file.string() + " became shorter while it was read: tensor " + inQuotes(name) + " is cut off.");
    return values;
}

} // namespace mayfly
