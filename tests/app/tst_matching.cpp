#include "app/compare/matching.h"

#include <QTest>

#include <numeric>
#include <string>

using compare::match;
using compare::Matching;
using graph::Focus;

namespace {

/// Each letter a token.
std::vector<mayfly::TokenId> idsOf(const QByteArray& text) { return {text.begin(), text.end()}; }

/// "=" in both, "/" in another's place, "-" gone, "+" new.
QByteArray signsOf(const Matching& matching) {
    QByteArray signs;
    for (const auto& token : matching.tokens)
        signs += token.isNew() ? '+' : token.isGone() ? '-' : token.changed ? '/' : '=';
    return signs;
}

} // namespace

class TestMatching : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tokensAreMatched_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("signs");
        const auto row = [](const char* name, const char* before, const char* after, const char* signs) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << QByteArray(signs);
        };
        row("the same", "abc", "abc", "===");
        row("both empty", "", "", "");
        row("all new", "", "ab", "++");
        row("all gone", "ab", "", "--");
        row("at the end", "abc", "abcd", "===+");
        row("at the beginning", "bc", "abc", "+==");
        row("within", "acd", "abcd", "=+==");
        row("taken out", "abcd", "acd", "=-==");
        row("in another's place", "abc", "axc", "=/=");
        row("two in two others' places", "abcd", "axyd", "=//=");
        row("two for one", "abc", "axyc", "=-++=");
        row("several edits", "abcde", "axbcye", "=+==/=");
        row("a repeated one", "aba", "abba", "==+=");
        row("nothing in common", "ab", "xyz", "--+++");
    }

    void tokensAreMatched() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, signs);
        const Matching matching = match(idsOf(before), idsOf(after));
        QCOMPARE(signsOf(matching), signs);
        // Every token of both texts once, in its order.
        int nextBefore = 0, nextAfter = 0;
        for (int place = 0; place < matching.size(); ++place) {
            const auto& token = matching.tokens[std::size_t(place)];
            if (!token.isNew()) {
                QCOMPARE(token.before, nextBefore);
                QCOMPARE(matching.placeOfBefore[std::size_t(nextBefore++)], place);
            }
            if (!token.isGone()) {
                QCOMPARE(token.after, nextAfter);
                QCOMPARE(matching.placeOfAfter[std::size_t(nextAfter++)], place);
            }
        }
        QCOMPARE(nextBefore, int(before.size()));
        QCOMPARE(nextAfter, int(after.size()));
    }

    void textsTooLongToComparePairByPairAreMatchedAtTheirEnds() {
        std::vector<mayfly::TokenId> before(6000), after(6000);
        std::iota(before.begin(), before.end(), 0);
        std::iota(after.begin(), after.end(), 0);
        before[1] = -1;
        after[5000] = -2;
        after.push_back(-3);
        before.push_back(-3);
        after.insert(after.begin() + 3000, -4);
        const Matching matching = match(before, after);
        QVERIFY(matching.tokens.front() == (compare::MatchedToken{0, 0, false}));
        QVERIFY(!matching.tokens.back().changed && !matching.tokens.back().isNew() && !matching.tokens.back().isGone());
        QCOMPARE(matching.placeOfAfter.size(), after.size());
    }

    void aFocusGoesFromTextToText_data() {
        QTest::addColumn<Focus>("after");
        QTest::addColumn<Focus>("before");
        // before: a b c d   after: a X b c
        QTest::newRow("nothing") << Focus{} << Focus{};
        QTest::newRow("a token") << Focus{2, -1, -1} << Focus{1, -1, -1, -1, true};
        QTest::newRow("a pair of a head") << Focus{3, 0, 1} << Focus{2, 0, 1, -1, true};
        QTest::newRow("a word") << Focus{2, -1, -1, 4} << Focus{1, -1, -1, 3, true};
        QTest::newRow("a new token") << Focus{1, -1, -1} << Focus{};
        QTest::newRow("a pair with one") << Focus{3, 1, 0} << Focus{};
    }

    void aFocusGoesFromTextToText() {
        QFETCH(Focus, after);
        QFETCH(Focus, before);
        const Matching matching = match(idsOf("abcd"), idsOf("aXbc"));
        QCOMPARE(matching.inBefore(after), before);
        QCOMPARE(matching.inAfter(after), after);
        if (!before.isNone()) QCOMPARE(matching.inAfter(before), after);
        QCOMPARE(matching.inBefore(before), before);
        QCOMPARE(matching.at(matching.placesOf(after)), after);
    }

    void whatIsInOneTextOnlyKeepsItsText() {
        const Matching matching = match(idsOf("abcd"), idsOf("aXbc"));
        const Focus gone{3, 0, 0, -1, true};
        QVERIFY(matching.inAfter(gone).isNone());
        QCOMPARE(matching.at(matching.placesOf(gone)), gone);
        QVERIFY(matching.at({4, 1, 0}).isNone()); // of a token that is gone and a new one
        QVERIFY(matching.placesOf({9, -1, -1}).isNone());
    }
};

QTEST_APPLESS_MAIN(TestMatching)
#include "tst_matching.moc"
