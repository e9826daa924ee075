#pragma once

#include "app/graph/focus.h"
#include "engine/text/tokenizer.h"

#include <span>
#include <vector>

namespace compare {

/// A token of one text or of both.
struct MatchedToken {
    int before = -1; ///< its index there; −1: it is new
    int after = -1;  ///< −1: it is gone
    bool changed = false; ///< it stands in the place of another

    bool isNew() const { return before < 0; }
    bool isGone() const { return after < 0; }
    bool operator==(const MatchedToken&) const = default;
};

/// Which tokens of two texts are the same. It follows from the texts alone and not from the keystrokes between them, so that
/// window, session files and command line agree.
struct Matching {
    std::vector<MatchedToken> tokens; ///< of both texts in reading order; where they differ, those that are gone first
    std::vector<int> placeOfBefore;   ///< T before: index into `tokens`
    std::vector<int> placeOfAfter;    ///< T after

    int size() const { return int(tokens.size()); }
    /// The same token, word or pair in the text after, or in that before; none where it is not there.
    graph::Focus inAfter(const graph::Focus& focus) const;
    graph::Focus inBefore(const graph::Focus& focus) const;
    /// The same as indices into `tokens`; none where it is not of these texts.
    graph::Focus placesOf(const graph::Focus& focus) const;
    /// And back: of the text after if it has both tokens, else of that before; none if neither has.
    graph::Focus at(const graph::Focus& places) const;
};

/// The longest common subsequence of token ids. Between its tokens, as many on either side stand in each other's place; if
/// there are more on one side, all of them are gone or new. O(T²), beyond 16 million pairs only the common beginning and end.
Matching match(std::span<const mayfly::TokenId> before, std::span<const mayfly::TokenId> after);

} // namespace compare
