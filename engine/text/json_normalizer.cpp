#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/text/bert_steps.h"
#include "engine/text/json_parts.h"

#include <algorithm>

namespace mayfly {
namespace {

constexpr std::size_t longestPrefix = 64;
constexpr double mostGrowth = 200;

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

Prepend readPrepend(const JsonFields& fields) {
    const std::string_view text = fields.text("prepend");
    if (text.size() > longestPrefix)
        failUnsupported(fields, "puts " + std::to_string(text.size()) + " bytes before a text; Mayfly puts " +
                                    std::to_string(longestPrefix) + " there at most.");
    return {std::string(text)};
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
    if (type == "Prepend") return readPrepend(fields);
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

/// How many times as long a step can make a text.
double growthOf(const NormalizerStep& step) {
    if (const auto* form = std::get_if<UnicodeForm>(&step))
        return *form == UnicodeForm::NFC || *form == UnicodeForm::NFD ? 3 : 11; // by Unicode's annex 15
    if (std::holds_alternative<Precompiled>(step)) return CharacterMap::mostGrowth;
    const auto* replace = std::get_if<Replace>(&step);
    return replace ? std::max(1.0, double(replace->content.size()) / double(replace->pattern.size())) : 1;
}

/// Twenty steps that double a text would make a million of it. Published normalizers hold one form, one map and a few
/// replacements.
void requireModestGrowth(const JsonFields& fields, const std::vector<NormalizerStep>& steps) {
    double growth = 1;
    for (const NormalizerStep& step : steps) growth *= growthOf(step);
    if (growth > mostGrowth) failUnsupported(fields, "can make a text more than " + std::to_string(int(mostGrowth)) + " times as long.");
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
    requireModestGrowth(*normalizer, draft.normalizer);
}

} // namespace mayfly
