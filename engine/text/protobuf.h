#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mayfly {

/// Goes through the fields of a Protocol Buffers message that a stranger wrote. Everything it hands out lies within the
/// bytes that it was given. Each function throws Error (Malformed) with `where`, the file, at what is not a message.
class ProtobufReader {
public:
    ProtobufReader(std::string_view bytes, std::string where) : m_rest(bytes), m_where(std::move(where)) {}

    /// Goes to the next field; what the one before holds is skipped. False at the end.
    bool next();

    /// The number of the field.
    std::uint32_t field() const { return m_field; }

    // What the field holds; Malformed if it is of another kind.
    std::uint64_t number() const;   ///< integers, enumerations and flags
    float real() const;             ///< a float
    std::string_view bytes() const; ///< texts and messages

private:
    enum class Kind : std::uint8_t { Number = 0, Fixed64 = 1, Bytes = 2, Fixed32 = 5 };

    [[noreturn]] void fail(const std::string& what) const;
    std::uint64_t takeNumber();
    std::string_view takeBytes(std::uint64_t count);
    void require(Kind kind) const;

    std::string_view m_rest;
    std::string m_where;
    std::uint32_t m_field = 0;
    Kind m_kind = Kind::Number;
    std::uint64_t m_number = 0;
    std::string_view m_bytes;
};

} // namespace mayfly
