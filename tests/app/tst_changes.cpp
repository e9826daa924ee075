#include "app/compare/changes.h"
#include "tests/app/compare_fixture.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using compare::Changes;
using compare::Difference;
using compare::selectChanges;

namespace {

Difference difference(bool hideFirst = false) {
    return {fixture::ofIds(fixture::idsBefore), fixture::ofIds(fixture::idsAfter),
            {{{1, 0}}, matrix::Quantity::Weight, false, hideFirst}};
}

} // namespace

class TestChanges : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyChangeIsAnEdge() {
        const Difference all = difference();
        const Changes changes = selectChanges(all, 1);
        QVERIFY(!changes.graph.edges.empty());
        double gained = 0, lost = 0;
        for (const mayfly::Edge& edge : changes.graph.edges) {
            const float value = all.at(edge.query, edge.key).difference;
            QCOMPARE(edge.slot, value > 0 ? Changes::gain : Changes::loss);
            QCOMPARE(edge.weight, std::abs(value));
            (value > 0 ? gained : lost) += std::abs(double(value));
        }
        QVERIFY(std::abs(gained - changes.gained) < 1e-4 && std::abs(lost - changes.lost) < 1e-4);
        QVERIFY(std::abs(gained - lost - 1) < 1e-3); // but for the new query, what is gained is lost
        QVERIFY(std::ranges::is_sorted(changes.graph.edges, {}, &mayfly::Edge::weight));
        QCOMPARE(changes.largest, double(changes.graph.edges.back().weight));
        QVERIFY(std::abs(changes.graph.shown - 1) < 1e-6);
    }

    void ofEachQueryTheLargestChanges() {
        const Difference all = difference();
        const Changes changes = selectChanges(all, 0.5);
        QVERIFY(changes.graph.edges.size() < selectChanges(all, 1).graph.edges.size());
        for (int query = 0; query < all.size(); ++query) {
            double sum = 0, kept = 0, least = 2, most = 0;
            for (int key = 0; key < all.size(); ++key) {
                const float value = all.at(query, key).difference;
                if (!matrix::Cells::isShown(value) || std::abs(value) < 1e-6F) continue;
                sum += std::abs(double(value));
                const auto edge = std::ranges::find_if(changes.graph.edges, [&](const mayfly::Edge& each) {
                    return each.query == query && each.key == key;
                });
                if (edge == changes.graph.edges.end()) {
                    most = std::max(most, std::abs(double(value)));
                } else {
                    kept += std::abs(double(value));
                    least = std::min(least, std::abs(double(value)));
                }
            }
            QVERIFY(kept >= 0.5 * sum - 1e-6);
            QVERIFY(least >= most);
        }
    }

    void theBudgetHoldsTheStrongest() {
        const Changes all = selectChanges(difference(), 1);
        const Changes few = selectChanges(difference(), 1, 3);
        QCOMPARE(few.graph.edges.size(), std::size_t(3));
        QVERIFY(std::ranges::equal(few.graph.edges, std::span(all.graph.edges).last(3)));
        QVERIFY(few.graph.shown < 1);
        QCOMPARE(few.gained, all.gained);
    }

    void sameTextsHaveNoChanges() {
        const SnapshotPtr text = fixture::ofIds(fixture::idsBefore);
        const Changes changes = selectChanges({text, text, {{{1, 0}}, matrix::Quantity::Weight, false, false}}, 1);
        QVERIFY(changes.graph.edges.empty());
        QCOMPARE(changes.largest, 0.0);
        QCOMPARE(changes.graph.shown, 0.0);
    }

    void theFirstTokenCanBeLeftOut() {
        for (const mayfly::Edge& edge : selectChanges(difference(true), 1).graph.edges) QVERIFY(edge.key != 0);
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
