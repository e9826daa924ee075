#include "app/compare/matching.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace compare {

namespace {

using Ids = std::span<const mayfly::TokenId>;
using Pairs = std::vector<std::pair<int, int>>;

constexpr std::size_t mostPairs = 1 << 24;

/// The longest common subsequence of what lies between the common beginning and the common end, counted from `first`.
void addCommon(Ids before, Ids after, int first, Pairs& pairs) {
    const std::size_t rows = before.size(), columns = after.size();
    if (rows == 0 || columns == 0 || rows > mostPairs / columns) return;
    // Of what follows (i, j): the length of the longest.
    std::vector<std::int32_t> lengths((rows + 1) * (columns + 1), 0);
    const auto length = [&](std::size_t i, std::size_t j) -> std::int32_t& { return lengths[i * (columns + 1) + j]; };
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            length(i, j) = before[i] == after[j] ? length(i + 1, j + 1) + 1 : std::max(length(i + 1, j), length(i, j + 1));
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (before[i] == after[j]) {
            pairs.emplace_back(first + int(i++), first + int(j++));
        } else if (length(i + 1, j) >= length(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
}

Pairs commonTokens(Ids before, Ids after) {
    Pairs pairs;
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t prefix = 0, suffix = 0;
    while (prefix < shorter && before[prefix] == after[prefix]) ++prefix;
    while (suffix < shorter - prefix && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix]) ++suffix;
    for (int i = 0; i < int(prefix); ++i) pairs.emplace_back(i, i);
    addCommon(before.subspan(prefix, before.size() - prefix - suffix), after.subspan(prefix, after.size() - prefix - suffix),
              int(prefix), pairs);
    for (std::size_t i = suffix; i > 0; --i) pairs.emplace_back(int(before.size() - i), int(after.size() - i));
    return pairs;
}

/// What lies between two tokens that both texts have.
void addGap(int before, int endBefore, int after, int endAfter, Matching& matching) {
    if (endBefore - before == endAfter - after) {
        while (before < endBefore) matching.tokens.push_back({before++, after++, true});
        return;
    }
    while (before < endBefore) matching.tokens.push_back({before++, -1, false});
    while (after < endAfter) matching.tokens.push_back({-1, after++, false});
}

/// A focus whose indices are looked up by `other`, which says −1 for what is not there.
template<typename Other>
graph::Focus mapped(const graph::Focus& focus, bool kept, Other other) {
    if (focus.isNone()) return {};
    graph::Focus to = focus;
    to.kept = kept;
    to.query = other(focus.query);
    if (focus.isEdge()) to.key = other(focus.key);
    if (to.query < 0 || (focus.isEdge() && to.key < 0)) return {};
    if (focus.end > focus.query) {
        const int last = other(focus.last());
        to.end = last < 0 ? -1 : last + 1;
    }
    return to;
}

int lookUp(const std::vector<int>& places, int index) {
    return index >= 0 && index < int(places.size()) ? places[std::size_t(index)] : -1;
}

} // namespace

graph::Focus Matching::placesOf(const graph::Focus& focus) const {
    return mapped(focus, false, [&](int index) { return lookUp(focus.kept ? placeOfBefore : placeOfAfter, index); });
}

graph::Focus Matching::inAfter(const graph::Focus& focus) const {
    if (!focus.kept) return focus;
    return mapped(placesOf(focus), false, [this](int place) { return tokens[std::size_t(place)].after; });
}

graph::Focus Matching::inBefore(const graph::Focus& focus) const {
    if (focus.kept) return focus;
    return mapped(placesOf(focus), true, [this](int place) { return tokens[std::size_t(place)].before; });
}

graph::Focus Matching::at(const graph::Focus& places) const {
    const auto known = [this](int place) { return place >= 0 && place < size(); };
    const graph::Focus after =
        mapped(places, false, [&](int place) { return known(place) ? tokens[std::size_t(place)].after : -1; });
    if (!after.isNone()) return after;
    return mapped(places, true, [&](int place) { return known(place) ? tokens[std::size_t(place)].before : -1; });
}

Matching match(Ids before, Ids after) {
    Matching matching;
    int i = 0, j = 0;
    for (const auto& [sameBefore, sameAfter] : commonTokens(before, after)) {
        addGap(i, sameBefore, j, sameAfter, matching);
        matching.tokens.push_back({sameBefore, sameAfter, false});
        i = sameBefore + 1;
        j = sameAfter + 1;
    }
    addGap(i, int(before.size()), j, int(after.size()), matching);
    matching.placeOfBefore.resize(before.size());
    matching.placeOfAfter.resize(after.size());
    for (int place = 0; place < matching.size(); ++place) {
        const MatchedToken& token = matching.tokens[std::size_t(place)];
        if (!token.isNew()) matching.placeOfBefore[std::size_t(token.before)] = place;
        if (!token.isGone()) matching.placeOfAfter[std::size_t(token.after)] = place;
    }
    return matching;
}

} // namespace compare
