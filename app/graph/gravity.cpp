#include "app/graph/gravity.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace graph {

namespace {

using Points = std::vector<QPointF>;
using Held = std::vector<std::optional<QPointF>>;

constexpr double sideRoom = 40;
constexpr double bottomRoom = 40;
constexpr double anchoring = 0.35; ///< how strongly a token is drawn to its place in the rows, a weight of 1 being 1
constexpr double lineHeight = 2.5; ///< of a disc and the label beneath it, in fonts
constexpr double crowded = 0.4;    ///< the share of the area that labels may cover

QRectF roomIn(QSizeF area) {
    return {sideRoom, topRoom, std::max(1.0, area.width() - 2 * sideRoom),
            std::max(1.0, area.height() - topRoom - bottomRoom)};
}

double sum(const std::vector<double>& widths) { return std::accumulate(widths.begin(), widths.end(), 0.0); }

/// A row of tokens [first, last), evenly by the width of their labels, higher in its middle.
void placeRow(const std::vector<double>& widths, std::size_t first, std::size_t last, QRectF row, Placement& placement) {
    double total = 0;
    for (std::size_t i = first; i < last; ++i) total += widths[i] + 1;
    double before = 0;
    for (std::size_t i = first; i < last; ++i) {
        const double along = (before + (widths[i] + 1) / 2) / total;
        before += widths[i] + 1;
        const QPointF at(row.left() + along * row.width(), row.top() + (1 - 3 * along * (1 - along)) * row.height());
        placement.places.push_back({at, at});
    }
}

/// Each token drawn to its place in the rows and to its partners, until all pulls are in balance.
class Springs {
public:
    Springs(const Placement& rows, const std::vector<Attraction>& attractions) : m_rows(rows) {
        m_first.assign(rows.places.size() + 1, 0);
        for (const Attraction& each : attractions) {
            ++m_first[std::size_t(each.one) + 1];
            ++m_first[std::size_t(each.other) + 1];
        }
        std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
        m_partners.resize(2 * attractions.size());
        std::vector<std::size_t> next(m_first.begin(), m_first.end() - 1);
        for (const Attraction& each : attractions) {
            m_partners[next[std::size_t(each.one)]++] = {each.other, each.strength};
            m_partners[next[std::size_t(each.other)]++] = {each.one, each.strength};
        }
    }

    Points balance(const Held& held) const {
        Points points;
        for (std::size_t i = 0; i < held.size(); ++i) points.push_back(held[i].value_or(m_rows.places[i].query));
        for (int round = 0; round < 100; ++round)
            for (std::size_t i = 0; i < points.size(); ++i)
                if (!held[i]) points[i] = balanced(i, points);
        return points;
    }

private:
    struct Partner {
        int token = 0;
        double strength = 0;
    };

    QPointF balanced(std::size_t i, const Points& points) const {
        QPointF pulls = m_rows.places[i].query * anchoring;
        double all = anchoring;
        for (std::size_t p = m_first[i]; p < m_first[i + 1]; ++p) {
            pulls += points[std::size_t(m_partners[p].token)] * m_partners[p].strength;
            all += m_partners[p].strength;
        }
        return pulls / all;
    }

    const Placement& m_rows;
    std::vector<std::size_t> m_first; ///< of each token's partners, and the end
    std::vector<Partner> m_partners;
};

/// point → centre + (point − middle) · factors
struct Stretch {
    QPointF middle, centre;
    double across = 1;
    double down = 1;

    QPointF of(QPointF point) const {
        const QPointF by = point - middle;
        return centre + QPointF(by.x() * across, by.y() * down);
    }
    QPointF back(QPointF point) const {
        const QPointF by = point - centre;
        return middle + QPointF(by.x() / across, by.y() / down);
    }
};

/// What brings points to fill a room, within bounds that keep few tokens from flying apart.
Stretch stretchTo(const QRectF& room, const Points& points) {
    std::vector<double> x;
    std::vector<double> y;
    for (const QPointF& point : points) {
        x.push_back(point.x());
        y.push_back(point.y());
    }
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    const std::size_t loners = points.size() / 40; // a few far from all others would leave the room empty
    const double left = x[loners];
    const double right = x[x.size() - 1 - loners];
    const double top = y[loners];
    const double bottom = y[y.size() - 1 - loners];
    const double across = std::clamp(room.width() / std::max(right - left, 1.0), 0.2, 3.0);
    const double down = std::clamp(room.height() / std::max(bottom - top, 1.0), 0.2, 3.0);
    // Not so unevenly that what lies near would look far.
    return {{(left + right) / 2, (top + bottom) / 2}, room.center(), std::min(across, 1.8 * down), std::min(down, 1.8 * across)};
}

/// Moves tokens apart whose labels cover each other.
class Crowd {
public:
    Crowd(const std::vector<double>& widths, const Placement& rows, const QRectF& room, const Held& held)
        : m_room(room), m_held(held) {
        const double covered = (sum(widths) + double(widths.size())) * rows.font * lineHeight * rows.font;
        const double share = std::min(1.5, std::sqrt(crowded * room.width() * room.height() / covered));
        for (const double width : widths)
            m_halves.emplace_back((width + 1) * rows.font * share / 2, lineHeight * rows.font * share / 2);
        for (const QPointF& half : m_halves)
            m_cell = {std::max(m_cell.x(), 2 * half.x()), std::max(m_cell.y(), 2 * half.y())};
    }

    void stepAside(const Points& wanted, Points& points) {
        constexpr int rounds = 120;
        for (int round = 0; round < rounds; ++round) {
            // Drawn back at first, so that they stay near; then only apart.
            const double back = 0.1 * std::max(0.0, 1 - 1.5 * round / rounds);
            for (std::size_t i = 0; i < points.size(); ++i)
                if (!m_held[i]) points[i] = within(points[i] + (wanted[i] - points[i]) * back);
            sortIntoCells(points);
            for (std::size_t i = 0; i < points.size(); ++i) makeRoom(i, points);
        }
    }

private:
    using Cell = std::pair<int, int>;

    QPointF within(QPointF point) const {
        return {std::clamp(point.x(), m_room.left(), m_room.right()),
                std::clamp(point.y(), m_room.top(), m_room.bottom())};
    }

    Cell cellOf(QPointF point) const {
        const auto index = [](double at) { return int(std::floor(std::clamp(at, -1e6, 1e6))); }; // dragged however far
        return {index(point.x() / m_cell.x()), index(point.y() / m_cell.y())};
    }
    static quint64 keyOf(Cell cell) { return (quint64(quint32(cell.first)) << 32U) | quint32(cell.second); }

    void sortIntoCells(const Points& points) {
        m_cells.clear();
        for (std::size_t i = 0; i < points.size(); ++i) m_cells[keyOf(cellOf(points[i]))].push_back(i);
    }

    void makeRoom(std::size_t i, Points& points) const {
        const Cell at = cellOf(points[i]);
        for (int x = at.first - 1; x <= at.first + 1; ++x)
            for (int y = at.second - 1; y <= at.second + 1; ++y) {
                const auto cell = m_cells.find(keyOf({x, y}));
                if (cell == m_cells.end()) continue;
                for (const std::size_t j : cell->second)
                    if (j > i) part(i, j, points);
            }
    }

    /// Moves two tokens until the ellipses around their labels touch, half of the way in each round.
    void part(std::size_t i, std::size_t j, Points& points) const {
        if (m_held[i] && m_held[j]) return;
        const QPointF halves = (m_halves[i] + m_halves[j]) * 1.12;
        QPointF by(points[j] - points[i]);
        double distance = std::hypot(by.x() / halves.x(), by.y() / halves.y());
        if (distance >= 1) return;
        if (distance < 1e-3) { // one on the other: any direction, not the same for all
            const double angle = 2.4 * double(i + j);
            by = {halves.x() * std::cos(angle), halves.y() * std::sin(angle)};
            by *= 1e-3;
            distance = 1e-3;
        }
        const QPointF apart = by * (0.5 * (1 / distance - 1));
        const double share = m_held[i] || m_held[j] ? 1 : 0.5;
        if (!m_held[i]) points[i] = within(points[i] - apart * share);
        if (!m_held[j]) points[j] = within(points[j] + apart * share);
    }

    QRectF m_room;
    const Held& m_held;
    Points m_halves; ///< half the width and height of each label with its disc
    QPointF m_cell{1, 1};
    std::unordered_map<quint64, std::vector<std::size_t>> m_cells;
};

} // namespace

Placement placeInRows(const std::vector<double>& widths, QSizeF area) {
    Placement placement;
    const QRectF room = roomIn(area);
    const double letters = sum(widths) + double(widths.size());
    const double fitting = std::sqrt(0.3 * room.width() * room.height() / (lineHeight * letters));
    placement.font = std::clamp(fitting, 11.0, 20.0);
    const auto rows = std::size_t(std::clamp(std::ceil(letters * placement.font / (room.width() * 0.6)), 1.0, 64.0));
    const double height = room.height() / double(rows);
    double before = 0;
    std::size_t first = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        std::size_t last = first;
        while (last < widths.size() && (before + widths[last] / 2 < letters * double(row + 1) / double(rows) || row + 1 == rows))
            before += widths[last++] + 1;
        const double top = room.top() + (double(row) + 0.2) * height;
        placeRow(widths, first, last, {room.left(), top, room.width(), height * 0.7}, placement);
        first = last;
    }
    placement.spacing = std::min(120.0, std::sqrt(room.width() * room.height() / double(widths.size())) * 0.8);
    return placement;
}

std::vector<QPointF> settle(const Placement& rows, const std::vector<double>& widths,
                            const std::vector<Attraction>& attractions, const std::vector<std::optional<QPointF>>& held,
                            QSizeF area, const std::vector<std::optional<QPointF>>& last) {
    if (widths.empty()) return {};
    const Springs springs(rows, attractions);
    const QRectF room = roomIn(area);
    Points points = springs.balance(Held(widths.size()));
    const Stretch stretch = stretchTo(room, points);
    Held inner = held;
    for (auto& each : inner)
        if (each) each = stretch.back(*each);
    if (inner != Held(widths.size())) points = springs.balance(inner);
    for (QPointF& point : points) point = stretch.of(point);
    const Points wanted = points;
    for (std::size_t i = 0; i < last.size(); ++i)
        if (last[i] && !held[i]) points[i] = *last[i];
    Crowd(widths, rows, room, held).stepAside(wanted, points);
    return points;
}

Curve bow(QPointF from, QPointF to, Way way, int slot) {
    if (way == Way::ToItself) return loop(from, {0, -1}, slot);
    const QPointF along = to - from;
    const QPointF aside = QPointF(-along.y(), along.x()) * (0.14 + 0.05 * slot);
    return {from, from + along / 3 + aside, from + along * (2.0 / 3) + aside, to};
}

} // namespace graph
