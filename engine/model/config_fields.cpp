#include "engine/model/config_fields.h"

#include "engine/files/in_quotes.h"

#include <array>
#include <utility>

namespace mayfly {

const simdjson::dom::element* ConfigFields::find(std::string_view name) const {
    const auto found = m_members.find(name);
    return found == m_members.end() || found->second.is_null() ? nullptr : &found->second;
}

bool ConfigFields::isNull(std::string_view name) const { return m_members.contains(name) && find(name) == nullptr; }

std::string ConfigFields::text(std::string_view name, std::string fallback) const {
    const auto* value = find(name);
    if (value == nullptr) return fallback;
    std::string_view text;
    if (value->get(text) != simdjson::SUCCESS) reject(name, *value, "a string");
    return std::string(text);
}

bool ConfigFields::flag(std::string_view name, bool fallback) const {
    const auto* value = find(name);
    if (value != nullptr && value->get(fallback) != simdjson::SUCCESS) reject(name, *value, "true or false");
    return fallback;
}

int ConfigFields::count(std::initializer_list<std::string_view> names, int fallback, int most) const {
    for (const std::string_view name : names)
        if (const auto* value = find(name)) {
            std::int64_t number = 0;
            if (value->get(number) != simdjson::SUCCESS || number < 1 || number > most)
                reject(name, *value, "a whole number from 1 to " + std::to_string(most));
            return int(number);
        }
    return fallback;
}

int ConfigFields::index(std::string_view name, int fallback, int most) const {
    const auto* value = find(name);
    if (value == nullptr) return fallback;
    std::int64_t number = 0;
    if (value->get(number) != simdjson::SUCCESS || number < 0 || number > most)
        reject(name, *value, "a whole number from 0 to " + std::to_string(most));
    return int(number);
}

double ConfigFields::number(std::string_view name, double fallback, double least, double most) const {
    const auto* value = find(name);
    if (value == nullptr) return fallback;
    double number = 0;
    if (value->get(number) != simdjson::SUCCESS || !(float(number) > float(least)) || number > most) {
        const auto shortened = [](double bound) {
            std::string text = std::to_string(bound);
            text.erase(text.find_last_not_of('0') + 1);
            return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
        };
        reject(name, *value, "a number above " + shortened(least) + ", at most " + shortened(most));
    }
    return number;
}

std::vector<std::string> ConfigFields::layerNames(std::string_view name, int layers) const {
    if (!has(name)) return {};
    std::vector<std::string> names;
    for (const std::string_view item : list(name)) names.emplace_back(item);
    if (names.size() != std::size_t(layers))
        reject(name, *find(name), "a list of " + std::to_string(layers) + " strings, one for each layer");
    return names;
}

std::vector<std::string_view> ConfigFields::list(std::string_view name) const {
    std::vector<std::string_view> items;
    simdjson::dom::array array;
    const auto* value = find(name);
    if (value == nullptr || value->get(array) != simdjson::SUCCESS) return items;
    for (const auto item : array)
        if (std::string_view text; item.get(text) == simdjson::SUCCESS) items.push_back(text);
    return items;
}

std::optional<ConfigFields> ConfigFields::object(std::string_view name) const {
    const auto* value = find(name);
    if (value == nullptr) return std::nullopt;
    if (!value->is_object()) reject(name, *value, "an object");
    const std::string where = m_where + ": " + std::string(name);
    return ConfigFields(membersOf(*value, where), where);
}

void ConfigFields::fail(ErrorKind kind, const std::string& what) const { throw Error(kind, m_where + ": " + what); }

void ConfigFields::reject(std::string_view name, const simdjson::dom::element& value,
                          const std::string& wanted) const {
    fail(ErrorKind::Malformed, std::string(name) + " is " + shown(value) + ", but must be " + wanted + '.');
}

Config readSizes(const ConfigFields& fields, const Sizes& defaults) {
    Config config;
    config.layers = fields.count({"n_layer", "num_hidden_layers", "n_layers"}, defaults.layers, mostLayers);
    config.dModel = fields.count({"n_embd", "hidden_size", "dim"}, defaults.dModel, mostWidth);
    config.heads = fields.count({"n_head", "num_attention_heads", "n_heads"}, defaults.heads, mostWidth);
    config.kvHeads = config.heads;
    const int dMlp = defaults.dMlp > 0 ? defaults.dMlp : 4 * config.dModel;
    config.dMlp = fields.count({"n_inner", "intermediate_size", "hidden_dim"}, dMlp, 4 * mostWidth);
    config.context = fields.count({"n_positions", "n_ctx", "max_position_embeddings"}, defaults.context, mostContext);
    config.vocab = fields.count({"vocab_size"}, defaults.vocab, mostVocab);
    return config;
}

void divideHeads(const ConfigFields& fields, Config& config) {
    if (config.dModel % config.heads != 0)
        fields.fail(ErrorKind::Malformed, "its width of " + std::to_string(config.dModel) +
                                              " cannot be divided among " + std::to_string(config.heads) + " heads.");
    config.dHead = config.dModel / config.heads;
}

void requireGroups(const ConfigFields& fields, const Config& config) {
    if (config.heads % config.kvHeads != 0)
        fields.fail(ErrorKind::Malformed, "its " + std::to_string(config.heads) + " heads cannot share " +
                                              std::to_string(config.kvHeads) + " key heads evenly.");
}

Activation readActivation(const ConfigFields& fields, std::string_view name, std::string fallback) {
    static constexpr std::array<std::pair<std::string_view, Activation>, 8> known{{
        {"gelu_new", Activation::GeluTanh},
        {"gelu_pytorch_tanh", Activation::GeluTanh},
        {"gelu_fast", Activation::GeluTanh},
        {"gelu", Activation::GeluErf},
        {"gelu_python", Activation::GeluErf},
        {"relu", Activation::Relu},
        {"silu", Activation::Silu},
        {"swish", Activation::Silu},
    }};
    const std::string wanted = fields.text(name, std::move(fallback));
    std::string names;
    for (const auto& [each, activation] : known) {
        if (wanted == each) return activation;
        names += (names.empty() ? "" : ", ") + std::string(each);
    }
    fields.fail(ErrorKind::Unsupported,
                std::string(name) + ' ' + inQuotes(wanted) + " is not supported; these are: " + names + '.');
}

} // namespace mayfly
