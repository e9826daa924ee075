#include "app/compare/difference_graph.h"

#include "app/compare/change_words.h"
#include "app/inspector/pair_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace compare {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

/// The tokens of both texts in reading order.
graph::SceneText textOf(const Difference& difference) {
    graph::SceneText text = graph::SceneText::of(difference.after().size() > 0 ? difference.after() : difference.before());
    text.labels = difference.labels();
    text.identity.resize(text.labels.size());
    for (std::size_t i = 0; i < text.identity.size(); ++i) text.identity[i] = i + 1;
    return text;
}

graph::Scene sceneOf(const Difference& difference, const Changes& changes, const view::Subject& subject) {
    graph::Scene scene =
        graph::buildScene(textOf(difference), changes.graph, subject.hideFirst, subject.layout, subject.area);
    scene.difference = true;
    for (graph::SceneEdge& edge : scene.edges) edge.weight /= changes.largest;
    for (graph::SceneNode& node : scene.nodes)
        if (difference.matching().tokens[std::size_t(node.token)].isGone()) node.presence = 0.62;
    return scene;
}

} // namespace

DifferenceGraph::DifferenceGraph(const view::Subject& subject)
    : m_difference(subject.before, subject.snapshot, {subject.heads, matrix::Quantity::Weight, false, subject.hideFirst}),
      m_changes(selectChanges(m_difference, subject.topMass)), m_pane(sceneOf(m_difference, m_changes, subject), {}) {}

/// A head's slot is not that of gains and losses.
graph::Look DifferenceGraph::inPlaces(const graph::Look& look) const {
    graph::Look mapped = look;
    mapped.focus = m_difference.matching().placesOf(look.focus);
    mapped.focus.slot = -1;
    return mapped;
}

graph::Focus DifferenceGraph::fromPlaces(graph::Focus places) const {
    places.slot = places.isEdge() && m_difference.reading().heads.size() == 1 ? 0 : -1;
    return m_difference.matching().at(places);
}

drawing::Drawing DifferenceGraph::ground(const graph::Look& look) const { return m_pane.ground(look); }

drawing::Drawing DifferenceGraph::marks(const graph::Look& look) const {
    const QSizeF area = m_pane.scene().area;
    drawing::Drawing drawing = m_pane.marks(inPlaces(look));
    drawing::Label line;
    line.text = changeLine(m_difference, m_difference.matching().placesOf(look.focus));
    line.at = {16, area.height() - 14};
    line.colour = look.palette.ink;
    line.anchor = drawing::Anchor::Start;
    if (line.text.isEmpty()) {
        line.text = m_difference.summary();
        line.colour = look.palette.muted;
    }
    drawing.labels.push_back(line);
    return drawing;
}

graph::Focus DifferenceGraph::hit(const graph::Viewport& viewport, QPointF screen) const {
    return fromPlaces(m_pane.hit(viewport, screen));
}

QRectF DifferenceGraph::placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const {
    return m_pane.placeOf(m_difference.matching().placesOf(focus), viewport);
}

graph::Focus DifferenceGraph::walk(const graph::Focus& from, view::Step step) const {
    graph::Focus places = m_difference.matching().placesOf(from);
    // The keyboard walks through edges by their slot, which is that of what was gained or lost.
    const auto& edges = m_pane.scene().edges;
    const auto edge = std::find_if(edges.begin(), edges.end(), [&](const graph::SceneEdge& each) {
        return each.query == places.query && each.key == places.key;
    });
    places.slot = edge == edges.end() ? -1 : edge->slot;
    return fromPlaces(m_pane.walk(places, step));
}

QString DifferenceGraph::describe(const graph::Focus& focus) const {
    return changeTooltip(m_difference, m_difference.matching().placesOf(focus), nullptr);
}

QString DifferenceGraph::remark() const {
    const QLocale locale;
    return Words::tr("shows %1 of what changed \u00b7 gained %2, lost %3, widest %4")
        .arg(locale.toString(m_changes.graph.shown * 100, 'f', 1) + QStringLiteral("\u00a0%"),
             locale.toString(m_changes.gained, 'f', 2), locale.toString(m_changes.lost, 'f', 2),
             locale.toString(m_changes.largest, 'f', 2));
}

} // namespace compare
