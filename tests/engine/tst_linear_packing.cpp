#include "engine/model/linear.h"

#include "tests/engine/stored_values.h"

#include <QTest>

#include <cstdint>
#include <numeric>

using namespace mayfly;

class LinearPackingTest : public QObject {
    Q_OBJECT

private slots:
    void packs_data();
    void packs();
    void cutsColumns();
    void emptyBiasIsZeros();
    void anArenaLaysThemBehindEachOther();
    void aMapOutlivesItsArena();

private:
    Arena m_arena;
};

namespace {

std::vector<float> counting(int size) {
    std::vector<float> values(static_cast<std::size_t>(size));
    std::iota(values.begin(), values.end(), 1.0F);
    return values;
}

/// Columns beyond `out` up to the panel's edge, which the kernel multiplies too.
bool paddingIsZero(const Linear& linear) {
    for (int column = linear.out; column < linear.panelCount() * Linear::panelWidth; ++column) {
        if (linear.bias.data()[column] != 0.0F) return false;
        for (int row = 0; row < linear.in; ++row)
            if (linear.weight(row, column) != 0.0F) return false;
    }
    return true;
}

} // namespace

void LinearPackingTest::packs_data() {
    QTest::addColumn<int>("in");
    QTest::addColumn<int>("out");
    for (const auto& [in, out] : std::initializer_list<std::pair<int, int>>{
             {1, 1}, {3, 31}, {3, 32}, {3, 33}, {32, 3}, {48, 144}, {7, 65}, {1, 100}, {100, 1}})
        QTest::addRow("%d to %d", in, out) << in << out;
}

void LinearPackingTest::packs() {
    QFETCH(int, in);
    QFETCH(int, out);
    const std::vector<float> values = counting(in * out);
    const std::vector<float> bias = counting(out);
    const Linear inOut = packLinear(stored(values), in, out, WeightLayout::InOut, bias, m_arena);
    const Linear outIn = packLinear(stored(values), in, out, WeightLayout::OutIn, bias, m_arena);
    for (const Linear* linear : {&inOut, &outIn}) {
        QCOMPARE(linear->in, in);
        QCOMPARE(linear->out, out);
        QCOMPARE(linear->panels.count(), std::size_t(linear->panelCount() * in * Linear::panelWidth));
        QCOMPARE(reinterpret_cast<std::uintptr_t>(linear->panels.bytes.data()) % 64, std::uintptr_t(0));
        QVERIFY(paddingIsZero(*linear));
    }
    for (int row = 0; row < in; ++row)
        for (int column = 0; column < out; ++column) {
            QCOMPARE(inOut.weight(row, column), values[std::size_t(row * out + column)]);
            QCOMPARE(outIn.weight(row, column), values[std::size_t(column * in + row)]);
            QCOMPARE(inOut.bias.data()[column], bias[std::size_t(column)]);
        }
}

void LinearPackingTest::cutsColumns() {
    constexpr int in = 5, part = 40, all = 3 * part; // as q, k and v lie in one Conv1D
    const std::vector<float> values = counting(in * all);
    const std::vector<float> bias = counting(all);
    for (int i = 0; i < 3; ++i) {
        const Linear linear =
            packColumns(stored(values), in, all, i * part, part, std::span(bias).subspan(std::size_t(i * part), part), m_arena);
        QCOMPARE(linear.out, part);
        QVERIFY(paddingIsZero(linear));
        for (int row = 0; row < in; ++row)
            for (int column = 0; column < part; ++column)
                QCOMPARE(linear.weight(row, column), values[std::size_t(row * all + i * part + column)]);
        QCOMPARE(linear.bias.data()[part - 1], float((i + 1) * part));
    }
}

void LinearPackingTest::emptyBiasIsZeros() {
    const Linear linear = packLinear(stored(counting(6)), 2, 3, WeightLayout::OutIn, {}, m_arena);
    QCOMPARE(linear.bias.size(), std::size_t(Linear::panelWidth));
    for (const float value : linear.bias.span()) QCOMPARE(value, 0.0F);
}

void LinearPackingTest::anArenaLaysThemBehindEachOther() {
    Arena arena;
    const auto room = arena.take<std::byte>(1 << 20);
    const std::byte* next = nullptr;
    int together = 0;
    for (int i = 0; i < 100; ++i) {
        const Stored some(Precision::F32, 1001, arena);
        const std::byte* first = some.bytes.data();
        QCOMPARE(reinterpret_cast<std::uintptr_t>(first) % 64, std::uintptr_t(0));
        together += int(first == next);
        next = first + 4032; // whole cache lines
    }
    QVERIFY2(together >= 98, qPrintable(QString::number(together)));
}

void LinearPackingTest::aMapOutlivesItsArena() {
    Linear linear;
    {
        Arena arena;
        linear = packLinear(stored(counting(6)), 2, 3, WeightLayout::InOut, {}, arena);
    }
    QCOMPARE(linear.weight(1, 2), 6.0F);
}

QTEST_GUILESS_MAIN(LinearPackingTest)
#include "tst_linear_packing.moc"
