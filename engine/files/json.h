#pragma once

// Of the engine's sources alone: no public header includes this one, so that simdjson stays behind the wall.

#include <simdjson.h>

#include <cstdint>
#include <filesystem>
#include <istream>
#include <map>
#include <string>
#include <string_view>

namespace mayfly {

/// The members of an object by name. The names lie in the document.
using JsonMembers = std::map<std::string_view, simdjson::dom::element>;

/// A JSON text whose top is an object, checked whole (UTF-8, no BOM, nothing behind it, at most 1,024 levels deep). It
/// stays where it is: its values point into the parser.
class JsonDocument {
public:
    /// Reads a file of at most 128 MiB. Throws Error as `requireFile` does, and Malformed.
    explicit JsonDocument(const std::filesystem::path& file);
    /// Reads the next `length` bytes. Throws Error (Malformed); `where` names the text in sentences.
    JsonDocument(std::istream& stream, std::uint64_t length, std::string where);
    JsonDocument(const JsonDocument&) = delete;
    JsonDocument& operator=(const JsonDocument&) = delete;

    const JsonMembers& members() const { return m_members; }
    const std::string& where() const { return m_where; }

private:
    simdjson::dom::parser m_parser;
    std::string m_where;
    JsonMembers m_members;
};

/// Throws Error (Malformed) if `value` is not an object or a name comes twice in it, since readers differ in which of
/// the two they take. `what` names the object in the sentence.
JsonMembers membersOf(const simdjson::dom::element& value, const std::string& what);

/// The value as it stands in the text, cut short; for sentences.
std::string shown(const simdjson::dom::element& value);

} // namespace mayfly
