#include "app/command/measurement.h"
#include "engine/forward/kernels.h"

#include <QTest>

using namespace command;

class TestBench : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Each kind of pass, in order; lengths beyond the context are left out.
    void measuresEachKindOfPass() {
        const auto model = mayfly::Model::load(MAYFLY_TEST_DATA "/tiny_gpt2");
        QStringList rows;
        measure(*model, {{4, 1, 1 << 20}, {50, 100}}, {.gflops = 1, .gigabytesPerSecond = 1}, [&](const Measurement& row) {
            rows << QStringLiteral("%1 %2 %3").arg(row.work).arg(row.tokens).arg(row.kept);
            QVERIFY(row.least > 0 && row.least <= row.median);
            QVERIFY(row.gflops > 0);
            QCOMPARE(row.ratioToLimit, row.work == QLatin1String("append") ? row.gigabytesPerSecond : row.gflops);
        });
        QCOMPARE(rows.join(u','), QStringLiteral("full 4 0,append 4 3,edit 4 2,edit 4 3,"
                                                "full 1 0,append 1 0,edit 1 0,edit 1 0"));
    }
};

QTEST_GUILESS_MAIN(TestBench)
#include "tst_bench.moc"
