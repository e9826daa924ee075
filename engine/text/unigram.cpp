#include "engine/text/unigram.h"

#include "engine/text/utf8.h"

#include <algorithm>
#include <utility>

namespace mayfly {
namespace {

/// The best way to a place of the word: its last piece, and the score of all of them.
struct Way {
    double score = 0;
    std::size_t begin = 0; ///< of the last piece
    TokenId id = noToken;  ///< noToken for an unknown character
    bool isThere = false;
};

double worstOf(const std::vector<double>& scores) {
    return scores.empty() ? 0 : *std::min_element(scores.begin(), scores.end());
}

void offer(Way& way, const Way& candidate) {
    if (!way.isThere || candidate.score > way.score) way = candidate;
}

} // namespace

Unigram::Unigram(UnigramParts parts) : m_parts(std::move(parts)), m_unknownScore(worstOf(m_parts.scores) - 10) {}

void Unigram::encode(std::string_view word, std::vector<WordToken>& tokens) const {
    std::vector<Way> ways(word.size() + 1); // by where their last piece ends
    ways[0].isThere = true;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t character = utf8Step(word, at).length;
        const double before = ways[at].score;
        bool isPiece = false;
        m_parts.pieces.forEachPrefix(word.substr(at), [&](const WordIndex::Word& piece) {
            const double score = before + m_parts.scores[std::size_t(piece.value)];
            offer(ways[at + piece.text.size()], {score, at, piece.value, true});
            isPiece = isPiece || piece.text.size() == character;
        });
        if (!isPiece) offer(ways[at + character], {before + m_unknownScore, at, noToken, true});
        at += character;
    }
    std::vector<WordToken> pieces; // from the back
    for (std::size_t end = word.size(); end > 0; end = ways[end].begin) {
        const Way& way = ways[end];
        const bool joins = way.id == noToken && !pieces.empty() && pieces.back().id == noToken;
        if (joins)
            pieces.back().length += end - way.begin;
        else
            pieces.push_back({way.id, end - way.begin});
    }
    std::size_t at = 0;
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece) {
        if (piece->id == noToken)
            appendUnknown(word.substr(at, piece->length), tokens);
        else
            tokens.push_back(*piece);
        at += piece->length;
    }
}

void Unigram::appendUnknown(std::string_view bytes, std::vector<WordToken>& tokens) const {
    const auto tokenOf = [this](char byte) { return m_parts.byteTokens[static_cast<unsigned char>(byte)]; };
    if (std::all_of(bytes.begin(), bytes.end(), [&](char byte) { return tokenOf(byte) != noToken; })) {
        for (const char byte : bytes) tokens.push_back({tokenOf(byte), 1});
    } else {
        tokens.push_back({m_parts.unknown.value_or(noToken), bytes.size()});
    }
}

} // namespace mayfly
