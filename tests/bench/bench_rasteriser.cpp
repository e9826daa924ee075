// Times the rasteriser on the pictures it was made for, next to QPainter: median CPU milliseconds of the calling
// thread.

#include "app/drawing/paint.h"
#include "app/drawing/rasteriser.h"
#include "app/snapshot/background.h"

#include <QGuiApplication>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <random>

namespace {

constexpr int tokens = 512;
constexpr int perToken = 8;

double medianMilliseconds(int rounds, const std::function<void()>& draw) {
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        const double before = threadMilliseconds();
        draw();
        times.push_back(threadMilliseconds() - before);
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[std::size_t(rounds / 2)];
}

using drawing::Curve;

Curve column(int query, int key) {
    const double y0 = (query + 0.5) * 800 / tokens, y1 = (key + 0.5) * 800 / tokens;
    return {QPointF(300, y0), QPointF(600, y0), QPointF(600, y1), QPointF(900, y1)};
}

Curve arc(int query, int key) {
    const double x0 = 20 + (query + 0.5) * 1160 / tokens, x1 = 20 + (key + 0.5) * 1160 / tokens;
    const double rise = std::abs(x1 - x0) * 2 / 3;
    return {QPointF(x0, 760), QPointF(x0, 760 - rise), QPointF(x1, 760 - rise), QPointF(x1, 760)};
}

/// Eight keys a query, with weights that fall as those of a head do; width and opacity as on the screen.
std::vector<drawing::Stroke> strokesOf(Curve (*curve)(int, int), int dashes) {
    std::mt19937 random(7);
    std::vector<drawing::Stroke> strokes;
    for (int query = 0; query < tokens; ++query)
        for (int rank = 0; rank < perToken; ++rank) {
            const int key = int(random() % unsigned(query + 1));
            const double weight = 0.45 * std::pow(0.6, rank);
            drawing::Stroke stroke;
            stroke.curve = curve(query, key);
            stroke.colour = QColor(0, 114, 178);
            stroke.width = 0.8 + 4.2 * weight;
            stroke.opacity = 0.06 + 0.94 * std::pow(weight, 0.72);
            stroke.dash = dashes == 0 ? 0 : rank % (dashes + 1);
            strokes.push_back(stroke);
        }
    return strokes;
}

void report(const char* name, const std::vector<drawing::Stroke>& strokes, double scale, bool withPainter) {
    QImage image((QSizeF(1200, 800) * scale).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    drawing::Rasteriser rasteriser;
    const double own = medianMilliseconds(21, [&] { rasteriser.draw(strokes, scale, image); });
    std::printf("%-22s %zu strokes, scale %g: %8.2f ms", name, strokes.size(), scale, own);
    if (withPainter) {
        drawing::Drawing drawing;
        drawing.size = QSizeF(1200, 800);
        drawing.strokes = strokes;
        const double painted = medianMilliseconds(3, [&] {
            QPainter painter(&image);
            painter.scale(scale, scale);
            drawing::paint(painter, drawing);
        });
        std::printf(", QPainter %8.1f ms, %.0f times as long", painted, painted / own);
    }
    std::printf("\n");
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const bool withPainter = argc < 2 || qstrcmp(argv[1], "--quick") != 0;
    for (const double scale : {1.0, 2.0}) {
        report("columns", strokesOf(column, 0), scale, withPainter && scale == 1);
        report("arcs", strokesOf(arc, 0), scale, withPainter && scale == 1);
    }
    report("columns, dashed", strokesOf(column, 1), 1, withPainter);
    report("arcs, dashed", strokesOf(arc, 1), 1, withPainter);
}
