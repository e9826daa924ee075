#include "app/values/values_scene.h"

#include "app/graph/hit.h"
#include "app/graph/share_shown.h"
#include "app/graph/walk.h"
#include "engine/reading/contribution.h"
#include "engine/reading/values.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace values {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Values)
};

mayfly::GraphChoice choiceOf(const view::Subject& subject) {
    return {subject.heads, subject.topMass, subject.hideFirst};
}

QString percent(double share) { return QLocale().toString(share * 100, 'f', 1); }

} // namespace

ValuesScene::ValuesScene(const view::Subject& subject)
    : m_subject(subject), m_weights(mayfly::selectEdges(*subject.snapshot->trace, choiceOf(subject))),
      m_carried(mayfly::selectValueEdges(*subject.snapshot->trace, *subject.snapshot->model, choiceOf(subject))),
      m_both(graph::buildMirroredScene(*subject.snapshot, m_weights, m_carried, subject.hideFirst, subject.area)),
      m_above(m_both) {
    std::erase_if(m_above.edges, [](const graph::SceneEdge& edge) { return edge.mirrored; });
}

drawing::Drawing ValuesScene::ground(const graph::Look& look) const { return graph::composeGround(m_both, look); }

drawing::Drawing ValuesScene::marks(const graph::Look& look) const {
    drawing::Drawing drawing = graph::composeMarks(m_both, look);
    drawing::Label line;
    line.text = headline(look.focus);
    line.at = {16, m_subject.area.height() - 14};
    line.colour = look.palette.ink;
    line.anchor = drawing::Anchor::Start;
    if (!line.text.isEmpty()) drawing.labels.push_back(line);
    return drawing;
}

/// Of the edge that is pointed at: its weight, and what it carries.
QString ValuesScene::headline(const graph::Focus& focus) const {
    const Snapshot& snapshot = *m_subject.snapshot;
    if (!focus.isEdge() || std::max(focus.query, focus.key) >= snapshot.size()) return {};
    const auto slot = std::size_t(std::clamp(focus.slot, 0, int(m_subject.heads.size()) - 1));
    const mayfly::HeadIndex head = m_subject.heads[slot];
    const double carried = mayfly::contribution(*snapshot.trace, *snapshot.model, head, focus.query, focus.key);
    return Words::tr("head %1: %2 \u2192 %3: weight %4, carries %5")
        .arg(QString::fromStdString(mayfly::toString(head)), snapshot.labels[std::size_t(focus.query)],
             snapshot.labels[std::size_t(focus.key)],
             QLocale().toString(double(snapshot.trace->weight(head, focus.query, focus.key)), 'f', 3),
             QLocale().toString(carried, 'g', 3));
}

graph::Focus ValuesScene::hit(const graph::Viewport& viewport, QPointF screen) const {
    return graph::hit(m_both, viewport, screen);
}

QRectF ValuesScene::placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const {
    return graph::placeOf(m_both, focus, viewport);
}

graph::Focus ValuesScene::walk(const graph::Focus& from, view::Step step) const {
    return graph::walk(m_above, from, step);
}

QString ValuesScene::remark() const {
    if (m_subject.snapshot->size() == 0) return {};
    if (std::isnan(graph::shareOf(m_weights)) || std::isnan(graph::shareOf(m_carried)))
        return Words::tr("there are weights that are not numbers");
    return Words::tr("above %1 % of the attention, below %2 % of what it carries; to the first token go %3 % and %4 %")
        .arg(percent(m_weights.shown), percent(m_carried.shown), percent(m_weights.onFirst), percent(m_carried.onFirst));
}

} // namespace values
