#pragma once

// Of text/'s sources alone: no public header includes this one, so that simdjson stays behind the wall.

#include "engine/files/json.h"
#include "engine/text/added_tokens.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mayfly {

/// An object of a tokenizer's files whose fields may be missing or null, which here is the same. `where` names it in
/// sentences; every getter throws Error (Malformed) if a field is there and of another type.
class JsonFields {
public:
    JsonFields(const JsonMembers& members, std::string where) : m_members(members), m_where(std::move(where)) {}
    JsonFields(const simdjson::dom::element& object, std::string where)
        : m_members(membersOf(object, where)), m_where(std::move(where)) {}

    const std::string& where() const { return m_where; }
    const JsonMembers& members() const { return m_members; }

    std::optional<simdjson::dom::element> value(std::string_view name) const;
    std::optional<bool> flag(std::string_view name) const;
    /// Empty where there is none.
    std::string_view text(std::string_view name) const;
    std::optional<JsonFields> object(std::string_view name) const;
    /// Empty where there is none.
    std::vector<simdjson::dom::element> list(std::string_view name) const;

    /// For a field that has to be there and is not what is wanted.
    [[noreturn]] void reject(std::string_view name, const std::string& wanted) const;

private:
    JsonMembers m_members;
    std::string m_where;
};

/// A token's id. Throws Error (Malformed) unless it is a whole number of at most 24 bits; `where` and `name` are the
/// file and the token for the sentence.
TokenId readTokenId(const simdjson::dom::element& value, const std::string& where, std::string_view name);

/// An added token as tokenizer.json and tokenizer_config.json alike describe it, but for its id. Throws Error
/// (Malformed).
AddedToken readAddedToken(const JsonFields& fields);

} // namespace mayfly
