#pragma once

#include "engine/model/config_fields.h"

namespace mayfly {

/// What a family takes where config.json is silent.
struct RotaryDefaults {
    double base = 10'000;
    double share = 1; ///< of a head's dimensions that are turned
    /// Which kind of layer's rotation is read, where config.json has one for each kind (Gemma 3): "full_attention".
    std::string_view kind = "full_attention";
};

/// The rotation that a config.json asks for; config.dHead has been read. Older files have rope_theta (NeoX: rotary_emb_base,
/// rotary_pct) and rope_scaling, newer ones all of it in rope_parameters. Throws Error: Unsupported (a way to stretch
/// that is not known, with those that are), Malformed.
Rotary readRotary(const ConfigFields& fields, const Config& config, const RotaryDefaults& defaults = {});

} // namespace mayfly
