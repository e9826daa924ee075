#pragma once

#include "app/drawing/coverage.h"
#include "app/drawing/pen.h"
#include "app/drawing/polyline.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

namespace drawing {

/// A line across a stroke; pixels that lie `towards` it from there belong to the run.
struct Cut {
    static constexpr double fading = 1; ///< sharpness of an end: within a pixel
    static constexpr double seam = 1e6; ///< where the next run goes on: a pixel belongs to one or the other

    QPointF at;
    QPointF towards; ///< of length 1
    double sharpness = fading;

    /// Of a pixel, by its middle, before it is held within 0..1.
    double share(double x, double y) const {
        return ((x - at.x()) * towards.x() + (y - at.y()) * towards.y()) * sharpness + 0.5;
    }
    /// How much more it is one row on.
    double sharePerRow() const { return towards.y() * sharpness; }
};

/// A part of a line that goes on in one direction along x, or along y if it is steep. The axes are swapped then, so
/// that all of it knows only u, along the run, and v, across: a column is the pixels of one u.
template<bool Steep>
class Run {
public:
    /// At least two points, and all of them outlive the run.
    Run(std::span<const Waypoint> line, const Cut& begin, const Cut& end, const Pen& pen, const Dashes& dashes,
        Coverage& coverage);

    void sweep();

private:
    // The line in the order of u: points 0..m_last, and from each but the last the way to the next, of length 1.
    QPointF point(std::ptrdiff_t i) const;
    QPointF way(std::ptrdiff_t i) const;
    int column(double u) const; ///< the first whose middle is beyond u, within the image
    double overhang(const Cut& cut, QPointF way) const;
    bool isWithin(double v) const { return v >= 0 && v <= m_rows; }
    double middleOf(int u) const { return m_middle + m_slope * u; }

    void segment(std::ptrdiff_t i, int from, int to);
    void setLine(QPointF at, QPointF way, double length);
    void keepVisible(int& from, int& to) const;
    void touch(int from, int to);
    void cutColumn(int u);
    void wholeColumns(int from, int to);
    template<int Rows>
    void columns(int from, int to);
    template<int Rows, bool Dashed>
    void columnsOf(int from, int to);

    float* pixel(int u, int v) { return Steep ? m_coverage.at(v, u) : m_coverage.at(u, v); }
    std::ptrdiff_t alongStride() const { return Steep ? m_coverage.stride() : 1; }
    std::ptrdiff_t acrossStride() const { return Steep ? 1 : m_coverage.stride(); }

    const Waypoint* m_first;
    const Waypoint* m_firstWay;  ///< the point that knows it
    std::ptrdiff_t m_last;
    std::ptrdiff_t m_next = 1;   ///< −1: against the line
    Cut m_begin, m_end;
    const Pen& m_pen;
    const Dashes& m_dashes;
    Coverage& m_coverage;
    int m_columns, m_rows;              ///< of the image
    int m_wholeFrom = 0, m_wholeTo = 0; ///< columns that no cut reaches

    // Of the segment at hand:
    double m_slope = 0, m_middle = 0; ///< the line's v at the middle of column u is m_middle + m_slope u
    double m_squeeze = 1;             ///< distance from the line per row
    double m_half = 1;                ///< extent of a column above and below the middle
    int m_height = 2;                 ///< pixels of a column, wherever in a pixel it begins
    std::uint32_t m_phase = 0;        ///< of the dashes at the middle of pixel (0, 0), square to the line
    std::uint32_t m_phaseAlong = 0, m_phaseAcross = 0; ///< further for each column and row
};

extern template class Run<true>;
extern template class Run<false>;

} // namespace drawing
