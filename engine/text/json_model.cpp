#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/text/json_parts.h"

#include <cmath>

namespace mayfly {

namespace dom = simdjson::dom;

namespace {

void readVocabulary(const JsonFields& model, Vocabulary& vocabulary) {
    const auto field = model.value("vocab");
    dom::object words;
    if (!field || field->get(words) != simdjson::SUCCESS) model.reject("vocab", "an object of tokens and ids");
    for (const auto& [word, id] : words) vocabulary.addWord(word, readTokenId(id, model.where(), word), model.where());
    vocabulary.requireWords(model.where());
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
                    where + " has a merge that is not a pair of tokens: " + shown(merge) + '.');
    return {left, right};
}

std::optional<TokenId> findUnknown(const JsonFields& model, const Vocabulary& vocabulary) {
    const std::string_view text = model.text("unk_token");
    return text.empty() ? std::nullopt : vocabulary.find(text);
}

void readBytePairs(const JsonFields& model, TokenizerDraft& draft) {
    for (const std::string_view affix : {"continuing_subword_prefix", "end_of_word_suffix"})
        if (!model.text(affix).empty())
            failUnsupported(model, "has a " + std::string(affix) + ' ' + inQuotes(model.text(affix)) +
                                       ", which Mayfly does not know.");
    draft.byteFallback = model.flag("byte_fallback").value_or(false);
    readVocabulary(model, draft.vocabulary);
    BytePairSettings settings;
    settings.unknown = findUnknown(model, draft.vocabulary);
    settings.fuseUnknown = model.flag("fuse_unk").value_or(false);
    settings.ignoreMerges = model.flag("ignore_merges").value_or(false);
    if (!model.value("merges")) model.reject("merges", "a list of pairs of tokens");
    for (const dom::element& element : model.list("merges")) {
        const auto [left, right] = readMerge(element, model.where());
        Merge merge = mergeOf(draft.vocabulary, left, right, model.where());
        merge.rank = static_cast<std::uint32_t>(settings.merges.size());
        settings.merges.push_back(merge);
    }
    addBytePairs(draft, std::move(settings));
}

void readWordPieces(const JsonFields& model, TokenizerDraft& draft) {
    constexpr std::int64_t largest = 1000; // the cost of a word may grow with its square
    std::int64_t longestWord = 100;
    const auto field = model.value("max_input_chars_per_word");
    if (field && (field->get(longestWord) != simdjson::SUCCESS || longestWord < 0 || longestWord > largest))
        model.reject("max_input_chars_per_word", "a number from 0 to " + std::to_string(largest));
    draft.spelling = Spelling::WordPieces;
    draft.continuation = model.value("continuing_subword_prefix") ? model.text("continuing_subword_prefix") : "##";
    readVocabulary(model, draft.vocabulary);
    const std::optional<TokenId> unknown = findUnknown(model, draft.vocabulary);
    if (!unknown) model.reject("unk_token", "a token of the vocabulary");
    addWordPieces(draft, unknown, std::size_t(longestWord));
}

/// A piece and its score; its id is its place in the list.
double readPiece(const dom::element& element, const JsonFields& model, Vocabulary& vocabulary) {
    dom::array pair;
    std::string_view text;
    double score = 0;
    if (element.get(pair) != simdjson::SUCCESS || pair.size() != 2 || pair.at(0).get(text) != simdjson::SUCCESS ||
        pair.at(1).get(score) != simdjson::SUCCESS || !std::isfinite(score))
        throw Error(ErrorKind::Malformed,
                    model.where() + " has a piece that is not a text and its score: " + shown(element) + '.');
    vocabulary.addWord(text, static_cast<TokenId>(vocabulary.words().size()), model.where());
    return score;
}

void readUnigram(const JsonFields& model, TokenizerDraft& draft) {
    draft.byteFallback = model.flag("byte_fallback").value_or(false);
    std::vector<TokenId> pieces;
    std::vector<double> scores;
    for (const dom::element& element : model.list("vocab")) {
        pieces.push_back(static_cast<TokenId>(pieces.size()));
        scores.push_back(readPiece(element, model, draft.vocabulary));
    }
    draft.vocabulary.requireWords(model.where());
    std::optional<TokenId> unknown;
    if (const auto id = model.value("unk_id")) unknown = readTokenId(*id, model.where(), "unk_id");
    if (unknown && std::size_t(*unknown) >= pieces.size()) model.reject("unk_id", "the id of a piece");
    addUnigram(draft, pieces, std::move(scores), unknown);
}

} // namespace

void readModel(const JsonFields& top, TokenizerDraft& draft) {
    const auto model = top.object("model");
    if (!model) top.reject("model", "an object");
    const std::string_view type = model->text("type");
    if (type == "BPE" || (type.empty() && model->value("merges"))) // the oldest files do not say
        return readBytePairs(*model, draft);
    if (type == "WordPiece") return readWordPieces(*model, draft);
    if (type == "Unigram") return readUnigram(*model, draft);
    failUnsupported(*model, "is of type " + inQuotes(type) + "; Mayfly knows \"BPE\", \"WordPiece\" and \"Unigram\".");
}

} // namespace mayfly
