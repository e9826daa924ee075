#pragma once

#include "app/command/command_line.h"
#include "app/snapshot/snapshot.h"
#include "engine/model/model.h"

#include <QString>

#include <memory>

namespace command {

/// The model of that name, as `models::loadModel` finds it. What it warns of, such as weights that are no numbers, is said on
/// standard error.
std::shared_ptr<const mayfly::Model> openModel(const QString& name);

/// Runs the model on a command's text or ids. Where there are more tokens than the context holds, one line on standard
/// error says so. Throws mayfly::Error: a file that cannot be read or holds more than 16 MB, an id outside the vocabulary (of those left out
/// too), a text for a model without a tokenizer.
SnapshotPtr compute(const std::shared_ptr<const mayfly::Model>& model, const Input& input);

} // namespace command
