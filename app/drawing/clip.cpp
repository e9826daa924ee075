#include "app/drawing/clip.h"

#include "app/drawing/font.h"

#include <algorithm>
#include <cmath>

namespace drawing {

namespace {

constexpr int samples = 48; // along a curve, between which it crosses the area's edge at most once
constexpr double tremble = 3; // pixels that a label may reach beyond the edge

QPointF between(QPointF a, QPointF b, double t) { return a + (b - a) * t; }

/// The curve from its beginning to t (de Casteljau).
Curve upTo(const Curve& curve, double t) {
    const QPointF a = between(curve[0], curve[1], t), b = between(curve[1], curve[2], t), c = between(curve[2], curve[3], t);
    const QPointF d = between(a, b, t), e = between(b, c, t);
    return {curve[0], a, d, between(d, e, t)};
}

Curve reversed(const Curve& curve) { return {curve[3], curve[2], curve[1], curve[0]}; }

Curve part(const Curve& curve, double from, double to) {
    const Curve first = upTo(curve, to);
    return to <= 0 ? first : reversed(upTo(reversed(first), 1 - from / to));
}

bool holds(const QRectF& area, const Curve& curve) {
    return std::all_of(curve.begin(), curve.end(), [&](QPointF point) { return area.contains(point); });
}

/// Where between an outer and an inner place along the curve it crosses the edge.
double crossing(const Curve& curve, double outer, double inner, const QRectF& area) {
    for (int i = 0; i < 16; ++i) {
        const double middle = (outer + inner) / 2;
        (area.contains(pointOn(curve, middle)) ? inner : outer) = middle;
    }
    return inner;
}

void addStroke(const Stroke& stroke, const QRectF& area, Drawing& onto) {
    if (holds(area, stroke.curve)) {
        onto.strokes.push_back(stroke);
        return;
    }
    const auto add = [&](double from, double to) {
        if (to - from < 1e-4) return;
        onto.strokes.push_back(stroke);
        onto.strokes.back().curve = part(stroke.curve, from, to);
    };
    bool wasIn = area.contains(stroke.curve[0]);
    double began = 0;
    for (int i = 1; i <= samples; ++i) {
        const double before = double(i - 1) / samples, now = double(i) / samples;
        const bool isIn = area.contains(pointOn(stroke.curve, now));
        if (isIn && !wasIn) began = crossing(stroke.curve, before, now, area);
        if (!isIn && wasIn) add(began, crossing(stroke.curve, now, before, area));
        wasIn = isIn;
    }
    if (wasIn) add(began, 1);
}

bool fits(const Label& label, const QRectF& area) {
    if (!area.contains(label.at)) return false;
    const double width = textWidth(label.text, label.size, label.bold);
    const double before = label.anchor == Anchor::Start ? 0 : label.anchor == Anchor::Middle ? width / 2 : width;
    const double turn = label.angle * M_PI / 180;
    const QPointF along(std::cos(turn), std::sin(turn));
    const QRectF roomy = area.adjusted(-tremble, -tremble, tremble, tremble);
    return roomy.contains(label.at - along * before) && roomy.contains(label.at + along * (width - before));
}

/// A line of words that is too long for the area loses its end; a token's label is there whole or not at all.
void shorten(Label& label, const QRectF& area) {
    const double room = area.right() - label.at.x();
    if (label.anchor != Anchor::Start || label.angle != 0 || room < area.width() / 2 || !area.contains(label.at)) return;
    if (textWidth(label.text, label.size, label.bold) <= room) return;
    qsizetype most = label.text.size(), least = 0;
    while (least < most) {
        const qsizetype middle = (least + most + 1) / 2;
        const bool fitting = textWidth(label.text.first(middle) + u'\u2026', label.size, label.bold) <= room;
        (fitting ? least : most) = fitting ? middle : middle - 1;
    }
    label.text = label.text.first(least).trimmed() + u'\u2026';
}

} // namespace

void addClipped(const Drawing& part, QPointF by, const QRectF& area, Drawing& onto) {
    for (Box box : part.boxes) {
        box.rect = box.rect.translated(by) & area;
        if (!box.rect.isEmpty()) onto.boxes.push_back(box);
    }
    for (Stroke stroke : part.strokes) {
        for (QPointF& point : stroke.curve) point += by;
        addStroke(stroke, area, onto);
    }
    for (Disc disc : part.discs) {
        disc.centre += by;
        if (area.contains(disc.centre)) onto.discs.push_back(disc);
    }
    for (Label label : part.labels) {
        label.at += by;
        shorten(label, area);
        if (fits(label, area)) onto.labels.push_back(label);
    }
}

} // namespace drawing
