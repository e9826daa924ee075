#include "engine/error.h"
#include "engine/files/file.h"
#include "engine/files/in_quotes.h"
#include "engine/text/protobuf.h"
#include "engine/text/tokenizer_files.h"
#include "engine/text/utf8.h"

#include <algorithm>
#include <cmath>

namespace mayfly {
namespace {

// The numbers of fields and values are those of sentencepiece_model.proto.

enum class PieceType : std::uint64_t { Normal = 1, Unknown = 2, Control = 3, UserDefined = 4, Unused = 5, Byte = 6 };

struct Piece {
    std::string_view text;
    float score = 0;
    PieceType type = PieceType::Normal;
};

struct SentencePieceModel {
    std::string where;
    std::vector<Piece> pieces;
    std::uint64_t modelType = 1;
    bool spaceIsSuffix = false;
    std::string_view bos = "<s>", eos = "</s>";
    bool addsPrefix = true;
    bool collapsesSpaces = true;
    bool marksSpaces = true;
    std::string_view charactersMap;
};

[[noreturn]] void failUnsupported(const SentencePieceModel& model, const std::string& what) {
    throw Error(ErrorKind::Unsupported, model.where + ' ' + what);
}

Piece readPiece(std::string_view bytes, const SentencePieceModel& model) {
    Piece piece;
    for (ProtobufReader reader(bytes, model.where); reader.next();) {
        if (reader.field() == 1) piece.text = reader.bytes();
        if (reader.field() == 2) piece.score = reader.real();
        if (reader.field() == 3) piece.type = static_cast<PieceType>(reader.number());
    }
    const std::string name = inQuotes(replaceInvalidUtf8(piece.text));
    if (!std::isfinite(piece.score))
        throw Error(ErrorKind::Malformed, model.where + " gives the piece " + name + " a score that is no number.");
    if (piece.text.size() > AddedTokens::longest)
        throw Error(ErrorKind::Malformed, model.where + " has the piece " + name + ", which is longer than " +
                                              std::to_string(AddedTokens::longest) + " bytes.");
    if (piece.type < PieceType::Normal || piece.type > PieceType::Byte)
        failUnsupported(model, "has the piece " + name + " of the type " +
                                   std::to_string(static_cast<std::uint64_t>(piece.type)) +
                                   ", which Mayfly does not know.");
    return piece;
}

void readTrainerSpec(std::string_view bytes, SentencePieceModel& model) {
    for (ProtobufReader reader(bytes, model.where); reader.next();) {
        if (reader.field() == 3) model.modelType = reader.number();
        if (reader.field() == 24) model.spaceIsSuffix = reader.number() != 0;
        if (reader.field() == 46) model.bos = reader.bytes();
        if (reader.field() == 47) model.eos = reader.bytes();
    }
}

void readNormalizerSpec(std::string_view bytes, SentencePieceModel& model) {
    for (ProtobufReader reader(bytes, model.where); reader.next();) {
        if (reader.field() == 2) model.charactersMap = reader.bytes();
        if (reader.field() == 3) model.addsPrefix = reader.number() != 0;
        if (reader.field() == 4) model.collapsesSpaces = reader.number() != 0;
        if (reader.field() == 5) model.marksSpaces = reader.number() != 0;
    }
}

/// What is read are views of `bytes`.
SentencePieceModel readModel(std::string_view bytes, const std::string& where) {
    SentencePieceModel model;
    model.where = where;
    for (ProtobufReader reader(bytes, where); reader.next();) {
        if (reader.field() == 1) model.pieces.push_back(readPiece(reader.bytes(), model));
        if (reader.field() == 2) readTrainerSpec(reader.bytes(), model);
        if (reader.field() == 3) readNormalizerSpec(reader.bytes(), model);
    }
    if (model.pieces.empty()) throw Error(ErrorKind::Malformed, where + " holds no pieces.");
    if (model.spaceIsSuffix) failUnsupported(model, "marks the ends of words, which Mayfly does not know.");
    if (!model.marksSpaces) failUnsupported(model, "does not mark spaces, which Mayfly does not know.");
    return model;
}

/// Control and unknown pieces are special tokens; pieces that somebody defined are found before anything is merged.
void addPieces(const SentencePieceModel& model, TokenizerDraft& draft) {
    for (std::size_t i = 0; i < model.pieces.size(); ++i) {
        const Piece& piece = model.pieces[i];
        const auto id = static_cast<TokenId>(i);
        draft.vocabulary.addWord(piece.text, id, model.where);
        draft.byteFallback = draft.byteFallback || piece.type == PieceType::Byte;
        if (piece.text.empty()) continue;
        AddedToken token{std::string(piece.text), id};
        token.special = piece.type != PieceType::UserDefined;
        token.isPiece = piece.type == PieceType::UserDefined;
        if (piece.type == PieceType::Control || piece.type == PieceType::Unknown || token.isPiece)
            draft.vocabulary.addAdded(token);
    }
}

void addNormalizer(const SentencePieceModel& model, const TokenizerConfig& config, TokenizerDraft& draft) {
    if (!model.charactersMap.empty())
        draft.normalizer.emplace_back(
            Precompiled{std::make_shared<const CharacterMap>(model.charactersMap, model.where)});
    if (model.collapsesSpaces) draft.normalizer.emplace_back(CollapseSpaces{});
    // Llama's first tokenizers took the text behind a special token for a beginning, too.
    if (config.addPrefixSpace.value_or(model.addsPrefix))
        draft.normalizer.emplace_back(Prepend{" ", !config.legacy.value_or(true)});
    draft.normalizer.emplace_back(Replace{" ", "\u2581"});
}

std::optional<TokenId> findUnknown(const SentencePieceModel& model) {
    const auto found = std::find_if(model.pieces.begin(), model.pieces.end(),
                                    [](const Piece& piece) { return piece.type == PieceType::Unknown; });
    if (found == model.pieces.end()) return std::nullopt;
    return static_cast<TokenId>(found - model.pieces.begin());
}

/// Scores from the best down; a piece's rank is the place of its score.
std::vector<float> sortedScores(const SentencePieceModel& model) {
    std::vector<float> scores;
    for (const Piece& piece : model.pieces) scores.push_back(piece.score);
    std::sort(scores.begin(), scores.end(), std::greater<>());
    scores.erase(std::unique(scores.begin(), scores.end()), scores.end());
    return scores;
}

/// Two pieces merge whenever what they make is a piece: every way to cut a piece in two is a rule.
std::vector<Merge> mergesOf(const SentencePieceModel& model, const Vocabulary& vocabulary) {
    const std::vector<float> scores = sortedScores(model);
    const auto findNormal = [&](std::string_view text) -> std::optional<TokenId> {
        const auto id = vocabulary.find(text);
        return id && model.pieces[std::size_t(*id)].type == PieceType::Normal ? id : std::nullopt;
    };
    std::vector<Merge> merges;
    for (std::size_t i = 0; i < model.pieces.size(); ++i) {
        const Piece& piece = model.pieces[i];
        if (piece.type != PieceType::Normal) continue;
        const auto rank =
            std::lower_bound(scores.begin(), scores.end(), piece.score, std::greater<>()) - scores.begin();
        for (std::size_t cut = 1; cut < piece.text.size(); ++cut) {
            const auto left = findNormal(piece.text.substr(0, cut));
            const auto right = left ? findNormal(piece.text.substr(cut)) : std::nullopt;
            if (right) merges.push_back({*left, *right, static_cast<TokenId>(i), static_cast<std::uint32_t>(rank)});
        }
    }
    return merges;
}

void addUnigram(const SentencePieceModel& model, TokenizerDraft& draft) {
    std::vector<TokenId> pieces;
    std::vector<double> scores;
    for (const Piece& piece : model.pieces) {
        // What is not to be used does not make unknown characters any less likely.
        const bool isUsed = piece.type == PieceType::Normal || piece.type == PieceType::UserDefined;
        if (isUsed) pieces.push_back(static_cast<TokenId>(scores.size()));
        scores.push_back(isUsed ? double(piece.score) : 0);
    }
    addUnigram(draft, pieces, std::move(scores), findUnknown(model));
}

void addModel(const SentencePieceModel& model, TokenizerDraft& draft) {
    constexpr std::uint64_t unigram = 1;
    constexpr std::uint64_t bytePairs = 2;
    if (model.modelType == unigram) return addUnigram(model, draft);
    if (model.modelType == bytePairs)
        return addBytePairs(draft, {mergesOf(model, draft.vocabulary), findUnknown(model), true, false});
    failUnsupported(model,
                    "is of model_type " + std::to_string(model.modelType) + "; Mayfly knows 1 (unigram) and 2 (BPE).");
}

std::string readBytes(const std::filesystem::path& file) {
    OpenFile open = openSettings(file);
    std::string bytes(std::size_t(open.size), '\0');
    open.stream.read(bytes.data(), std::streamsize(bytes.size()));
    if (std::size_t(open.stream.gcount()) != bytes.size())
        throw Error(ErrorKind::Malformed, file.string() + " became shorter while it was read.");
    return bytes;
}

} // namespace

void readSentencePiece(const std::filesystem::path& file, const TokenizerConfig& config, TokenizerDraft& draft) {
    requireClass(config, {"LlamaTokenizer", "CodeLlamaTokenizer", "GemmaTokenizer"}, file.filename().string());
    const std::string bytes = readBytes(file);
    const SentencePieceModel model = readModel(bytes, file.string());
    draft.spelling = Spelling::Pieces;
    addPieces(model, draft);
    addTokens(config, draft.vocabulary);
    addNormalizer(model, config, draft);
    addModel(model, draft);
    const auto find = [&](const std::string& said, std::string_view unsaid) {
        return draft.vocabulary.find(said.empty() ? unsaid : said);
    };
    if (const auto bos = find(config.bos, model.bos); bos && config.addBos.value_or(true)) draft.before = {*bos};
    if (const auto eos = find(config.eos, model.eos); eos && config.addEos.value_or(false)) draft.after = {*eos};
}

} // namespace mayfly
