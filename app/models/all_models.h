#pragma once

#include "engine/model/hub.h"

#include <QString>

#include <vector>

namespace models {

/// The built-in model and those of the Hugging Face cache, in this order; reads some of every model's small files.
std::vector<mayfly::FoundModel> allModels();

/// A name, or a sentence that holds names, of the disk or of whoever called, as one line: `mayfly::inSentence`.
QString oneLine(const std::string& text);

/// "12 × 12", layers and heads; empty where they are not known.
QString shapeText(const mayfly::FoundModel& model);

/// "gpt2, 12 × 12, 548 MB", in as far as it is known.
QString detailText(const mayfly::FoundModel& model);

} // namespace models
