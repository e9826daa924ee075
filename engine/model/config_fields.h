#pragma once

// Of the engine's sources alone, since it shows simdjson.

#include "engine/error.h"
#include "engine/files/json.h"
#include "engine/model/config.h"

#include <initializer_list>
#include <optional>

namespace mayfly {

// Sizes beyond these are slips or attacks: the largest models known stay a factor of ten below.
inline constexpr int mostLayers = 1'000;
inline constexpr int mostWidth = 1 << 20;
inline constexpr int mostContext = 1 << 24;
inline constexpr int mostVocab = 1 << 24;

/// The fields of an object of a config.json. A field that is absent or null has its default; one that makes no sense
/// throws Error (Malformed) with its name and value.
class ConfigFields {
public:
    ConfigFields(JsonMembers members, std::string where) : m_members(std::move(members)), m_where(std::move(where)) {}

    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// There, but null: for fields whose default is something and whose null is nothing.
    bool isNull(std::string_view name) const;

    std::string text(std::string_view name, std::string fallback) const;
    bool flag(std::string_view name, bool fallback) const;
    /// The first of `names` that is there, since configurations go by several names for one thing: 1 to `most`.
    int count(std::initializer_list<std::string_view> names, int fallback, int most) const;
    /// A whole number from 0 to `most`.
    int index(std::string_view name, int fallback, int most) const;
    /// Above `least`, and at most `most`.
    double number(std::string_view name, double fallback, double least, double most) const;
    /// The strings of an array, as many as there are layers; empty where the field is absent.
    std::vector<std::string> layerNames(std::string_view name, int layers) const;
    /// The strings of an array; anything else counts as none.
    std::vector<std::string_view> list(std::string_view name) const;
    std::optional<ConfigFields> object(std::string_view name) const;

    const std::string& where() const { return m_where; }
    [[noreturn]] void fail(ErrorKind kind, const std::string& what) const;

private:
    const simdjson::dom::element* find(std::string_view name) const;
    [[noreturn]] void reject(std::string_view name, const simdjson::dom::element& value,
                             const std::string& wanted) const;

    JsonMembers m_members;
    std::string m_where;
};

/// The sizes that a family has where config.json is silent: those of transformers' class for it.
struct Sizes {
    int layers = 0;
    int heads = 0;
    int dModel = 0;
    int dMlp = 0; ///< 0: four times dModel
    int context = 0;
    int vocab = 0;
};

/// What all families name alike, by whichever of their generations of names. kvHeads becomes heads.
Config readSizes(const ConfigFields& fields, const Sizes& defaults);

/// dHead from dModel and heads. Throws Error (Malformed) where they do not divide.
void divideHeads(const ConfigFields& fields, Config& config);

/// Throws Error (Malformed) unless the key heads divide the query heads.
void requireGroups(const ConfigFields& fields, const Config& config);

/// Reads the activation under `name`. Throws Error (Unsupported) with those that are known.
Activation readActivation(const ConfigFields& fields, std::string_view name, std::string fallback);

} // namespace mayfly
