#include "engine/model/config.h"

#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/files/json.h"

#include <array>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace mayfly {

namespace {

// Sizes beyond these are slips or attacks: the largest models known stay a factor of ten below.
constexpr int mostLayers = 1'000;
constexpr int mostWidth = 1 << 20;
constexpr int mostContext = 1 << 24;
constexpr int mostVocab = 1 << 24;

/// The top-level fields of one config.json. A field that is absent or null has its default.
class Fields {
public:
    explicit Fields(const JsonDocument& document) : m_document(document) {}

    std::string text(std::string_view name, std::string fallback) const {
        const auto* value = find(name);
        if (value == nullptr) return fallback;
        std::string_view text;
        if (value->get(text) != simdjson::SUCCESS) reject(name, *value, "a string");
        return std::string(text);
    }

    bool flag(std::string_view name, bool fallback) const {
        const auto* value = find(name);
        if (value != nullptr && value->get(fallback) != simdjson::SUCCESS) reject(name, *value, "true or false");
        return fallback;
    }

    /// The first of `names` that is there: configurations go by several names for one thing.
    int count(std::initializer_list<std::string_view> names, int fallback, int most) const {
        for (const std::string_view name : names)
            if (const auto* value = find(name)) {
                std::int64_t number = 0;
                if (value->get(number) != simdjson::SUCCESS || number < 1 || number > most)
                    reject(name, *value, "a whole number from 1 to " + std::to_string(most));
                return int(number);
            }
        return fallback;
    }

    float positive(std::string_view name, double fallback) const {
        const auto* value = find(name);
        if (value != nullptr && (value->get(fallback) != simdjson::SUCCESS || !(float(fallback) > 0) || fallback > 1))
            reject(name, *value, "a number above 0, at most 1");
        return float(fallback);
    }

    /// The strings of an array; anything else counts as none.
    std::vector<std::string_view> list(std::string_view name) const {
        std::vector<std::string_view> items;
        simdjson::dom::array array;
        const auto* value = find(name);
        if (value == nullptr || value->get(array) != simdjson::SUCCESS) return items;
        for (const auto item : array)
            if (std::string_view text; item.get(text) == simdjson::SUCCESS) items.push_back(text);
        return items;
    }

    [[noreturn]] void fail(ErrorKind kind, const std::string& what) const {
        throw Error(kind, m_document.where() + ": " + what);
    }

private:
    const simdjson::dom::element* find(std::string_view name) const {
        const auto found = m_document.members().find(name);
        return found == m_document.members().end() || found->second.is_null() ? nullptr : &found->second;
    }

    [[noreturn]] void reject(std::string_view name, const simdjson::dom::element& value,
                             const std::string& wanted) const {
        fail(ErrorKind::Malformed, std::string(name) + " is " + shown(value) + ", but must be " + wanted + '.');
    }

    const JsonDocument& m_document;
};

Activation gpt2Activation(const Fields& fields) {
    static constexpr std::array<std::pair<std::string_view, Activation>, 4> known{{
        {"gelu_new", Activation::GeluTanh},
        {"gelu_pytorch_tanh", Activation::GeluTanh},
        {"gelu", Activation::GeluErf},
        {"relu", Activation::Relu},
    }};
    const std::string name = fields.text("activation_function", "gelu_new");
    for (const auto& [known_, activation] : known)
        if (name == known_) return activation;
    fields.fail(ErrorKind::Unsupported, "activation_function " + inQuotes(name) +
                                            " is not supported; these are: gelu_new, gelu_pytorch_tanh, gelu, relu.");
}

/// Defaults are those of transformers' GPT2Config, which is GPT-2 small.
Config gpt2Config(const Fields& fields) {
    if (fields.flag("add_cross_attention", false))
        fields.fail(ErrorKind::Unsupported, "add_cross_attention is true, and cross-attention is not supported.");
    Config config;
    config.layers = fields.count({"n_layer", "num_hidden_layers"}, 12, mostLayers);
    config.dModel = fields.count({"n_embd", "hidden_size"}, 768, mostWidth);
    config.heads = fields.count({"n_head", "num_attention_heads"}, 12, mostWidth);
    config.kvHeads = config.heads;
    if (config.dModel % config.heads != 0)
        fields.fail(ErrorKind::Malformed, "n_embd is " + std::to_string(config.dModel) + ", which its n_head of " +
                                              std::to_string(config.heads) + " does not divide.");
    config.dHead = config.dModel / config.heads;
    config.dMlp = fields.count({"n_inner"}, 4 * config.dModel, 4 * mostWidth);
    config.context = fields.count({"n_positions", "n_ctx", "max_position_embeddings"}, 1024, mostContext);
    config.vocab = fields.count({"vocab_size"}, 50257, mostVocab);
    config.normEpsilon = fields.positive("layer_norm_epsilon", 1e-5);
    config.activation = gpt2Activation(fields);
    config.scale.bySqrtHeadSize = fields.flag("scale_attn_weights", true);
    config.scale.byInverseLayer = fields.flag("scale_attn_by_inverse_layer_idx", false);
    config.tiedUnembed = fields.flag("tie_word_embeddings", true);
    return config;
}

/// One row a family. A new one is a row, a function like gpt2Config, and its tensor names in checkpoint.cpp.
struct Family {
    std::string_view modelType;
    std::string_view architecture; ///< how its classes begin: GPT2LMHeadModel
    Config (*read)(const Fields&);
};

constexpr std::array<Family, 1> families{{
    {"gpt2", "GPT2", gpt2Config},
}};

std::string familyOf(const Fields& fields) {
    const std::string modelType = fields.text("model_type", "");
    if (!modelType.empty()) return modelType;
    for (const std::string_view architecture : fields.list("architectures"))
        for (const Family& family : families)
            if (architecture.starts_with(family.architecture)) return std::string(family.modelType);
    return {};
}

std::string knownFamilies() {
    std::string names;
    for (const Family& family : families) names += (names.empty() ? "" : ", ") + std::string(family.modelType);
    return names;
}

} // namespace

float Config::scaleOf(int layer) const {
    const double bySize = scale.bySqrtHeadSize ? std::sqrt(double(dHead)) : 1.0;
    const double byLayer = scale.byInverseLayer ? layer + 1.0 : 1.0;
    return float(1.0 / (bySize * byLayer));
}

Config readConfig(const std::filesystem::path& file) {
    const JsonDocument document(file);
    const Fields fields(document);
    const std::string name = familyOf(fields);
    for (const Family& family : families)
        if (name == family.modelType) {
            Config config = family.read(fields);
            config.family = name;
            return config;
        }
    if (name.empty())
        fields.fail(ErrorKind::Unsupported, "it names no model_type; these are supported: " + knownFamilies() + '.');
    fields.fail(ErrorKind::Unsupported,
                "family " + inQuotes(name) + " is not supported; these are: " + knownFamilies() + '.');
}

std::string readFamily(const std::filesystem::path& file) {
    const JsonDocument document(file);
    return familyOf(Fields(document));
}

} // namespace mayfly
