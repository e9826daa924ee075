#include "engine/model/rotary.h"

#include <cmath>
#include <numbers>

namespace mayfly {

namespace {

double stretchedAsLlama3(const Rotary& rotary, double rate) {
    const double turns = rotary.originalContext * rate / (2 * std::numbers::pi);
    if (turns < rotary.lowFactor) return rate / rotary.factor;
    if (turns > rotary.highFactor) return rate;
    const double share = (turns - rotary.lowFactor) / (rotary.highFactor - rotary.lowFactor);
    return (1 - share) * rate / rotary.factor + share * rate;
}

} // namespace

std::vector<double> Rotary::rates() const {
    std::vector<double> rates;
    for (int i = 0; i < dims; i += 2) {
        const double rate = std::pow(base, -double(i) / dims);
        switch (stretch) {
        case Stretch::None: rates.push_back(rate); break;
        case Stretch::Linear: rates.push_back(rate / factor); break;
        case Stretch::Llama3: rates.push_back(stretchedAsLlama3(*this, rate)); break;
        }
    }
    return rates;
}

} // namespace mayfly
