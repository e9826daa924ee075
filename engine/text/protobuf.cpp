#include "engine/text/protobuf.h"

#include "engine/error.h"

#include <bit>

namespace mayfly {

void ProtobufReader::fail(const std::string& what) const {
    throw Error(ErrorKind::Malformed, m_where + " is not a SentencePiece model: " + what + '.');
}

std::uint64_t ProtobufReader::takeNumber() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 64; shift += 7) {
        if (m_rest.empty()) fail("it ends within a number");
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        number |= std::uint64_t(byte & 0x7FU) << shift;
        if (byte < 0x80) return number;
    }
    fail("it holds a number of more than 64 bits");
}

std::string_view ProtobufReader::takeBytes(std::uint64_t count) {
    if (count > m_rest.size())
        fail("a field of " + std::to_string(count) + " bytes begins where only " + std::to_string(m_rest.size()) +
             " are left");
    const std::string_view bytes = m_rest.substr(0, std::size_t(count));
    m_rest.remove_prefix(bytes.size());
    return bytes;
}

bool ProtobufReader::next() {
    if (m_rest.empty()) return false;
    const std::uint64_t tag = takeNumber();
    if (tag < 8 || tag > UINT32_MAX) fail("it has a field of the number " + std::to_string(tag / 8));
    m_field = static_cast<std::uint32_t>(tag / 8);
    m_kind = static_cast<Kind>(tag % 8);
    switch (m_kind) {
    case Kind::Number:
        m_number = takeNumber();
        return true;
    case Kind::Fixed64:
        m_bytes = takeBytes(8);
        return true;
    case Kind::Bytes:
        m_bytes = takeBytes(takeNumber());
        return true;
    case Kind::Fixed32:
        m_bytes = takeBytes(4);
        return true;
    }
    fail("it has a field of the kind " + std::to_string(tag % 8));
}

void ProtobufReader::require(Kind kind) const {
    if (m_kind != kind)
        fail("its field " + std::to_string(m_field) + " is of the kind " +
             std::to_string(static_cast<unsigned>(m_kind)) + " where " + std::to_string(static_cast<unsigned>(kind)) +
             " is wanted");
}

std::uint64_t ProtobufReader::number() const {
    require(Kind::Number);
    return m_number;
}

float ProtobufReader::real() const {
    require(Kind::Fixed32);
    std::uint32_t bits = 0;
    for (unsigned i = 0; i < 4; ++i) bits |= std::uint32_t(static_cast<unsigned char>(m_bytes[i])) << 8U * i;
    return std::bit_cast<float>(bits);
}

std::string_view ProtobufReader::bytes() const {
    require(Kind::Bytes);
    return m_bytes;
}

} // namespace mayfly
