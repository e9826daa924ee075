#include "app/flow/flow_scene.h"

#include "app/drawing/font.h"
#include "app/graph/label_room.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace flow {

namespace {

using drawing::Anchor;
using drawing::words;

constexpr double font = 13;
constexpr double leastReach = 0.004; ///< of a disc that is drawn among many

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Flow)
};

QString percent(double share) { return QLocale().toString(share * 100, 'f', share < 0.0995 ? 1 : 0); }

} // namespace

FlowScene::FlowScene(const view::Subject& subject) : m_subject(subject) {
    const int tokens = subject.snapshot->size();
    m_pane = QRectF(104, 52, std::max(60.0, subject.area.width() - 150), std::max(60.0, subject.area.height() - 150));
    if (tokens == 0) return;
    const int token = subject.from < 0 || subject.from >= tokens ? tokens - 1 : subject.from;
    m_rollout = mayfly::rollOut(*subject.snapshot->trace, {token, subject.topMass, subject.hideFirst});
}

QPointF FlowScene::pointOf(int depth, int token) const {
    const double across = m_rollout.tokens > 1 ? double(token) / (m_rollout.tokens - 1) : 0.5;
    const double up = double(depth) / std::max(m_rollout.layers, 1);
    // Few tokens stand together in the middle.
    const double width = std::min(m_pane.width(), 130.0 * m_rollout.tokens);
    return {m_pane.center().x() + (across - 0.5) * width, m_pane.bottom() - up * m_pane.height()};
}

drawing::Stroke FlowScene::strokeOf(const mayfly::Edge& edge, const graph::Look& look) const {
    const QPointF from = look.viewport.map(pointOf(edge.slot + 1, edge.query));
    const QPointF to = look.viewport.map(pointOf(edge.slot, edge.key));
    const QPointF bend(0, (to.y() - from.y()) * 0.5);
    drawing::Stroke stroke;
    stroke.curve = {from, from + bend, to - bend, to};
    stroke.colour = look.palette.heads[0];
    stroke.width = 0.8 + 7 * double(edge.weight);
    stroke.opacity = graph::edgeOpacity(std::min(1.0, 3 * double(edge.weight)));
    return stroke;
}

void FlowScene::addDisc(int depth, int token, const graph::Look& look, drawing::Drawing& drawing) const {
    const double share = double(m_rollout.at(depth, token));
    drawing.discs.push_back({look.viewport.map(pointOf(depth, token)), 1 + 9 * std::sqrt(share), look.palette.ink, 1});
}

/// The tokens in focus with their edges, and how much of it all passes there.
void FlowScene::addFocus(const graph::Look& look, drawing::Drawing& drawing) const {
    if (look.focus.isNone()) return;
    for (const mayfly::Edge& edge : m_rollout.edges) {
        if (!look.focus.covers(edge.query) && !look.focus.covers(edge.key)) continue;
        drawing.strokes.push_back(strokeOf(edge, look));
        drawing.strokes.back().colour = look.palette.outgoing;
    }
    for (int depth = 0; depth <= m_rollout.layers; ++depth)
        for (int token = look.focus.query; token <= std::min(look.focus.last(), m_rollout.tokens - 1); ++token) {
            const double share = double(m_rollout.at(depth, token));
            if (!(share > 0) || !look.focus.covers(token)) continue;
            addDisc(depth, token, look, drawing);
            drawing.discs.back().fill = look.palette.outgoing;
            if (token != look.focus.query) continue;
            const QPointF at = drawing.discs.back().centre + QPointF(14, -9);
            drawing.labels.push_back(
                words(Words::tr("%1 %").arg(percent(share)), at, look.palette.outgoing, Anchor::Start, font));
        }
}

/// Beneath the embeddings, what most comes from first; upright where all have room, else slanted.
void FlowScene::addLabels(const graph::Look& look, drawing::Drawing& drawing) const {
    const auto& labels = m_subject.snapshot->labels;
    const double step = m_rollout.tokens > 1 ? (pointOf(0, 1).x() - pointOf(0, 0).x()) * look.viewport.zoom : 1e3;
    double widest = 0;
    for (const QString& label : labels) widest = std::max(widest, drawing::textWidth(label, font));
    const bool upright = step > widest + 6;
    std::vector<int> order(labels.size());
    std::iota(order.begin(), order.end(), 0);
    const auto rank = [&](int token) {
        if (look.focus.covers(token) || token == m_rollout.token) return 2.0F;
        return m_rollout.at(0, token) > 0 ? m_rollout.at(0, token) : 0.0F; // of odd weights it is no number
    };
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return rank(a) > rank(b); });
    graph::LabelRoom room;
    for (const int token : order) {
        const QPointF at = look.viewport.map(pointOf(0, token)) + QPointF(upright ? 0 : 3, 20);
        const double half = upright ? drawing::textWidth(labels[std::size_t(token)], font) / 2 + 2 : font * 0.65;
        if (!room.takes({at.x() - half, at.y(), 2 * half, 1})) continue;
        drawing::Label label = words(labels[std::size_t(token)], at, look.palette.ink,
                                     upright ? Anchor::Middle : Anchor::End, font, upright ? 0 : -58);
        label.bold = look.focus.covers(token) || token == m_rollout.token;
        drawing.labels.push_back(label);
    }
}

drawing::Drawing FlowScene::ground(const graph::Look& look) const {
    drawing::Drawing drawing;
    drawing.size = m_subject.area;
    drawing.paper = look.palette.paper;
    if (m_rollout.tokens == 0) return drawing;
    const bool fades = !look.focus.isNone();
    for (const mayfly::Edge& edge : m_rollout.edges) {
        drawing.strokes.push_back(strokeOf(edge, look));
        if (fades) drawing.strokes.back().opacity *= 0.35;
    }
    for (int depth = 0; depth <= m_rollout.layers; ++depth)
        for (int token = 0; token < m_rollout.tokens; ++token) {
            if (!(double(m_rollout.at(depth, token)) >= leastReach)) continue;
            addDisc(depth, token, look, drawing);
            if (fades) drawing.discs.back().opacity = 0.5;
        }
    return drawing;
}

drawing::Drawing FlowScene::marks(const graph::Look& given) const {
    graph::Look look = given;
    look.focus = look.focus.token(); // another view's edge
    drawing::Drawing drawing;
    drawing.size = m_subject.area;
    if (m_rollout.tokens == 0) return drawing;
    addFocus(look, drawing);
    addLabels(look, drawing);
    graph::LabelRoom room;
    for (int depth = 0; depth <= m_rollout.layers; ++depth) {
        const double y = look.viewport.map(pointOf(depth, 0)).y();
        if (!room.takes({0, y - font * 0.65, 10, font * 1.3})) continue;
        const QString name = depth == 0 ? Words::tr("embedding") : Words::tr("layer %1").arg(depth - 1);
        drawing.labels.push_back(words(name, {16, y}, look.palette.muted, Anchor::Start, font));
    }
    const QString& label = m_subject.snapshot->labels[std::size_t(m_rollout.token)];
    drawing.labels.push_back(words(Words::tr("where \u201c%1\u201d comes from").arg(label), {16, 20},
                                   look.palette.ink, Anchor::Start, font));
    return drawing;
}

graph::Focus FlowScene::hit(const graph::Viewport& viewport, QPointF screen) const {
    if (m_rollout.tokens == 0) return {};
    const double top = viewport.map(pointOf(m_rollout.layers, 0)).y() - 14;
    const double bottom = viewport.map(pointOf(0, 0)).y() + 90;
    if (screen.y() < top || screen.y() > bottom) return {};
    const double first = viewport.map(pointOf(0, 0)).x();
    const double step = m_rollout.tokens > 1 ? viewport.map(pointOf(0, 1)).x() - first : 1;
    const int token = std::clamp(int(std::lround((screen.x() - first) / step)), 0, m_rollout.tokens - 1);
    const double off = std::abs(viewport.map(pointOf(0, token)).x() - screen.x());
    return off <= std::clamp(step / 2, 4.0, 24.0) ? graph::Focus{token, -1, -1} : graph::Focus{};
}

QRectF FlowScene::placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const {
    if (focus.isNone() || focus.query >= m_rollout.tokens) return {};
    return {viewport.map(pointOf(0, focus.query)) - QPointF(8, 8), QSizeF(16, 16)};
}

graph::Focus FlowScene::walk(const graph::Focus& from, view::Step step) const {
    if (m_rollout.tokens == 0) return {};
    if (from.isNone()) return {m_rollout.token, -1, -1};
    const int by = step == view::Step::Left || step == view::Step::Up ? -1 : 1;
    return {std::clamp(from.query + by, 0, m_rollout.tokens - 1), -1, -1};
}

QString FlowScene::remark() const {
    if (m_rollout.tokens == 0) return {};
    QString text = Words::tr("attention rollout of token %1 over all heads, %2 % of the flow")
                       .arg(m_rollout.token)
                       .arg(QLocale().toString(m_rollout.shown * 100, 'f', 1));
    if (m_subject.hideFirst) text += QStringLiteral(" \u00b7 ") + Words::tr("first token hidden");
    return text;
}

} // namespace flow
