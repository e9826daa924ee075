#pragma once

#include "engine/model/config_fields.h"
#include "engine/model/tensor_names.h"

#include <span>

namespace mayfly {

/// A family of architectures, as Hugging Face names them.
struct Family {
    std::string_view modelType;    ///< of its config.json
    std::string_view architecture; ///< how the names of its classes begin: "GPT2" of "GPT2LMHeadModel"
    Config (*read)(const ConfigFields&);
    const TensorNames* names;
};

/// The families that Mayfly knows. A new one is a row, a function that reads its config.json, and its tensors' names.
std::span<const Family> families();

/// The family of that model_type, or null.
const Family* findFamily(std::string_view modelType);

// Each reads the config.json of a family; an absent field has the default of transformers' class for it.
Config readGpt2(const ConfigFields& fields);
Config readGptNeox(const ConfigFields& fields);
Config readLlama(const ConfigFields& fields);
Config readMistral(const ConfigFields& fields);
Config readQwen2(const ConfigFields& fields);
Config readQwen3(const ConfigFields& fields);
Config readGemma(const ConfigFields& fields);
Config readGemma2(const ConfigFields& fields);
Config readGemma3(const ConfigFields& fields);
Config readBert(const ConfigFields& fields);
Config readRoberta(const ConfigFields& fields);
Config readDistilBert(const ConfigFields& fields);

} // namespace mayfly
