// From a snapshot to pixels, as the picture's thread does it: one head of the built-in model on 512 tokens, 1200 × 800, the
// strongest edges up to 90 % of each row within the default budget. CPU milliseconds of one thread, the median of several
// rounds; and what the GUI thread then spends on painting the finished image. It prints figures and asserts nothing.

#include "app/drawing/paint.h"
#include "app/drawing/rasteriser.h"
#include "app/graph/compose.h"
#include "app/graph/hit.h"
#include "app/snapshot/background.h"
#include "engine/forward/forward.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace {

double median(const std::function<void()>& work) {
    std::vector<double> rounds;
    for (int i = 0; i < 15; ++i) {
        const double before = threadMilliseconds();
        work();
        rounds.push_back(threadMilliseconds() - before);
    }
    std::sort(rounds.begin(), rounds.end());
    return rounds[rounds.size() / 2];
}

SnapshotPtr longText(int tokens) {
    const auto model = mayfly::Model::load(MAYFLY_RESOURCES "/built-in");
    QByteArray text = "Once upon a time";
    const char* words[] = {" there", " was", " a", " little", " girl", " who", " lived", " in", " the", " wood", "."};
    for (int i = 0; i < tokens; ++i) text += words[(i * i + i / 7) % 11];
    return takeSnapshot(model, text);
}

void measure(const SnapshotPtr& snapshot, graph::Layout layout, mayfly::HeadIndex head) {
    const mayfly::GraphChoice choice{{head}, 0.9};
    const QSizeF area(1200, 800);
    const mayfly::AttentionGraph selection = mayfly::selectEdges(*snapshot->trace, choice);
    const graph::Scene scene = graph::buildScene(*snapshot, selection, false, layout, area);
    const drawing::Drawing picture = graph::compose(scene, {});
    const QImage image = drawing::render(picture, 1);
    QImage screen(image.size(), QImage::Format_RGB32);
    drawing::Rasteriser rasteriser; // which the picture's thread keeps
    std::printf("%-8s head %s: %zu edges, %.1f %% shown; select %.2f, lay out %.2f, compose %.2f, render %.2f (strokes %.2f), "
                "paint in the GUI %.2f, hit %.3f ms\n",
                graph::nameOf(layout), mayfly::toString(head).c_str(), selection.edges.size(), selection.shown * 100,
                median([&] { mayfly::selectEdges(*snapshot->trace, choice); }),
                median([&] { graph::buildScene(*snapshot, selection, false, layout, area); }),
                median([&] { graph::compose(scene, {}); }), median([&] { drawing::render(picture, 1, rasteriser); }),
                median([&] { rasteriser.draw(picture.strokes, 1, screen); }), median([&] {
                    QPainter painter(&screen);
                    painter.drawImage(QPointF(0, 0), image);
                }),
                median([&] { graph::hit(scene, {}, {601, 333}); }));
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const SnapshotPtr snapshot = longText(520);
    std::printf("%d tokens, 1200 x 800, top mass 90 %%; medians of 15 rounds, CPU of one thread\n", snapshot->size());
    for (const graph::Layout layout : graph::everyLayout)
        for (const mayfly::HeadIndex head : {mayfly::HeadIndex{0, 1}, {1, 4}, {3, 2}}) measure(snapshot, layout, head);
    return 0;
}
