#include "engine/forward/attention.h"
#include "engine/forward/linear.h"
#include "engine/forward/ops.h"
#include "tests/engine/stored_values.h"

#include <QTest>

#include <cmath>
#include <cstring>
#include <random>
#include <vector>

using namespace mayfly;

/// The kernels against plain loops in float64, on odd sizes.
class TestKernels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linear_data();
    void linear();
    void linearRowsDoNotDependOnEachOther();
    void unembedding();
    void normalises_data();
    void normalises();
    void activates_data();
    void activates();
    void softmax_data();
    void softmax();
    void largeScoresDoNotOverflow();
    void aRowWithoutKeysIsZero();
    void mixesValues();

private:
    std::vector<float> random(std::size_t count) {
        std::uniform_real_distribution<float> uniform(-1, 1);
        std::vector<float> values(count);
        for (float& value : values) value = uniform(m_random);
        return values;
    }
    std::mt19937 m_random{11};
};

namespace {

void sizes() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("in");
    QTest::addColumn<int>("out");
    QTest::newRow("one") << 1 << 1 << 1;
    QTest::newRow("odd") << 5 << 7 << 33;
    QTest::newRow("panels") << 8 << 64 << 96;
    QTest::newRow("ragged") << 13 << 48 << 97;
    QTest::newRow("threads") << 70 << 129 << 257;
}

} // namespace

void TestKernels::linear_data() { sizes(); }

void TestKernels::linear() {
    QFETCH(int, rows);
    QFETCH(int, in);
    QFETCH(int, out);
    const auto x = random(std::size_t(rows * in));
    const auto w = random(std::size_t(in * out));
    const auto bias = random(static_cast<std::size_t>(out));
    const Linear map = packLinear(stored(w), in, out, WeightLayout::InOut, bias);
    std::vector<float> y(std::size_t(rows * out), NAN);
    applyLinear(map, x.data(), rows, y.data());
    for (int r = 0; r < rows; ++r)
        for (int o = 0; o < out; ++o) {
            double sum = double(bias[std::size_t(o)]);
            for (int i = 0; i < in; ++i) sum += double(x[std::size_t(r * in + i)]) * double(w[std::size_t(i * out + o)]);
            QVERIFY(std::abs(double(y[std::size_t(r * out + o)]) - sum) < 1e-5 * (1 + in / 8.0));
        }
}

void TestKernels::linearRowsDoNotDependOnEachOther() {
    const int in = 61;
    const int out = 45;
    const auto x = random(19 * 61);
    const Linear map = packLinear(stored(random(61 * 45)), in, out, WeightLayout::OutIn, {});
    std::vector<float> together(19 * 45);
    applyLinear(map, x.data(), 19, together.data());
    for (int r = 0; r < 19; ++r) {
        std::vector<float> alone(45);
        applyLinear(map, x.data() + r * in, 1, alone.data());
        QVERIFY(std::memcmp(alone.data(), together.data() + r * out, alone.size() * sizeof(float)) == 0);
    }
}

void TestKernels::unembedding() {
    const auto values = random(37 * 53);
    const VectorTable matrix{37, 53, stored(values)};
    const auto x = random(53);
    std::vector<float> y(37);
    applyRows(matrix, x.data(), y.data());
    for (int r = 0; r < 37; ++r) {
        double sum = 0;
        for (int i = 0; i < 53; ++i) sum += double(values[std::size_t(r * 53 + i)]) * double(x[std::size_t(i)]);
        QVERIFY(std::abs(double(y[std::size_t(r)]) - sum) < 1e-5);
    }
}

void TestKernels::normalises_data() {
    QTest::addColumn<int>("width");
    for (const int width : {1, 3, 16, 47, 256}) QTest::addRow("%d", width) << width;
}

void TestKernels::normalises() {
    QFETCH(int, width);
    const auto size = static_cast<std::size_t>(width);
    const auto x = random(2 * size);
    const auto gain = random(size);
    const auto bias = random(size);
    NormWeights weights{FloatBuffer(size), FloatBuffer(size)};
    std::copy(gain.begin(), gain.end(), weights.gain.data());
    std::copy(bias.begin(), bias.end(), weights.bias.data());
    std::vector<float> y(2 * size);
    normalise(Norm::Layer, weights, 1e-5F, x.data(), 2, width, y.data());
    for (std::size_t r = 0; r < 2; ++r) {
        double mean = 0;
        for (std::size_t i = 0; i < size; ++i) mean += double(x[r * size + i]) / width;
        double variance = 0;
        for (std::size_t i = 0; i < size; ++i) variance += std::pow(double(x[r * size + i]) - mean, 2) / width;
        for (std::size_t i = 0; i < size; ++i) {
            const double expected =
                (double(x[r * size + i]) - mean) / std::sqrt(variance + 1e-5) * double(gain[i]) + double(bias[i]);
            QVERIFY(std::abs(double(y[r * size + i]) - expected) < 1e-5);
        }
    }
}

void TestKernels::activates_data() {
    QTest::addColumn<int>("activation");
    QTest::newRow("gelu_new") << int(Activation::GeluTanh);
    QTest::newRow("gelu") << int(Activation::GeluErf);
    QTest::newRow("relu") << int(Activation::Relu);
    QTest::newRow("silu") << int(Activation::Silu);
}

void TestKernels::activates() {
    QFETCH(int, activation);
    const auto exact = [&](double x) {
        switch (Activation(activation)) {
        case Activation::GeluTanh:
            return 0.5 * x * (1 + std::tanh(std::sqrt(2 / M_PI) * (x + 0.044715 * x * x * x)));
        case Activation::GeluErf: return 0.5 * x * (1 + std::erf(x / std::sqrt(2.0)));
        case Activation::Silu: return x / (1 + std::exp(-x));
        case Activation::Relu: break;
        }
        return std::max(x, 0.0);
    };
    std::vector<float> x;
    for (int i = -40; i <= 40; ++i) x.push_back(float(i) / 4);
    const std::vector<float> before = x;
    activate(Activation(activation), x.data(), x.size());
    for (std::size_t i = 0; i < x.size(); ++i) QVERIFY(std::abs(double(x[i]) - exact(double(before[i]))) < 2e-6);
}

void TestKernels::softmax_data() {
    QTest::addColumn<int>("count");
    for (const int count : {1, 15, 16, 17, 31, 32, 33, 100}) QTest::addRow("%d", count) << count;
}

void TestKernels::softmax() {
    QFETCH(int, count);
    std::vector<float> row = random(std::size_t(paddedRow(count)));
    const std::vector<float> dots = row;
    const RowSums sums = exponentiate(row.data(), {0, count}, {.scale = 3.0F});
    double total = 0;
    for (int j = 0; j < count; ++j) total += std::exp(3.0 * double(dots[std::size_t(j)]));
    for (int j = 0; j < paddedRow(count); ++j) {
        const double expected = j < count ? std::exp(3.0 * double(dots[std::size_t(j)])) / total : 0;
        QVERIFY(std::abs(double(row[std::size_t(j)]) / double(sums.sum) - expected) < 1e-6);
    }
}

void TestKernels::largeScoresDoNotOverflow() {
    std::vector<float> row(32, -3e30F);
    row[3] = 3e30F;
    const RowSums sums = exponentiate(row.data(), {0, 20}, {});
    QCOMPARE(sums.sum, 1.0F);
    QCOMPARE(row[3], 1.0F);
    QCOMPARE(row[4], 0.0F);
}

void TestKernels::aRowWithoutKeysIsZero() {
    for (const int at : {0, 3, 32}) {
        std::vector<float> row(64, 5.0F);
        const RowSums sums = exponentiate(row.data(), {at, at}, {});
        QCOMPARE(sums.sum, 1.0F); // what is divided by it stays 0
        for (int j = at; j < paddedRow(at); ++j) QCOMPARE(row[std::size_t(j)], 0.0F);
        std::vector<float> out(6, 7.0F);
        weightedSum(row.data(), sums.sum, {}, 6, {at, at}, out.data());
        QCOMPARE(out, std::vector<float>(6, 0.0F));
    }
}

void TestKernels::mixesValues() {
    const int d = 6;
    const auto first = random(32 * 6);
    const auto second = random(32 * 6);
    const float* tiles[] = {first.data(), second.data()};
    const auto factors = random(64);
    std::vector<float> out(6);
    weightedSum(factors.data(), 2.0F, tiles, d, {0, 40}, out.data());
    for (int x = 0; x < d; ++x) {
        double sum = 0;
        for (int j = 0; j < 40; ++j)
            sum += double(factors[std::size_t(j)]) * double((j < 32 ? first : second)[std::size_t((j % 32) * d + x)]);
        QVERIFY(std::abs(double(out[std::size_t(x)]) - sum / 2) < 1e-5);
    }
}

QTEST_GUILESS_MAIN(TestKernels)
#include "tst_kernels.moc"
