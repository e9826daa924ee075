#include "app/compare/panes.h"

#include "app/compare/graph_pane.h"
#include "app/drawing/clip.h"
#include "app/drawing/font.h"
#include "app/inspector/pair_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace compare {

namespace {

using drawing::Drawing;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

view::ScenePtr sceneOf(const view::Subject& subject, const view::Scene* before) {
    if (subject.kind == view::Kind::Graph) return std::make_shared<GraphPane>(subject);
    return view::makeScene(subject, before);
}

} // namespace

Panes::Panes(const view::Subject& subject, const Panes* before)
    : m_subject(subject),
      m_places(placePanes(subject.kind, subject.layout, subject.compare == Mode::BeforeAfter, subject.area)) {
    if (!ofHeads()) m_matching = match(subject.before->trace->ids(), subject.snapshot->trace->ids());
    for (int pane : {0, 1}) {
        const view::Subject own = subjectOf(pane);
        // While one types, the text before stays as it is.
        const bool same = before && before->subjectOf(pane) == own;
        m_scenes[std::size_t(pane)] =
            same ? before->m_scenes[std::size_t(pane)] : sceneOf(own, before ? &before->scene(pane) : nullptr);
    }
}

view::Subject Panes::subjectOf(int pane) const {
    view::Subject own = m_subject;
    own.compare = Mode::Off;
    own.before.reset();
    own.area = m_places.panes[std::size_t(pane)].size();
    if (ofHeads()) own.heads = {m_subject.heads[std::size_t(pane)]};
    if (!ofHeads() && pane == 0) {
        own.snapshot = m_subject.before;
        own.from = m_matching.inBefore({.query = m_subject.from}).query;
    }
    return own;
}

/// What is pointed out in either pane as the scene of this one has it.
graph::Focus Panes::into(int pane, const graph::Focus& focus) const {
    graph::Focus own = focus;
    if (ofHeads()) {
        own.slot = focus.isEdge() ? 0 : -1;
    } else {
        own = pane == 0 ? m_matching.inBefore(focus) : m_matching.inAfter(focus);
        own.kept = false;
    }
    return own;
}

graph::Focus Panes::outOf(int pane, const graph::Focus& focus) const {
    graph::Focus told = focus;
    if (focus.isNone()) return told;
    if (ofHeads())
        told.slot = pane;
    else
        told.kept = pane == 0;
    return told;
}

int Panes::paneOf(const graph::Focus& focus) const {
    if (ofHeads()) return focus.slot == 1 ? 1 : 0;
    return focus.kept ? 0 : 1;
}

/// A head keeps the colour that it has among several.
graph::Look Panes::lookOf(int pane, const graph::Look& look) const {
    graph::Look own = look;
    own.focus = into(pane, look.focus);
    if (ofHeads()) own.palette.heads[0] = look.palette.heads[std::size_t(pane)];
    return own;
}

bool Panes::groundFades() const {
    return std::any_of(m_scenes.begin(), m_scenes.end(), [](const auto& scene) { return scene->groundFades(); });
}

Drawing Panes::both(const std::array<Drawing, 2>& parts) const {
    Drawing drawing;
    drawing.size = m_subject.area;
    drawing.paper = parts[0].paper;
    for (std::size_t i = 0; i < parts.size(); ++i)
        drawing::addClipped(parts[i], m_places.panes[i].topLeft(), m_places.panes[i], drawing);
    return drawing;
}

Drawing Panes::ground(const graph::Look& look) const {
    std::array<graph::Look, 2> looks{lookOf(0, look), lookOf(1, look)};
    for (graph::Look& own : looks) // both fade or none, also where what is pointed out is not there
        if (own.focus.isNone()) own.focus = look.focus;
    return both({m_scenes[0]->ground(looks[0]), m_scenes[1]->ground(looks[1])});
}

bool Panes::ponder(const graph::Focus& focus) const {
    const bool first = m_scenes[0]->ponder(into(0, focus));
    return m_scenes[1]->ponder(into(1, focus)) || first;
}

Drawing Panes::marks(const graph::Look& look) const {
    Drawing drawing = both({m_scenes[0]->marks(lookOf(0, look)), m_scenes[1]->marks(lookOf(1, look))});
    drawing.boxes.push_back({m_places.divider, look.palette.faint, 1, 0});
    if (m_places.title <= 0) return drawing;
    for (int pane : {0, 1}) {
        const QRectF& place = m_places.panes[std::size_t(pane)];
        drawing::Label title;
        title.text = pane == 0 ? Words::tr("before") : Words::tr("after");
        title.at = {place.left() + 16, place.top() - m_places.title / 2 + 4};
        title.size = 14;
        title.bold = true;
        title.colour = look.palette.ink;
        title.anchor = drawing::Anchor::Start;
        drawing.labels.push_back(title);
    }
    return drawing;
}

graph::Focus Panes::hit(const graph::Viewport& viewport, QPointF screen) const {
    const int pane = m_places.at(screen);
    if (pane < 0) return {};
    return outOf(pane, scene(pane).hit(viewport, screen - m_places.panes[std::size_t(pane)].topLeft()));
}

QRectF Panes::placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const {
    const int pane = paneOf(focus);
    const QRectF place = scene(pane).placeOf(into(pane, focus), viewport);
    return place.isEmpty() ? place : place.translated(m_places.panes[0].topLeft());
}

QRectF Panes::pane() const { return m_scenes[0]->pane().translated(m_places.panes[0].topLeft()); }

std::vector<view::Pane> Panes::panes() const {
    std::vector<view::Pane> all;
    for (std::size_t i = 0; i < m_scenes.size(); ++i)
        for (const view::Pane& own : m_scenes[i]->panes()) {
            const QPointF corner = m_places.panes[i].topLeft();
            all.push_back({own.rect.translated(corner) & m_places.panes[i], own.offset + corner});
        }
    return all;
}

QPointF Panes::anchorOf(QPointF screen) const {
    const int pane = std::max(0, m_places.at(screen));
    return scene(pane).anchorOf(screen - m_places.panes[std::size_t(pane)].topLeft());
}

graph::Focus Panes::walk(const graph::Focus& from, view::Step step) const {
    const int pane = paneOf(from);
    return outOf(pane, scene(pane).walk(into(pane, from), step));
}

QString Panes::remark() const {
    const QString first = m_scenes[0]->remark(), second = m_scenes[1]->remark();
    if (first == second) return first;
    const QString axes = m_subject.kind == view::Kind::Path ? Words::tr("each pane has axes of its own") + QStringLiteral(" \u00b7 ") : QString();
    const auto name = [this](int pane) {
        return ofHeads()   ? QString::fromStdString(mayfly::toString(m_subject.heads[std::size_t(pane)]))
               : pane == 0 ? Words::tr("before")
                           : Words::tr("after");
    };
    return axes + QStringLiteral("%1: %2 \u00b7 %3: %4").arg(name(0), first, name(1), second);
}

QString Panes::describe(const graph::Focus& focus) const {
    if (!focus.kept || !focus.isEdge() || !m_subject.before || m_subject.heads.empty()) return {};
    return pairtext::tooltip(*m_subject.before, m_subject.heads, focus);
}

graph::Focus Panes::live(const graph::Focus& focus) const { return ofHeads() ? focus : m_matching.inAfter(focus); }

} // namespace compare
