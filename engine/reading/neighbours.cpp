#include "engine/reading/neighbours.h"

#include "engine/reading/bounds.h"

#include <algorithm>

namespace mayfly {

namespace {

std::vector<Neighbour> heaviest(std::vector<Neighbour> all, int count) {
    std::erase_if(all, [](const Neighbour& each) { return each.weight <= 0; });
    const auto last = all.begin() + std::min(std::ptrdiff_t(count), std::ptrdiff_t(all.size()));
    std::partial_sort(all.begin(), last, all.end(), [](const Neighbour& a, const Neighbour& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.token < b.token;
    });
    all.erase(last, all.end());
    return all;
}

} // namespace

TokenReading readToken(const Trace& trace, HeadIndex head, int token, int count) {
    requireHead(trace, head);
    requireToken(trace, token);
    std::vector<float> row(std::size_t(trace.tokens()));
    trace.weights(head, token, row);
    std::vector<Neighbour> to;
    std::vector<Neighbour> from;
    for (int j = 0; j < trace.tokens(); ++j) {
        to.push_back({j, row[std::size_t(j)]});
        from.push_back({j, trace.weight(head, j, token)});
    }
    return {head, token, heaviest(std::move(to), count), heaviest(std::move(from), count)};
}

} // namespace mayfly
