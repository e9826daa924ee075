#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/text/json_parts.h"

namespace mayfly {

namespace dom = simdjson::dom;

namespace {

using Ids = std::vector<TokenId>;

/// What one processor adds at the ends.
struct Ends {
    Ids before;
    Ids after;
};

/// The ids that a template's special token stands for.
Ids readTemplateIds(const JsonFields& processor, const JsonFields& item, const Vocabulary& vocabulary) {
    const auto known = processor.object("special_tokens");
    const auto value = known ? known->value(item.text("id")) : std::nullopt;
    if (!value) item.reject("id", "one of the template's special tokens");
    const JsonFields entry(*value, known->where() + ": " + inQuotes(item.text("id")));
    Ids ids;
    for (const dom::element& id : entry.list("ids")) {
        ids.push_back(readTokenId(id, entry.where(), item.text("id")));
        if (!vocabulary.knows(ids.back())) entry.reject("ids", "ids of the vocabulary");
    }
    return ids;
}

/// A template such as <s> $A: what stands before and after the text.
Ends readTemplate(const JsonFields& processor, const Vocabulary& vocabulary) {
    const std::vector<dom::element> items = processor.list("single");
    if (items.size() > 16) // each may name the same long list of ids
        failUnsupported(processor, "has a template of " + std::to_string(items.size()) + " parts; Mayfly reads 16.");
    Ends ends;
    bool sawText = false;
    for (const dom::element& element : items) {
        const JsonFields item(element, processor.where() + ": single");
        if (item.object("Sequence")) {
            if (sawText) failUnsupported(processor, "repeats the text, which Mayfly does not know.");
            sawText = true;
        } else if (const auto special = item.object("SpecialToken")) {
            Ids& end = sawText ? ends.after : ends.before;
            const Ids ids = readTemplateIds(processor, *special, vocabulary);
            end.insert(end.end(), ids.begin(), ids.end());
            if (end.size() > 64) failUnsupported(processor, "adds more than the 64 tokens that Mayfly reads.");
        } else {
            failUnsupported(item, "holds neither a Sequence nor a SpecialToken.");
        }
    }
    if (!sawText) failUnsupported(processor, "leaves the text out, which Mayfly does not know.");
    return ends;
}

/// A pair of a token's text and id.
Ids readPair(const JsonFields& processor, std::string_view name, const Vocabulary& vocabulary) {
    const std::vector<dom::element> pair = processor.list(name);
    std::string_view text;
    if (pair.size() != 2 || pair[0].get(text) != simdjson::SUCCESS) processor.reject(name, "a token and its id");
    const TokenId id = readTokenId(pair[1], processor.where(), text);
    if (!vocabulary.knows(id)) processor.reject(name, "a token of the vocabulary");
    return {id};
}

Ends readEnds(const JsonFields& processor, const Vocabulary& vocabulary) {
    const std::string_view type = processor.text("type");
    if (type == "ByteLevel") return {}; // it trims offsets, which ours never are
    if (type == "TemplateProcessing") return readTemplate(processor, vocabulary);
    if (type == "RobertaProcessing" || type == "BertProcessing")
        return {readPair(processor, "cls", vocabulary), readPair(processor, "sep", vocabulary)};
    failUnsupported(processor, "has a step of type " + inQuotes(type) + ", which Mayfly does not know.");
}

} // namespace

void readPostProcessor(const JsonFields& top, TokenizerDraft& draft) {
    const auto whole = top.object("post_processor");
    if (!whole) return;
    const std::vector<JsonFields> processors = flattened(*whole, "processors");
    if (processors.size() > 16)
        failUnsupported(*whole, "has " + std::to_string(processors.size()) + " steps; Mayfly reads 16.");
    for (const JsonFields& processor : processors) {
        const Ends ends = readEnds(processor, draft.vocabulary);
        draft.before.insert(draft.before.begin(), ends.before.begin(), ends.before.end());
        draft.after.insert(draft.after.end(), ends.after.begin(), ends.after.end());
    }
}

} // namespace mayfly
