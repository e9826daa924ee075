#pragma once

#include "engine/model/model.h"
#include "engine/reading/head_probe.h"

#include <QString>

#include <string>

namespace command {

/// A probe as JSON: the model, how it was probed, and every head with its label and scores. A score that JSON cannot say
/// (NaN or infinite, from broken weights) is null.
std::string headsJson(const mayfly::Model& model, const mayfly::HeadProbe& probe);

/// The same heads as comma-separated values after a line of names.
std::string headsCsv(const mayfly::HeadProbe& probe);

/// The same for a reader: aligned columns, three decimals, and at the end the best head of each kind that there is.
QString headsTable(const mayfly::HeadProbe& probe);

} // namespace command
