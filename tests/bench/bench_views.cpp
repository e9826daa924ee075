// The views of the window on 500 tokens of the built-in model, in a window's size and in 4K's: what the picture's thread spends on a first picture
// and on those after the mouse has moved (CPU milliseconds), and what the GUI thread spends on what lies under the mouse and on
// painting. The median of several rounds; it prints figures and asserts nothing. With a folder, it saves the pictures there.

#include "app/view/picture_view.h"
#include "engine/model/model.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace {

double milliseconds(const std::function<void()>& work) {
    std::vector<double> rounds;
    for (int i = 0; i < 15; ++i) {
        QElapsedTimer timer;
        timer.start();
        work();
        rounds.push_back(double(timer.nsecsElapsed()) * 1e-6);
    }
    std::sort(rounds.begin(), rounds.end());
    return rounds[rounds.size() / 2];
}

SnapshotPtr textOf(const std::shared_ptr<const mayfly::Model>& model, int tokens, const QByteArray& inserted = {}) {
    QByteArray text = "Once upon" + inserted + " a time";
    const char* words[] = {" there", " was", " a", " little", " girl", " who", " lived", " in", " the", " wood", "."};
    for (int i = 4; i < tokens; ++i) text += words[(i * i + i / 7) % 11];
    return takeSnapshot(model, text);
}

void measure(view::PictureView& view, const SnapshotPtr& snapshot, const Document& document, const QString& folder) {
    const auto settle = [&](const std::function<void()>& change) {
        const view::PicturePtr before = view.picture();
        change();
        if (!QTest::qWaitFor([&] { return view.picture() && view.picture() != before; }, 5000)) return 0.0;
        return view.picture()->cpuMilliseconds;
    };
    view.setDocument({});
    const double first = settle([&] {
        view.setDocument(document);
        view.setSnapshot(snapshot);
    });
    const auto [query, key] = std::pair(snapshot->size() * 2 / 3, snapshot->size() / 3);
    // From one pair to the next: only the first fades what lies around it.
    std::vector<double> hovers;
    for (int i = 0; i < 10; ++i) {
        hovers.push_back(settle([&, pair = std::pair(query + i * 3, key + i)] { view.setHover({pair.first, pair.second, 0}); }));
        QTest::qWait(15); // a view may add something later
    }
    const double faded = hovers.front();
    std::sort(hovers.begin(), hovers.end());
    const double again = hovers[hovers.size() / 2];
    view.setHover({query, key, 0});
    QTest::qWait(60);
    const double zoomed = settle([&] { view.zoomIn(); });
    settle([&] { view.fit(); });
    const view::Picture& picture = *view.picture();
    QImage screen(view.size(), QImage::Format_RGB32);
    const double paint = milliseconds([&] { view.render(&screen); });
    const QPointF at = picture.scene->placeOf({query, key, 0}, {}).center();
    const double hit = milliseconds([&] { picture.scene->hit({}, at); });
    std::printf("%-6s %-6s %-4s %-12s: first picture %6.2f, first hover %6.2f, hovering on %5.2f, zoomed %6.2f; GUI: paint %.2f, hit %.3f ms\n",
                view::nameOf(document.view), matrix::nameOf(document.matrix.quantity),
                matrix::nameOf(document.matrix.marks), compare::nameOf(document.compare), first, faded, again, zoomed, paint, hit);
    if (!folder.isEmpty())
        picture.image.save(QDir(folder).filePath(QStringLiteral("%1-%2-%3-%6-%4-%5.png")
                                                     .arg(QLatin1String(view::nameOf(document.view)),
                                                          QLatin1String(matrix::nameOf(document.matrix.quantity)),
                                                          QLatin1String(matrix::nameOf(document.matrix.marks)))
                                                     .arg(snapshot->size())
                                                     .arg(view.width())
                                                     .arg(QLatin1String(compare::nameOf(document.compare)))));
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    const auto model = mayfly::Model::load(MAYFLY_RESOURCES "/built-in", "built-in");
    const SnapshotPtr snapshot = textOf(model, 500);
    const SnapshotPtr kept = textOf(model, 480, " such");
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString();
    view::PictureView view;
    view.show();
    for (const QSize size : {QSize(1200, 800), QSize(3840, 2160)}) {
        view.resize(size);
        std::printf("%d tokens, %d x %d\n", snapshot->size(), view.width(), view.height());
        for (const view::Kind kind : view::kinds)
            for (const matrix::Quantity quantity : {matrix::Quantity::Weight, matrix::Quantity::Dot})
                for (const matrix::Marks marks : {matrix::Marks::Heat, matrix::Marks::Dots}) {
                    // Of the graph, see bench_picture; the steps are all quantities at once.
                    const bool twice = kind == view::Kind::Steps && quantity != matrix::Quantity::Weight;
                    if (kind == view::Kind::Graph || twice) continue;
                    Document document;
                    document.view = kind;
                    document.heads = {{3, 2}};
                    document.matrix = {quantity, marks, false};
                    measure(view, snapshot, document, folder);
                }
        for (const view::Kind kind : view::kinds)
            for (const compare::Mode mode : compare::modes) {
                if (mode == compare::Mode::Off || compare::shown(mode, kind, 2, true) != mode) continue;
                Document document;
                document.view = kind;
                document.heads = {{3, 2}, {3, 6}};
                document.compare = mode;
                document.kept = kept;
                measure(view, snapshot, document, folder);
            }
    }
    return 0;
}
