#include "app/naming/signed_number.h"

#include <QLocale>
#include <QTest>

#include <limits>

class TestSignedNumber : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void numbersAreWritten_data();
    void numbersAreWritten();
};

void TestSignedNumber::numbersAreWritten_data() {
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<double>("value");
    QTest::addColumn<char>("format");
    QTest::addColumn<int>("digits");
    QTest::addColumn<QString>("expected");
    const QLocale english(QLocale::English, QLocale::UnitedStates), german(QLocale::German, QLocale::Germany);
    const double infinite = std::numeric_limits<double>::infinity();
    QTest::newRow("plain") << english << 1.5 << 'f' << 4 << QStringLiteral("1.5000");
    QTest::newRow("minus") << english << -0.25 << 'f' << 2 << QStringLiteral("\u22120.25");
    QTest::newRow("thousands") << english << -7616.174 << 'f' << 1 << QStringLiteral("\u22127616.2");
    QTest::newRow("six digits") << english << 0.17677669 << 'g' << 6 << QStringLiteral("0.176777");
    QTest::newRow("small") << english << -0.0001 << 'g' << 3 << QStringLiteral("\u22120.0001");
    QTest::newRow("rounds to zero") << english << -0.00001 << 'f' << 4 << QStringLiteral("0.0000");
    QTest::newRow("rounds to more") << english << -0.00006 << 'f' << 4 << QStringLiteral("\u22120.0001");
    QTest::newRow("minus zero") << english << -0.0 << 'g' << 6 << QStringLiteral("0");
    QTest::newRow("infinite") << english << -infinite << 'f' << 4 << QStringLiteral("\u2212inf");
    QTest::newRow("German") << german << -1234.5 << 'f' << 2 << QStringLiteral("\u22121234,50");
}

void TestSignedNumber::numbersAreWritten() {
    QFETCH(QLocale, locale);
    QFETCH(double, value);
    QFETCH(char, format);
    QFETCH(int, digits);
    QLocale::setDefault(locale);
    const QString text = signedNumber(value, format, digits);
    QLocale::setDefault(QLocale::c());
    QTEST(text, "expected");
}

QTEST_APPLESS_MAIN(TestSignedNumber)
#include "tst_signed_number.moc"
