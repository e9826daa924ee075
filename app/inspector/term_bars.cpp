#include "app/inspector/term_bars.h"

#include "app/inspector/pair_text.h"

#include <algorithm>

std::vector<TermBar> termBars(const mayfly::PairReading& pair, std::size_t most, TermOrder order) {
    std::vector<TermBar> bars;
    double rest = 0;
    double shownRest = pairtext::rounded(pair.dot);
    for (const mayfly::Term& term : pair.terms) {
        if (bars.size() == most) {
            rest += term.product;
            continue;
        }
        bars.push_back({term.dimension, term.product, pairtext::number(term.product)});
        shownRest -= pairtext::rounded(term.product);
    }
    if (order == TermOrder::Dimension)
        std::sort(bars.begin(), bars.end(),
                  [](const TermBar& a, const TermBar& b) { return a.dimension < b.dimension; });
    if (pair.terms.size() > most) bars.push_back({-1, rest, pairtext::number(shownRest)});
    return bars;
}
