#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/text/bert_steps.h"
#include "engine/text/json_parts.h"
#include "engine/text/utf8.h"

namespace mayfly {
namespace {

/// `\w+|[^\w\s]+`, where a word is of letters, marks, digits and the underscore with its kin.
constexpr std::string_view wordPattern = R"([\p{L}\p{M}\p{Nd}\p{Pc}]+|[^\p{L}\p{M}\p{Nd}\p{Pc}\s]+)";

PatternSplit splitBy(std::string_view pattern, Delimiters delimiters = Delimiters::Isolated, bool invert = false) {
    return {std::make_shared<const SplitPattern>(pattern), delimiters, invert};
}

Delimiters readDelimiters(const JsonFields& fields, Delimiters unsaid) {
    const std::string_view name = fields.text("behavior");
    if (name.empty()) return unsaid;
    if (name == "Removed") return Delimiters::Removed;
    if (name == "Isolated") return Delimiters::Isolated;
    if (name == "Contiguous") return Delimiters::Contiguous;
    if (name == "MergedWithPrevious") return Delimiters::MergedWithPrevious;
    if (name == "MergedWithNext") return Delimiters::MergedWithNext;
    failUnsupported(fields, "has the behavior " + inQuotes(name) + ", which Mayfly does not know.");
}

PretokenizerStep readSplit(const JsonFields& fields) {
    const auto pattern = fields.object("pattern");
    if (!pattern) fields.reject("pattern", "an object");
    const Delimiters delimiters = readDelimiters(fields, Delimiters::Isolated);
    const bool invert = fields.flag("invert").value_or(false);
    const std::string_view regex = pattern->text("Regex");
    if (regex.empty()) {
        if (pattern->text("String").empty()) pattern->reject("String", "a text that is not empty");
        return StringSplit{std::string(pattern->text("String")), delimiters, invert};
    }
    if (!isPublishedPattern(regex))
        failUnsupported(*pattern, "is " + inQuotes(regex) + ", which is none of the split patterns that Mayfly knows.");
    return splitBy(regex, delimiters, invert);
}

Metaspace::Prepends readPrepends(const JsonFields& fields) {
    const std::string_view scheme = fields.text("prepend_scheme");
    if (scheme == "always") return Metaspace::Prepends::Always;
    if (scheme == "first") return Metaspace::Prepends::First;
    if (scheme == "never") return Metaspace::Prepends::Never;
    if (!scheme.empty())
        failUnsupported(fields, "has the prepend_scheme " + inQuotes(scheme) + ", which Mayfly does not know.");
    return fields.flag("add_prefix_space").value_or(true) ? Metaspace::Prepends::Always : Metaspace::Prepends::Never;
}

Metaspace readMetaspace(const JsonFields& fields) {
    Metaspace step;
    if (!fields.text("replacement").empty()) step.replacement = fields.text("replacement");
    if (utf8Step(step.replacement, 0).length != step.replacement.size())
        fields.reject("replacement", "a single character");
    step.prepends = readPrepends(fields);
    step.splits = fields.flag("split").value_or(true);
    return step;
}

void readByteLevel(const JsonFields& fields, TokenizerDraft& draft) {
    draft.spelling = Spelling::Bytes;
    if (fields.flag("add_prefix_space").value_or(true)) draft.pretokenizer.emplace_back(PrefixSpace{});
    if (fields.flag("use_regex").value_or(true)) draft.pretokenizer.emplace_back(splitBy(gpt2SplitPattern));
}

void readStep(const JsonFields& fields, TokenizerDraft& draft) {
    using Kind = CharacterSplit::Kind;
    const std::string_view type = fields.text("type");
    const auto add = [&draft](PretokenizerStep step) { draft.pretokenizer.push_back(std::move(step)); };
    if (type == "ByteLevel") return readByteLevel(fields, draft);
    if (type == "Split") return add(readSplit(fields));
    if (type == "Metaspace") return add(readMetaspace(fields));
    if (type == "BertPreTokenizer") return appendBertCuts(draft.pretokenizer);
    if (type == "Whitespace") return add(splitBy(wordPattern, Delimiters::Removed, true));
    if (type == "WhitespaceSplit") return add(CharacterSplit{Kind::WhiteSpace, Delimiters::Removed});
    if (type == "Punctuation")
        return add(CharacterSplit{Kind::Punctuation, readDelimiters(fields, Delimiters::Isolated)});
    if (type == "Digits") {
        const bool each = fields.flag("individual_digits").value_or(false);
        return add(CharacterSplit{Kind::Number, each ? Delimiters::Isolated : Delimiters::Contiguous});
    }
    failUnsupported(fields, "has a step of type " + inQuotes(type) + ", which Mayfly does not know.");
}

} // namespace

void readPretokenizer(const JsonFields& top, TokenizerDraft& draft) {
    const auto pretokenizer = top.object("pre_tokenizer");
    if (!pretokenizer) return;
    for (const JsonFields& fields : flattened(*pretokenizer, "pretokenizers")) readStep(fields, draft);
}

} // namespace mayfly
