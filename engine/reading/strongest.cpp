#include "engine/reading/strongest.h"

#include <algorithm>
#include <cstddef>

namespace mayfly {

void takeStrongest(std::vector<Edge>& candidates, double topMass, std::vector<Edge>& edges) {
    double all = 0;
    for (const Edge& edge : candidates) all += double(edge.weight);
    takeStrongest(candidates, topMass, all, edges);
}

/// The candidates are heaped, not sorted: a few usually hold most of the weight.
void takeStrongest(std::vector<Edge>& candidates, double topMass, double all, std::vector<Edge>& edges) {
    const auto lighter = [](const Edge& a, const Edge& b) { return heavier(b, a); };
    std::make_heap(candidates.begin(), candidates.end(), lighter);
    double taken = 0;
    // The tolerance keeps rounding in the sum from asking for one more edge than 100 % has.
    while (!candidates.empty() && taken < (topMass - 1e-9) * all) {
        std::pop_heap(candidates.begin(), candidates.end(), lighter);
        taken += double(candidates.back().weight);
        edges.push_back(candidates.back());
        candidates.pop_back();
    }
}

void keepWithin(int budget, std::vector<Edge>& edges) {
    const auto most = std::size_t(std::max(budget, 0));
    if (edges.size() <= most) return;
    std::nth_element(edges.begin(), edges.begin() + std::ptrdiff_t(most), edges.end(), heavier);
    edges.resize(most);
}

} // namespace mayfly
