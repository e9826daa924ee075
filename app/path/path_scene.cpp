#include "app/path/path_scene.h"

#include "app/drawing/font.h"
#include "app/graph/label_room.h"
#include "engine/reading/lens.h"
#include "engine/text/token_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <vector>

namespace path {

namespace {

constexpr double guessesWidth = 230;
constexpr double reach = 11; ///< pixels from a disc that still hit it

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Path)
};

drawing::Label words(const QString& text, QPointF at, const QColor& colour, double size = 13) {
    drawing::Label label;
    label.text = text;
    label.at = at;
    label.colour = colour;
    label.size = size;
    label.anchor = drawing::Anchor::Start;
    return label;
}

drawing::Stroke line(QPointF from, QPointF to, const QColor& colour, double opacity, double width) {
    drawing::Stroke stroke;
    stroke.curve = {from, from + (to - from) / 3, to - (to - from) / 3, to};
    stroke.colour = colour;
    stroke.opacity = opacity;
    stroke.width = width;
    return stroke;
}

QString nameOf(int depth) { return depth == 0 ? Words::tr("embedding") : Words::tr("layer %1").arg(depth - 1); }

bool sameProjection(const view::Subject& a, const view::Subject& b) {
    return a.snapshot == b.snapshot && a.hideFirst == b.hideFirst;
}

} // namespace

PathScene::PathScene(const view::Subject& subject, const PathScene* before) : m_subject(subject) {
    m_path = before && sameProjection(before->m_subject, subject)
                 ? before->m_path
                 : std::make_shared<const mayfly::StreamPath>(
                       mayfly::streamPath(*subject.snapshot->trace, {.hideFirst = subject.hideFirst}));
    const int last = m_path->depths - 1;
    m_depth = subject.depth < 0 ? last : std::min(subject.depth, last);
    m_pane = QRectF(24, 40, std::max(60.0, subject.area.width() - guessesWidth - 48), std::max(60.0, subject.area.height() - 72));
    fit();
}

/// All depths of all tokens that are shown fill the pane, so that the picture stands still while the depth is changed.
void PathScene::fit() {
    std::vector<double> across;
    std::vector<double> up;
    for (int d = 0; d < m_path->depths; ++d)
        for (int token = 0; token < m_path->tokens; ++token) {
            if (!isShown(token)) continue;
            across.push_back(double(m_path->at(d, token)[0]));
            up.push_back(double(m_path->at(d, token)[1]));
        }
    if (across.empty()) return;
    const auto [left, right] = std::minmax_element(across.begin(), across.end());
    const auto [bottom, top] = std::minmax_element(up.begin(), up.end());
    constexpr double least = 1e-9; // one point has no size
    m_middle = {(*left + *right) / 2, (*bottom + *top) / 2};
    m_factor = 0.94 * std::min(m_pane.width() / std::max(*right - *left, least),
                               m_pane.height() / std::max(*top - *bottom, least));
}

QPointF PathScene::pointOf(int depth, int token) const {
    const float* at = m_path->at(depth, token);
    const QPointF projected{double(at[0]), double(at[1])};
    const QPointF by = (projected - m_middle) * m_factor;
    return m_pane.center() + QPointF(by.x(), -by.y());
}

void PathScene::addWay(int token, const graph::Look& look, drawing::Drawing& drawing) const {
    const bool inFocus = look.focus.covers(token);
    const QColor colour = inFocus ? look.palette.outgoing : look.palette.heads[0];
    const double crowd = std::clamp(14.0 / m_path->tokens, 0.1, 0.45) * (look.focus.isNone() ? 1 : 0.5);
    // A token in focus shows its whole way, the others as far as they are.
    for (int d = 0; d < (inFocus ? m_path->depths - 1 : m_depth); ++d) {
        const QPointF from = look.viewport.map(pointOf(d, token));
        const QPointF to = look.viewport.map(pointOf(d + 1, token));
        drawing.strokes.push_back(line(from, to, colour, inFocus ? (d < m_depth ? 0.95 : 0.45) : crowd, inFocus ? 2.2 : 1));
    }
}

void PathScene::addDiscs(const graph::Look& look, drawing::Drawing& drawing) const {
    const double radius = m_path->tokens > 120 ? 2.2 : 3.4;
    for (int token = 0; token < m_path->tokens; ++token) {
        if (!isShown(token)) continue;
        const bool inFocus = look.focus.covers(token);
        const double opacity = look.focus.isNone() || inFocus ? 1 : 0.4;
        drawing.discs.push_back({look.viewport.map(pointOf(m_depth, token)), inFocus ? radius + 2 : radius,
                                 inFocus ? look.palette.outgoing : look.palette.ink, opacity});
        if (inFocus)
            for (int d = 0; d < m_path->depths; ++d)
                drawing.discs.push_back({look.viewport.map(pointOf(d, token)), 2.4, look.palette.outgoing, 1});
    }
}

void PathScene::addLabels(const graph::Look& look, drawing::Drawing& drawing) const {
    constexpr double font = 13;
    graph::LabelRoom room;
    const auto add = [&](int token, bool inFocus) {
        const QString& text = m_subject.snapshot->labels[std::size_t(token)];
        const QPointF at = look.viewport.map(pointOf(m_depth, token)) + QPointF(8, 0);
        const double width = drawing::textWidth(text, font);
        if (!room.takes({at.x() - 12, at.y() - font * 0.6, width + 14, font * 1.2})) return;
        drawing.labels.push_back(words(text, at, look.palette.ink, font));
        drawing.labels.back().bold = inFocus;
        drawing.labels.back().opacity = look.focus.isNone() || inFocus ? 1 : 0.5;
    };
    for (const bool inFocus : {true, false})
        for (int token = 0; token < m_path->tokens; ++token)
            if (isShown(token) && look.focus.covers(token) == inFocus) add(token, inFocus);
}

drawing::Drawing PathScene::ground(const graph::Look& look) const {
    drawing::Drawing drawing;
    drawing.size = m_subject.area;
    drawing.paper = look.palette.paper;
    for (const bool inFocus : {false, true})
        for (int token = 0; token < m_path->tokens; ++token)
            if (isShown(token) && look.focus.covers(token) == inFocus) addWay(token, look, drawing);
    addDiscs(look, drawing);
    addLabels(look, drawing);
    drawing.labels.push_back(words(nameOf(m_depth), {16, 20}, look.palette.ink, 15));
    return drawing;
}

void PathScene::addGuesses(const graph::Look& look, drawing::Drawing& drawing) const {
    const Snapshot& snapshot = *m_subject.snapshot;
    if (snapshot.size() == 0) return;
    const int token = look.focus.isNone() ? snapshot.size() - 1 : std::min(look.focus.query, snapshot.size() - 1);
    const auto guesses = mayfly::readLens(*snapshot.trace, *snapshot.model, token);
    const double left = m_subject.area.width() - guessesWidth;
    if (guesses.empty()) {
        drawing.labels.push_back(words(Words::tr("An encoder foretells no next token"), {left, 20}, look.palette.muted));
        return;
    }
    drawing.labels.push_back(words(Words::tr("what \u201c%1\u201d foretells").arg(snapshot.labels[std::size_t(token)]),
                                   {left, 20}, look.palette.ink));
    const double step = std::min(22.0, (m_subject.area.height() - 60) / double(guesses.size()));
    const double font = std::clamp(step * 0.72, 5.0, 13.0);
    for (std::size_t d = 0; d < guesses.size(); ++d) {
        const double y = 48 + double(guesses.size() - 1 - d) * step; // the last layer above, as in a drawing of the model
        const bool here = int(d) == m_depth;
        const QColor colour = here ? look.palette.outgoing : look.palette.ink;
        const auto& best = guesses[d].front();
        drawing.labels.push_back(words(nameOf(int(d)), {left, y}, look.palette.muted, font));
        drawing.labels.push_back(words(QString::fromStdString(mayfly::visibleTokenText(snapshot.model->tokenizer(), best.id)), {left + 82, y}, colour, font));
        drawing.labels.back().bold = here;
        drawing::Label share = words(QLocale().toString(double(best.probability), 'f', 2),
                                     {m_subject.area.width() - 14, y}, look.palette.muted, font);
        share.anchor = drawing::Anchor::End;
        drawing.labels.push_back(share);
    }
}

drawing::Drawing PathScene::marks(const graph::Look& look) const {
    drawing::Drawing drawing;
    drawing.size = m_subject.area;
    addGuesses(look, drawing);
    return drawing;
}

graph::Focus PathScene::hit(const graph::Viewport& viewport, QPointF screen) const {
    graph::Focus focus;
    double nearest = reach;
    for (int token = 0; token < m_path->tokens; ++token) {
        if (!isShown(token)) continue;
        const QPointF by = viewport.map(pointOf(m_depth, token)) - screen;
        if (const double distance = std::hypot(by.x(), by.y()); distance < nearest) {
            nearest = distance;
            focus = {token, -1, -1};
        }
    }
    return focus;
}

QRectF PathScene::placeOf(const graph::Focus& focus, const graph::Viewport& viewport) const {
    if (focus.isNone() || focus.query >= m_path->tokens) return {};
    return {viewport.map(pointOf(m_depth, focus.query)) - QPointF(8, 8), QSizeF(16, 16)};
}

graph::Focus PathScene::walk(const graph::Focus& from, view::Step step) const {
    if (m_path->tokens == 0) return {};
    const int by = step == view::Step::Left || step == view::Step::Up ? -1 : 1;
    const int first = m_subject.hideFirst ? std::min(1, m_path->tokens - 1) : 0;
    if (from.isNone()) return {by > 0 ? first : m_path->tokens - 1, -1, -1};
    return {std::clamp(from.query + by, first, m_path->tokens - 1), -1, -1};
}

QString PathScene::remark() const {
    QStringList parts{nameOf(m_depth)};
    parts.append(Words::tr("two principal components, %1 % and %2 % of the variance")
                     .arg(QLocale().toString(m_path->explained[0] * 100, 'f', 1),
                          QLocale().toString(m_path->explained[1] * 100, 'f', 1)));
    if (m_subject.hideFirst) parts.append(Words::tr("first token left out"));
    return parts.join(QStringLiteral(" \u00b7 "));
}

} // namespace path
