#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/text/bert_steps.h"
#include "engine/text/json_parts.h"

namespace mayfly {
namespace {

/// A plain string, or a run of them: the one pattern that published normalizers hold.
Replace readReplace(const JsonFields& fields) {
    const auto pattern = fields.object("pattern");
    if (!pattern) fields.reject("pattern", "an object");
    Replace step{std::string(pattern->text("String")), std::string(fields.text("content"))};
    if (const std::string_view regex = pattern->text("Regex"); !regex.empty()) {
        if (regex != " {2,}")
            failUnsupported(*pattern, "is the regular expression " + inQuotes(regex) + ", which Mayfly does not know.");
        step.pattern = " ";
        step.takesRuns = true;
    }
    if (step.pattern.empty()) pattern->reject("String", "a text that is not empty");
    return step;
}

NormalizerStep readStep(const JsonFields& fields) {
    const std::string_view type = fields.text("type");
    if (type == "NFC") return UnicodeForm::NFC;
    if (type == "NFD") return UnicodeForm::NFD;
    if (type == "NFKC") return UnicodeForm::NFKC;
    if (type == "NFKD") return UnicodeForm::NFKD;
    if (type == "Lowercase") return Lowercase{};
    if (type == "StripAccents") return StripAccents{};
    if (type == "Replace") return readReplace(fields);
    if (type == "Prepend") return Prepend{std::string(fields.text("prepend"))};
    if (type == "Precompiled")
        return Precompiled{
            std::make_shared<const CharacterMap>(bytesOfBase64(fields.text("precompiled_charsmap")), fields.where())};
    if (type == "Strip")
        return Strip{fields.flag("strip_left").value_or(true), fields.flag("strip_right").value_or(true)};
    failUnsupported(fields, "has a step of type " + inQuotes(type) + ", which Mayfly does not know.");
}

BertNormalization readBert(const JsonFields& fields) {
    BertNormalization bert;
    bert.cleansText = fields.flag("clean_text").value_or(true);
    bert.spacesOutIdeographs = fields.flag("handle_chinese_chars").value_or(true);
    bert.lowercases = fields.flag("lowercase").value_or(true);
    bert.stripsAccents = fields.flag("strip_accents");
    return bert;
}

} // namespace

void readNormalizer(const JsonFields& top, TokenizerDraft& draft) {
    const auto normalizer = top.object("normalizer");
    if (!normalizer) return;
    for (const JsonFields& fields : flattened(*normalizer, "normalizers")) {
        if (fields.text("type") == "BertNormalizer")
            appendSteps(readBert(fields), draft.normalizer);
        else
            draft.normalizer.push_back(readStep(fields));
    }
}

} // namespace mayfly
