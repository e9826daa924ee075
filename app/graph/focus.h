#pragma once

namespace graph {

/// What the mouse, the keyboard or a pin points out: nothing, a token or the word that it begins, or an edge from a query to
/// a key. Indices of tokens.
struct Focus {
    int query = -1; ///< the token, or the edge's query
    int key = -1;   ///< the edge's key; −1 for a token
    int slot = -1;  ///< the edge's head among those chosen; −1: whichever
    int end = -1;   ///< of a word of several tokens, one past its last; −1 for one token
    bool kept = false; ///< indices of the text that was kept to be compared with, and not of the live one

    bool isNone() const { return query < 0; }
    bool isToken() const { return query >= 0 && key < 0; }
    bool isEdge() const { return query >= 0 && key >= 0; }
    int last() const { return end > query ? end - 1 : query; }
    /// Whether it is the token or word that this token is of.
    bool covers(int token) const { return isToken() && token >= query && token <= last(); }
    /// Of an edge its query; else itself.
    Focus token() const { return isEdge() ? Focus{query, -1, -1, -1, kept} : *this; }
    bool operator==(const Focus&) const = default;
};

} // namespace graph
