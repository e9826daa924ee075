#include "engine/forward/linear.h"
#include "tests/engine/stored_values.h"
#include "tests/engine/tested_kernels.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <random>
#include <vector>

using namespace mayfly;

/// Every kernel that can be tested here against plain loops in float64, on odd sizes.
class TestKernels : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void init();
    void linear_data();
    void linear();
    void storedTypes_data();
    void storedTypes();
    void everyHalfIsWidened();
    void linearRowsDoNotDependOnEachOther_data();
    void linearRowsDoNotDependOnEachOther();
    void unembedding_data();
    void unembedding();
    void normalises_data();
    void normalises();
    void normalisesInPlace();
    void activates_data();
    void activates();
    void softmax_data();
    void softmax();
    void softmaxOfAWindow_data();
    void softmaxOfAWindow();
    void aRowThatSeesNothingIsZero();
    void capsScores();
    void largeScoresDoNotOverflow();
    void aRowWithoutKeysIsZero();
    void mixesValues();
    void accumulates_data();
    void accumulates();

private:
    std::vector<float> random(std::size_t count) {
        std::uniform_real_distribution<float> uniform(-1, 1);
        std::vector<float> values(count);
        for (float& value : values) value = uniform(m_random);
        return values;
    }
    void fill(float* values, std::size_t count) { std::ranges::copy(random(count), values); }
    // Any sign and fraction, exponents about 1.
    void fill(Half* values, std::size_t count) { fillBits(values, count, 0x3800); }
    void fill(Bfloat* values, std::size_t count) { fillBits(values, count, 0x3E00); }
    template<typename Narrow>
    void fillBits(Narrow* values, std::size_t count, unsigned exponent) {
        for (std::size_t i = 0; i < count; ++i) values[i].bits = std::uint16_t((m_random() & 0x81FFU) | exponent);
    }

    void multiply(const Linear& map, const float* x, int rows, float* y) {
        Team::gather(false, [&](Team& team) {
            LinearMaps(*m_kernels, team).apply({x, std::size_t(map.in)}, rows, {{map, {y, std::size_t(map.out)}}});
        });
    }
    void multiplyRows(const VectorTable& table, const float* x, float* y) {
        Team::gather(false, [&](Team& team) { applyRows(*m_kernels, team, table, x, y); });
    }

    std::mt19937 m_random{11};
    Arena m_arena;
    const Kernels* m_kernels = nullptr;
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
    QTest::newRow("one row") << 1 << 301 << 300;
    QTest::newRow("deep") << 21 << 700 << 70;
    QTest::newRow("many rows") << 300 << 270 << 130;
}

} // namespace

/// Every test runs with each kernel.
void TestKernels::initTestCase_data() {
    QTest::addColumn<QByteArray>("kernel");
    for (const Kernels* each : testedKernels()) QTest::newRow(each->name) << QByteArray(each->name);
}

void TestKernels::init() {
    QFETCH_GLOBAL(QByteArray, kernel);
    m_kernels = &testedKernel(kernel.toStdString());
}

void TestKernels::linear_data() { sizes(); }

void TestKernels::linear() {
    QFETCH(int, rows);
    QFETCH(int, in);
    QFETCH(int, out);
    const auto x = random(std::size_t(rows * in));
    const auto w = random(std::size_t(in * out));
    const auto bias = random(static_cast<std::size_t>(out));
    const Linear map = packLinear(stored(w), in, out, WeightLayout::InOut, bias, m_arena);
    std::vector<float> y(std::size_t(rows * out), NAN);
    multiply(map, x.data(), rows, y.data());
    for (int r = 0; r < rows; ++r)
        for (int o = 0; o < out; ++o) {
            double sum = double(bias[std::size_t(o)]);
            for (int i = 0; i < in; ++i) sum += double(x[std::size_t(r * in + i)]) * double(w[std::size_t(i * out + o)]);
            QVERIFY(std::abs(double(y[std::size_t(r * out + o)]) - sum) < 1e-5 * (1 + in / 8.0));
        }
}

void TestKernels::storedTypes_data() {
    QTest::addColumn<Precision>("precision");
    QTest::newRow("F32") << Precision::F32;
    QTest::newRow("F16") << Precision::F16;
    QTest::newRow("BF16") << Precision::BF16;
}

/// Weights of 16 bits are used as what they are, by the linear maps and by the unembedding.
void TestKernels::storedTypes() {
    QFETCH(Precision, precision);
    const int in = 133;
    const int out = 45;
    const auto x = random(11 * 133);
    Stored weights(precision, std::size_t(in * out));
    withType(precision, [&](auto type) { fill(weights.as<decltype(type)>(), weights.count()); });
    for (const WeightLayout layout : {WeightLayout::InOut, WeightLayout::OutIn}) {
        const Linear map = packLinear(weights, in, out, layout, {}, m_arena);
        std::vector<float> y(11 * 45);
        multiply(map, x.data(), 11, y.data());
        for (int r = 0; r < 11; ++r)
            for (int o = 0; o < out; ++o) {
                double sum = 0;
                for (int i = 0; i < in; ++i) {
                    const auto at = std::size_t(layout == WeightLayout::InOut ? i * out + o : o * in + i);
                    sum += double(x[std::size_t(r * in + i)]) * double(weights.at(at));
                    QCOMPARE(map.weight(i, o), weights.at(at));
                }
                QVERIFY(std::abs(double(y[std::size_t(r * out + o)]) - sum) < 1e-4);
            }
    }
    const VectorTable table{out, in, std::move(weights)};
    std::vector<float> y(45);
    multiplyRows(table, x.data(), y.data());
    for (int o = 0; o < out; ++o) {
        double sum = 0;
        for (int i = 0; i < in; ++i) sum += double(x[std::size_t(i)]) * double(table.values.at(std::size_t(o * in + i)));
        QVERIFY(std::abs(double(y[std::size_t(o)]) - sum) < 1e-4);
    }
}

/// Each of the 63,488 finite halves, subnormals among them, through the kernel: an identity times them.
void TestKernels::everyHalfIsWidened() {
    Stored weights(Precision::F16, 2048);
    const float one = 1;
    for (std::uint32_t first = 0; first < 0x10000; first += 2048) {
        if ((first & 0x7C00) == 0x7C00) continue; // infinities and NaNs: kept as float32 when they are loaded
        for (std::uint32_t i = 0; i < 2048; ++i) {
            std::uint32_t bits = first + i;
            if ((bits & 0x7C00) == 0x7C00) bits = 0;
            weights.as<Half>()[i].bits = std::uint16_t(bits);
        }
        const Linear map = packLinear(weights, 1, 2048, WeightLayout::InOut, {}, m_arena);
        std::vector<float> y(2048);
        multiply(map, &one, 1, y.data());
        for (std::size_t i = 0; i < y.size(); ++i) QCOMPARE(y[i], weights.at(i));
    }
}

void TestKernels::linearRowsDoNotDependOnEachOther_data() { storedTypes_data(); }

void TestKernels::linearRowsDoNotDependOnEachOther() {
    QFETCH(Precision, precision);
    const int in = 610;
    const int out = 145;
    const int rows = 79;
    const auto x = random(std::size_t(in * rows));
    Stored weights(precision, std::size_t(in * out));
    withType(precision, [&](auto type) { fill(weights.as<decltype(type)>(), weights.count()); });
    const Linear map = packLinear(weights, in, out, WeightLayout::OutIn, {}, m_arena);
    std::vector<float> together(std::size_t(rows * out));
    multiply(map, x.data(), rows, together.data());
    for (int r = 0; r < rows; ++r) {
        std::vector<float> alone(std::size_t{145});
        multiply(map, x.data() + r * in, 1, alone.data());
        QVERIFY(std::memcmp(alone.data(), together.data() + r * out, alone.size() * sizeof(float)) == 0);
    }
}

void TestKernels::unembedding_data() {
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("width");
    for (const int rows : {1, 3, 37, 300})
        for (const int width : {1, 53, 64, 131}) QTest::addRow("%d x %d", rows, width) << rows << width;
}

void TestKernels::unembedding() {
    QFETCH(int, rows);
    QFETCH(int, width);
    const auto values = random(std::size_t(rows * width));
    const VectorTable matrix{rows, width, stored(values)};
    const auto x = random(std::size_t(width));
    std::vector<float> y(std::size_t(rows), NAN);
    multiplyRows(matrix, x.data(), y.data());
    for (int r = 0; r < rows; ++r) {
        double sum = 0;
        for (int i = 0; i < width; ++i) sum += double(values[std::size_t(r * width + i)]) * double(x[std::size_t(i)]);
        QVERIFY(std::abs(double(y[std::size_t(r)]) - sum) < 1e-5);
        float alone[1];
        const std::vector<float> row(values.begin() + r * width, values.begin() + (r + 1) * width);
        multiplyRows({1, width, stored(row)}, x.data(), alone);
        QCOMPARE(y[std::size_t(r)], alone[0]); // to the bit, whichever rows stand beside it
    }
}

void TestKernels::normalises_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("rms");
    for (const int width : {1, 3, 16, 47, 256}) {
        QTest::addRow("layer %d", width) << width << false;
        QTest::addRow("rms %d", width) << width << true;
    }
}

void TestKernels::normalises() {
    QFETCH(int, width);
    QFETCH(bool, rms);
    const auto size = static_cast<std::size_t>(width);
    const auto x = random(2 * size);
    const auto gain = random(size);
    const auto bias = random(size);
    NormWeights weights{FloatBuffer(size), FloatBuffer(size)};
    std::copy(gain.begin(), gain.end(), weights.gain.data());
    std::copy(bias.begin(), bias.end(), weights.bias.data());
    std::vector<float> y(2 * size);
    m_kernels->normalise(rms ? Norm::Rms : Norm::Layer, weights, 1e-5F, {x.data(), size}, 2, width, {y.data(), size});
    for (std::size_t r = 0; r < 2; ++r) {
        double mean = 0;
        for (std::size_t i = 0; i < size && !rms; ++i) mean += double(x[r * size + i]) / width;
        double variance = 0;
        for (std::size_t i = 0; i < size; ++i) variance += std::pow(double(x[r * size + i]) - mean, 2) / width;
        for (std::size_t i = 0; i < size; ++i) {
            const double expected =
                (double(x[r * size + i]) - mean) / std::sqrt(variance + 1e-5) * double(gain[i]) + (rms ? 0 : double(bias[i]));
            QVERIFY(std::abs(double(y[r * size + i]) - expected) < 1e-5);
        }
    }
}

void TestKernels::normalisesInPlace() {
    NormWeights weights{FloatBuffer(40), FloatBuffer(40)};
    const auto gain = random(40);
    std::ranges::copy(gain, weights.gain.data());
    for (const Norm norm : {Norm::Layer, Norm::Rms}) {
        auto x = random(80);
        std::vector<float> y(80);
        m_kernels->normalise(norm, weights, 1e-5F, {x.data(), 40}, 2, 40, {y.data(), 40});
        m_kernels->normalise(norm, weights, 1e-5F, {x.data(), 40}, 2, 40, {x.data(), 40});
        QCOMPARE(x, y);
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
    m_kernels->activate(Activation(activation), x.data(), x.size());
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
    const RowSums sums = m_kernels->exponentiate(row.data(), {0, count}, {.scale = 3.0F});
    double total = 0;
    for (int j = 0; j < count; ++j) total += std::exp(3.0 * double(dots[std::size_t(j)]));
    for (int j = 0; j < paddedRow(count); ++j) {
        const double expected = j < count ? std::exp(3.0 * double(dots[std::size_t(j)])) / total : 0;
        QVERIFY(std::abs(double(row[std::size_t(j)]) / double(sums.sum) - expected) < 1e-6);
    }
}

void TestKernels::softmaxOfAWindow_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("end");
    for (const int first : {0, 1, 15, 16, 31, 32, 40})
        for (const int end : {41, 64, 65}) QTest::addRow("%d to %d", first, end) << first << end;
}

/// Keys before the window are as far from the row as those behind it.
void TestKernels::softmaxOfAWindow() {
    QFETCH(int, first);
    QFETCH(int, end);
    std::vector<float> row = random(96);
    row[0] = 90; // larger than all, and seen only where the window reaches it
    const std::vector<float> dots = row;
    const RowSums sums = m_kernels->exponentiate(row.data(), {first, end}, {.scale = 2.0F});
    double total = 0;
    for (int j = first; j < end; ++j) total += std::exp(2.0 * double(dots[std::size_t(j)]) - 180);
    for (int j = first / 32 * 32; j < paddedRow(end); ++j) {
        const double own = std::exp(2.0 * double(dots[std::size_t(j)]) - 180);
        const double expected = j >= first && j < end ? own / total : 0;
        QVERIFY(std::abs(double(row[std::size_t(j)]) / double(sums.sum) - expected) < 1e-6);
        if (expected == 0.0) QCOMPARE(row[std::size_t(j)], 0.0F);
    }
}

void TestKernels::aRowThatSeesNothingIsZero() {
    std::vector<float> row = random(32);
    const RowSums sums = m_kernels->exponentiate(row.data(), {7, 7}, {});
    QVERIFY(std::ranges::all_of(row, [](float weight) { return weight == 0.0F; }));
    QVERIFY(sums.sum > 0); // weights that are divided by it stay zero
}

void TestKernels::capsScores() {
    const ScoreRule rule{.scale = 4.0F, .cap = 3.0F};
    std::vector<float> row = random(64);
    const std::vector<float> dots = row;
    const RowSums sums = m_kernels->exponentiate(row.data(), {0, 45}, rule);
    double total = 0;
    for (int j = 0; j < 45; ++j) total += std::exp(3 * std::tanh(4 * double(dots[std::size_t(j)]) / 3));
    for (int j = 0; j < 45; ++j) {
        const double expected = std::exp(3 * std::tanh(4 * double(dots[std::size_t(j)]) / 3)) / total;
        QVERIFY(std::abs(double(row[std::size_t(j)]) / double(sums.sum) - expected) < 1e-6);
        QVERIFY(std::abs(double(rule.scaled(dots[std::size_t(j)])) - 3 * std::tanh(4 * double(dots[std::size_t(j)]) / 3)) <
                1e-5);
    }
}

void TestKernels::largeScoresDoNotOverflow() {
    std::vector<float> row(32, -3e30F);
    row[3] = 3e30F;
    const RowSums sums = m_kernels->exponentiate(row.data(), {0, 20}, {});
    QCOMPARE(sums.sum, 1.0F);
    QCOMPARE(row[3], 1.0F);
    QCOMPARE(row[4], 0.0F);
}

void TestKernels::aRowWithoutKeysIsZero() {
    for (const int at : {0, 3, 32}) {
        std::vector<float> row(64, 5.0F);
        const RowSums sums = m_kernels->exponentiate(row.data(), {at, at}, {});
        QCOMPARE(sums.sum, 1.0F); // what is divided by it stays 0
        for (int j = at; j < paddedRow(at); ++j) QCOMPARE(row[std::size_t(j)], 0.0F);
        std::vector<float> out(6, 7.0F);
        m_kernels->weightedSum(row.data(), sums.sum, {}, 6, {at, at}, out.data());
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
    m_kernels->weightedSum(factors.data(), 2.0F, Tiles(tiles), d, {0, 40}, out.data());
    for (int x = 0; x < d; ++x) {
        double sum = 0;
        for (int j = 0; j < 40; ++j)
            sum += double(factors[std::size_t(j)]) * double((j < 32 ? first : second)[std::size_t((j % 32) * d + x)]);
        QVERIFY(std::abs(double(out[std::size_t(x)]) - sum / 2) < 1e-5);
    }
}

void TestKernels::accumulates_data() {
    QTest::addColumn<int>("first");
    QTest::addColumn<int>("end");
    QTest::newRow("nothing") << 5 << 5;
    QTest::newRow("one") << 5 << 6;
    QTest::newRow("few") << 3 << 14;
    QTest::newRow("whole registers") << 0 << 64;
    QTest::newRow("ragged") << 7 << 90;
}

void TestKernels::accumulates() {
    QFETCH(int, first);
    QFETCH(int, end);
    std::vector<float> row = random(96);
    for (float& weight : row) weight = std::abs(weight);
    row[95] = 2; // larger than all, and outside
    const std::vector<float> before = random(96);
    std::vector<float> sums = before;
    float largest = 0;
    for (int j = first; j < end; ++j) largest = std::max(largest, row[std::size_t(j)]);
    QCOMPARE(m_kernels->accumulate(row.data(), {first, end}, sums.data()), largest);
    for (int j = 0; j < 96; ++j) {
        const auto at = std::size_t(j);
        QCOMPARE(sums[at], j >= first && j < end ? before[at] + row[at] : before[at]);
    }
}

QTEST_GUILESS_MAIN(TestKernels)
#include "tst_kernels.moc"
