#pragma once

#include "engine/model/safetensors.h"

namespace mayfly {

/// What the format is called in a header, "BF16", and how many bytes an element takes.
std::string nameOf(DType type);
std::uint64_t sizeOf(DType type);

/// Reads and checks the header of `stream`, a file of `fileSize` bytes that is called `where` in sentences. Throws
/// Error (Malformed).
std::map<std::string, TensorInfo> readTensorHeader(std::istream& stream, std::uint64_t fileSize,
                                                   const std::string& where);

} // namespace mayfly
