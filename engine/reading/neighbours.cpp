#include "engine/reading/neighbours.h"

#include "engine/reading/bounds.h"

#include <algorithm>

namespace mayfly {

namespace {

std::vector<Neighbour> heaviest(std::vector<Neighbour> all, int count) {
    // Nor what is no number, as weights of a damaged model are: it has no place in an order.
    std::erase_if(all, [](const Neighbour& each) { return !(each.weight > 0); });
    const auto last = all.begin() + std::min(std::ptrdiff_t(count), std::ptrdiff_t(all.size()));
    std::partial_sort(all.begin(), last, all.end(), [](const Neighbour& a, const Neighbour& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.token < b.token;
    });
    all.erase(last, all.end());
    return all;
}

} // namespace

WordReading readWord(const Trace& trace, HeadIndex head, int begin, int end, int count) {
    requireHead(trace, head);
    requireToken(trace, begin);
    requireToken(trace, end - 1);
    std::vector<Neighbour> to(std::size_t(trace.tokens()));
    std::vector<Neighbour> from(std::size_t(trace.tokens()));
    std::vector<float> row(std::size_t(trace.tokens()));
    const float share = 1.0F / float(std::max(1, end - begin));
    for (int token = begin; token < end; ++token) {
        trace.weights(head, token, row);
        for (int j = 0; j < trace.tokens(); ++j) {
            to[std::size_t(j)].token = from[std::size_t(j)].token = j;
            to[std::size_t(j)].weight += share * row[std::size_t(j)];
            from[std::size_t(j)].weight += trace.weight(head, j, token);
        }
    }
    return {head, begin, end, heaviest(std::move(to), count), heaviest(std::move(from), count)};
}

} // namespace mayfly
