#include "engine/reading/terms.h"

#include "engine/reading/bounds.h"

#include <algorithm>
#include <cmath>

namespace mayfly {

namespace {

std::vector<Term> termsOf(const std::vector<float>& q, const std::vector<float>& k) {
    std::vector<Term> terms;
    for (std::size_t d = 0; d < q.size(); ++d) terms.push_back({int(d), q[d] * k[d]});
    std::stable_sort(terms.begin(), terms.end(),
                     [](const Term& a, const Term& b) { return std::abs(a.product) > std::abs(b.product); });
    return terms;
}

} // namespace

PairReading readPair(const Trace& trace, HeadIndex head, int query, int key) {
    requireHead(trace, head);
    requireToken(trace, query);
    requireToken(trace, key);
    const ScoreRule& rule = trace.rule(head.layer);
    PairReading pair;
    pair.head = head;
    pair.query = query;
    pair.key = key;
    pair.masked = !rule.sees(query, key);
    pair.dot = trace.dot(head, query, key);
    pair.scale = rule.scale;
    pair.scaled = rule.scaled(pair.dot);
    pair.logSumExp = trace.logSumExp(head, query);
    pair.weight = trace.weight(head, query, key);
    pair.reverseDot = trace.dot(head, key, query);
    pair.terms = termsOf(trace.query(head, query), trace.key(head, key));
    return pair;
}

} // namespace mayfly
