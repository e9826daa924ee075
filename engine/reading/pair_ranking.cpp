#include "engine/reading/pair_ranking.h"

#include "engine/reading/bounds.h"

#include <algorithm>

namespace mayfly {

std::vector<RankedHead> rankHeads(const Trace& trace, int query, int key, int count) {
    requireToken(trace, query);
    requireToken(trace, key);
    std::vector<RankedHead> ranked;
    for (int layer = 0; layer < trace.layers(); ++layer)
        for (int head = 0; head < trace.heads(); ++head)
            if (const float weight = trace.weight({layer, head}, query, key); weight > 0)
                ranked.push_back({{layer, head}, weight});
    const auto last = ranked.begin() + std::clamp(std::ptrdiff_t(count), std::ptrdiff_t(0), std::ptrdiff_t(ranked.size()));
    std::partial_sort(ranked.begin(), last, ranked.end(), [](const RankedHead& a, const RankedHead& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.head < b.head;
    });
    ranked.erase(last, ranked.end());
    return ranked;
}

} // namespace mayfly
