#include "app/command/trace_json.h"
#include "app/drawing/rasteriser.h"
#include "app/exporting/export.h"
#include "app/graph/compose.h"
#include "app/graph/hit.h"
#include "app/inspector/pair_text.h"
#include "app/inspector/term_bars.h"
#include "app/session/session_file.h"
#include "app/view/scene.h"
#include "engine/reading/neighbours.h"
#include "tests/app/snapshot_fixture.h"
#include "tests/app/trace_fixture.h"
#include "tests/engine/model_files.h"

#include <QJsonDocument>
#include <QTest>

#include <cmath>
#include <limits>

/// Weights that are not numbers, and tokens that a session has moved beyond every screen: all of it can be drawn, hit,
/// explained and written down.
class TestOddNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void weights_data();
    void weights();
    void moves_data();
    void moves();
};

namespace {

/// A tiny model in which one tensor is nothing but `value`.
std::shared_ptr<const mayfly::Model> modelWith(const QByteArray& tensor, float value) {
    const modelfiles::TinyGpt2 tiny;
    modelfiles::TensorSet set = tiny.tensors();
    QByteArray& data = set.tensors[tensor].data;
    for (qsizetype i = 0; i < data.size(); i += qsizetype(sizeof value))
        data.replace(i, sizeof value, QByteArray(reinterpret_cast<const char*>(&value), sizeof value));
    const modelfiles::Folder folder;
    folder.write(QStringLiteral("config.json"), tiny.config());
    folder.write(QStringLiteral("model.safetensors"), set.file());
    return mayfly::Model::load(folder.root());
}

void drawEverywhere(const drawing::Drawing& drawing) {
    QImage image(900, 560, QImage::Format_RGB32);
    image.fill(Qt::white);
    drawing::Rasteriser().draw(drawing.strokes, 1, image);
    using exporting::Format;
    for (const Format format : {Format::Svg, Format::Pdf, Format::Png, Format::Tikz})
        QVERIFY(!exporting::encode(drawing, format, 1).isEmpty());
    const QByteArray svg = exporting::encode(drawing, Format::Svg, 1);
    QVERIFY(!svg.contains("nan") && !svg.contains("inf"));
}

void drawGraph(const Snapshot& snapshot, const graph::Moved& moved) {
    for (const graph::Layout layout : graph::everyLayout) {
        const graph::Scene scene = fixture::sceneOf(snapshot, layout, {{0, 0}}, false, moved);
        for (const double zoom : {1.0, 64.0}) {
            graph::Look look;
            look.viewport.zoom = zoom;
            drawEverywhere(graph::compose(scene, look));
            graph::hit(scene, look.viewport, {450, 280});
        }
    }
}

bool isFinite(QPointF point) { return std::isfinite(point.x()) && std::isfinite(point.y()); }

/// Numbers that are none may be written on a picture; its lines have to be somewhere.
void drawViews(const SnapshotPtr& snapshot, compare::Mode mode) {
    for (const view::Kind kind : view::kinds) {
        view::Subject subject;
        subject.snapshot = snapshot;
        subject.kind = kind;
        subject.heads = {{0, 0}, {0, 0}};
        subject.area = fixture::area;
        subject.compare = compare::shown(mode, kind, 2, true);
        if (mode != compare::Mode::Off && !compare::hasDifference(kind)) continue; // two of what is drawn alone
        if (compare::isOfTexts(subject.compare)) subject.before = takeSnapshot(snapshot->model, std::vector<mayfly::TokenId>{0, 2, 1});
        if (kind == view::Kind::Graph && subject.compare == compare::Mode::Off) continue;
        const view::ScenePtr scene = view::makeScene(subject);
        graph::Look look;
        look.focus = {2, -1, -1};
        const drawing::Drawing drawn = view::compose(*scene, look);
        for (const drawing::Stroke& stroke : drawn.strokes)
            for (const QPointF point : stroke.curve) QVERIFY(isFinite(point));
        for (const drawing::Disc& disc : drawn.discs) QVERIFY(isFinite(disc.centre) && std::isfinite(disc.radius));
        for (const drawing::Label& label : drawn.labels) QVERIFY(isFinite(label.at));
        scene->hit(look.viewport, {450, 280});
    }
}

} // namespace

void TestOddNumbers::weights_data() {
    QTest::addColumn<QByteArray>("tensor");
    QTest::addColumn<float>("value");
    for (const char* tensor : {"wte.weight", "h.0.attn.c_attn.weight", "h.0.attn.c_attn.bias", "h.0.mlp.c_fc.bias",
                               "ln_f.weight"}) {
        QTest::addRow("NaN in %s", tensor) << QByteArray(tensor) << std::numeric_limits<float>::quiet_NaN();
        QTest::addRow("infinity in %s", tensor) << QByteArray(tensor) << -std::numeric_limits<float>::infinity();
        QTest::addRow("3e38 in %s", tensor) << QByteArray(tensor) << 3e38F;
        QTest::addRow("1e-45 in %s", tensor) << QByteArray(tensor) << 1e-45F;
    }
}

void TestOddNumbers::weights() {
    QFETCH(QByteArray, tensor);
    QFETCH(float, value);
    const auto model = modelWith(tensor, value);
    QCOMPARE(model->warning().empty(), std::isfinite(value));
    const SnapshotPtr snapshot = takeSnapshot(model, std::vector<mayfly::TokenId>{0, 1, 3});
    QCOMPARE(snapshot->size(), 3);
    drawGraph(*snapshot, {});
    for (const compare::Mode mode : compare::modes) drawViews(snapshot, mode);
    const mayfly::PairReading pair = mayfly::readPair(*snapshot->trace, {0, 0}, 2, 0);
    QVERIFY(!pairtext::tooltip(*snapshot, pair).isEmpty());
    QVERIFY(!termBars(pair, 8).empty());
    const mayfly::WordReading word = mayfly::readWord(*snapshot->trace, {0, 0}, 1, 3, 3);
    for (const auto* neighbours : {&word.attendsTo, &word.attendedBy})
        for (const mayfly::Neighbour& each : *neighbours) QVERIFY(each.weight > 0);
    const QByteArray json = fixture::collect([&](const command::Sink& sink) {
        command::writeTraceJson(*snapshot, fixture::everything(*snapshot), sink);
    });
    QVERIFY2(QJsonDocument::fromJson(json).isObject(), json);
}

void TestOddNumbers::moves_data() {
    QTest::addColumn<QByteArray>("by");
    for (const char* by : {"1e308", "-1e308", "1e9", "1e18", "4294967296", "1e-308", "-0.0"})
        QTest::newRow(by) << QByteArray(by);
}

void TestOddNumbers::moves() {
    QFETCH(QByteArray, by);
    const SnapshotPtr snapshot = fixture::snapshotOf(fixture::tiny(), 12);
    const SavedSession saved = decodeSession(
        R"({"mayfly":1,"moved":[{"token":3,"x":)" + by + R"(},{"token":7,"y":)" + by + R"(},{"token":11,"x":)" + by +
            R"(,"y":-1e308}]})",
        QStringLiteral("a.mayfly"));
    Document document = restore(saved);
    restoreTokens(saved, *snapshot, document);
    QCOMPARE(document.moved.size(), 3);
    drawGraph(*snapshot, document.moved);
}

QTEST_MAIN(TestOddNumbers)
#include "tst_odd_numbers.moc"
