#pragma once

#include "engine/model/hub.h"

#include <QString>

#include <vector>

namespace command {

/// The built-in model and those of the Hugging Face cache, in this order.
std::vector<mayfly::FoundModel> allModels();

/// A line a model under a line of headings: name, family, layers × heads, size, and why it cannot be opened.
QString modelsTable(const std::vector<mayfly::FoundModel>& models);

} // namespace command
