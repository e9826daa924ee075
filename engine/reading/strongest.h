#pragma once

#include "engine/reading/graph.h"

#include <tuple>
#include <vector>

namespace mayfly {

/// Heaviest first; ties to the earlier slot, query and key, so that a picture never depends on chance.
struct Heavier {
    bool operator()(const Edge& a, const Edge& b) const {
        if (a.weight != b.weight) return a.weight > b.weight;
        return std::tie(a.slot, a.query, a.key) < std::tie(b.slot, b.query, b.key);
    }
};
inline constexpr Heavier heavier;

/// Appends the heaviest of `candidates` to `edges` until they hold the share topMass, 0..1, of what all of them weigh.
/// What is left of the candidates is in no order.
void takeStrongest(std::vector<Edge>& candidates, double topMass, std::vector<Edge>& edges);
/// The same where the candidates are only the heaviest of many, and `all` is what these weigh.
void takeStrongest(std::vector<Edge>& candidates, double topMass, double all, std::vector<Edge>& edges);

/// Leaves the heaviest `budget` edges, in no order.
void keepWithin(int budget, std::vector<Edge>& edges);

} // namespace mayfly
