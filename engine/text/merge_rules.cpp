#include "engine/text/merge_rules.h"

#include <algorithm>
#include <bit>

namespace mayfly {
namespace {

constexpr TokenId dead = -1; ///< a symbol that became part of the one to its left

std::uint64_t hashOf(TokenId left, TokenId right) {
    const std::uint64_t pair = std::uint64_t(std::uint32_t(left)) << 32U | std::uint32_t(right);
    return (pair * 0x9E3779B97F4A7C15U) >> 32U; // Fibonacci hashing: the high bits depend on all of the pair
}

/// A symbol in a linked list; its place in the vector is that of its first symbol.
struct Node {
    TokenId id;
    std::size_t previous;
    std::size_t next; ///< the number of nodes, at the end of the list
};

/// A pair that could be merged when it was noted, by rank, then from the left.
struct Candidate {
    std::uint32_t rank;
    std::size_t left;

    bool operator<(const Candidate& other) const {
        return rank != other.rank ? rank > other.rank : left > other.left; // a heap's top is its largest
    }
};

} // namespace

MergeRules::MergeRules(std::span<const Merge> merges) : m_rules(std::bit_ceil(2 * merges.size() + 1)) {
    for (const Merge& merge : merges)
        m_rules[placeOf(merge.left, merge.right)] = {merge.left, merge.right, merge.rank, merge.result};
}

/// Where the pair's rule is, or the free place where it would go.
std::size_t MergeRules::placeOf(TokenId left, TokenId right) const {
    const std::size_t mask = m_rules.size() - 1;
    std::size_t place = hashOf(left, right) & mask;
    while (m_rules[place].left >= 0 && (m_rules[place].left != left || m_rules[place].right != right))
        place = (place + 1) & mask;
    return place;
}

const MergeRules::Rule* MergeRules::find(TokenId left, TokenId right) const {
    if (left < 0 || right < 0) return nullptr;
    const Rule& rule = m_rules[placeOf(left, right)];
    return rule.left >= 0 ? &rule : nullptr;
}

std::vector<MergeRules::Run> MergeRules::apply(std::span<const TokenId> symbols) const {
    const std::size_t count = symbols.size();
    std::vector<Node> nodes(count);
    for (std::size_t i = 0; i < count; ++i) nodes[i] = {symbols[i], i - 1, i + 1};

    const auto ruleAt = [&](std::size_t left) {
        const std::size_t right = nodes[left].next;
        return right < count ? find(nodes[left].id, nodes[right].id) : nullptr;
    };
    std::vector<Candidate> heap;
    for (std::size_t i = 0; i < count; ++i)
        if (const Rule* rule = ruleAt(i)) heap.push_back({rule->rank, i});
    std::make_heap(heap.begin(), heap.end());
    const auto note = [&](std::size_t left) {
        const Rule* rule = ruleAt(left);
        if (rule == nullptr) return;
        heap.push_back({rule->rank, left});
        std::push_heap(heap.begin(), heap.end());
    };

    while (!heap.empty()) {
        std::pop_heap(heap.begin(), heap.end());
        const Candidate best = heap.back();
        heap.pop_back();
        const Rule* rule = ruleAt(best.left);
        if (rule == nullptr || rule->rank != best.rank) continue; // one of the two has been merged since
        Node& left = nodes[best.left];
        Node& right = nodes[left.next];
        left.id = rule->result;
        left.next = right.next;
        right.id = dead;
        if (left.next < count) nodes[left.next].previous = best.left;
        if (best.left > 0) note(left.previous);
        note(best.left);
    }

    std::vector<Run> runs;
    for (std::size_t i = 0; i < count; i = nodes[i].next) runs.push_back({nodes[i].id, nodes[i].next - i});
    return runs;
}

} // namespace mayfly
