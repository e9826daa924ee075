#include "app/path/path_scene.h"

#include "app/drawing/font.h"
#include "app/path/dot_names.h"
#include "engine/reading/lens.h"
#include "engine/text/token_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <vector>

namespace path {

namespace {

using drawing::Anchor;
using drawing::words;

constexpr double guessesWidth = 230;
constexpr double reach = 11; ///< pixels from a disc that still hit it
constexpr std::size_t mostNamed = 40; ///< tokens of which each has its name, however far from its disc

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Path)
};

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
    m_guesses = before && before->m_subject.snapshot == subject.snapshot ? before->m_guesses : std::make_shared<Guesses>();
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

/// The first `depths` steps of a token's way, in the manner of a stroke.
void PathScene::addWay(int token, int depths, const drawing::Stroke& like, const graph::Look& look,
                       drawing::Drawing& drawing) const {
    for (int d = 0; d < depths; ++d) {
        const QPointF from = look.viewport.map(pointOf(d, token));
        const QPointF to = look.viewport.map(pointOf(d + 1, token));
        drawing.strokes.push_back(line(from, to, like.colour, like.opacity, like.width));
    }
}

/// A token in focus shows its whole way, the others as far as they are.
void PathScene::addFocus(const graph::Look& look, drawing::Drawing& drawing) const {
    const QColor colour = look.palette.outgoing;
    for (int token = 0; token < m_path->tokens; ++token) {
        if (!isShown(token) || !look.focus.covers(token)) continue;
        drawing::Stroke stroke = line({}, {}, colour, 0.45, 2.2);
        addWay(token, m_path->depths - 1, stroke, look, drawing);
        stroke.opacity = 0.95;
        addWay(token, m_depth, stroke, look, drawing);
        drawing.discs.push_back({look.viewport.map(pointOf(m_depth, token)), discRadius() + 2, colour, 1});
        for (int d = 0; d < m_path->depths; ++d)
            drawing.discs.push_back({look.viewport.map(pointOf(d, token)), 2.4, colour, 1});
    }
}

std::vector<QLineF> PathScene::waysOnScreen(const graph::Viewport& viewport) const {
    std::vector<QLineF> ways;
    for (int token = 0; token < m_path->tokens; ++token)
        for (int d = 0; d < m_depth && isShown(token); ++d)
            ways.emplace_back(viewport.map(pointOf(d, token)), viewport.map(pointOf(d + 1, token)));
    return ways;
}

bool PathScene::isOfInterest(int token, const graph::Focus& focus) const {
    return focus.covers(token) || token == foretoldFrom(focus);
}

/// What is of interest comes first; where all have names, none moves for it.
std::vector<int> PathScene::namingOrder(const graph::Focus& focus) const {
    std::vector<int> order;
    for (int token = 0; token < m_path->tokens; ++token)
        if (isShown(token)) order.push_back(token);
    if (order.size() > mostNamed)
        std::stable_partition(order.begin(), order.end(), [&](int token) { return isOfInterest(token, focus); });
    return order;
}

void PathScene::addLabels(const graph::Look& look, drawing::Drawing& drawing) const {
    constexpr double font = 13;
    const std::vector<int> order = namingOrder(look.focus);
    const bool few = order.size() <= mostNamed;
    const auto nameOf = [&](int token) -> const QString& { return m_subject.snapshot->labels[std::size_t(token)]; };
    std::vector<Dot> dots;
    for (const int token : order) // bold or not, it takes the same room
        dots.push_back({look.viewport.map(pointOf(m_depth, token)), drawing::textWidth(nameOf(token), font, true) + 2});
    // Not into the guesses.
    const QRectF bounds(4, 30, m_subject.area.width() - guessesWidth - 12, m_subject.area.height() - 34);
    const auto ways = few ? waysOnScreen(look.viewport) : std::vector<QLineF>();
    const auto reaching = std::count_if(order.begin(), order.end(), [&](int token) { return few || isOfInterest(token, look.focus); });
    const auto names = placeNames(dots, ways, bounds, font, std::size_t(reaching));
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!names[i]) continue;
        const bool inFocus = look.focus.covers(order[i]);
        const double opacity = look.focus.isNone() || inFocus ? 1 : 0.5;
        if (names[i]->leader)
            drawing.strokes.push_back(line(names[i]->leader->p1(), names[i]->leader->p2(), look.palette.muted, 0.6 * opacity, 0.8));
        drawing::Label label = words(nameOf(order[i]), names[i]->at, look.palette.ink, names[i]->anchor, font);
        label.bold = inFocus;
        label.opacity = opacity;
        drawing.labels.push_back(label);
    }
}

drawing::Drawing PathScene::ground(const graph::Look& look) const {
    drawing::Drawing drawing;
    drawing.size = m_subject.area;
    drawing.paper = look.palette.paper;
    const bool fades = !look.focus.isNone();
    const double crowd = std::clamp(14.0 / std::max(m_path->tokens, 1), 0.1, 0.45) * (fades ? 0.5 : 1);
    const drawing::Stroke stroke = line({}, {}, look.palette.heads[0], crowd, 1);
    for (int token = 0; token < m_path->tokens; ++token) {
        if (!isShown(token)) continue;
        addWay(token, m_depth, stroke, look, drawing);
        drawing.discs.push_back({look.viewport.map(pointOf(m_depth, token)), discRadius(), look.palette.ink, fades ? 0.4 : 1});
    }
    drawing.labels.push_back(words(nameOf(m_depth), {16, 20}, look.palette.ink, Anchor::Start, 15));
    return drawing;
}

/// The token whose guesses are shown.
int PathScene::foretoldFrom(const graph::Focus& focus) const {
    const int last = m_subject.snapshot->size() - 1;
    return focus.isNone() ? last : std::min(focus.query, last);
}

bool PathScene::ponder(const graph::Focus& focus) const {
    const int token = foretoldFrom(focus);
    if (token < 0 || m_guesses->contains(token)) return false;
    const Snapshot& snapshot = *m_subject.snapshot;
    (*m_guesses)[token] = mayfly::readLens(*snapshot.trace, *snapshot.model, token);
    return true;
}

void PathScene::addGuesses(const graph::Look& look, drawing::Drawing& drawing) const {
    const Snapshot& snapshot = *m_subject.snapshot;
    if (snapshot.size() == 0) return;
    const int token = foretoldFrom(look.focus);
    const double left = m_subject.area.width() - guessesWidth;
    if (!snapshot.model->config().causal) {
        drawing.labels.push_back(words(Words::tr("An encoder foretells no next token"), {left, 20}, look.palette.muted));
        return;
    }
    drawing.labels.push_back(words(Words::tr("what \u201c%1\u201d foretells").arg(snapshot.labels[std::size_t(token)]),
                                   {left, 20}, look.palette.ink));
    const auto guesses = m_guesses->find(token);
    const double step = std::min(22.0, (m_subject.area.height() - 60) / double(m_path->depths));
    const double font = std::clamp(step * 0.72, 5.0, 13.0);
    for (int d = 0; d < m_path->depths; ++d) {
        const double y = 48 + double(m_path->depths - 1 - d) * step; // the last layer above, as in a drawing of the model
        const bool here = d == m_depth;
        drawing.labels.push_back(words(nameOf(d), {left, y}, look.palette.muted, Anchor::Start, font));
        if (guesses == m_guesses->end()) continue;
        const mayfly::NextToken& best = guesses->second[std::size_t(d)].front();
        const auto text = QString::fromStdString(mayfly::visibleTokenText(snapshot.model->tokenizer(), best.id));
        drawing.labels.push_back(words(text, {left + 82, y}, here ? look.palette.outgoing : look.palette.ink,
                                       Anchor::Start, font));
        drawing.labels.back().bold = here;
        drawing.labels.push_back(words(QLocale().toString(double(best.probability), 'f', 2),
                                       {m_subject.area.width() - 14, y}, look.palette.muted, Anchor::End, font));
    }
}

drawing::Drawing PathScene::marks(const graph::Look& given) const {
    graph::Look look = given;
    look.focus = look.focus.token(); // another view's edge
    drawing::Drawing drawing;
    drawing.size = m_subject.area;
    addFocus(look, drawing);
    addLabels(look, drawing);
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

/// Ways run beyond the pane when they are zoomed: all but the words at its edges moves.
std::vector<view::Pane> PathScene::panes() const {
    return {{{0, 34, m_subject.area.width() - guessesWidth - 8, m_subject.area.height() - 34}, {}}};
}

QString PathScene::remark() const {
    QStringList parts{nameOf(m_depth)};
    if (m_path->tokens == 0) return parts.front();
    parts.append(Words::tr("two principal components, %1 % and %2 % of the variance")
                     .arg(QLocale().toString(m_path->explained[0] * 100, 'f', 1),
                          QLocale().toString(m_path->explained[1] * 100, 'f', 1)));
    if (m_subject.hideFirst) parts.append(Words::tr("first token left out"));
    return parts.join(QStringLiteral(" \u00b7 "));
}

} // namespace path
