#include "engine/error.h"
#include "engine/files/file.h"
#include "engine/files/in_quotes.h"
#include "engine/text/json_fields.h"
#include "engine/text/tokenizer_files.h"

#include <algorithm>
#include <charconv>

namespace mayfly {

namespace dom = simdjson::dom;
namespace fs = std::filesystem;

namespace {

/// A special token is named by its text, or by an object that holds it as its content.
std::string contentOf(const dom::element& element, const std::string& where) {
    std::string_view text;
    if (element.get(text) == simdjson::SUCCESS) return std::string(text);
    return std::string(JsonFields(element, where).text("content"));
}

void readName(const JsonFields& fields, std::string_view name, std::string& text, TokenizerConfig& config) {
    const auto field = fields.value(name);
    if (!field) return;
    text = contentOf(*field, fields.where() + ": " + std::string(name));
    config.special.push_back(text);
}

/// bos_token and its kind, as both tokenizer_config.json and special_tokens_map.json hold them.
void readNames(const JsonFields& fields, TokenizerConfig& config) {
    readName(fields, "bos_token", config.bos, config);
    readName(fields, "eos_token", config.eos, config);
    readName(fields, "unk_token", config.unknown, config);
    readName(fields, "cls_token", config.cls, config);
    readName(fields, "sep_token", config.sep, config);
    std::string unused;
    for (const std::string_view name : {"pad_token", "mask_token"}) readName(fields, name, unused, config);
    for (const dom::element& element : fields.list("additional_special_tokens"))
        config.special.push_back(contentOf(element, fields.where() + ": additional_special_tokens"));
}

/// added_tokens_decoder: an object of tokens by their ids, which JSON must write as strings.
void readDecoder(const JsonFields& decoder, TokenizerConfig& config) {
    for (const auto& [name, element] : decoder.members()) {
        AddedToken token = readAddedToken(JsonFields(element, decoder.where()));
        const char* end = name.data() + name.size();
        const auto [rest, error] = std::from_chars(name.data(), end, token.id);
        if (error != std::errc() || rest != end || token.id < 0)
            throw Error(ErrorKind::Malformed,
                        decoder.where() + " names a token by " + inQuotes(name) + ", which is not an id.");
        config.added.push_back(std::move(token));
    }
}

void readSettings(const JsonFields& fields, TokenizerConfig& config) {
    std::string_view name = fields.text("tokenizer_class");
    if (name.ends_with("Fast")) name.remove_suffix(4);
    config.tokenizerClass = name;
    config.addPrefixSpace = fields.flag("add_prefix_space");
    config.addBos = fields.flag("add_bos_token");
    config.addEos = fields.flag("add_eos_token");
    config.legacy = fields.flag("legacy");
    config.lowercases = fields.flag("do_lower_case");
    config.spacesOutIdeographs = fields.flag("tokenize_chinese_chars");
    config.stripsAccents = fields.flag("strip_accents");
}

} // namespace

TokenizerConfig readTokenizerConfig(const fs::path& folder) {
    TokenizerConfig config;
    config.file = (folder / "tokenizer_config.json").string();
    if (const fs::path file = folder / "added_tokens.json"; isListed(file)) {
        const JsonDocument document(file);
        for (const auto& [content, id] : document.members())
            config.added.push_back({std::string(content), readTokenId(id, document.where(), content)});
    }
    if (const fs::path file = folder / "special_tokens_map.json"; isListed(file)) {
        const JsonDocument document(file);
        readNames(JsonFields(document.members(), document.where()), config);
    }
    if (const fs::path file = folder / "tokenizer_config.json"; isListed(file)) {
        const JsonDocument document(file);
        const JsonFields fields(document.members(), document.where());
        readSettings(fields, config);
        readNames(fields, config);
        if (const auto decoder = fields.object("added_tokens_decoder")) readDecoder(*decoder, config);
    }
    return config;
}

void addTokens(const TokenizerConfig& config, Vocabulary& vocabulary) {
    for (const AddedToken& token : config.added) vocabulary.addAdded(token);
    for (const std::string& text : config.special) vocabulary.makeSpecial(text);
}

void requireClass(const TokenizerConfig& config, std::initializer_list<std::string_view> known,
                  std::string_view files) {
    const std::string& name = config.tokenizerClass;
    if (name.empty() || std::find(known.begin(), known.end(), name) != known.end()) return;
    std::string list;
    for (const std::string_view one : known) list.append(list.empty() ? "" : ", ").append(one);
    throw Error(ErrorKind::Unsupported, config.file + " names the tokenizer_class " + inQuotes(name) + "; of " +
                                            std::string(files) + ", Mayfly knows " + list + '.');
}

} // namespace mayfly
