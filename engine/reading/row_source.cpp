#include "engine/reading/row_source.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace mayfly {

namespace {

constexpr int rows = TraceLayout::rows;

std::size_t keyOf(const TraceLayout& layout, HeadIndex head) {
    return layout.key(head.layer, layout.keyHeadOf(head.head));
}

bool same(const float* a, const float* b, int count) { return std::memcmp(a, b, std::size_t(count) * sizeof *a) == 0; }

} // namespace

RowSource::RowSource(const Trace& trace, std::vector<HeadIndex> heads)
    : m_kernels(&trace.kernels()), m_layout(trace.layout()), m_tokens(trace.tokens()), m_heads(std::move(heads)),
      m_blocks(trace.blocks().begin(), trace.blocks().end()) {
    for (const HeadIndex head : m_heads) m_rules.push_back(trace.rule(head.layer));
}

bool RowSource::sameRules(const Trace& trace) const {
    if (m_kernels != &trace.kernels() || m_layout.dHead != trace.dHead()) return false;
    for (std::size_t slot = 0; slot < m_heads.size(); ++slot)
        if (!trace.has(m_heads[slot]) || !(m_rules[slot] == trace.rule(m_heads[slot].layer))) return false;
    return true;
}

int RowSource::unchanged(const Trace& trace) const {
    if (!sameRules(trace)) return 0;
    const int both = std::min(m_tokens, trace.tokens());
    int unchanged = 0;
    for (std::size_t b = 0; unchanged < both && unchanged == int(b) * rows; ++b) {
        const int there = std::min(rows, both - unchanged);
        const bool shared = m_blocks[b]->sharesWith(*trace.blocks()[b]);
        unchanged += shared ? there : sameRows(m_blocks[b]->data(), trace, b, there);
    }
    const bool whole = unchanged == m_tokens && m_tokens == trace.tokens();
    return whole || !seesAhead() ? unchanged : 0;
}

bool RowSource::seesAhead() const { return !std::ranges::all_of(m_rules, &ScoreRule::causal); }

/// How many of the first `count` rows of a block have the same queries and keys in both traces.
int RowSource::sameRows(const float* ours, const Trace& trace, std::size_t block, int count) const {
    const float* theirs = trace.blocks()[block]->data();
    const int d = m_layout.dHead;
    for (const HeadIndex head : m_heads) {
        const float* query = ours + m_layout.query(head.layer, head.head);
        const float* otherQuery = theirs + trace.layout().query(head.layer, head.head);
        while (count > 0 && !same(query, otherQuery, count * d)) --count;
        const float* key = ours + keyOf(m_layout, head);
        const float* otherKey = theirs + keyOf(trace.layout(), head);
        for (int x = 0; x < d; ++x)
            while (count > 0 && !same(key + x * rows, otherKey + x * rows, count)) --count;
    }
    return count;
}

} // namespace mayfly
