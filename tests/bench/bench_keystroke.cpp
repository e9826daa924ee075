// What a keystroke at the end of a text takes beside the pass itself: the maps of all heads, which are made while it runs (so
// theirs is the time that it takes longer), their thumbnails, the edges of all heads (and of eight, the most that a picture
// shows) up to 90 % of each row within the default budget, and where the edges lie. Of the whole text, and of one token more. For the built-in model and for GPT-2 small's
// shape, whose random weights spread more evenly than trained ones and so make selecting slow. Milliseconds, medians of several
// rounds, and the share that all of it but the eight has of the pass that it follows: of the whole text at once, and of one token
// more. It prints figures and asserts nothing.

#include "app/graph/compose.h"
#include "app/snapshot/sheet.h"
#include "engine/forward/kernels.h"
#include "engine/model/random_model.h"
#include "engine/reading/edge_selection.h"
#include "engine/reading/mapped_pass.h"

#include <QElapsedTimer>
#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <random>

namespace {

constexpr int rounds = 9;

/// The steps one after another, as they come after a key; the median time of each.
std::vector<double> medians(const std::vector<std::function<void()>>& steps) {
    std::vector<std::vector<double>> times(steps.size());
    for (int round = 0; round < rounds; ++round)
        for (std::size_t i = 0; i < steps.size(); ++i) {
            QElapsedTimer timer;
            timer.start();
            steps[i]();
            times[i].push_back(double(timer.nsecsElapsed()) * 1e-6);
        }
    std::vector<double> middle;
    for (auto& each : times) {
        std::sort(each.begin(), each.end());
        middle.push_back(each[each.size() / 2]);
    }
    return middle;
}

std::vector<mayfly::HeadIndex> allHeads(const mayfly::Trace& trace) {
    std::vector<mayfly::HeadIndex> heads;
    for (int layer = 0; layer < trace.layers(); ++layer)
        for (int head = 0; head < trace.heads(); ++head) heads.push_back({layer, head});
    return heads;
}

/// As much of a snapshot as a scene is made of.
Snapshot snapshotOf(std::shared_ptr<const mayfly::Trace> trace) {
    Snapshot snapshot;
    for (int i = 0; i < trace->tokens(); ++i) {
        snapshot.tokens.push_back({trace->ids()[std::size_t(i)], 0, 0});
        snapshot.labels.push_back(QStringLiteral("word"));
        snapshot.identity.push_back(quint64(i) + 1);
    }
    snapshot.exact = snapshot.labels;
    snapshot.trace = std::move(trace);
    return snapshot;
}

void measure(const mayfly::Model& model, int tokens) {
    std::minstd_rand random(7);
    std::vector<mayfly::TokenId> ids;
    for (int i = 0; i < tokens; ++i) ids.push_back(mayfly::TokenId(random() % unsigned(model.config().vocab)));
    const auto before = mayfly::forward(model, {ids.data(), ids.size() - 1});
    // Another that nothing has gone on from, so that every round can write its row behind those before.
    const auto typedAfter = mayfly::forward(model, {ids.data(), ids.size() - 1});
    const mayfly::HeadMaps mapsBefore = mayfly::mapHeads(*before);
    const auto trace = mayfly::forward(model, ids, {}, before.get());
    const mayfly::HeadMaps sheetMaps = mayfly::forwardMapped(model, ids).maps;
    const mayfly::GraphChoice choice{allHeads(*trace), 0.9};
    const mayfly::AttentionGraph selection = mayfly::selectEdges(*trace, choice);
    const mayfly::GraphChoice eight{{choice.heads.begin(), choice.heads.begin() + 8}, 0.9};
    mayfly::EdgeSelection typedAll, typedEight;
    const Snapshot snapshot = snapshotOf(trace);

    const std::vector<double> all = medians({
        [&] { mayfly::forward(model, ids); },
        [&] { mayfly::forwardMapped(model, ids); },
        [&] { mayfly::forward(model, ids, {}, typedAfter.get()); },
        [&] { mayfly::forwardMapped(model, ids, {}, typedAfter.get(), &mapsBefore); },
        [&] { sheetOf(sheetMaps); },
        [&] { mayfly::selectEdges(*trace, choice); },
        [&] { mayfly::selectEdges(*trace, eight); },
        [&] { graph::buildScene(snapshot, selection, false, graph::Layout::Arc, {1200, 800}); },
        [&] { typedAll.select(*before, choice); },
        [&] { typedAll.select(*trace, choice); },
        [&] { typedEight.select(*before, eight); },
        [&] { typedEight.select(*trace, eight); },
    });
    const double either = all[4] + all[7]; // thumbnails and scene, of the whole text and of one token more
    const double maps = all[1] - all[0];
    const double typedMaps = all[3] - all[2];
    std::printf("%6d %8.2f %8.2f %11.2f %13.2f %8.2f %8.2f %11.3f %13.3f %8.2f %8.2f %12.0f %% %9.0f %%\n", tokens, all[0], maps,
                all[5], all[6], all[2], typedMaps, all[9], all[11], all[4], all[7], 100 * (maps + all[5] + either) / all[0],
                100 * (typedMaps + all[9] + either) / all[2]);
}

void measure(const char* name, const mayfly::Model& model) {
    std::printf("%s\ntokens     full     maps  select all  select eight   append     maps  select all  select eight    sheet"
                "    edges  of the full pass  of append\n", name);
    for (const int tokens : {64, 256, 512, 1024})
        if (tokens <= model.config().context) measure(model, tokens);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    measure("built-in model", *mayfly::Model::load(MAYFLY_RESOURCES "/built-in", "built-in"));
    measure("GPT-2 small's shape", *mayfly::randomGpt2(mayfly::Precision::F32, mayfly::chosenKernels()));
    return 0;
}
