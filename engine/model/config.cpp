#include "engine/model/config.h"

#include "engine/files/in_quotes.h"
#include "engine/model/family.h"

#include <cmath>
#include <cstdint>

namespace mayfly {

namespace {

/// "GPT2LMHeadModel" is of the family "GPT2", and "Gemma2ForCausalLM" not of "Gemma".
bool isOf(std::string_view architecture, const Family& family) {
    if (!architecture.starts_with(family.architecture)) return false;
    const std::string_view rest = architecture.substr(family.architecture.size());
    return rest.empty() || rest.starts_with("For") || rest.ends_with("Model");
}

std::string familyOf(const ConfigFields& fields) {
    const std::string modelType = fields.text("model_type", "");
    if (!modelType.empty()) return modelType;
    for (const std::string_view architecture : fields.list("architectures"))
        for (const Family& family : families())
            if (isOf(architecture, family)) return std::string(family.modelType);
    return {};
}

/// Sizes that make sense one by one may not make sense together.
void requireWidth(const ConfigFields& fields, const Config& config) {
    if (std::int64_t(config.heads) * config.dHead > 4 * mostWidth)
        fields.fail(ErrorKind::Malformed, "its " + std::to_string(config.heads) + " heads of " +
                                              std::to_string(config.dHead) + " dimensions cannot be right.");
}

std::string knownFamilies() {
    std::string names;
    for (const Family& family : families()) names += (names.empty() ? "" : ", ") + std::string(family.modelType);
    return names;
}

} // namespace

float Config::scaleOf(int layer) const {
    return float(1.0 / (std::sqrt(scale.size) * (scale.byInverseLayer ? layer + 1.0 : 1.0)));
}

void Config::capLogits(std::span<float> logits) const {
    if (logitCap <= 0) return;
    for (float& logit : logits) logit = logitCap * std::tanh(logit / logitCap);
}

Config readConfig(const std::filesystem::path& file) {
    const JsonDocument document(file);
    const ConfigFields fields(document.members(), document.where());
    const std::string name = familyOf(fields);
    if (name.empty())
        fields.fail(ErrorKind::Unsupported, "it names no model_type; these are supported: " + knownFamilies() + '.');
    const Family* family = findFamily(name);
    if (family == nullptr)
        fields.fail(ErrorKind::Unsupported,
                    "family " + inQuotes(name) + " is not supported; these are: " + knownFamilies() + '.');
    Config config = family->read(fields);
    requireWidth(fields, config);
    config.family = name;
    return config;
}

std::string readFamily(const std::filesystem::path& file) {
    const JsonDocument document(file);
    return familyOf(ConfigFields(document.members(), document.where()));
}

} // namespace mayfly
