#include "engine/forward/rotation.h"

#include <QTest>

#include <cmath>

using namespace mayfly;

class TestRotation : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void turnsPairs_data();
    void turnsPairs();
    void dotsDependOnTheDistanceAlone();
    void stretches_data();
    void stretches();
};

void TestRotation::turnsPairs_data() {
    QTest::addColumn<int>("d");
    QTest::addColumn<int>("dims");
    QTest::newRow("whole heads") << 8 << 8;
    QTest::newRow("a part of them") << 12 << 6;
    QTest::newRow("nothing") << 5 << 0;
}

/// Against complex numbers: the pair (x_i, x_{i + dims/2}) times e^{i · position · rate}.
void TestRotation::turnsPairs() {
    QFETCH(int, d);
    QFETCH(int, dims);
    const int heads = 3;
    const int first = 1000;
    const int rows = 4;
    std::vector<float> x(std::size_t(rows * heads * d));
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = float(std::sin(double(i)));
    const std::vector<float> before = x;
    Rotation({.dims = dims}, first, rows).turn(x.data(), heads, d);
    for (int r = 0; r < rows; ++r)
        for (int h = 0; h < heads; ++h)
            for (int i = 0; i < d; ++i) {
                const auto at = std::size_t((r * heads + h) * d);
                double expected = double(before[at + std::size_t(i)]);
                if (i < dims) {
                    const int pair = i % (dims / 2);
                    const double angle = (first + r) * std::pow(10'000.0, -2.0 * pair / dims);
                    const double a = double(before[at + std::size_t(pair)]);
                    const double b = double(before[at + std::size_t(pair + dims / 2)]);
                    expected = i < dims / 2 ? a * std::cos(angle) - b * std::sin(angle)
                                            : b * std::cos(angle) + a * std::sin(angle);
                }
                QVERIFY(std::abs(double(x[at + std::size_t(i)]) - expected) < 1e-6);
            }
}

void TestRotation::dotsDependOnTheDistanceAlone() {
    const auto dotAt = [](int query, int key) {
        std::vector<float> q{0.3F, -1.2F, 0.7F, 0.1F, 2.0F, 0.4F};
        std::vector<float> k{1.1F, 0.2F, -0.5F, 0.9F, -0.3F, 1.4F};
        Rotation({.dims = 6}, query, 1).turn(q.data(), 1, 6);
        Rotation({.dims = 6}, key, 1).turn(k.data(), 1, 6);
        double dot = 0;
        for (std::size_t i = 0; i < 6; ++i) dot += double(q[i]) * double(k[i]);
        return dot;
    };
    QVERIFY(std::abs(dotAt(9, 2) - dotAt(507, 500)) < 1e-5);
    QVERIFY(std::abs(dotAt(9, 2) - dotAt(9, 3)) > 1e-2);
}

void TestRotation::stretches_data() {
    QTest::addColumn<Rotary>("rotary");
    QTest::addColumn<QList<double>>("rates");
    QTest::newRow("none") << Rotary{.dims = 4, .base = 100} << QList<double>{1, 0.1};
    QTest::newRow("linear") << Rotary{.dims = 4, .base = 100, .stretch = Rotary::Stretch::Linear, .factor = 4}
                            << QList<double>{0.25, 0.025};
    // In 2π · 10 tokens the pairs turn 10 times, once and a tenth of a time: fast, between (a third of the way from 0.5
    // to 2), and slow.
    QTest::newRow("llama3") << Rotary{.dims = 6, .base = 1000, .stretch = Rotary::Stretch::Llama3, .factor = 8,
                                      .lowFactor = 0.5, .highFactor = 2, .originalContext = 20 * M_PI}
                            << QList<double>{1, 0.1 / 3 + 0.1 / 8 * 2 / 3, 0.01 / 8};
}

void TestRotation::stretches() {
    QFETCH(Rotary, rotary);
    QFETCH(QList<double>, rates);
    const std::vector<double> found = rotary.rates();
    QCOMPARE(found.size(), std::size_t(rates.size()));
    for (int i = 0; i < rates.size(); ++i) QVERIFY(std::abs(found[std::size_t(i)] - rates[i]) < 1e-9);
}

QTEST_APPLESS_MAIN(TestRotation)
#include "tst_rotation.moc"
