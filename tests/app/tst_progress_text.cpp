#include "app/download/patience.h"
#include "app/download/progress_text.h"
#include "app/window/translators.h"

#include <QTest>

using namespace download;

class TestProgressText : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsKnownAtFirst();
    void speedIsThatOfLate();
    void startingAgainForgets();
    void nothingComes();
    void timeLeft_data();
    void timeLeft();
    void sizes_data();
    void sizes();
    void sentences();
    void pausesGrow();

private:
    const Translators m_words; // for the plural forms
};

void TestProgressText::nothingIsKnownAtFirst() {
    Pace pace;
    QVERIFY(!pace.speed());
    pace.note(0, 0);
    pace.note(900, 5'000'000);
    QVERIFY(!pace.speed());
    QVERIFY(!pace.secondsLeft(10'000'000));
}

void TestProgressText::speedIsThatOfLate() {
    Pace pace;
    for (int second = 0; second <= 20; ++second) pace.note(second * 1000, second * 1'000'000);
    QCOMPARE(*pace.speed(), 1e6);
    for (int second = 1; second <= 20; ++second) pace.note(20'000 + second * 1000, 20'000'000 + second * 5'000'000);
    QCOMPARE(*pace.speed(), 5e6);
    QCOMPARE(*pace.secondsLeft(130'000'001), 3);
    QVERIFY(!pace.secondsLeft(0));
}

void TestProgressText::startingAgainForgets() {
    Pace pace;
    pace.note(0, 0);
    pace.note(2000, 4'000'000);
    pace.note(2100, 0);
    QVERIFY(!pace.speed());
}

void TestProgressText::nothingComes() {
    Pace pace;
    pace.note(0, 100);
    pace.note(5000, 100);
    QCOMPARE(*pace.speed(), 0.0);
    QVERIFY(!pace.secondsLeft(1000));
}

void TestProgressText::timeLeft_data() {
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    const auto row = [](qint64 seconds, const char* text) { QTest::newRow(text) << seconds << QString::fromLatin1(text); };
    row(0, "0 seconds left");
    row(1, "1 second left");
    row(59, "59 seconds left");
    row(60, "1 minute left");
    row(61, "2 minutes left");
    row(5399, "90 minutes left");
    row(5400, "2 hours left");
}

void TestProgressText::timeLeft() {
    QFETCH(qint64, seconds);
    QTEST(timeLeftText(seconds), "text");
}

void TestProgressText::sizes_data() {
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("bytes") << qint64(12) << QStringLiteral("12 bytes");
    QTest::newRow("kilobytes") << qint64(2'600) << QStringLiteral("3 kB");
    QTest::newRow("megabytes") << qint64(548'105'171) << QStringLiteral("548 MB");
    QTest::newRow("gigabytes") << qint64(1'503'300'328) << QStringLiteral("1.5 GB");
}

void TestProgressText::sizes() {
    QFETCH(qint64, bytes);
    QTEST(sizeText(bytes), "text");
}

void TestProgressText::sentences() {
    Pace pace;
    Progress progress{Progress::Stage::Fetching, 100'000'000, 500'000'000, {}};
    QCOMPARE(progressText(progress, pace), QStringLiteral("100 MB of 500 MB"));
    pace.note(0, 0);
    pace.note(2000, 100'000'000);
    QCOMPARE(progressText(progress, pace), QStringLiteral("100 MB of 500 MB \u00b7 50 MB/s \u00b7 8 seconds left"));
    progress.stage = Progress::Stage::Waiting;
    QVERIFY(progressText(progress, pace).contains(QLatin1String("trying again")));
    progress.stage = Progress::Stage::Checking;
    QVERIFY(progressText(progress, pace).contains(QLatin1String("already")));
    progress.stage = Progress::Stage::Asking;
    QVERIFY(progressText(progress, pace).contains(QLatin1String("Asking")));
}

void TestProgressText::pausesGrow() {
    Tries tries({1, 100, 350, 5});
    QList<int> pauses;
    while (tries.another()) pauses.append(tries.pause());
    QCOMPARE(pauses, (QList<int>{100, 200, 350, 350}));
    tries.forget();
    QVERIFY(tries.another());
    QCOMPARE(tries.pause(), 100);
}

QTEST_GUILESS_MAIN(TestProgressText)
#include "tst_progress_text.moc"
