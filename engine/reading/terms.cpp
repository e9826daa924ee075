#include "engine/reading/terms.h"

#include "engine/forward/kernels.h"
#include "engine/reading/bounds.h"

#include <algorithm>
#include <cmath>

namespace mayfly {

namespace {

using Vector = std::vector<float>;

std::vector<Term> termsOf(const Vector& q, const Vector& k) {
    std::vector<Term> terms;
    for (std::size_t d = 0; d < q.size(); ++d) terms.push_back({int(d), double(q[d]) * double(k[d])});
    std::stable_sort(terms.begin(), terms.end(),
                     [](const Term& a, const Term& b) { return std::abs(a.product) > std::abs(b.product); });
    return terms;
}

double product(const Vector& a, const Vector& b) {
    double sum = 0;
    for (std::size_t d = 0; d < a.size(); ++d) sum += double(a[d]) * double(b[d]);
    return sum;
}

double norm(const Vector& vector) { return std::sqrt(product(vector, vector)); }

void readVectors(const Vector& q, const Vector& k, PairReading& pair) {
    pair.dot = product(q, k);
    pair.normQ = norm(q);
    pair.normK = norm(k);
    const double norms = pair.normQ * pair.normK;
    pair.cosine = norms > 0 ? pair.dot / norms : 0.0;
    pair.terms = termsOf(q, k);
}

/// What softmax saw of a dot, by the instructions of the pass: the peak of a row that holds nothing else.
double passedScore(const Kernels& kernels, const ScoreRule& rule, float dot) {
    float row[TraceLayout::rows] = {dot};
    return double(kernels.exponentiate(row, {0, 1}, rule).peak);
}

/// The weight is the one of the pass, to whose row's sum its own score has been rounded; the sum that is shown is moved by
/// that rounding, so that it gives this weight with the score that is shown.
void readSoftmax(const Trace& trace, PairReading& pair) {
    const ScoreRule& rule = trace.rule(pair.head.layer);
    pair.masked = !rule.sees(pair.query, pair.key);
    pair.scale = double(rule.scale);
    pair.scaled = pair.dot * pair.scale;
    if (rule.cap > 0) pair.capped = double(rule.cap) * std::tanh(pair.scaled / double(rule.cap));
    pair.logSumExp = double(trace.logSumExp(pair.head, pair.query));
    if (pair.masked) return;
    const double passed = passedScore(trace.kernels(), rule, trace.dot(pair.head, pair.query, pair.key));
    const double logWeight = std::min(passed - pair.logSumExp, 0.0);
    pair.logSumExp = pair.score() - logWeight;
    pair.weight = std::exp(logWeight);
}

} // namespace

PairReading readPair(const Trace& trace, HeadIndex head, int query, int key) {
    requireHead(trace, head);
    requireToken(trace, query);
    requireToken(trace, key);
    PairReading pair;
    pair.head = head;
    pair.keyHead = trace.layout().keyHeadOf(head.head);
    pair.query = query;
    pair.key = key;
    readVectors(trace.query(head, query), trace.key(head, key), pair);
    readSoftmax(trace, pair);
    pair.reverseDot = product(trace.query(head, key), trace.key(head, query));
    return pair;
}

} // namespace mayfly
