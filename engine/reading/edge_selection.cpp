#include "engine/reading/edge_selection.h"

#include <algorithm>
#include <cstddef>

namespace mayfly {

namespace {

constexpr int rows = TraceLayout::rows;

} // namespace

AttentionGraph EdgeSelection::select(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors) {
    EdgeFolding folding(trace, choice, factors);
    forget(unchanged(trace, choice, factors));
    m_choice = choice;
    m_factors = factors;
    m_source = RowSource(trace, choice.heads);
    EdgeFold fold = m_folds.empty() ? EdgeFold{} : m_folds.back();
    const int lastBlock = (trace.tokens() - 1) / rows * rows;
    while (fold.rows < trace.tokens()) {
        if (fold.rows >= lastBlock) {
            folding.addRows(fold, [&] { remember(fold); });
            continue;
        }
        folding.addRows(fold);
        remember(fold);
    }
    return folding.graph(fold);
}

/// How many leading rows say the same as those that are remembered.
int EdgeSelection::unchanged(const Trace& trace, const GraphChoice& choice, const KeyFactors& factors) const {
    if (!(choice == m_choice) || factors.size() != m_factors.size()) return 0;
    int same = m_source.unchanged(trace);
    for (std::size_t slot = 0; slot < factors.size(); ++slot) {
        const auto differ = std::ranges::mismatch(factors[slot], m_factors[slot]).in1;
        same = std::min(same, int(differ - factors[slot].begin()));
    }
    return same == trace.tokens() || !m_source.seesAhead() ? same : 0;
}

/// All but the folds of at most that many rows.
void EdgeSelection::forget(int rowsLeft) {
    while (!m_folds.empty() && m_folds.back().rows > rowsLeft) m_folds.pop_back();
}

/// Further back than a block, one fold is left out where its neighbours are no more than a factor of two apart, counted from
/// the end.
void EdgeSelection::remember(const EdgeFold& fold) {
    m_folds.push_back(fold);
    const auto back = [&](std::size_t at) { return fold.rows - m_folds[at].rows; };
    for (std::size_t at = m_folds.size() - 1; at-- > 1;)
        if (back(at) > rows && back(at - 1) <= 2 * back(at + 1)) m_folds.erase(m_folds.begin() + std::ptrdiff_t(at));
}

} // namespace mayfly
