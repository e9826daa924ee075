#include "engine/text/byte_pairs.h"

#include "engine/text/utf8.h"

#include <algorithm>

namespace mayfly {

BytePairs::BytePairs(BytePairParts parts)
    : m_fallback(parts.byteTokens), m_rules(parts.merges), m_unknown(parts.unknown), m_byteLevel(parts.byteLevel),
      m_fuseUnknown(parts.fuseUnknown) {
    m_bytes.fill(noToken);
    for (BytePairParts::Entry& entry : parts.vocabulary) {
        if (m_byteLevel && entry.bytes.size() == 1)
            m_bytes[static_cast<unsigned char>(entry.bytes.front())] = entry.id;
        else if (!m_byteLevel && !entry.bytes.empty() && utf8Step(entry.bytes, 0).length == entry.bytes.size())
            m_characters.emplace(entry.bytes, entry.id);
        if (parts.ignoreMerges) m_words.emplace(std::move(entry.bytes), entry.id);
    }
}

void BytePairs::appendCharacter(std::string_view bytes, Symbols& symbols) const {
    const auto known = m_characters.find(bytes);
    const auto fallback = [this](char byte) { return m_fallback[static_cast<unsigned char>(byte)]; };
    if (known != m_characters.end()) {
        symbols.ids.push_back(known->second);
        symbols.lengths.push_back(bytes.size());
    } else if (std::all_of(bytes.begin(), bytes.end(), [&](char byte) { return fallback(byte) != noToken; })) {
        for (const char byte : bytes) {
            symbols.ids.push_back(fallback(byte));
            symbols.lengths.push_back(1);
        }
    } else {
        symbols.ids.push_back(noToken);
        symbols.lengths.push_back(bytes.size());
    }
}

BytePairs::Symbols BytePairs::symbolsOf(std::string_view word) const {
    Symbols symbols;
    symbols.ids.reserve(word.size());
    symbols.lengths.reserve(word.size());
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t length = m_byteLevel ? 1 : utf8Step(word, at).length;
        if (m_byteLevel) {
            symbols.ids.push_back(m_bytes[static_cast<unsigned char>(word[at])]);
            symbols.lengths.push_back(1);
        } else {
            appendCharacter(word.substr(at, length), symbols);
        }
        at += length;
    }
    return symbols;
}

void BytePairs::encode(std::string_view word, std::vector<WordToken>& tokens) const {
    if (const auto whole = m_words.find(word); whole != m_words.end()) {
        tokens.push_back({whole->second, word.size()});
        return;
    }
    const Symbols symbols = symbolsOf(word);
    std::size_t symbol = 0;
    bool afterUnknown = false;
    for (const MergeRules::Run& run : m_rules.apply(symbols.ids)) {
        std::size_t length = 0;
        for (const std::size_t end = symbol + run.length; symbol < end; ++symbol) length += symbols.lengths[symbol];
        const bool isUnknown = run.id == noToken;
        if (isUnknown && afterUnknown && m_fuseUnknown && m_unknown)
            tokens.back().length += length;
        else
            tokens.push_back({isUnknown ? m_unknown.value_or(noToken) : run.id, length});
        afterUnknown = isUnknown;
    }
}

} // namespace mayfly
