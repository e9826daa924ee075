#include "app/graph/whole_word.h"

#include <algorithm>

namespace graph {

Focus wholeWord(const Snapshot& snapshot, const Focus& focus) {
    if (!focus.isToken()) return focus;
    const auto word = std::upper_bound(snapshot.words.begin(), snapshot.words.end(), std::size_t(focus.query),
                                       [](std::size_t token, const mayfly::TokenRange& range) { return token < range.end; });
    if (word == snapshot.words.end() || word->end - word->begin < 2) return focus;
    return {int(word->begin), -1, -1, int(word->end)};
}

} // namespace graph
