#include "engine/files/json.h"

#include "engine/error.h"
#include "engine/files/file.h"
#include "engine/files/in_quotes.h"

#include <new>
#include <utility>

namespace mayfly {

namespace dom = simdjson::dom;

namespace {

simdjson::padded_string readText(std::istream& stream, std::uint64_t length, const std::string& where) {
    simdjson::padded_string text(length);
    if (text.data() == nullptr) throw std::bad_alloc();
    stream.read(text.data(), std::streamsize(length));
    if (std::uint64_t(stream.gcount()) != length)
        throw Error(ErrorKind::Malformed, where + " became shorter while it was read.");
    return text;
}

dom::element parse(dom::parser& parser, const simdjson::padded_string& text, const std::string& where) {
    // Newer simdjsons skip a byte order mark in silence.
    if (std::string_view(text).starts_with("\xEF\xBB\xBF"))
        throw Error(ErrorKind::Malformed, where + " begins with a byte order mark, which JSON does not allow.");
    dom::element top;
    if (const auto error = parser.parse(text).get(top)) {
        std::string reason = simdjson::error_message(error); // some end with a full stop, and some do not
        while (reason.ends_with('.')) reason.pop_back();
        throw Error(ErrorKind::Malformed, where + " is not valid JSON: " + reason + '.');
    }
    return top;
}

} // namespace

JsonDocument::JsonDocument(const std::filesystem::path& file) : m_where(file.string()) {
    OpenFile open = openSettings(file);
    const auto text = readText(open.stream, open.size, m_where);
    m_members = membersOf(parse(m_parser, text, m_where), m_where);
}

JsonDocument::JsonDocument(std::istream& stream, std::uint64_t length, std::string where) : m_where(std::move(where)) {
    const auto text = readText(stream, length, m_where);
    m_members = membersOf(parse(m_parser, text, m_where), m_where);
}

JsonMembers membersOf(const dom::element& value, const std::string& what) {
    dom::object object;
    if (value.get(object) != simdjson::SUCCESS)
        throw Error(ErrorKind::Malformed, what + " must hold a JSON object, not " + shown(value) + '.');
    JsonMembers members;
    for (const auto& [name, member] : object)
        if (!members.emplace(name, member).second)
            throw Error(ErrorKind::Malformed, what + " has " + inQuotes(name) + " twice.");
    return members;
}

std::string shown(const dom::element& value) {
    switch (value.type()) {
    case dom::element_type::ARRAY:
        return "an array";
    case dom::element_type::OBJECT:
        return "an object";
    case dom::element_type::STRING:
        return inQuotes(std::string_view(value));
    default:
        return simdjson::minify(value);
    }
}

} // namespace mayfly
