#pragma once

namespace graph {

/// What the mouse, the keyboard or a pin points out: nothing, a token, or an edge from a query to a key. Indices of tokens.
struct Focus {
    int query = -1; ///< the token, or the edge's query
    int key = -1;   ///< the edge's key; −1 for a token
    int slot = -1;  ///< the edge's head among those chosen; −1: whichever

    bool isNone() const { return query < 0; }
    bool isToken() const { return query >= 0 && key < 0; }
    bool isEdge() const { return query >= 0 && key >= 0; }
    bool operator==(const Focus&) const = default;
};

} // namespace graph
