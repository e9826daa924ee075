#pragma once

#include "engine/forward/kernels.h"
#include "engine/model/checkpoint.h"
#include "engine/model/model.h"

#include <filesystem>
#include <memory>
#include <string>
#include <utility>

/// A model of which a test wants the numbers alone: without a tokenizer, for texts that are longer than a block where the
/// positions allow it, and, if it is told so, bidirectional or without sliding windows.
inline std::shared_ptr<const mayfly::Model> modelOf(const std::filesystem::path& folder, bool causal = true, bool windows = true) {
    mayfly::Checkpoint checkpoint = mayfly::readCheckpoint(folder);
    if (!checkpoint.config.learnedPositions) checkpoint.config.context = 200;
    if (!causal) checkpoint.config.causal = false;
    if (!windows) checkpoint.config.windows.clear();
    return std::make_shared<const mayfly::Model>("", folder, checkpoint.config, std::move(checkpoint.weights), nullptr,
                                                 std::string(), mayfly::chosenKernels());
}
