#include "app/drawing/font.h"
#include "app/path/path_scene.h"
#include "engine/reading/lens.h"
#include "engine/text/token_text.h"
#include "tests/app/matrix_fixture.h"
#include "tests/app/snapshot_fixture.h"

#include <QTest>

#include <cmath>

using fixture::lookAt;
using graph::Focus;
using path::PathScene;

namespace {

view::Subject pathOf(const SnapshotPtr& snapshot, int depth = -1) {
    view::Subject subject = fixture::subject(snapshot, {}, {{0, 0}}, {900, 560});
    subject.kind = view::Kind::Path;
    subject.depth = depth;
    return subject;
}

} // namespace

class TestPathScene : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void pointsKeepTheirProportions() {
        const SnapshotPtr snapshot = fixture::tokens(9);
        const PathScene scene(pathOf(snapshot));
        const mayfly::StreamPath path = mayfly::streamPath(*snapshot->trace);
        const auto apart = [](QPointF by) { return std::hypot(by.x(), by.y()); };
        const auto projected = [&](int depth, int token) {
            return QPointF{double(path.at(depth, token)[0]), -double(path.at(depth, token)[1])};
        };
        const double factor = apart(scene.pointOf(0, 1) - scene.pointOf(2, 8)) / apart(projected(0, 1) - projected(2, 8));
        for (int depth = 0; depth < path.depths; ++depth)
            for (int token = 0; token < 9; ++token) {
                QVERIFY(scene.pane().contains(scene.pointOf(depth, token)));
                const QPointF by = scene.pointOf(depth, token) - scene.pointOf(0, 0);
                QVERIFY(apart(by - (projected(depth, token) - projected(0, 0)) * factor) < 1e-6 * apart(by) + 1e-6);
            }
    }

    void discsStandAtTheChosenDepth() {
        const SnapshotPtr snapshot = fixture::tokens(9);
        for (const int depth : {0, 1, -1}) {
            const PathScene scene(pathOf(snapshot, depth));
            QCOMPARE(scene.depth(), depth < 0 ? 2 : depth);
            const drawing::Drawing drawn = scene.ground(lookAt());
            QCOMPARE(drawn.discs.size(), std::size_t(9));
            for (int token = 0; token < 9; ++token) {
                QCOMPARE(drawn.discs[std::size_t(token)].centre, scene.pointOf(scene.depth(), token));
                QCOMPARE(scene.placeOf({token, -1, -1}, {}).center(), scene.pointOf(scene.depth(), token));
            }
            QCOMPARE(drawn.strokes.size(), std::size_t(9 * scene.depth())); // the way up to there
            QVERIFY(scene.remark().startsWith(depth == 0 ? QStringLiteral("embedding") : QStringLiteral("layer ")));
        }
    }

    void aDiscIsHit() {
        const PathScene scene(pathOf(fixture::tokens(3)));
        const graph::Viewport viewport{3, {-200, 15}};
        for (int token = 0; token < 3; ++token)
            QCOMPARE(scene.hit(viewport, viewport.map(scene.pointOf(2, token)) + QPointF(2, 1)).query, token);
        QVERIFY(scene.hit({}, {-50, -50}).isNone());
    }

    void everyDepthHasAGuess() {
        const SnapshotPtr snapshot = fixture::tokens(9);
        const PathScene scene(pathOf(snapshot));
        for (const Focus& focus : {Focus{}, Focus{4, -1, -1}}) {
            const QStringList before = fixture::textsOf(scene.marks(lookAt(focus)));
            QVERIFY(scene.ponder(focus));
            QVERIFY(!scene.ponder(focus));
            const QStringList words = fixture::textsOf(scene.marks(lookAt(focus)));
            QVERIFY(words.size() > before.size()); // not worked out while it is drawn
            QVERIFY(!PathScene(pathOf(snapshot, 1), &scene).ponder(focus)); // once for all depths
            const auto guesses = mayfly::readLens(*snapshot->trace, *snapshot->model, focus.isNone() ? 8 : 4);
            for (const auto& guess : guesses) {
                const std::string text = mayfly::visibleTokenText(snapshot->model->tokenizer(), guess.front().id);
                QVERIFY(words.contains(QString::fromStdString(text)));
                QVERIFY(words.contains(QLocale::c().toString(double(guess.front().probability), 'f', 2)));
            }
            QVERIFY(words.contains(QStringLiteral("embedding")) && words.contains(QStringLiteral("layer 1")));
        }
    }

    void anEncoderForetellsNothing() {
        const auto bert = mayfly::Model::load(MAYFLY_TEST_DATA "/families/bert");
        const PathScene scene(pathOf(takeSnapshot(bert, std::vector<mayfly::TokenId>{5, 17, 3})));
        QVERIFY(fixture::textsOf(scene.marks(lookAt())).contains(QStringLiteral("An encoder foretells no next token")));
    }

    void anotherDepthKeepsTheProjection() {
        const SnapshotPtr snapshot = fixture::tokens(9);
        const PathScene first(pathOf(snapshot, 0));
        const PathScene next(pathOf(snapshot, 1), &first);
        const PathScene alone(pathOf(snapshot, 1));
        for (int token = 0; token < 9; ++token) QCOMPARE(next.pointOf(1, token), alone.pointOf(1, token));
        const PathScene other(pathOf(fixture::tokens(5), 1), &first);
        QCOMPARE(other.ground(lookAt()).discs.size(), std::size_t(5));
    }

    void theFirstTokenCanBeLeftOut() {
        view::Subject subject = pathOf(fixture::tokens(9));
        subject.hideFirst = true;
        const PathScene scene(subject);
        QCOMPARE(scene.ground(lookAt()).discs.size(), std::size_t(8));
        QCOMPARE(scene.walk({}, view::Step::Right).query, 1);
        QCOMPARE(scene.walk({1, -1, -1}, view::Step::Left).query, 1);
        QVERIFY(scene.remark().contains(QStringLiteral("first token left out")));
    }

    void aTokenInFocusShowsItsWholeWay() {
        const PathScene scene(pathOf(fixture::tokens(9), 0));
        QVERIFY(scene.ground(lookAt({4, -1, -1})).strokes.empty());
        const drawing::Drawing drawn = scene.marks(lookAt({4, -1, -1}));
        const auto isWay = [](const drawing::Stroke& stroke) { return stroke.colour == Palette::light().outgoing; };
        QCOMPARE(std::count_if(drawn.strokes.begin(), drawn.strokes.end(), isWay), 2);
        QCOMPARE(drawn.strokes[1].curve[3], scene.pointOf(2, 4));
        QCOMPARE(drawn.strokes[1].colour, Palette::light().outgoing);
    }

    /// Pinned in another view: its query's way is shown.
    void anEdgeInFocusIsItsQuery() {
        const PathScene scene(pathOf(fixture::tokens(9)));
        const drawing::Drawing drawn = scene.marks(lookAt({4, 2, 0}));
        QVERIFY(!drawn.strokes.empty());
        QCOMPARE(drawn.strokes.size(), scene.marks(lookAt({4, -1, -1})).strokes.size());
    }

    void labelsKeepOffTheGuesses() {
        const SnapshotPtr snapshot = fixture::tokens(9);
        view::Subject narrow = pathOf(snapshot);
        narrow.area = {420, 300};
        const PathScene scene(narrow);
        const graph::Look panned{Palette::light(), {1, {24, 0}}, {}, {}};
        int left = 0;
        for (const drawing::Label& label : scene.marks(panned).labels) {
            if (label.at.x() < 420 - 230 && label.anchor == drawing::Anchor::Start)
                QVERIFY2(label.at.x() + drawing::textWidth(label.text, label.size) < 420 - 230, qPrintable(label.text));
            left += label.anchor == drawing::Anchor::End && label.at.x() < 420 - 230;
        }
        QVERIFY(left > 0);
    }

    void everyTokenHasItsName_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("depth");
        QTest::addColumn<int>("focus");
        const auto row = [](const QByteArray& text, int depth, int focus) {
            QTest::addRow("%s at %d, %d", text.left(12).constData(), depth, focus) << text << depth << focus;
        };
        for (const int depth : {0, 1, -1}) {
            row("The cat eats his soup", depth, -1);
            row("a fluffy blue creature roamed the verdant forest", depth, 3);
            row("The little girl looked at the great black horse and said nothing to her mother", depth, 3);
        }
    }
    void everyTokenHasItsName() {
        QFETCH(QByteArray, text);
        QFETCH(int, depth);
        QFETCH(int, focus);
        const SnapshotPtr snapshot = takeSnapshot(fixture::builtIn(), text);
        view::Subject subject = pathOf(snapshot, depth);
        subject.area = {1200, 620};
        const PathScene scene(subject);
        std::vector<QRectF> names;
        QStringList texts;
        for (const drawing::Label& label : scene.marks(lookAt({focus, -1, -1})).labels) {
            const double width = drawing::textWidth(label.text, label.size, label.bold);
            const double left = label.anchor == drawing::Anchor::Start ? 0 : label.anchor == drawing::Anchor::End ? width : width / 2;
            if (label.at.x() - left + width > 1200 - 230 || label.at.y() < 30) continue; // guesses
            names.emplace_back(label.at.x() - left, label.at.y() - 7, width, 14);
            texts.append(label.text);
        }
        QStringList expected(snapshot->labels.begin(), snapshot->labels.end());
        expected.sort();
        texts.sort();
        QCOMPARE(texts, expected);
        for (std::size_t a = 0; a < names.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) QVERIFY(!names[a].intersects(names[b]));
            for (int token = 0; token < snapshot->size(); ++token)
                QVERIFY(!names[a].contains(scene.pointOf(scene.depth(), token)));
        }
    }

    /// Of many tokens, some: the one that is spoken of always.
    void theForetellerHasItsName() {
        QByteArray text;
        for (int i = 0; i < 60; ++i) text += "the cat and the dog ";
        const SnapshotPtr snapshot = takeSnapshot(fixture::builtIn(), text + "zebra");
        for (const Focus& focus : {Focus{}, Focus{snapshot->size() - 1, -1, -1}}) {
            const PathScene scene(pathOf(snapshot));
            QVERIFY(fixture::textsOf(scene.marks(lookAt(focus))).contains(snapshot->labels.back()));
        }
    }

    void fewTokensAreNoTrouble() {
        for (const int tokens : {0, 1}) {
            const PathScene scene(pathOf(fixture::tokens(tokens)));
            QCOMPARE(scene.ground(lookAt()).discs.size(), std::size_t(tokens));
            QCOMPARE(scene.walk({}, view::Step::Right).query, tokens - 1);
        }
    }
};

QTEST_MAIN(TestPathScene)
#include "tst_path_scene.moc"
