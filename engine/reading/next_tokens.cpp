#include "engine/reading/next_tokens.h"

#include "engine/reading/larger_first.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace mayfly {

std::vector<NextToken> nextTokens(const Trace& trace, int count) { return mostLikely(trace.logits(), count); }

std::vector<NextToken> mostLikely(std::span<const float> logits, int count) {
    if (logits.empty() || count <= 0) return {};
    const float peak = *std::max_element(logits.begin(), logits.end());
    double sum = 0;
    for (const float logit : logits) sum += std::exp(double(logit) - double(peak));

    std::vector<TokenId> ids(logits.size());
    std::iota(ids.begin(), ids.end(), 0);
    const auto best = ids.begin() + std::min(std::ptrdiff_t(count), std::ptrdiff_t(ids.size()));
    const auto likelier = [&](TokenId a, TokenId b) {
        const std::weak_ordering order = largerFirst(logits[std::size_t(a)], logits[std::size_t(b)]);
        return order != 0 ? order < 0 : a < b;
    };
    std::partial_sort(ids.begin(), best, ids.end(), likelier);

    std::vector<NextToken> next;
    for (auto id = ids.begin(); id != best; ++id)
        next.push_back({*id, float(std::exp(double(logits[std::size_t(*id)]) - double(peak)) / sum)});
    return next;
}

} // namespace mayfly
