#pragma once

#include "engine/model/model.h"

#include <string>

namespace command {

/// Appends the object that describes a model, the same in every file: name, family, sizes, causal or not.
void appendModelJson(std::string& out, const mayfly::Model& model);

} // namespace command
