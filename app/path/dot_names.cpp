#include "app/path/dot_names.h"

#include "app/graph/label_room.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <utility>

namespace path {

namespace {

using drawing::Anchor;

constexpr double dotRadius = 4;
constexpr double closeBy = 24;
constexpr int directions = 36; ///< of leaders

bool crosses(const QLineF& line, const QRectF& rect) {
    if (rect.contains(line.p1()) || rect.contains(line.p2())) return true;
    const QRectF reach = QRectF(line.p1(), line.p2()).normalized();
    if (reach.right() < rect.left() || reach.left() > rect.right() || reach.bottom() < rect.top() || reach.top() > rect.bottom())
        return false;
    const auto meets = [&](QPointF from, QPointF to) {
        return line.intersects(QLineF(from, to), nullptr) == QLineF::BoundedIntersection;
    };
    return meets(rect.topLeft(), rect.bottomRight()) || meets(rect.topRight(), rect.bottomLeft());
}

QRectF rectOf(const DotName& name, double width, double height) {
    const double left = name.anchor == Anchor::Start ? 0 : name.anchor == Anchor::End ? width : width / 2;
    return {name.at.x() - left, name.at.y() - height / 2, width, height};
}

class Names {
public:
    Names(const std::vector<Dot>& dots, const std::vector<QLineF>& ways, const QRectF& bounds, double font)
        : m_dots(dots), m_ways(ways), m_bounds(bounds), m_height(font * 1.2) {
        for (const Dot& dot : dots)
            m_room.take({dot.at - QPointF(dotRadius, dotRadius), QSizeF(2 * dotRadius, 2 * dotRadius)});
    }

    std::optional<DotName> placeBeside(const Dot& dot) {
        for (const bool offWays : {true, false})
            for (const DotName& name : beside(dot))
                if (fits(name, dot.width, offWays)) return taken(name, dot);
        return std::nullopt;
    }

    /// `others` dots close by want a place out there too: a ring with room for all leaves none of them shut in.
    std::optional<DotName> placeFarther(const Dot& dot, int others) {
        const double nearest = std::max(18.0, m_height * 0.5 * others);
        const double farthest = std::hypot(m_bounds.width(), m_bounds.height());
        enum class Strict { Very, Rather, Not };
        for (const Strict strict : {Strict::Very, Strict::Rather, Strict::Not})
            for (double reach = nearest; reach < farthest; reach *= 1.3)
                for (const DotName& name : around(dot, reach))
                    if (fits(name, dot.width, false) && (strict == Strict::Not || isOffNames(*name.leader)) &&
                        (strict != Strict::Very || isApart(*name.leader)))
                        return taken(name, dot);
        return std::nullopt;
    }

private:
    /// To the right first, as texts run on, and straight above and below last, where ways and other dots are likely.
    std::array<DotName, 8> beside(const Dot& dot) const {
        const double up = m_height / 2 + 1, far = m_height / 2 + dotRadius + 2;
        return {{{dot.at + QPointF(8, 0), Anchor::Start, {}},
                 {dot.at + QPointF(-8, 0), Anchor::End, {}},
                 {dot.at + QPointF(5, -up), Anchor::Start, {}},
                 {dot.at + QPointF(5, up), Anchor::Start, {}},
                 {dot.at + QPointF(-5, -up), Anchor::End, {}},
                 {dot.at + QPointF(-5, up), Anchor::End, {}},
                 {dot.at + QPointF(0, -far), Anchor::Middle, {}},
                 {dot.at + QPointF(0, far), Anchor::Middle, {}}}};
    }

    /// Away from the dots nearby first, and then more and more towards them.
    std::vector<DotName> around(const Dot& dot, double reach) const {
        const QPointF out = awayFrom(dot);
        const double first = std::atan2(out.y(), out.x());
        std::vector<DotName> names;
        for (int i = 0; i < directions; ++i) {
            const double by = (i % 2 == 0 ? -1 : 1) * ((i + 1) / 2) * 2 * std::numbers::pi / directions;
            const QPointF towards(std::cos(first + by), std::sin(first + by));
            const QPointF end = dot.at + towards * reach;
            const Anchor anchor = towards.x() > 0.3 ? Anchor::Start : towards.x() < -0.3 ? Anchor::End : Anchor::Middle;
            const QPointF gap = anchor == Anchor::Middle ? QPointF(0, std::copysign(m_height / 2, towards.y()))
                                                         : QPointF(std::copysign(3, towards.x()), 0);
            names.push_back({end + gap, anchor, QLineF(dot.at + towards * dotRadius, end)});
        }
        return names;
    }

    QPointF awayFrom(const Dot& dot) const {
        constexpr double nearby = 90;
        QPointF away;
        for (const Dot& each : m_dots) {
            const QPointF by = dot.at - each.at;
            const double distance = std::hypot(by.x(), by.y());
            if (distance > 0 && distance < nearby) away += by / distance;
        }
        return away.isNull() ? QPointF(1, 0) : away;
    }

    bool fits(const DotName& name, double width, bool offWays) const {
        const QRectF rect = rectOf(name, width, m_height);
        const auto clear = [&](const std::vector<QLineF>& lines) {
            return std::none_of(lines.begin(), lines.end(), [&](const QLineF& line) { return crosses(line, rect); });
        };
        return m_bounds.contains(rect) && m_room.isFree(rect) && clear(m_leaders) && (!offWays || clear(m_ways));
    }

    bool isOffNames(const QLineF& leader) const {
        return std::none_of(m_names.begin(), m_names.end(), [&](const QRectF& rect) { return crosses(leader, rect); });
    }

    /// From other leaders, but for where they begin: dots may lie on each other.
    bool isApart(const QLineF& leader) const {
        const QLineF end(leader.center(), leader.p2());
        return std::none_of(m_leaders.begin(), m_leaders.end(), [&](const QLineF& line) {
            return line.intersects(end, nullptr) == QLineF::BoundedIntersection;
        });
    }

    DotName taken(const DotName& name, const Dot& dot) {
        m_names.push_back(rectOf(name, dot.width, m_height));
        m_room.take(m_names.back());
        if (name.leader) m_leaders.push_back(*name.leader);
        return name;
    }

    const std::vector<Dot>& m_dots;
    const std::vector<QLineF>& m_ways;
    QRectF m_bounds;
    double m_height;
    graph::LabelRoom m_room; ///< with the dots
    std::vector<QRectF> m_names;
    std::vector<QLineF> m_leaders;
};

} // namespace

std::vector<std::optional<DotName>> placeNames(const std::vector<Dot>& dots, const std::vector<QLineF>& ways,
                                               const QRectF& bounds, double font, std::size_t reaching) {
    Names names(dots, ways, bounds, font);
    std::vector<std::optional<DotName>> placed(dots.size());
    const auto isSeen = [&](const Dot& dot) { return bounds.contains(dot.at); };
    for (std::size_t i = 0; i < dots.size(); ++i)
        if (isSeen(dots[i])) placed[i] = names.placeBeside(dots[i]);
    std::vector<int> unnamed(dots.size());
    for (std::size_t i = 0; i < dots.size(); ++i)
        for (std::size_t other = 0; other < std::min(reaching, dots.size()); ++other)
            unnamed[i] += !placed[other] && QLineF(dots[i].at, dots[other].at).length() < closeBy;
    for (std::size_t i = 0; i < std::min(reaching, dots.size()); ++i)
        if (isSeen(dots[i]) && !placed[i]) placed[i] = names.placeFarther(dots[i], unnamed[i]);
    return placed;
}

} // namespace path
