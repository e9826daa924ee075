#pragma once

#include "engine/text/tokenizer.h"

#include <span>
#include <vector>

namespace mayfly {

/// `left` followed by `right` becomes `result`; lower ranks go first.
struct Merge {
    TokenId left = 0;
    TokenId right = 0;
    TokenId result = 0;
    std::uint32_t rank = 0;
};

/// Byte-pair merging (Sennrich 2016) over token ids. Immutable, so any thread may use it.
class MergeRules {
public:
    /// A pair that is listed twice has the later one's rank, as in Hugging Face's reader.
    explicit MergeRules(std::span<const Merge> merges);

    /// A token and how many of the symbols that went in it is made of.
    struct Run {
        TokenId id = 0;
        std::size_t length = 0;
    };

    /// Merges the pair of neighbours with the lowest rank, the leftmost of equals first, until no rule applies; a
    /// negative id matches no rule. Takes O(n log n) for n symbols.
    std::vector<Run> apply(std::span<const TokenId> symbols) const;

private:
    /// A place in the hash table; free where left is negative.
    struct Rule {
        TokenId left = -1;
        TokenId right = -1;
        std::uint32_t rank = 0;
        TokenId result = 0;
    };
    std::size_t placeOf(TokenId left, TokenId right) const;
    const Rule* find(TokenId left, TokenId right) const;

    /// Open addressing, at most half full, a power of two long: a look-up touches one cache line, and it is most of
    /// what encoding does.
    std::vector<Rule> m_rules;
};

} // namespace mayfly
