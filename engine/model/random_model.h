#pragma once

#include "engine/model/stored.h"

#include <memory>

namespace mayfly {

struct Kernels;
class Model;

/// GPT-2 small with random weights in the given type and no tokenizer, made in memory: a subject for measurements that is
/// always at hand. 0.5 GB in float32.
std::shared_ptr<const Model> randomGpt2(Precision precision, const Kernels& kernels);

} // namespace mayfly
