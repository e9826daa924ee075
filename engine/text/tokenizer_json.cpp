#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/text/json_fields.h"
#include "engine/text/tokenizer_files.h"

namespace mayfly {

namespace dom = simdjson::dom;

namespace {

[[noreturn]] void failUnsupported(const JsonFields& fields, const std::string& what) {
    throw Error(ErrorKind::Unsupported, fields.where() + ' ' + what);
}

void requireKind(const JsonFields& fields, std::string_view kind) {
    const std::string_view found = fields.text("type");
    if (found != kind)
        failUnsupported(fields, "is of type " + inQuotes(found) + "; Mayfly knows " + inQuotes(kind) + " (GPT-2).");
}

void readVocabulary(const JsonFields& model, BpePartsBuilder& builder) {
    const auto field = model.value("vocab");
    dom::object vocabulary;
    if (!field || field->get(vocabulary) != simdjson::SUCCESS) model.reject("vocab", "an object of tokens and ids");
    for (const auto& [letters, id] : vocabulary)
        builder.addWord(letters, readTokenId(id, model.where(), letters), model.where());
}

/// Merges are strings "a b" or, in newer files, pairs ["a", "b"].
std::pair<std::string_view, std::string_view> readMerge(const dom::element& merge, const std::string& where) {
    std::string_view text;
    dom::array pair;
    std::string_view left;
    std::string_view right;
    if (merge.get(text) == simdjson::SUCCESS) {
        const std::size_t space = text.find(' ');
        if (space != std::string_view::npos) {
            left = text.substr(0, space);
            right = text.substr(space + 1);
        }
    } else if (merge.get(pair) == simdjson::SUCCESS && pair.size() == 2) {
        if (pair.at(0).get(left) != simdjson::SUCCESS || pair.at(1).get(right) != simdjson::SUCCESS) left = {};
    }
    if (left.empty() || right.empty())
        throw Error(ErrorKind::Malformed,
                    where + " has the merge " + shown(merge) + ", which is not a pair of tokens.");
    return {left, right};
}

void readModel(const JsonFields& model, BpePartsBuilder& builder) {
    if (model.value("type")) requireKind(model, "BPE"); // the oldest files do not say
    for (const std::string_view affix : {"continuing_subword_prefix", "end_of_word_suffix"})
        if (!model.text(affix).empty())
            failUnsupported(model, "has a " + std::string(affix) + ' ' + inQuotes(model.text(affix)) +
                                       ", which Mayfly does not know.");
    if (model.flag("byte_fallback").value_or(false))
        failUnsupported(model, "asks for byte_fallback, which Mayfly does not know.");
    builder.settings.ignoreMerges = model.flag("ignore_merges").value_or(false);

    readVocabulary(model, builder);
    for (const dom::element& merge : model.list("merges")) {
        const auto [left, right] = readMerge(merge, model.where());
        builder.addMerge(left, right, model.where());
    }
    if (!model.text("unk_token").empty()) builder.settings.unknown = builder.find(model.text("unk_token"));
}

void readAdded(const JsonFields& top, BpePartsBuilder& builder) {
    for (const dom::element& element : top.list("added_tokens")) {
        const JsonFields fields(element, top.where() + ": added_tokens");
        AddedToken token = readAddedToken(fields);
        const auto id = fields.value("id");
        if (!id) fields.reject("id", "the token's id");
        token.id = readTokenId(*id, fields.where(), token.content);
        const std::string clash = builder.addAdded(token);
        if (!clash.empty())
            throw Error(ErrorKind::Malformed, fields.where() + ": " + inQuotes(token.content) + " with the id " +
                                                  std::to_string(token.id) + ' ' + clash + '.');
    }
}

void readPreTokenizer(const JsonFields& top, BpePartsBuilder& builder) {
    const auto fields = top.object("pre_tokenizer");
    if (!fields) failUnsupported(top, "has no pre_tokenizer; Mayfly knows \"ByteLevel\" (GPT-2).");
    requireKind(*fields, "ByteLevel");
    if (!fields->flag("use_regex").value_or(true))
        failUnsupported(*fields, "says use_regex: false, but names no other way to split text.");
    builder.settings.addPrefixSpace = fields->flag("add_prefix_space").value_or(true);
}

/// The ids that a template's special token stands for.
std::vector<TokenId> readTemplateIds(const JsonFields& processor, const JsonFields& item,
                                     const BpePartsBuilder& builder) {
    const auto known = processor.object("special_tokens");
    const auto entry = known ? known->object(item.text("id")) : std::nullopt;
    if (!entry) item.reject("id", "one of the template's special tokens");
    std::vector<TokenId> ids;
    for (const dom::element& id : entry->list("ids")) {
        ids.push_back(readTokenId(id, entry->where(), item.text("id")));
        if (!builder.knows(ids.back())) entry->reject("ids", "ids of the vocabulary");
    }
    return ids;
}

/// A template such as <s> $A: what stands before and after the text.
void readTemplate(const JsonFields& processor, BpePartsBuilder& builder) {
    const std::vector<dom::element> items = processor.list("single");
    if (items.size() > 16) // each may name the same long list of ids
        failUnsupported(processor, "has a template of " + std::to_string(items.size()) + " parts; Mayfly reads 16.");
    bool sawText = false;
    for (const dom::element& element : items) {
        const JsonFields item(element, processor.where() + ": single");
        if (item.object("Sequence")) {
            if (sawText) failUnsupported(processor, "repeats the text, which Mayfly does not know.");
            sawText = true;
        } else if (const auto special = item.object("SpecialToken")) {
            std::vector<TokenId>& end = sawText ? builder.settings.after : builder.settings.before;
            const std::vector<TokenId> ids = readTemplateIds(processor, *special, builder);
            end.insert(end.end(), ids.begin(), ids.end());
        } else {
            failUnsupported(item, "holds neither a Sequence nor a SpecialToken.");
        }
    }
    if (!sawText) failUnsupported(processor, "leaves the text out, which Mayfly does not know.");
}

void readPostProcessor(const JsonFields& fields, BpePartsBuilder& builder) {
    const std::string_view type = fields.text("type");
    if (type == "ByteLevel") return; // it trims offsets, which ours never are
    if (type == "TemplateProcessing") return readTemplate(fields, builder);
    failUnsupported(fields,
                    "is of type " + inQuotes(type) + "; Mayfly knows \"ByteLevel\" and \"TemplateProcessing\".");
}

} // namespace

void readTokenizerJson(const std::filesystem::path& file, BpePartsBuilder& builder) {
    const JsonDocument document(file);
    const JsonFields top(document.members(), document.where());
    const auto model = top.object("model");
    if (!model) top.reject("model", "an object");
    if (const auto normalizer = top.object("normalizer"))
        failUnsupported(*normalizer, "is of type " + inQuotes(normalizer->text("type")) +
                                         "; Mayfly knows tokenizers without a normalizer (GPT-2).");
    readPreTokenizer(top, builder);
    readModel(*model, builder);
    readAdded(top, builder);
    if (const auto processor = top.object("post_processor")) readPostProcessor(*processor, builder);
}

} // namespace mayfly
