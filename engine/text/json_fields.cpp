#include "engine/text/json_fields.h"

#include "engine/error.h"
#include "engine/files/in_quotes.h"

namespace mayfly {

namespace dom = simdjson::dom;

std::optional<dom::element> JsonFields::value(std::string_view name) const {
    const auto found = m_members.find(name);
    if (found == m_members.end() || found->second.is_null()) return std::nullopt;
    return found->second;
}

std::optional<bool> JsonFields::flag(std::string_view name) const {
    const auto field = value(name);
    if (!field) return std::nullopt;
    bool flag = false;
    if (field->get(flag) != simdjson::SUCCESS) reject(name, "true or false");
    return flag;
}

std::string_view JsonFields::text(std::string_view name) const {
    const auto field = value(name);
    std::string_view text;
    if (field && field->get(text) != simdjson::SUCCESS) reject(name, "a string");
    return text;
}

std::optional<JsonFields> JsonFields::object(std::string_view name) const {
    const auto field = value(name);
    if (!field) return std::nullopt;
    return JsonFields(*field, m_where + ": " + std::string(name));
}

std::vector<dom::element> JsonFields::list(std::string_view name) const {
    const auto field = value(name);
    if (!field) return {};
    dom::array array;
    if (field->get(array) != simdjson::SUCCESS) reject(name, "a list");
    std::vector<dom::element> list;
    for (const dom::element item : array) list.push_back(item);
    return list;
}

void JsonFields::reject(std::string_view name, const std::string& wanted) const {
    const auto field = value(name);
    throw Error(ErrorKind::Malformed, m_where + ": " + std::string(name) + " must be " + wanted +
                                          (field ? ", not " + shown(*field) : ", and is missing") + '.');
}

TokenId readTokenId(const dom::element& value, const std::string& where, std::string_view name) {
    constexpr std::int64_t largest = (1 << 24) - 1; // the largest vocabularies have a 64th of it
    std::int64_t id = -1;
    if (value.get(id) != simdjson::SUCCESS || id < 0 || id > largest)
        throw Error(ErrorKind::Malformed, where + " gives the token " + inQuotes(name) + " the id " + shown(value) +
                                              "; ids are whole numbers from 0 to " + std::to_string(largest) + '.');
    return static_cast<TokenId>(id);
}

AddedToken readAddedToken(const JsonFields& fields) {
    AddedToken token;
    token.content = fields.text("content");
    token.special = fields.flag("special").value_or(false);
    token.takesLeft = fields.flag("lstrip").value_or(false);
    token.takesRight = fields.flag("rstrip").value_or(false);
    token.wholeWord = fields.flag("single_word").value_or(false);
    // What is not said follows the kind: Hugging Face's library looks for words that are added in normalised text.
    token.normalized = fields.flag("normalized").value_or(!token.special);
    return token;
}

} // namespace mayfly
