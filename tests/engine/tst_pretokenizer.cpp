#include "engine/text/pretokenizer.h"

#include <QtTest>

using namespace mayfly;

class TestPretokenizer : public QObject {
    Q_OBJECT

private slots:
    void steps_data();
    void steps();
    void origins();
};

void TestPretokenizer::steps_data() {
    QTest::addColumn<std::vector<PretokenizerStep>>("steps");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    using Steps = std::vector<PretokenizerStep>;
    using Kind = CharacterSplit::Kind;
    const auto row = [](const char* name, const Steps& steps, const QByteArray& text, const QByteArray& expected) {
        QTest::newRow(name) << steps << text << expected;
    };
    const auto at = [](Delimiters delimiters, bool invert = false) -> Steps {
        return {StringSplit{"-", delimiters, invert}};
    };
    const auto pattern = [](Delimiters delimiters, bool invert = false) -> Steps {
        return {PatternSplit{std::make_shared<const SplitPattern>("[0-9]+"), delimiters, invert}};
    };
    const auto metaspace = [](Metaspace::Prepends prepends, bool splits) -> Steps {
        return {Metaspace{"\u2581", prepends, splits}};
    };
    using P = Metaspace::Prepends;

    row("none", {}, "a b", "a b");
    row("nothing", {CharacterSplit{}}, "", "");
    row("removed", at(Delimiters::Removed), "-a--b-", "a|b");
    row("isolated", at(Delimiters::Isolated), "-a--b-", "-|a|-|-|b|-");
    row("contiguous", at(Delimiters::Contiguous), "-a--b-", "-|a|--|b|-");
    row("merged with previous", at(Delimiters::MergedWithPrevious), "-a--b-", "-|a-|-|b-");
    row("merged with next", at(Delimiters::MergedWithNext), "-a--b-", "-a|-|-b|-");
    row("inverted", at(Delimiters::Removed, true), "-a--b-", "-|-|-|-");
    row("pattern", pattern(Delimiters::Isolated), "ab12c\xFF", "ab|12|c|\xFF");
    row("pattern's matches", pattern(Delimiters::Removed, true), "ab12c3", "12|3");
    row("white space", {CharacterSplit{Kind::WhiteSpace}}, " a\u2003\nb ", "a|b");
    row("punctuation", {CharacterSplit{Kind::Punctuation, Delimiters::Isolated}}, "a.$b、", "a|.|$|b|、");
    row("digits", {CharacterSplit{Kind::Number, Delimiters::Isolated}}, "a12½", "a|1|2|½");
    row("numbers", {CharacterSplit{Kind::Number, Delimiters::Contiguous}}, "a12b", "a|12|b");
    row("one after another", {CharacterSplit{}, StringSplit{"b"}}, "abc b", "a|b|c|b");
    row("space in front", {PrefixSpace{}}, "a b", " a b");
    row("space that is there", {PrefixSpace{}}, " a", " a");
    row("space before each word", {CharacterSplit{}, PrefixSpace{}}, "a b", " a| b");
    row("metaspace", metaspace(P::Always, true), "a b", "\u2581a|\u2581b");
    row("metaspace that is there", metaspace(P::Always, true), "  a", "\u2581|\u2581a");
    row("metaspace typed", metaspace(P::Always, true), "\u2581a", "\u2581a");
    row("metaspace never", metaspace(P::Never, false), "a b", "a\u2581b");
    row("metaspace of words", {CharacterSplit{}, Metaspace{}}, "a b", "\u2581a|\u2581b");
    row("metaspace of the first", {CharacterSplit{}, Metaspace{"\u2581", P::First, true}}, "a b", "\u2581a|b");
    row("cut before", {CutBefore{"_"}}, "__a_b__", "__a|_b|__");
    row("cut nothing", {CutBefore{"_"}}, "ab", "ab");
}

void TestPretokenizer::steps() {
    QFETCH(std::vector<PretokenizerStep>, steps);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    const Words words = Pretokenizer(steps).apply(MappedText(text.toStdString()));
    QByteArrayList parts;
    for (const Span& span : words.spans)
        parts << QByteArray::fromStdString(words.text.text().substr(span.begin, span.end - span.begin));
    QCOMPARE(parts.join('|'), expected);
}

/// What a step puts in front has no bytes of the original; a visible space has those of the space.
void TestPretokenizer::origins() {
    const Words words = Pretokenizer({Metaspace{}}).apply(MappedText("a b"));
    QCOMPARE(words.spans, (std::vector<Span>{{0, 4}, {4, 8}}));
    const std::size_t expected[] = {0, 0, 0, 0, 1, 2, 2, 2, 3};
    for (std::size_t at = 0; at < std::size(expected); ++at) QCOMPARE(words.text.originOf(at), expected[at]);
}

QTEST_APPLESS_MAIN(TestPretokenizer)
#include "tst_pretokenizer.moc"
