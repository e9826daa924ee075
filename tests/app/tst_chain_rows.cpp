#include "app/inspector/chain_rows.h"
#include "app/inspector/term_bars.h"
#include "engine/model/model.h"

#include <QDir>
#include <QHash>
#include <QLocale>
#include <QTest>

#include <algorithm>
#include <cmath>

namespace {

/// What a shown number can stand for: it is rounded to its last digit.
struct Range {
    double low = 0;
    double high = 0;

    bool meets(const Range& other) const { return low <= other.high && other.low <= high; }
};

Range shown(const QString& text) {
    QString plain = text;
    plain.replace(u'\u2212', u'-').replace(u',', u'.');
    const qsizetype e = plain.indexOf(u'e');
    const QString digits = e < 0 ? plain : plain.first(e);
    const double exponent = e < 0 ? 0.0 : plain.sliced(e + 1).toDouble();
    const qsizetype point = digits.indexOf(u'.');
    const double decimals = point < 0 ? 0.0 : double(digits.size() - point - 1);
    // Zeros at the end of six digits are not written, so a short number may be exact; half a digit covers both.
    const double half = 0.5000001 * std::pow(10.0, exponent - decimals);
    return {plain.toDouble() - half, plain.toDouble() + half};
}

Range operator*(const Range& a, const Range& b) {
    const auto [low, high] = std::minmax({a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high});
    return {low, high};
}

Range operator/(const Range& a, const Range& b) { return a * Range{1 / b.high, 1 / b.low}; }

QHash<QString, Range> numbers(const std::vector<ChainRow>& rows) {
    QHash<QString, Range> all;
    for (const ChainRow& row : rows)
        if (!row.exact.isEmpty()) all[row.name] = shown(row.value);
    return all;
}

SnapshotPtr snapshotOf(const QString& name) {
    const auto model = mayfly::Model::load((QStringLiteral(MAYFLY_TEST_DATA "/") + name).toStdString());
    return takeSnapshot(model, std::vector<mayfly::TokenId>{5, 9, 3, 7, 1, 8});
}

QString valueOf(const std::vector<ChainRow>& rows, const QString& name) {
    for (const ChainRow& row : rows)
        if (row.name == name) return row.value;
    return {};
}

} // namespace

class TestChainRows : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void shownNumbersMultiplyAndAddUp_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QLocale>("locale");
        QTest::newRow("gpt2") << QStringLiteral("tiny_gpt2") << QLocale::c();
        QTest::newRow("gpt2, German") << QStringLiteral("tiny_gpt2") << QLocale(QLocale::German, QLocale::Germany);
        const QDir families(QStringLiteral(MAYFLY_TEST_DATA "/families"));
        for (const QString& name : families.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
            QTest::newRow(qPrintable(name)) << QStringLiteral("families/") + name << QLocale::c();
    }

    void shownNumbersMultiplyAndAddUp() {
        QFETCH(QString, name);
        QFETCH(QLocale, locale);
        QLocale::setDefault(locale);
        const SnapshotPtr snapshot = snapshotOf(name);
        for (int key = 0; key < 6; ++key) {
            const auto chain = mayfly::readChain(*snapshot->trace, *snapshot->model, {1, 1}, 5, key);
            const std::vector<ChainRow> softmax = softmaxRows(*snapshot, chain);
            const auto of = numbers(softmax);
            const Range dot = of[QStringLiteral("q\u00b7k")];
            QVERIFY((dot * shown(softmax[1].value)).meets(of[QStringLiteral("= scaled")]));
            if (!chain.pair.masked)
                QVERIFY((of[QStringLiteral("exp")] / of[QStringLiteral("\u00f7 \u03a3 exp")])
                            .meets(of[QStringLiteral("= weight")]));
            const auto geometry = numbers(geometryRows(*snapshot, chain));
            QVERIFY((geometry[QStringLiteral("|q|")] * geometry[QStringLiteral("|k|")] *
                     geometry[QStringLiteral("cos \u03b8")])
                        .meets(dot));
            Range sum;
            for (const ChainRow& part : partRows(chain)) {
                sum.low += shown(part.value).low;
                sum.high += shown(part.value).high;
            }
            if (chain.parts) QVERIFY(sum.meets(dot));
        }
        QLocale::setDefault(QLocale::c());
    }

    void onlyWhatAModelHasIsShown() {
        const SnapshotPtr gemma = snapshotOf(QStringLiteral("families/gemma2"));
        const auto capped = mayfly::readChain(*gemma->trace, *gemma->model, {1, 1}, 4, 3);
        QVERIFY(!valueOf(softmaxRows(*gemma, capped), QStringLiteral("capped")).isEmpty());
        QCOMPARE(valueOf(geometryRows(*gemma, capped), QStringLiteral("key head")), QStringLiteral("0"));
        QVERIFY(partRows(capped).empty());
        const SnapshotPtr gpt = snapshotOf(QStringLiteral("tiny_gpt2"));
        auto plain = mayfly::readChain(*gpt->trace, *gpt->model, {1, 1}, 4, 3);
        QVERIFY(valueOf(softmaxRows(*gpt, plain), QStringLiteral("capped")).isEmpty());
        QVERIFY(valueOf(geometryRows(*gpt, plain), QStringLiteral("key head")).isEmpty());
        QCOMPARE(partRows(plain).size(), std::size_t(4));
        QVERIFY(valueOf(geometryRows(*gpt, plain), QStringLiteral("asymmetry")).isEmpty());
        QCOMPARE(valueOf(geometryRows(*gpt, plain, true), QStringLiteral("asymmetry")), QStringLiteral("\u2026"));
        plain.asymmetry = 1.25;
        QCOMPARE(valueOf(geometryRows(*gpt, plain), QStringLiteral("asymmetry")), QStringLiteral("1.2500"));
    }

    void aMaskedPairEndsAtTheMask() {
        const SnapshotPtr snapshot = snapshotOf(QStringLiteral("tiny_gpt2"));
        const auto rows = softmaxRows(*snapshot, mayfly::readChain(*snapshot->trace, *snapshot->model, {1, 1}, 1, 4));
        QVERIFY(valueOf(rows, QStringLiteral("mask")).contains(QLatin1String("later")));
        QCOMPARE(valueOf(rows, QStringLiteral("= weight")), QStringLiteral("0"));
        QVERIFY(valueOf(rows, QStringLiteral("exp")).isEmpty());
    }

    void softmaxCancelsTwoParts() {
        const SnapshotPtr snapshot = snapshotOf(QStringLiteral("tiny_gpt2"));
        const auto parts = partRows(mayfly::readChain(*snapshot->trace, *snapshot->model, {1, 1}, 4, 1));
        const auto cancelled = [](const ChainRow& row) { return row.kind == ChainRow::Kind::Cancelled; };
        QVERIFY(!cancelled(parts[0]) && !cancelled(parts[1]));
        QVERIFY(cancelled(parts[2]) && cancelled(parts[3]));
    }
};

QTEST_GUILESS_MAIN(TestChainRows)
#include "tst_chain_rows.moc"
