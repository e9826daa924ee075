// Types into the real window at a steady pace and says what a reader would see: pictures a second, the GUI thread's
// longest pauses, and memory. Usage: bench_typing [seconds [keys a second [tokens]]]; run it with QT_QPA_PLATFORM=offscreen
// or on a display. It prints figures and asserts nothing.

#include "app/graph/graph_view.h"
#include "app/prompt/prompt_editor.h"
#include "app/window/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace {

double megabytes() {
    QFile status(QStringLiteral("/proc/self/statm"));
    if (!status.open(QIODevice::ReadOnly)) return 0;
    return status.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

double quantile(std::vector<double> values, double q) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, std::size_t(q * double(values.size())))];
}

/// Everything that is counted while keys are pressed.
struct Counts {
    std::vector<double> gaps; ///< milliseconds between two beats of the GUI thread
    int pictures = 0;         ///< shown
    QSet<std::size_t> seen;   ///< texts of those pictures, by hash: the benchmark's own memory is not to be measured
    std::vector<std::size_t> typed; ///< texts after each key
    std::vector<double> keyMilliseconds;
};

/// Keystrokes whose text was neither seen nor overtaken: a later text was seen after it.
int lost(const Counts& counts) {
    const auto last = std::find_if(counts.typed.rbegin(), counts.typed.rend(),
                                   [&](std::size_t text) { return counts.seen.contains(text); });
    return int(last - counts.typed.rbegin());
}

void type(PromptEditor& editor, const Session& session, int key, Counts& counts) {
    static constexpr char words[] = "and the old king said to his son that ";
    QElapsedTimer timer;
    timer.start();
    const int at = key % 60;
    // Forty letters, then twenty taken back, so that the text keeps its length.
    if (at < 40)
        QTest::keyClick(&editor, words[std::size_t(key) % (sizeof words - 1)]);
    else
        QTest::keyClick(&editor, Qt::Key_Backspace);
    if (at >= 40) QTest::keyClick(&editor, Qt::Key_Backspace);
    counts.keyMilliseconds.push_back(double(timer.nsecsElapsed()) * 1e-6);
    counts.typed.push_back(qHash(session.document().text.toUtf8()));
}

} // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 10;
    const int keys = argc > 2 ? std::atoi(argv[2]) : 30;
    const int tokens = argc > 3 ? std::atoi(argv[3]) : 128;

    QElapsedTimer sinceStart;
    sinceStart.start();
    MainWindow window;
    window.resize(1280, 800);
    window.start({});
    window.show();
    auto* editor = window.findChild<PromptEditor*>();
    auto* view = window.findChild<graph::GraphView*>();
    if (!QTest::qWaitFor([&] { return view->picture() != nullptr; }, 20000)) return 1;
    std::printf("window, model and first picture: %lld ms\n", static_cast<long long>(sinceStart.elapsed()));
    QString text;
    for (int i = 0; i < tokens; ++i) text += i % 9 == 8 ? QStringLiteral(".") : QStringLiteral(" king");
    window.session().setText(text);
    QTest::qWait(1500);

    Counts counts;
    counts.gaps.reserve(std::size_t(seconds) * 500);
    counts.typed.reserve(std::size_t(seconds * keys));
    counts.keyMilliseconds.reserve(std::size_t(seconds * keys));
    QObject::connect(view, &graph::GraphView::pictureShown, [&] {
        ++counts.pictures;
        counts.seen.insert(qHash(view->picture()->snapshot->text));
    });
    QElapsedTimer beat;
    beat.start();
    QTimer heart;
    heart.setTimerType(Qt::PreciseTimer);
    QObject::connect(&heart, &QTimer::timeout, [&] {
        counts.gaps.push_back(double(beat.nsecsElapsed()) * 1e-6);
        beat.start();
    });
    heart.start(2);

    QEventLoop loop;
    QTimer typist;
    typist.setTimerType(Qt::PreciseTimer);
    int key = 0;
    const double before = megabytes();
    std::vector<double> memory; // each half minute
    QObject::connect(&typist, &QTimer::timeout, [&] {
        type(*editor, window.session(), key++, counts);
        if (key % (keys * 30) == 0) memory.push_back(megabytes());
        if (key >= keys * seconds) loop.quit();
    });
    typist.start(1000 / keys);
    QElapsedTimer all;
    all.start();
    loop.exec();
    const double took = double(all.elapsed()) / 1000;
    heart.stop();
    typist.stop();
    QTest::qWait(600);

    std::printf("%d keys in %.1f s into %d tokens: %d pictures, %.1f a second; %d keys at the end without a picture\n",
                key, took, window.session().snapshot()->size(), counts.pictures, counts.pictures / took, lost(counts));
    std::printf("texts seen: %d of %d, the others overtaken\n", int(counts.seen.size()),
                int(QSet<std::size_t>(counts.typed.begin(), counts.typed.end()).size()));
    std::printf("GUI heartbeat gap ms: median %.2f, p95 %.2f, p99 %.2f, largest %.2f\n", quantile(counts.gaps, 0.5),
                quantile(counts.gaps, 0.95), quantile(counts.gaps, 0.99), quantile(counts.gaps, 1));
    std::printf("key handling ms: median %.2f, p99 %.2f\n", quantile(counts.keyMilliseconds, 0.5),
                quantile(counts.keyMilliseconds, 0.99));
    std::printf("memory MB: %.1f before; each half minute", before);
    for (const double each : memory) std::printf(" %.1f", each);
    std::printf("; %.1f at the end\n", megabytes());
    return 0;
}
