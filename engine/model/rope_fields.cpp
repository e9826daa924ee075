#include "engine/model/rope_fields.h"

#include "engine/files/in_quotes.h"

namespace mayfly {

namespace {

constexpr double mostBase = 1e12;
constexpr double mostFactor = 1e6;

/// A guess would be another rotation than the one that the model learned.
void requireFields(const ConfigFields& fields, const std::string& kind, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names)
        if (!fields.has(name))
            fields.fail(ErrorKind::Malformed, std::string(name) + " is missing, which rope_type " + inQuotes(kind) + " needs.");
}

void readStretch(const ConfigFields& fields, Rotary& rotary) {
    const std::string kind = fields.text("rope_type", fields.text("type", "default"));
    if (kind == "default") return;
    if (kind == "linear") {
        requireFields(fields, kind, {"factor"});
        rotary.stretch = Rotary::Stretch::Linear;
    } else if (kind == "llama3") {
        requireFields(fields, kind, {"factor", "low_freq_factor", "high_freq_factor", "original_max_position_embeddings"});
        rotary.stretch = Rotary::Stretch::Llama3;
        rotary.lowFactor = fields.number("low_freq_factor", 1, 0, mostFactor);
        rotary.highFactor = fields.number("high_freq_factor", 4, rotary.lowFactor, mostFactor);
        rotary.originalContext = fields.count({"original_max_position_embeddings"}, 8192, mostContext);
    } else {
        fields.fail(ErrorKind::Unsupported,
                    "rope_type " + inQuotes(kind) + " is not supported; these are: default, linear, llama3.");
    }
    rotary.factor = fields.number("factor", 1, 0, mostFactor);
}

/// rope_parameters, or the part of it for one kind of layer.
std::optional<ConfigFields> newerFields(const ConfigFields& fields, std::string_view kind) {
    const auto all = fields.object("rope_parameters");
    if (!all) return std::nullopt;
    const auto part = all->object(kind);
    return part ? part : all;
}

} // namespace

Rotary readRotary(const ConfigFields& fields, const Config& config, const RotaryDefaults& defaults) {
    const std::optional<ConfigFields> newer = newerFields(fields, defaults.kind);
    Rotary rotary;
    rotary.base = fields.number("rope_theta", fields.number("rotary_emb_base", defaults.base, 0, mostBase), 0, mostBase);
    double share = fields.number("partial_rotary_factor", fields.number("rotary_pct", defaults.share, 0, 1), 0, 1);
    if (newer) {
        rotary.base = newer->number("rope_theta", rotary.base, 0, mostBase);
        share = newer->number("partial_rotary_factor", share, 0, 1);
        readStretch(*newer, rotary);
    } else if (const auto older = fields.object("rope_scaling")) {
        readStretch(*older, rotary);
    }
    rotary.dims = int(config.dHead * share);
    if (rotary.dims % 2 != 0)
        fields.fail(ErrorKind::Malformed, "it turns " + std::to_string(rotary.dims) + " of the " +
                                              std::to_string(config.dHead) +
                                              " dimensions of a head, and they are turned in pairs.");
    return rotary;
}

} // namespace mayfly
