#include "engine/forward/rotation.h"

#include <cmath>

namespace mayfly {

namespace {

void turnVector(float* x, const float* cosine, const float* sine, int pairs) {
    for (int i = 0; i < pairs; ++i) {
        const float a = x[i];
        const float b = x[i + pairs];
        x[i] = a * cosine[i] - b * sine[i];
        x[i + pairs] = b * cosine[i] + a * sine[i];
    }
}

} // namespace

Rotation::Rotation(const Rotary& rotary, int first, int rows) : m_rows(rows), m_pairs(rotary.dims / 2) {
    const std::vector<double> rates = rotary.rates();
    for (int r = 0; r < rows; ++r)
        for (const double rate : rates) {
            m_cosines.push_back(float(std::cos((first + r) * rate)));
            m_sines.push_back(float(std::sin((first + r) * rate)));
        }
}

void Rotation::turn(float* x, int first, int count, int heads, int d) const {
    for (int r = first; r < first + count; ++r) {
        const float* cosine = m_cosines.data() + std::size_t(r) * std::size_t(m_pairs);
        const float* sine = m_sines.data() + std::size_t(r) * std::size_t(m_pairs);
        for (int h = 0; h < heads; ++h, x += d) turnVector(x, cosine, sine, m_pairs);
    }
}

} // namespace mayfly
