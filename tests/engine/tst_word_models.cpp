#include "engine/text/unigram.h"
#include "engine/text/word_pieces.h"

#include <QtTest>

using namespace mayfly;

class TestWordModels : public QObject {
    Q_OBJECT

private slots:
    void index_data();
    void index();
    void wordPieces_data();
    void wordPieces();
    void unigram_data();
    void unigram();
    void longWordsFinish();

private:
    static QByteArray cut(const WordModel& model, const QByteArray& word);
};

/// "3:ab|4:c": ids, and the word as they cut it.
QByteArray TestWordModels::cut(const WordModel& model, const QByteArray& word) {
    std::vector<WordToken> tokens;
    model.encode(word.toStdString(), tokens);
    QByteArrayList parts;
    qsizetype at = 0;
    for (const WordToken& token : tokens) {
        parts << QByteArray::number(token.id) + ':' + word.mid(at, qsizetype(token.length));
        at += qsizetype(token.length);
    }
    return at == word.size() ? parts.join('|') : "lengths do not add up";
}

void TestWordModels::index_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("prefixes");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("none") << QByteArray("xab") << QByteArray();
    QTest::newRow("one") << QByteArray("ax") << QByteArray("1");
    QTest::newRow("nested") << QByteArray("abcd") << QByteArray("1 2 4");
    QTest::newRow("a hole") << QByteArray("abab") << QByteArray("1 2");
    QTest::newRow("high bytes") << QByteArray("é") << QByteArray("6");
    QTest::newRow("the last byte") << QByteArray("\xFF\xFF") << QByteArray("7");
}

void TestWordModels::index() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, prefixes);
    const WordIndex index(
        {{"a", 1}, {"ab", 2}, {"", 3}, {"abcd", 4}, {"ab", 5}, {"é", 6}, {"\xFF", 7}, {"b", 8}, {"abd", 9}});
    QByteArrayList found;
    index.forEachPrefix(text.toStdString(),
                        [&](const WordIndex::Word& word) { found << QByteArray::number(word.value); });
    QCOMPARE(found.join(' '), prefixes);
    const WordIndex::Word* longest = index.longest(text.toStdString());
    QCOMPARE(longest == nullptr ? QByteArray() : QByteArray::number(longest->value),
             found.isEmpty() ? QByteArray() : found.last());
}

void TestWordModels::wordPieces_data() {
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("whole") << QByteArray("un") << QByteArray("1:un");
    QTest::newRow("the longest first") << QByteArray("unable") << QByteArray("2:una|4:ble");
    QTest::newRow("the longest may lead nowhere") << QByteArray("unax") << QByteArray("9:unax");
    QTest::newRow("inside only") << QByteArray("ble") << QByteArray("9:ble");
    QTest::newRow("beginning only") << QByteArray("unun") << QByteArray("9:unun");
    QTest::newRow("too long") << QByteArray("unéééé") << QByteArray("1:un|5:é|5:é|5:é|5:é");
    QTest::newRow("one more") << QByteArray("unééééé") << QByteArray("9:unééééé");
    QTest::newRow("broken bytes") << QByteArray("un\xFF") << QByteArray("9:un\xFF");
}

void TestWordModels::wordPieces() {
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, expected);
    const WordPieces model(WordIndex({{"un", 1}, {"una", 2}}), WordIndex({{"able", 3}, {"ble", 4}, {"é", 5}}), 9, 6);
    QCOMPARE(cut(model, word), expected);
}

void TestWordModels::unigram_data() {
    QTest::addColumn<bool>("hasBytes");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("the most probable") << false << QByteArray("abc") << QByteArray("0:a|4:bc");
    QTest::newRow("not the longest") << false << QByteArray("ab") << QByteArray("0:a|1:b");
    QTest::newRow("unknown") << false << QByteArray("xaéé") << QByteArray("6:x|0:a|6:éé");
    QTest::newRow("unknown bytes") << true << QByteArray("aé") << QByteArray("0:a|7:\xC3|8:\xA9");
    QTest::newRow("not all of them") << true << QByteArray("aéx") << QByteArray("0:a|6:éx");
    QTest::newRow("broken") << true << QByteArray("\xA9\xC3") << QByteArray("8:\xA9|7:\xC3");
}

/// a, b, c, ab, bc: "bc" is better than "b" and "c", and "ab" worse than "a" and "b".
void TestWordModels::unigram() {
    QFETCH(bool, hasBytes);
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, expected);
    UnigramParts parts;
    parts.pieces = WordIndex({{"a", 0}, {"b", 1}, {"c", 2}, {"ab", 3}, {"bc", 4}});
    parts.scores = {-1, -1, -1, -5, -1.5};
    parts.unknown = 6;
    if (hasBytes) {
        parts.byteTokens[0xC3] = 7;
        parts.byteTokens[0xA9] = 8;
    }
    QCOMPARE(cut(Unigram(std::move(parts)), word), expected);
}

void TestWordModels::longWordsFinish() {
    const QByteArray word(1'000'000, 'a');
    UnigramParts parts;
    parts.pieces = WordIndex({{"a", 0}, {"aa", 1}, {std::string(100, 'a'), 2}});
    parts.scores = {-1, -1, -1};
    std::vector<WordToken> tokens;
    Unigram(std::move(parts)).encode(word.toStdString(), tokens);
    QCOMPARE(tokens.size(), std::size_t(10'000));
    QCOMPARE(cut(WordPieces(WordIndex({{"a", 0}}), WordIndex({{"a", 0}}), 9, 100), word), "9:" + word);
}

QTEST_APPLESS_MAIN(TestWordModels)
#include "tst_word_models.moc"
