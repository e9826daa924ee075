#include "engine/text/normalizer.h"

#include "engine/error.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace mayfly;

class TestNormalizer : public QObject {
    Q_OBJECT

private slots:
    void steps_data();
    void steps();
    void formsAsQtHasThem_data();
    void formsAsQtHasThem();
    void manyMarksFinish();
    void parts();
    void base64_data();
    void base64();
    void brokenCharacterMap_data();
    void brokenCharacterMap();
    void characterMapOfAStranger();
};

namespace {

/// "text" and, for each of its bytes and its end, where it lies in the original: "aé 0 1 1 3".
QByteArray shown(const MappedText& text) {
    QByteArray line = QByteArray::fromStdString(text.text());
    for (std::size_t at = 0; at <= text.text().size(); ++at) line += ' ' + QByteArray::number(text.originOf(at));
    return line;
}

QByteArray little(quint32 number) {
    QByteArray bytes(4, '\0');
    qToLittleEndian(number, bytes.data());
    return bytes;
}

} // namespace

void TestNormalizer::steps_data() {
    QTest::addColumn<std::vector<NormalizerStep>>("steps");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    using Steps = std::vector<NormalizerStep>;
    const auto row = [](const char* name, const Steps& steps, const QByteArray& text, const QByteArray& expected) {
        QTest::newRow(name) << steps << text << expected;
    };
    row("none", {}, "aé", "aé 0 1 2 3");
    row("composed", {UnicodeForm::NFC}, "xe\u0301y", "xéy 0 1 4 4 5");
    row("composed before", {UnicodeForm::NFC}, "xéy", "xéy 0 1 2 3 4");
    row("composed but for a mark", {UnicodeForm::NFC}, "e\u0301\u0301y", "é\u0301y 0 3 3 4 5 6");
    row("marks in another order", {UnicodeForm::NFC}, "q\u0307\u0323", "q\u0323\u0307 0 1 5 5 5 5");
    row("composed behind a letter", {UnicodeForm::NFC}, "\u0995\u09C7\u09BE", "\u0995\u09CB 0 1 2 3 9 9 9");
    row("decomposed", {UnicodeForm::NFD}, "éy", "e\u0301y 0 2 2 2 3");
    row("similar", {UnicodeForm::NFKC}, "ﬁx", "fix 0 3 3 4");
    row("Hangul", {UnicodeForm::NFC}, "\u1112\u1161\u11AB", "\uD55C 0 9 9 9");
    row("half-width mark", {UnicodeForm::NFKC}, "\uFF83\uFF9E", "\u30C7 0 6 6 6");
    row("excluded from composition", {UnicodeForm::NFC}, "\u0958", "\u0915\u093C 0 3 3 3 3 3 3");
    row("broken bytes", {UnicodeForm::NFC}, "\xFF\u0301", "\xFF\u0301 0 1 2 3");
    row("lower case", {Lowercase{}}, "AÉ\u0130", "aéi\u0307 0 1 3 3 5 5 5");
    row("sigma at the end", {Lowercase{}}, "ΑΣ", "ασ 0 2 2 4 4");
    row("accents", {StripAccents{}}, "e\u0301a\u0903", "ea 0 3 7");
    row("accents on letters", {StripAccents{true}}, "e\u0301\u0903", "e\u0903 0 3 4 5 6");
    row("replaced", {Replace{" ", "\u2581"}}, "a  b", "a\u2581\u2581b 0 1 2 2 2 3 3 3 4");
    row("replaced by nothing", {Replace{"ab", ""}}, "xabab y", "x y 0 5 6 7");
    row("runs", {Replace{" ", "_", true}}, "a b  c   ", "a b_c_ 0 1 2 3 5 6 9");
    row("put in front", {Prepend{"\u2581"}}, "a", "\u2581a 0 0 0 0 1");
    row("not of nothing", {Prepend{"x"}}, "", " 0");
    row("stripped", {Strip{}}, " \u2003a b\n", "a b 4 5 6 8");
    row("stripped left", {Strip{true, false}}, " a ", "a  1 2 3");
    row("collapsed", {CollapseSpaces{}}, "  a   b\t ", "a b\t 2 3 6 7 9");
    row("collapsed, visible at the end", {CollapseSpaces{}}, "a \u2581 ", "a 0 6");
    row("collapsed to nothing", {CollapseSpaces{}}, "   ", " 3");
    row("cleaned", {CleanText{}}, QByteArray("a\0\t\u00AD\u2003\xFF\uFFFDz", 14), "a  z 0 2 5 12 14");
    row("ideographs", {SpaceOutIdeographs{}}, "a\u4E2D", "a \u4E2D  0 1 1 2 3 4 4");
    row("one after another", {CollapseSpaces{}, Prepend{" "}, Replace{" ", "_"}}, " a  b", "_a_b 1 1 2 4 5");
}

void TestNormalizer::steps() {
    QFETCH(std::vector<NormalizerStep>, steps);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(shown(Normalizer(steps).apply(MappedText(text.toStdString()))), expected);
}

void TestNormalizer::formsAsQtHasThem_data() {
    QTest::addColumn<int>("form");
    QTest::addColumn<int>("qtForm");
    QTest::newRow("NFC") << int(UnicodeForm::NFC) << int(QString::NormalizationForm_C);
    QTest::newRow("NFD") << int(UnicodeForm::NFD) << int(QString::NormalizationForm_D);
    QTest::newRow("NFKC") << int(UnicodeForm::NFKC) << int(QString::NormalizationForm_KC);
    QTest::newRow("NFKD") << int(UnicodeForm::NFKD) << int(QString::NormalizationForm_KD);
}

void TestNormalizer::formsAsQtHasThem() {
    QFETCH(int, form);
    QFETCH(int, qtForm);
    QRandomGenerator random(5);
    const std::u32string pieces =
        U"aeo \u0301\u0307\u0323\u0308\u030A\u0345\u1100\u1161\u11A8\uAC00\uD7A3\u0915\u093C\u09C7"
        U"\u09BE\u3099\u304B\uFF76\uFF9E\u212B\u1E9B\uFB01\uFDFA\u3163\uFFDA\u0344\U0001D15E";
    for (int round = 0; round < 3000; ++round) {
        std::u32string text;
        for (int i = random.bounded(12); i > 0; --i)
            text += random.bounded(4) > 0 ? pieces[std::size_t(random.bounded(int(pieces.size())))]
                                          : char32_t(random.bounded(0x20, 0xD7FF));
        const QString original = QString::fromStdU32String(text);
        const QString expected = original.normalized(QString::NormalizationForm(qtForm), QChar::Unicode_14_0);
        const MappedText found = inForm(MappedText(original.toStdString()), UnicodeForm(form));
        QVERIFY2(found.text() == expected.toStdString(), qPrintable(original.toUtf8().toHex(' ')));
        for (std::size_t at = 0; at < found.text().size(); ++at) QVERIFY(found.originOf(at) <= found.originOf(at + 1));
    }
}

void TestNormalizer::manyMarksFinish() {
    std::string text("e");
    for (int i = 0; i < 100'000; ++i) text += "\u0307\u0323";
    const MappedText found = inForm(MappedText(text), UnicodeForm::NFD);
    QCOMPARE(found.text().size(), text.size());
}

void TestNormalizer::parts() {
    const MappedText whole = Normalizer({Lowercase{}}).apply(MappedText("AbÉd", 10));
    QCOMPARE(shown(whole), QByteArray("abéd 10 11 12 13 14 15").replace("13 14", "14 14"));
    QCOMPARE(shown(whole.part(1, 4)), QByteArray("bé 11 12 14 14"));
    QCOMPARE(shown(MappedText("abc", 10).part(1, 2)), QByteArray("b 11 12"));
}

void TestNormalizer::base64_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("one byte") << QByteArray("/w==") << QByteArray("\xFF");
    QTest::newRow("two") << QByteArray("+gA=") << QByteArray("\xFA\0", 2);
    QTest::newRow("three") << QByteArray("YWJj") << QByteArray("abc");
    QTest::newRow("not Base64") << QByteArray("YW*j") << QByteArray();
}

void TestNormalizer::base64() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, bytes);
    QCOMPARE(QByteArray::fromStdString(bytesOfBase64(text.toStdString())), bytes);
}

void TestNormalizer::brokenCharacterMap_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut within its size") << QByteArray("\4\0\0", 3);
    QTest::newRow("no trie") << little(0);
    QTest::newRow("half a unit") << little(6) + QByteArray(6, 'x');
    QTest::newRow("longer than it is") << little(0xFFFFFFFC) + QByteArray(8, 'x');
}

void TestNormalizer::brokenCharacterMap() {
    QFETCH(QByteArray, bytes);
    QVERIFY_THROWS_EXCEPTION(Error, CharacterMap(bytes.toStdString(), "x.model"));
}

/// Random units lead anywhere; whatever they say, the text is gone through and its origins stay in order.
void TestNormalizer::characterMapOfAStranger() {
    QRandomGenerator random(6);
    const std::string text = "the cat \xFF\u0301" + std::string(3, '\0');
    for (int round = 0; round < 300; ++round) {
        QByteArray units;
        for (int i = 0; i < 64; ++i) units += little(random.generate() & 0x800FFFFF);
        const QByteArray bytes = little(quint32(units.size())) + units + "ab" + QByteArray(1, '\0') + "cd";
        const MappedText found = CharacterMap(bytes.toStdString(), "x.model").apply(MappedText(text));
        for (std::size_t at = 0; at < found.text().size(); ++at) QVERIFY(found.originOf(at) <= found.originOf(at + 1));
        QCOMPARE(found.originOf(found.text().size()), text.size());
    }
}

QTEST_APPLESS_MAIN(TestNormalizer)
#include "tst_normalizer.moc"
