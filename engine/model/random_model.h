#pragma once

#include "engine/model/stored.h"
#include "engine/text/tokenizer.h"

#include <memory>

namespace mayfly {

struct Kernels;
class Model;

/// GPT-2 small with random weights in the given type, made in memory: a subject for measurements that is always at hand.
/// 0.5 GB in float32. Without a tokenizer it takes ids only; one of fewer words than GPT-2's will do.
std::shared_ptr<const Model> randomGpt2(Precision precision, const Kernels& kernels,
                                        std::unique_ptr<const Tokenizer> tokenizer = nullptr);

} // namespace mayfly
