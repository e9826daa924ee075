#include "app/inspector/term_bars.h"

std::vector<TermBar> termBars(const std::vector<mayfly::Term>& terms, std::size_t most) {
    std::vector<TermBar> bars;
    double rest = 0;
    for (std::size_t i = 0; i < terms.size(); ++i) {
        if (i < most)
            bars.push_back({terms[i].dimension, terms[i].product});
        else
            rest += terms[i].product;
    }
    if (terms.size() > most) bars.push_back({-1, rest});
    return bars;
}
