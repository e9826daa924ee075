#include "app/graph/compose.h"

#include "app/drawing/font.h"
#include "app/graph/labels.h"
#include "app/naming/label_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace graph {

namespace {

using drawing::Anchor;
using drawing::Drawing;
using drawing::words;

constexpr double fadedEdges = 0.2;
constexpr double fadedIncoming = 0.45; ///< of several heads, where colours cannot tell it from what goes out
constexpr double fadedLabels = 0.36;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(GraphPicture)
};

bool touches(const Focus& focus, const SceneEdge& edge) {
    if (focus.isToken()) return focus.covers(edge.query) || focus.covers(edge.key);
    return focus.isEdge() && edge.query == focus.query && edge.key == focus.key &&
           (focus.slot < 0 || focus.slot == edge.slot);
}

QColor colourOf(const Scene& scene, int slot, const Look& look) {
    if (scene.difference) return slot == 0 ? look.palette.gained : look.palette.lost;
    return look.palette.heads[std::size_t(slot) % look.palette.heads.size()];
}

drawing::Stroke strokeOf(const Scene& scene, const SceneEdge& edge, const Look& look) {
    drawing::Stroke stroke;
    stroke.curve = onScreen(scene, edge, look.viewport);
    stroke.colour = colourOf(scene, edge.slot, look);
    stroke.dash = edge.slot % drawing::dashCount;
    // Any spread will do that lines up no two neighbours' dashes, which would run together into stripes.
    stroke.dashStart = std::fmod(edge.query * 7.3 + edge.key * 3.1, 24.0);
    // Where tokens stand close, wide strokes would run together.
    const double widest = std::clamp(scene.placement.spacing * look.viewport.zoom * 0.45, 0.9, 6.0);
    stroke.width = std::min(edgeWidth(edge.weight), widest);
    // Rows closer than a pixel or two fill the columns' whole space: let what lies below shine through.
    const double crowd = scene.placement.spacing * look.viewport.zoom / 3;
    stroke.opacity = edgeOpacity(edge.weight) * (scene.layout == Layout::Columns ? std::clamp(crowd, 0.3, 1.0) : 1);
    return stroke;
}

/// Whether what a token attends to and who attends to it have colours: not where colours tell heads apart, or what was
/// gained from what was lost.
bool coloursTellWays(const Scene& scene) { return !scene.difference && scene.heads.size() < 2; }

/// The edge as the focus points it out.
drawing::Stroke emphasised(const Scene& scene, const SceneEdge& edge, const Look& look) {
    drawing::Stroke stroke = strokeOf(scene, edge, look);
    stroke.opacity = std::min(0.97, 0.3 + 0.7 * edge.weight);
    stroke.width += 0.8;
    const bool goesOut = look.focus.covers(edge.query);
    if (look.focus.isEdge())
        stroke.opacity = 0.97;
    else if (coloursTellWays(scene))
        stroke.colour = goesOut ? look.palette.outgoing : look.palette.incoming;
    else if (!scene.difference && !goesOut)
        stroke.opacity *= fadedIncoming;
    return stroke;
}

void addEmphasised(const Scene& scene, const Look& look, Drawing& drawing) {
    for (const SceneEdge& edge : scene.edges)
        if (touches(look.focus, edge)) drawing.strokes.push_back(emphasised(scene, edge, look));
    for (const SceneEdge& edge : look.beyond) drawing.strokes.push_back(emphasised(scene, edge, look));
}

void addFaded(const Scene& scene, const Look& look, Drawing& drawing) {
    drawing.strokes.reserve(drawing.strokes.size() + scene.edges.size());
    for (const SceneEdge& edge : scene.edges) {
        drawing.strokes.push_back(strokeOf(scene, edge, look));
        if (!look.focus.isNone()) drawing.strokes.back().opacity *= fadedEdges;
    }
}

/// Faded ones first, so that what the focus points out lies on top.
void addEdges(const Scene& scene, const Look& look, Drawing& drawing) {
    drawing.strokes.reserve(drawing.strokes.size() + scene.edges.size());
    for (const SceneEdge& edge : scene.edges) {
        if (touches(look.focus, edge)) continue;
        drawing.strokes.push_back(strokeOf(scene, edge, look));
        if (!look.focus.isNone()) drawing.strokes.back().opacity *= fadedEdges;
    }
    addEmphasised(scene, look, drawing);
}

/// Colour and weight of what belongs to one node.
struct NodeLook {
    QColor colour;
    double opacity = 1;
    bool bold = false;
};

NodeLook lookOf(int node, double partner, double presence, const Look& look) {
    const Focus& focus = look.focus;
    if (focus.isEdge() && node == focus.query) return {look.palette.query, presence, true};
    if (focus.isEdge() && node == focus.key) return {look.palette.key, presence, true};
    if (focus.covers(node)) return {look.palette.ink, presence, true};
    const bool fades = !focus.isNone() && partner <= 0;
    return {look.palette.ink, presence * (fades ? fadedLabels : 1), false};
}

double radiusOf(const SceneNode& node, const Scene& scene, const Viewport& viewport) {
    const double received = std::isfinite(node.received) ? std::clamp(node.received, 0.0, 1.0) : 0;
    const double wanted = 2.4 + 5.0 * std::sqrt(received);
    return std::clamp(scene.placement.spacing * viewport.zoom * 0.5, 0.8, wanted);
}

/// Tokens that stand closer than this many pixels have a disc only if the focus points them out.
constexpr double discRoom = 4;

void addDiscs(const Scene& scene, const Look& look, const std::vector<double>& partners, Drawing& drawing) {
    const bool dense = scene.placement.spacing * look.viewport.zoom < discRoom;
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        const SceneNode& node = scene.nodes[i];
        if (dense && partners[i] <= 0) continue;
        const NodeLook own = lookOf(int(i), partners[i], node.presence, look);
        const double radius = radiusOf(node, scene, look.viewport);
        drawing.discs.push_back({look.viewport.map(node.place.key), radius, own.colour, own.opacity});
        if (scene.layout == Layout::Columns)
            drawing.discs.push_back(
                {look.viewport.map(node.place.query), std::min(radius, 2.4), own.colour, own.opacity});
        else if (scene.placement.band > 0)
            drawing.discs.push_back({look.viewport.map(node.place.key + QPointF(0, scene.placement.band)), radius,
                                     own.colour, own.opacity});
    }
}

drawing::Label labelOf(const SceneNode& node, const NodeLook& own, double font) {
    drawing::Label label;
    label.text = node.label;
    label.size = font;
    label.colour = own.colour;
    label.opacity = own.opacity;
    label.bold = own.bold;
    return label;
}

void addColumnLabels(const SceneNode& node, drawing::Label label, const Look& look, Drawing& drawing) {
    constexpr double gap = 13;
    label.at = look.viewport.map(node.place.query) - QPointF(gap, 0);
    label.anchor = Anchor::End;
    drawing.labels.push_back(label);
    label.at = look.viewport.map(node.place.key) + QPointF(gap, 0);
    label.anchor = Anchor::Start;
    drawing.labels.push_back(label);
}

void addLabel(const Scene& scene, const SceneNode& node, drawing::Label label, const LabelFit& fit, const Look& look,
              Drawing& drawing) {
    const LabelSpot spot = labelSpot(scene, node, fit, look.viewport);
    label.at = spot.at;
    label.anchor = spot.anchor;
    label.angle = spot.angle;
    drawing.labels.push_back(label);
}

void addLabels(const Scene& scene, const Look& look, const std::vector<double>& partners, Drawing& drawing) {
    const LabelFit fit = fitLabels(scene, look.viewport, look.focus);
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        const SceneNode& node = scene.nodes[i];
        if (!fit.shown[i] && node.token >= 0) continue;
        if (node.token < 0 && node.presence < 0.05) continue;
        const drawing::Label label = labelOf(node, lookOf(int(i), partners[i], node.presence, look), fit.font);
        if (scene.layout == Layout::Columns)
            addColumnLabels(node, label, look, drawing);
        else
            addLabel(scene, node, label, fit, look, drawing);
    }
}

/// What the legend says of each slot.
QStringList legendOf(const Scene& scene, const Look& look) {
    QStringList names;
    for (const mayfly::HeadIndex head : scene.heads) names.append(headwords::titled(head, look.probe.get()));
    const QString all = names.join(QStringLiteral(", "));
    if (scene.difference)
        return {(names.size() == 1 ? Words::tr("head %1: gained") : Words::tr("mean of %1: gained")).arg(all), Words::tr("lost")};
    return names.size() == 1 ? QStringList{Words::tr("head %1").arg(all)} : names;
}

// Of words at the picture's upper edge.
constexpr double firstLine = 20;
constexpr double lineHeight = 19;
constexpr double wordGap = 18;

/// A sample of each slot's stroke with its name. Returns where it ends.
QPointF addLegend(const Scene& scene, const Look& look, Drawing& drawing) {
    constexpr double sample = 26;
    double x = 16;
    double y = firstLine;
    int slot = 0;
    for (const QString& text : legendOf(scene, look)) {
        const double width = sample + 7 + drawing::textWidth(text, 13);
        if (x > 16 && x + width > scene.area.width() - 16) {
            x = 16;
            y += lineHeight;
        }
        drawing::Stroke line;
        line.curve = {QPointF(x, y), QPointF(x + sample / 3, y), QPointF(x + 2 * sample / 3, y), QPointF(x + sample, y)};
        line.colour = colourOf(scene, slot, look);
        line.width = 3;
        line.dash = slot++ % drawing::dashCount;
        drawing.strokes.push_back(line);
        drawing.labels.push_back(words(text, {x + sample + 7, y}, look.palette.ink));
        x += width + wordGap;
    }
    return {x - wordGap, y};
}

/// What the picture says of itself, one below the other at its right.
std::vector<drawing::Label> remarksOf(const Scene& scene, const Look& look) {
    std::vector<drawing::Label> remarks;
    const auto add = [&](const QString& text, const QColor& colour) { remarks.push_back(words(text, {}, colour, Anchor::End)); };
    if (scene.firstHidden && scene.pairs > 0)
        add(Words::tr("first token hidden: %1 % of the attention goes to it").arg(QLocale().toString(scene.onFirst * 100, 'f', 1)),
            look.palette.muted);
    if (scene.layout == Layout::Arc && scene.placement.band > 0)
        add(scene.mirrored ? Words::tr("above: weights, below: what they carry, \u2016weight \u00b7 v W_O\u2016")
                           : Words::tr("above: to earlier tokens, below: to later ones"),
            look.palette.muted);
    if (look.focus.isToken() && !scene.difference) {
        const bool colours = coloursTellWays(scene);
        add(Words::tr("\u2192 what it attends to"), colours ? look.palette.outgoing : look.palette.ink);
        add(colours ? Words::tr("\u2190 who attends to it") : Words::tr("\u2190 who attends to it, faint"),
            colours ? look.palette.incoming : look.palette.muted);
    }
    return remarks;
}

/// Beside the legend, which ends at `legend`, or below it where there is no room.
void addRemarks(const Scene& scene, const Look& look, QPointF legend, Drawing& drawing) {
    std::vector<drawing::Label> remarks = remarksOf(scene, look);
    const double right = scene.area.width() - 16;
    double widest = 0;
    for (const drawing::Label& remark : remarks) widest = std::max(widest, drawing::textWidth(remark.text, remark.size));
    const bool beside = legend.y() == firstLine && legend.x() + wordGap < right - widest;
    double y = beside ? firstLine : legend.y() + lineHeight;
    for (drawing::Label& remark : remarks) {
        remark.at = {right, y};
        drawing.labels.push_back(remark);
        y += lineHeight;
    }
}

void addHeadings(const Scene& scene, const Look& look, Drawing& drawing) {
    if (scene.layout != Layout::Columns || scene.nodes.empty()) return;
    const Place& first = scene.nodes.front().place;
    const QPointF up(0, -scene.placement.spacing / 2 - 14);
    const auto heading = [&](const QString& text, QPointF at, Anchor anchor, const QColor& colour) {
        drawing.labels.push_back(words(text, at, colour, anchor));
    };
    heading(Words::tr("queries"), look.viewport.map(first.query + up) - QPointF(13, 0), Anchor::End, look.palette.query);
    heading(Words::tr("keys"), look.viewport.map(first.key + up) + QPointF(13, 0), Anchor::Start, look.palette.key);
}

/// All but the edges.
void addNodes(const Scene& scene, const Look& look, Drawing& drawing) {
    const std::vector<double> partners = partnersOf(scene, look.focus);
    addDiscs(scene, look, partners, drawing);
    addHeadings(scene, look, drawing);
    addLabels(scene, look, partners, drawing);
    addRemarks(scene, look, addLegend(scene, look, drawing), drawing);
}

} // namespace

double edgeOpacity(double weight) { return std::min(0.97, 0.06 + 0.94 * std::pow(std::max(weight, 0.0), 0.72)); }

double edgeWidth(double weight) { return 0.8 + 4.2 * weight; }

Drawing compose(const Scene& scene, const Look& look) {
    Drawing drawing;
    drawing.size = scene.area;
    drawing.paper = look.palette.paper;
    addEdges(scene, look, drawing);
    addNodes(scene, look, drawing);
    return drawing;
}

Drawing composeGround(const Scene& scene, const Look& look) {
    Drawing drawing;
    drawing.size = scene.area;
    drawing.paper = look.palette.paper;
    addFaded(scene, look, drawing);
    return drawing;
}

Drawing composeMarks(const Scene& scene, const Look& look) {
    Drawing drawing;
    drawing.size = scene.area;
    addEmphasised(scene, look, drawing);
    addNodes(scene, look, drawing);
    return drawing;
}

} // namespace graph
