#include "app/drawing/run.h"

#include <cmath>

namespace drawing {

namespace {

template<bool Steep>
QPointF swapped(QPointF p) {
    return Steep ? QPointF(p.y(), p.x()) : p;
}

template<bool Steep>
Cut swapped(const Cut& cut) {
    return {swapped<Steep>(cut.at), swapped<Steep>(cut.towards), cut.sharpness};
}

} // namespace

template<bool Steep>
Run<Steep>::Run(std::span<const Waypoint> line, const Cut& begin, const Cut& end, const Pen& pen, const Dashes& dashes,
                Coverage& coverage)
    : m_first(&line.front()), m_firstWay(&line[1]), m_last(std::ptrdiff_t(line.size()) - 1),
      m_begin(swapped<Steep>(begin)), m_end(swapped<Steep>(end)), m_pen(pen), m_dashes(dashes), m_coverage(coverage),
      m_columns(Steep ? coverage.height() : coverage.width()), m_rows(Steep ? coverage.width() : coverage.height()) {
    if (way(0).x() > 0) return;
    m_first = m_firstWay = &line.back();
    m_next = -1;
    std::swap(m_begin, m_end);
}

template<bool Steep>
QPointF Run<Steep>::point(std::ptrdiff_t i) const {
    return swapped<Steep>(m_first[i * m_next].at);
}

/// Against the line it is told by the point at its other end.
template<bool Steep>
QPointF Run<Steep>::way(std::ptrdiff_t i) const {
    return swapped<Steep>(m_firstWay[i * m_next].way) * double(m_next);
}

template<bool Steep>
int Run<Steep>::column(double u) const {
    return std::clamp(int(u + 0.5), 0, m_columns);
}

/// How far along u a cut reaches before and behind its point.
template<bool Steep>
double Run<Steep>::overhang(const Cut& cut, QPointF way) const {
    const double square = QPointF::dotProduct(way, cut.towards);
    const double skew = way.x() * cut.towards.y() - way.y() * cut.towards.x();
    const double slant = std::min(std::abs(skew) / std::max(std::abs(square), 0.1), 2.0);
    return m_pen.reach() * (std::abs(way.y()) + way.x() * slant) + 0.5;
}

template<bool Steep>
void Run<Steep>::sweep() {
    const double before = overhang(m_begin, way(0)), after = overhang(m_end, way(m_last - 1));
    const double first = point(0).x(), last = point(m_last).x();
    m_wholeFrom = column(first + before);
    m_wholeTo = column(last - after);
    int from = column(first - before);
    for (std::ptrdiff_t i = 0; i + 1 < m_last; ++i) {
        const int to = column(point(i + 1).x());
        segment(i, from, to);
        from = to;
    }
    segment(m_last - 1, from, column(last + after));
}

template<bool Steep>
void Run<Steep>::segment(std::ptrdiff_t i, int from, int to) {
    setLine(point(i), way(i), m_first[i * m_next].length);
    if (!isWithin(middleOf(from)) || !isWithin(middleOf(to))) keepVisible(from, to);
    if (from >= to) return;
    touch(from, to);
    const int wholeFrom = std::clamp(m_wholeFrom, from, to), wholeTo = std::clamp(m_wholeTo, wholeFrom, to);
    for (int u = from; u < wholeFrom; ++u) cutColumn(u);
    if (wholeFrom < wholeTo) wholeColumns(wholeFrom, wholeTo);
    for (int u = wholeTo; u < to; ++u) cutColumn(u);
}

template<bool Steep>
void Run<Steep>::setLine(QPointF at, QPointF way, double length) {
    const double perColumn = 1 / way.x();
    m_slope = way.y() * perColumn;
    m_middle = at.y() - m_slope * (at.x() - 0.5);
    m_squeeze = way.x();
    m_half = m_pen.reach() * perColumn;
    constexpr double almost = 1 - 1e-6; // std::ceil takes ten times as long on plain x86-64
    m_height = int(2 * m_half - m_pen.unseen() + almost);
    if (m_dashes.isSolid()) return;
    const QPointF onward = way * double(m_next);
    m_phaseAlong = m_dashes.phase(onward.x());
    m_phaseAcross = m_dashes.phase(onward.y());
    m_phase = m_dashes.phase(length + QPointF::dotProduct(onward, QPointF(0.5, 0.5) - at));
}

/// Narrows the columns to those that meet the image.
template<bool Steep>
void Run<Steep>::keepVisible(int& from, int& to) const {
    const double low = -m_half, high = m_rows + m_half;
    if (std::abs(m_slope) < 1e-9) {
        if (m_middle < low || m_middle > high) to = from;
        return;
    }
    const double enters = (low - m_middle) / m_slope, leaves = (high - m_middle) / m_slope;
    const double first = std::ceil(std::min(enters, leaves)), last = std::floor(std::max(enters, leaves)) + 1;
    from = int(std::clamp(first, double(from), double(std::max(from, to))));
    to = int(std::clamp(last, double(from), double(std::max(from, to))));
}

template<bool Steep>
void Run<Steep>::touch(int from, int to) {
    const double first = middleOf(from), last = middleOf(to - 1);
    const int top = int(std::min(first, last) - m_half + 1) - 1, bottom = int(std::max(first, last) + m_half + 1);
    if (Steep)
        m_coverage.touch(top, from, bottom, to);
    else
        m_coverage.touch(from, top, to, bottom);
}

template<bool Steep>
void Run<Steep>::cutColumn(int u) {
    const double middle = middleOf(u);
    const int top = std::max(int(middle - m_half + 0.5 + Coverage::border), 0) - Coverage::border;
    const int bottom = std::min(top + m_height, m_rows + Coverage::border);
    const bool begins = u < m_wholeFrom, ends = u >= m_wholeTo;
    double begin = begins ? m_begin.share(u + 0.5, top + 0.5) : 1, end = ends ? m_end.share(u + 0.5, top + 0.5) : 1;
    const double beginStep = begins ? m_begin.sharePerRow() : 0, endStep = ends ? m_end.sharePerRow() : 0;
    std::uint32_t phase = m_phase + std::uint32_t(u) * m_phaseAlong + std::uint32_t(top) * m_phaseAcross;
    float distance = float((top + 0.5 - middle) * m_squeeze);
    const float* const past = pixel(u, bottom);
    for (float* p = pixel(u, top); p < past; p += acrossStride()) {
        float part = float(within01(begin) * within01(end));
        if (!m_dashes.isSolid()) part *= m_dashes.share(phase);
        *p += m_pen.depth(distance, part);
        begin += beginStep;
        end += endStep;
        phase += m_phaseAcross;
        distance += float(m_squeeze);
    }
}

template<bool Steep>
void Run<Steep>::wholeColumns(int from, int to) {
    if (m_height > Pen::rows)
        for (int u = from; u < to; ++u) cutColumn(u);
    else if (m_height <= 2)
        columns<2>(from, to);
    else if (m_height == 3)
        columns<3>(from, to);
    else if (m_height == 4)
        columns<4>(from, to);
    else
        columns<0>(from, to);
}

template<bool Steep>
template<int Rows>
void Run<Steep>::columns(int from, int to) {
    m_dashes.isSolid() ? columnsOf<Rows, false>(from, to) : columnsOf<Rows, true>(from, to);
}

/// The heart of it: each column has so many pixels within reach, known when compiled if Rows is not 0, and a border to
/// spill into. Counted in whole numbers, 2⁻³² of a row and 2⁻¹⁶ of the profile's steps, which takes half the time that
/// floating point does.
template<bool Steep>
template<int Rows, bool Dashed>
void Run<Steep>::columnsOf(int from, int to) {
    constexpr std::int64_t whole = std::int64_t(1) << 32;
    const int rows = Rows > 0 ? Rows : m_height;
    const std::ptrdiff_t across = acrossStride(), along = alongStride();
    const float* profile = m_pen.profile();
    // Rows are counted from the border's edge, so that none is negative.
    std::int64_t top = std::int64_t((middleOf(from) - m_half + 0.5 + Coverage::border) * double(whole));
    const std::int64_t slope = std::int64_t(m_slope * double(whole));
    const std::int64_t step = std::int64_t(m_squeeze * Pen::steps * 65536);
    std::uint32_t columnPhase = m_phase + std::uint32_t(from) * m_phaseAlong - Coverage::border * m_phaseAcross;
    float* start = pixel(from, -Coverage::border);
    for (int u = from; u < to; ++u, top += slope, start += along, columnPhase += m_phaseAlong) {
        const std::uint32_t row = std::uint32_t(top >> 32);
        std::uint32_t distance = std::uint32_t((whole - std::uint32_t(top)) * step >> 32);
        std::uint32_t phase = columnPhase + row * m_phaseAcross;
        float* p = start + std::ptrdiff_t(row) * across;
        for (int i = 0; i < rows; ++i, distance += std::uint32_t(step)) {
            float depth = profile[distance >> 16];
            if (Dashed) depth *= m_dashes.share(phase);
            *p += depth;
            p += across;
            phase += m_phaseAcross;
        }
    }
}

template class Run<true>;
template class Run<false>;

} // namespace drawing
