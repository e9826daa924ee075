#pragma once

#include "engine/model/hub.h"

#include <QString>

#include <vector>

namespace command {

/// A line a model under a line of headings: name, family, layers × heads, size, and why it cannot be opened.
QString modelsTable(const std::vector<mayfly::FoundModel>& models);

} // namespace command
