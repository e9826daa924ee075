#include "app/graph/walk.h"

#include <QTest>

using graph::Focus;

namespace {

/// Three tokens and one that goes; the edges of token 2 to 0, 1 and itself, weakest first.
graph::Scene scene() {
    graph::Scene scene;
    for (int i = 0; i < 4; ++i) {
        graph::SceneNode node;
        node.token = i < 3 ? i : -1;
        scene.nodes.push_back(node);
    }
    scene.edges = {{2, 1, 0, 0.1, {}}, {2, 0, 1, 0.2, {}}, {2, 2, 0, 0.3, {}}, {2, 3, 0, 0.4, {}}, {1, 0, 0, 0.9, {}}};
    return scene;
}

constexpr Focus none{};
constexpr Focus token(int index) {
    return {index, -1, -1};
}

} // namespace

class TestWalk : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokens_data();
    void tokens();
    void edges_data();
    void edges();
    void nothingToWalk();
};

void TestWalk::tokens_data() {
    QTest::addColumn<Focus>("from");
    QTest::addColumn<int>("by");
    QTest::addColumn<Focus>("to");
    QTest::newRow("into it") << none << 1 << token(0);
    QTest::newRow("into it from the end") << none << -1 << token(2);
    QTest::newRow("on") << token(0) << 1 << token(1);
    QTest::newRow("back") << token(2) << -1 << token(1);
    QTest::newRow("first") << token(0) << -1 << token(0);
    QTest::newRow("last") << token(2) << 1 << token(2);
    QTest::newRow("from an edge") << Focus{1, 0, 0} << 1 << token(2);
}

void TestWalk::tokens() {
    QFETCH(Focus, from);
    QFETCH(int, by);
    QFETCH(Focus, to);
    QCOMPARE(graph::nextToken(scene(), from, by), to);
}

void TestWalk::edges_data() {
    QTest::addColumn<Focus>("from");
    QTest::addColumn<int>("by");
    QTest::addColumn<Focus>("to");
    QTest::newRow("the heaviest first") << token(2) << 1 << Focus{2, 2, 0};
    QTest::newRow("lighter") << Focus{2, 2, 0} << 1 << Focus{2, 0, 1};
    QTest::newRow("lightest") << Focus{2, 0, 1} << 1 << Focus{2, 1, 0};
    QTest::newRow("no further") << Focus{2, 1, 0} << 1 << Focus{2, 1, 0};
    QTest::newRow("heavier") << Focus{2, 0, 1} << -1 << Focus{2, 2, 0};
    QTest::newRow("back to the token") << Focus{2, 2, 0} << -1 << token(2);
    QTest::newRow("token stays") << token(2) << -1 << token(2);
    QTest::newRow("without edges") << token(0) << 1 << token(0);
    QTest::newRow("from nothing") << none << 1 << token(0);
}

void TestWalk::edges() {
    QFETCH(Focus, from);
    QFETCH(int, by);
    QFETCH(Focus, to);
    QCOMPARE(graph::nextEdge(scene(), from, by), to);
}

void TestWalk::nothingToWalk() {
    QVERIFY(graph::nextToken({}, {}, 1).isNone());
    QVERIFY(graph::nextEdge({}, {}, 1).isNone());
}

QTEST_APPLESS_MAIN(TestWalk)
#include "tst_walk.moc"
