#include "app/download/pace.h"

#include <cmath>

namespace download {

namespace {

constexpr qint64 remembered = 10'000; // milliseconds
constexpr qint64 enough = 1'000;

} // namespace

void Pace::note(qint64 milliseconds, qint64 bytes) {
    if (!m_samples.empty() && bytes < m_samples.back().bytes) m_samples.clear();
    m_samples.push_back({milliseconds, bytes});
    while (m_samples.size() > 2 && milliseconds - m_samples[1].milliseconds >= remembered) m_samples.pop_front();
}

std::optional<double> Pace::speed() const {
    if (m_samples.empty()) return std::nullopt;
    const qint64 time = m_samples.back().milliseconds - m_samples.front().milliseconds;
    if (time < enough) return std::nullopt;
    return double(m_samples.back().bytes - m_samples.front().bytes) * 1000 / double(time);
}

std::optional<qint64> Pace::secondsLeft(qint64 total) const {
    const std::optional<double> now = speed();
    if (!now || *now <= 0 || total <= 0) return std::nullopt;
    return qint64(std::ceil(double(total - m_samples.back().bytes) / *now));
}

} // namespace download
