#include "engine/forward/team.h"

#include <QTest>

#include <atomic>
#include <stdexcept>
#include <vector>

using namespace mayfly;

class TestTeam : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTaskIsDoneOnce_data();
    void everyTaskIsDoneOnce();
    void aStepEndsBeforeTheNext();
    void whatTheBodyThrowsComesOut_data();
    void whatTheBodyThrowsComesOut();
};

void TestTeam::everyTaskIsDoneOnce_data() {
    QTest::addColumn<bool>("alone");
    QTest::addColumn<int>("count");
    for (const int count : {0, 1, 2, 3, 1000})
        for (const bool alone : {false, true}) QTest::addRow("%d %s", count, alone ? "alone" : "together") << alone << count;
}

void TestTeam::everyTaskIsDoneOnce() {
    QFETCH(bool, alone);
    QFETCH(int, count);
    std::vector<std::atomic<int>> times(std::size_t(count) + 1);
    std::atomic<bool> knownThreads = true;
    Team::gather(alone, [&](Team& team) {
        team.share(count, [&](int task, int thread) {
            ++times[std::size_t(task)];
            if (thread < 0 || thread >= team.size()) knownThreads = false;
        });
        if (alone) QCOMPARE(team.size(), 1);
    });
    for (int i = 0; i < count; ++i) QCOMPARE(times[std::size_t(i)].load(), 1);
    QCOMPARE(times[std::size_t(count)].load(), 0);
    QVERIFY(knownThreads);
}

/// What a step writes, without atomics, the next one reads, whichever thread did it.
void TestTeam::aStepEndsBeforeTheNext() {
    std::vector<int> values(64, 0);
    Team::gather(false, [&](Team& team) {
        for (int step = 0; step < 2000; ++step) {
            team.share(64, [&](int task, int /*thread*/) { ++values[std::size_t((task + step) % 64)]; });
            QCOMPARE(values[std::size_t(step % 64)], step + 1);
        }
    });
    QCOMPARE(values, std::vector<int>(64, 2000));
}

void TestTeam::whatTheBodyThrowsComesOut_data() {
    QTest::addColumn<bool>("alone");
    QTest::newRow("together") << false;
    QTest::newRow("alone") << true;
}

void TestTeam::whatTheBodyThrowsComesOut() {
    QFETCH(bool, alone);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error,
                             Team::gather(alone, [](Team& team) {
                                 team.share(8, [](int /*task*/, int /*thread*/) {});
                                 throw std::runtime_error("given up");
                             }));
}

QTEST_GUILESS_MAIN(TestTeam)
#include "tst_team.moc"
