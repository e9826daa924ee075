#include "app/drawing/font.h"
#include "app/matrix/axis.h"

#include <QTest>

#include <algorithm>

namespace {

std::vector<QString> wordsOf(int tokens) {
    std::vector<QString> words;
    for (int i = 0; i < tokens; ++i)
        words.push_back(i % 5 == 0 ? QStringLiteral("unbelievable") : QStringLiteral("it"));
    return words;
}

} // namespace

class TestAxis : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void labelsStayReadable_data() {
        QTest::addColumn<int>("tokens");
        QTest::addColumn<double>("side");
        QTest::addColumn<double>("zoom");
        for (const int tokens : {1, 8, 60, 500, 5000})
            for (const double side : {200.0, 500.0, 1600.0})
                for (const double zoom : {1.0, 6.0})
                    QTest::addRow("%d tokens on %g at %g", tokens, side, zoom) << tokens << side << zoom;
    }

    void labelsStayReadable() {
        QFETCH(int, tokens);
        QFETCH(double, side);
        QFETCH(double, zoom);
        const std::vector<QString> words = wordsOf(tokens);
        const matrix::Lettering lettering = matrix::fitLettering(words, side / tokens, 120, 20);
        QVERIFY(lettering.font >= 11 && lettering.font <= 20);
        for (const bool upright : {false, lettering.upright}) {
            const matrix::Axis axis{-side * (zoom - 1) / 2, side * zoom / tokens, 0, side, upright};
            const std::vector<int> pointedOut = {tokens / 2};
            std::vector<matrix::AxisLabel> labels = matrix::axisLabels(words, lettering, axis, pointedOut);
            QVERIFY(!labels.empty());
            const bool there = std::any_of(labels.begin(), labels.end(), [&](const matrix::AxisLabel& label) {
                return label.token == tokens / 2 && label.pointedOut;
            });
            QVERIFY(there || zoom > 1);
            std::sort(labels.begin(), labels.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
            for (std::size_t i = 0; i < labels.size(); ++i) {
                const auto widthOf = [&](const matrix::AxisLabel& label) {
                    return drawing::textWidth(label.text, lettering.font, label.pointedOut);
                };
                QVERIFY(labels[i].at >= 0 && labels[i].at <= side);
                QVERIFY(widthOf(labels[i]) <= lettering.width + 0.5);
                if (i == 0) continue;
                const double room = labels[i].at - labels[i - 1].at;
                QVERIFY(room >= (upright ? (widthOf(labels[i]) + widthOf(labels[i - 1])) / 2 : lettering.font));
            }
        }
    }

    void whereSomeAreLeftOutTheyAreNumbered() {
        const std::vector<QString> words = wordsOf(500);
        const matrix::Lettering lettering = matrix::fitLettering(words, 1, 120, 20);
        const auto labels = matrix::axisLabels(words, lettering, {0, 1, 0, 500, false}, {});
        QCOMPARE(labels[1].token, 20);
        QVERIFY(labels[1].text.startsWith(QStringLiteral("20 ")));
        const auto near = matrix::axisLabels(words, lettering, {0, 40, 0, 500, false}, {});
        QCOMPARE(near[1].token, 1);
        QCOMPARE(near[1].text, QStringLiteral("it"));
    }
};

QTEST_MAIN(TestAxis)
#include "tst_axis.moc"
