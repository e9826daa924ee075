#pragma once

#include "engine/model/stored.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace mayfly {

/// Element types of the safetensors format; only F32, F16 and BF16 can be read as weights.
enum class DType { Bool, U8, I8, I16, U16, I32, U32, I64, U64, F8E4M3, F8E5M2, F16, BF16, F32, F64 };

using TensorShape = std::vector<std::int64_t>;

/// "[3, 48]"; "[]" for a scalar.
std::string toString(const TensorShape& shape);

/// What the header says of one tensor. `begin` and `end` are byte offsets from the start of the file.
struct TensorInfo {
    DType type = DType::F32;
    TensorShape shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;

    std::uint64_t count() const; ///< elements, 1 for a scalar
};

/// Told how many more bytes have been read; may throw to give the reading up.
using ReadHook = std::function<void(std::uint64_t bytes)>;

/// A safetensors file, its header checked whole before anything is allocated for data: lengths within the file, offsets
/// that tile the data without hole or overlap, shapes that agree with them. Data is read, never mapped, so a file that
/// shrinks while it is open gives an Error and not a signal.
///
///     u64, little-endian: N | N bytes of JSON: {"name": {"dtype", "shape", "data_offsets"}, ...} | data
class SafeTensors {
public:
    /// Throws Error: NotFound, Unsupported (a Git LFS pointer), or Malformed with the first thing that is wrong.
    explicit SafeTensors(const std::filesystem::path& file);

    const std::filesystem::path& file() const { return m_file; }
    const std::map<std::string, TensorInfo>& tensors() const { return m_tensors; }
    bool has(const std::string& name) const { return m_tensors.count(name) != 0; }

    /// The tensor's values in their type, row-major, exactly those of the file (NaN and infinities too). Throws Error:
    /// NotFound (no such tensor), Unsupported (not a float type that weights come in), Malformed (its shape is not
    /// `shape`, or the file has become shorter). Allocates nothing before the shape is known to be right.
    Stored readStored(const std::string& name, const TensorShape& shape, const ReadHook& hook = {}) const;

    /// The same as float32.
    FloatBuffer read(const std::string& name, const TensorShape& shape) const {
        return widened(readStored(name, shape));
    }

private:
    const TensorInfo& find(const std::string& name, const TensorShape& shape) const;

    std::filesystem::path m_file;
    std::map<std::string, TensorInfo> m_tensors;
    mutable std::ifstream m_stream; ///< loading is single-threaded
};

} // namespace mayfly
