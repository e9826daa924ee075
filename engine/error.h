#pragma once

#include <stdexcept>
#include <string>

namespace mayfly {

/// What went wrong, for a caller that wants to act on it; the sentence is for the reader.
enum class ErrorKind {
    NotFound,    ///< a file, folder, tensor or model is not there
    Malformed,   ///< the bytes are not what they claim to be
    Unsupported, ///< well-formed, but something that Mayfly cannot compute
    NotWritten,  ///< a file could not be saved
    OutOfRange,  ///< an index, id or count beyond what the model has
};

/// The engine's one exception: a kind and one plain sentence that names the file and the value and says what to do.
class Error : public std::runtime_error {
public:
    Error(ErrorKind kind, const std::string& sentence) : std::runtime_error(sentence), m_kind(kind) {}
    ErrorKind kind() const { return m_kind; }

private:
    ErrorKind m_kind;
};

} // namespace mayfly
