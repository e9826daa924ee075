#include "snapshot_fixture.h"

#include "app/graph/compose.h"
#include "app/graph/edges_beyond.h"

#include <QTest>

#include <algorithm>

using graph::Focus;

/// A pair that is pointed out has an edge, whether or not it is among the strongest.
class TestEdgesBeyond : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_snapshot = fixture::snapshotOf(fixture::tiny(), 12);
        const auto selection = mayfly::selectEdges(*m_snapshot->trace, {m_heads, 0.2, false});
        m_scene = graph::buildScene(*m_snapshot, selection, false, graph::Layout::Arc, fixture::area);
    }

    void onlyWhatIsMissing() {
        for (int query = 0; query < 12; ++query)
            for (int key = 0; key <= query; ++key) {
                const auto beyond = graph::edgesBeyond(*m_snapshot, m_scene, {query, key, -1});
                const auto there = std::count_if(m_scene.edges.begin(), m_scene.edges.end(),
                                                 [&](const auto& edge) { return edge.query == query && edge.key == key; });
                QCOMPARE(beyond.size() + std::size_t(there), m_heads.size());
                for (const graph::SceneEdge& edge : beyond)
                    QCOMPARE(edge.weight, double(m_snapshot->trace->weight(m_heads[std::size_t(edge.slot)], query, key)));
            }
    }

    void ofOneHeadWhereOneIsMeant() {
        const Focus weak = weakest();
        QCOMPARE(graph::edgesBeyond(*m_snapshot, m_scene, weak).size(), std::size_t(1));
        QCOMPARE(graph::edgesBeyond(*m_snapshot, m_scene, weak).front().slot, weak.slot);
    }

    void theyAreDrawn() {
        graph::Look look;
        look.focus = weakest();
        const std::size_t before = graph::compose(m_scene, look).strokes.size();
        const std::size_t marks = graph::composeMarks(m_scene, look).strokes.size();
        look.beyond = graph::edgesBeyond(*m_snapshot, m_scene, look.focus);
        QCOMPARE(graph::compose(m_scene, look).strokes.size(), before + 1);
        QCOMPARE(graph::composeMarks(m_scene, look).strokes.size(), marks + 1);
    }

    void noneWithoutAPair_data() {
        QTest::addColumn<int>("query");
        QTest::addColumn<int>("key");
        QTest::newRow("nothing") << -1 << -1;
        QTest::newRow("a token") << 4 << -1;
        QTest::newRow("a masked pair") << 2 << 5;
        QTest::newRow("tokens that are gone") << 40 << 3;
    }
    void noneWithoutAPair() {
        QFETCH(int, query);
        QFETCH(int, key);
        QVERIFY(graph::edgesBeyond(*m_snapshot, m_scene, {query, key, -1}).empty());
    }

private:
    /// A pair of the second head that is not drawn.
    Focus weakest() const {
        for (int key = 0; key < 11; ++key)
            if (const Focus focus{11, key, 1}; !graph::edgesBeyond(*m_snapshot, m_scene, focus).empty()) return focus;
        return {};
    }

    const std::vector<mayfly::HeadIndex> m_heads{{0, 0}, {1, 1}};
    SnapshotPtr m_snapshot;
    graph::Scene m_scene;
};

QTEST_MAIN(TestEdgesBeyond)
#include "tst_edges_beyond.moc"
