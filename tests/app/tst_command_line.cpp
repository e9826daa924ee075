#include "app/command/command_line.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace command;

namespace {

/// "trace|--text|a b": words between bars.
QByteArrayList words(const QByteArray& line) {
    return line.isEmpty() ? QByteArrayList() : line.split('|');
}

template<typename Kind>
Kind parsed(const QByteArray& line) {
    const Request request = parse(words(line));
    if (const auto* wrong = std::get_if<Wrong>(&request)) qWarning("%s", qPrintable(wrong->sentence));
    return std::get<Kind>(request);
}

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void wrongCalls_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("names"); // what the sentence has to name
        const auto row = [](const char* line, const char* names) { QTest::newRow(line) << QByteArray(line) << names; };
        row("nonsense", "nonsense");
        row("/no/such/folder", "/no/such/folder");
        row("--nonsense", "--nonsense");
        row("explain|--text|a", "--head");
        row("explain|--head|0.0|--pin|0,0", "--text");
        row("explain|--text|a|--head|0.0", "--pin");
        row("explain|--text|a|--head|0|--pin|0,0", "--head");
        row("explain|--text|a|--head|0.0,0.1|--pin|0,0", "0.0,0.1");
        row("explain|--text|a|--head|0.0|--pin|0", "--pin");
        row("explain|--text|a|--head|0.0|--pin|0,0,0", "0,0,0");
        row("explain|--text|a|--head|0.0|--pin|x,0", "x,0");
        row("explain|--text|a|--head|0.0|--pin|0,0|--terms|0", "--terms");
        row("explain|--text|a|--head|0.0|--pin|0,0|--terms|1,2", "--terms");
        row("explain|--text|a|--head|0.0|--pin|0,0|--latex=yes", "--latex");
        row("explain|--text|a|--head|0.0|--pin|0,0|-o|f", "-o");
        row("export|--text|a|--head|0.0|--compare|both|-o|f.svg", "both");
        row("export|--text|a|--head|0.0|--compare|heads|-o|f.svg", "two heads");
        row("export|--text|a|--head|0.0,0.1,1.0|--compare|heads|-o|f.svg", "two heads");
        row("export|--text|a|--view|flow|--compare|heads|-o|f.svg", "flow");
        row("export|--text|a|--head|0.0|--compare|difference|-o|f.svg", "--before");
        row("export|--text|a|--head|0.0|--compare|before-after|-o|f.svg", "--before");
        row("export|--text|a|--head|0.0,0.1|--compare|heads|--before|b|-o|f.svg", "--before");
        row("export|--text|a|--head|0.0|--compare|off|--before|b|-o|f.svg", "--before");
        row("export|--text|a|--head|0.0|--view|steps|--compare|difference|--before|b|-o|f.svg", "steps");
        row("heads|all", "all");
        row("heads|--format|yaml", "yaml");
        row("heads|--text|a", "--text");
        row("bench|--shape|bert", "bert");
        row("bench|--shape|gpt2|--model|a", "--shape");
        row("bench|--kernel|sse", "sse");
        row("bench|--tokens|0", "--tokens");
        row("bench|--tokens|", "--tokens");
        row("bench|--edits|25,101", "25,101");
        row("bench|--json=yes", "--json");
        row("bench|--text|a", "--text");
        row("models|all", "all");
        row("models|--text|a", "--text");
        row("trace", "--text");
        row("trace|-o|-", "--text");
        row("trace|--text|a", "-o");
        row("trace|--text|a|-o", "-o");
        row("trace|--text|a|-o|", "-o");
        row("trace|-o|-|--text", "--text");
        row("trace|--text|a|--ids|1|-o|-", "--ids");
        row("trace|--text|a|--text-file|f|-o|-", "--text-file");
        row("trace|--text|a|--text|b|-o|-", "--text");
        row("trace|--text-file||-o|-", "--text-file");
        row("trace|--ids|1;2|-o|-", "1;2");
        row("trace|--ids|1,,2|-o|-", "1,,2");
        row("trace|--ids|1.5|-o|-", "1.5");
        row("trace|--text|a|--layers|x|-o|-", "--layers");
        row("trace|--text|a|--layers||-o|-", "--layers");
        row("trace|--text|a|--heads|3.6|-o|-", "--heads");
        row("trace|--text|a|--vectors=yes|-o|-", "--vectors");
        row("trace|--text|a|--head|1.2|-o|-", "--head");
        row("trace|--text|a|b|-o|-", "\"b\"");
        row("trace|--text|a|--model||-o|-", "--model");
        row("export|--text|a|-o|f.svg", "--head");
        row("export|--text|a|--head|1.2", "-o");
        row("export|--head|1.2|-o|f.svg", "--text");
        row("export|--text|a|--head|3|-o|f.svg", "--head");
        row("export|--text|a|--head|1.2,|-o|f.svg", "--head");
        row("export|--text|a|--head|1.2.3|-o|f.svg", "--head");
        row("export|--text|a|--head|-1.x|-o|f.svg", "--head");
        row("export|--text|a|--view|values|-o|f.svg", "--head");
        row("export|--text|a|--view|path|--head|x|-o|f.svg", "--head");
        row("export|--text|a|--head|1.2|--view|heads|-o|f.svg", "heads");
        row("export|--text|a|--layer|1|--head|1.2|-o|f.svg", "--layer");
        row("export|--text|a|--layer|1|--view|steps|-o|f.svg", "--layer");
        row("export|--text|a|--layer|1|--before|b|-o|f.svg", "--layer");
        row("export|--text|a|--layer|1,2|-o|f.svg", "1,2");
        row("export|--text|a|--head|1.2|--quantity|luck|-o|f.svg", "luck");
        row("export|--text|a|--head|1.2|--marks|stars|-o|f.svg", "stars");
        row("export|--text|a|--head|1.2|--view|heat|-o|f.svg", "heat");
        row("export|--text|a|--head|1.2|--layout|Circle|-o|f.svg", "Circle");
        row("export|--text|a|--head|1.2|--layout|tree|-o|f.svg", "tree");
        row("export|--text|a|--head|1.2|--theme|blue|-o|f.svg", "blue");
        row("export|--text|a|--head|1.2|--top-mass|101|-o|f.svg", "--top-mass");
        row("export|--text|a|--head|1.2|--top-mass|nan|-o|f.svg", "--top-mass");
        row("export|--text|a|--head|1.2|--top-mass|9,5|-o|f.svg", "--top-mass");
        row("export|--text|a|--head|1.2|--scale|0|-o|f.svg", "--scale");
        row("export|--text|a|--head|1.2|--scale|2x|-o|f.svg", "--scale");
        row("export|--text|a|--head|1.2|--size|1200|-o|f.svg", "--size");
        row("export|--text|a|--head|1.2|--size|0x700|-o|f.svg", "--size");
        row("export|--text|a|--head|1.2|--size|1200x700x2|-o|f.svg", "--size");
        row("export|--text|a|--head|1.2|--size|-1200x700|-o|f.svg", "--size");
        row("export|--text|a|--view|path|--depth|two|-o|f.svg", "--depth");
        row("export|--text|a|--view|path|--depth|1,2|-o|f.svg", "--depth");
        row("export|--text|a|--view|path|--depth||-o|f.svg", "--depth");
        row("export|--text|a|--head|1.2|--pin|a|-o|f.svg", "--pin");
        row("export|--text|a|--head|1.2|--pin|1,2,3|-o|f.svg", "--pin");
        row("export|--text|a|--head|1.2|--pin||-o|f.svg", "--pin");
    }

    void wrongCalls() {
        QFETCH(QByteArray, line);
        QFETCH(QString, names);
        const Request request = parse(words(line));
        const auto* wrong = std::get_if<Wrong>(&request);
        QVERIFY(wrong != nullptr);
        QVERIFY2(wrong->sentence.contains(names), qPrintable(wrong->sentence));
        QVERIFY(wrong->sentence.endsWith(u'.') && !wrong->sentence.contains(u'\n'));
        QCOMPARE(run(*wrong), 2);
    }

    void numbersThatNoModelHas_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("given");
        const auto row = [](const char* line, const char* given) {
            QTest::newRow(line) << QByteArray(line) << QString::fromLatin1(given);
        };
        row("trace|--ids|1,99999999999|-o|-", "99999999999");
        row("trace|--text|a|--layers|-99999999999|-o|-", "-99999999999");
        row("export|--text|a|--head|-1.2|-o|f.svg", "-1.2");
        row("export|--text|a|--head|0.0,1.-2|-o|f.svg", "1.-2");
        row("export|--text|a|--head|99999999999.0|-o|f.svg", "99999999999");
        row("export|--text|a|--view|path|--depth|-1|-o|f.svg", "-1");
        row("explain|--text|a|--head|0.0|--pin|0,99999999999", "99999999999");
    }

    /// As a layer that a model turns out not to have: an exit with 1, and what was given.
    void numbersThatNoModelHas() {
        QFETCH(QByteArray, line);
        QFETCH(QString, given);
        const Request request = parse(words(line));
        const auto* wrong = std::get_if<Wrong>(&request);
        QVERIFY(wrong != nullptr);
        QVERIFY2(wrong->sentence.contains(given), qPrintable(wrong->sentence));
        QCOMPARE(run(*wrong), 1);
    }

    void help_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("holds");
        QTest::newRow("program") << QByteArray("--help") << "mayfly trace";
        QTest::newRow("short") << QByteArray("-h") << "mayfly trace";
        QTest::newRow("version") << QByteArray("--version") << "mayfly 9.8.7";
        QTest::newRow("trace") << QByteArray("trace|--help") << "--vectors";
        QTest::newRow("among options") << QByteArray("trace|--text|a|--help") << "--vectors";
        QTest::newRow("export") << QByteArray("export|--help") << "--top-mass";
        QTest::newRow("export's depth") << QByteArray("export|--help") << "--depth";
        QTest::newRow("explain") << QByteArray("explain|--help") << "--pin";
        QTest::newRow("bench") << QByteArray("bench|--help") << "MAYFLY_KERNEL";
        QTest::newRow("heads") << QByteArray("heads|--help") << "--format";
        QTest::newRow("models") << QByteArray("models|--help") << "HF_HUB_CACHE";
    }

    void help() {
        QFETCH(QByteArray, line);
        QFETCH(QString, holds);
        QCoreApplication::setApplicationVersion(QStringLiteral("9.8.7"));
        const QString text = parsed<Print>(line).text;
        QVERIFY(text.contains(holds));
        QVERIFY(text.endsWith(u'\n'));
    }

    void window() {
        const QTemporaryDir folder;
        QVERIFY(parsed<Window>("").open.isEmpty());
        QCOMPARE(parsed<Window>(folder.path().toUtf8()).open, folder.path());
        QVERIFY(std::holds_alternative<Wrong>(parse({folder.path().toUtf8(), "more"})));
    }

    void traceDefaults() {
        const Trace trace = parsed<Trace>("trace|--text|a b|-o|out.json");
        QCOMPARE(trace.input.text.value(), QByteArray("a b"));
        QVERIFY(!trace.input.ids && trace.input.textFile.isEmpty());
        QCOMPARE(trace.model, QStringLiteral("built-in"));
        QVERIFY(!trace.layers && !trace.heads && !trace.vectors);
        QCOMPARE(trace.output, QStringLiteral("out.json"));
    }

    void traceOptions() {
        const Trace trace = parsed<Trace>("trace|--ids=3, 1,-2|--layers|0,5|--heads=1|--vectors|--model|a/b|-o|-");
        QCOMPARE(trace.input.ids.value(), (std::vector<mayfly::TokenId>{3, 1, -2}));
        QCOMPARE(trace.layers.value(), (std::vector<int>{0, 5}));
        QCOMPARE(trace.heads.value(), std::vector<int>{1});
        QVERIFY(trace.vectors);
        QCOMPARE(trace.model, QStringLiteral("a/b"));
        QCOMPARE(trace.output, QStringLiteral("-"));
        QVERIFY(!parsed<Trace>("trace|--text|a|--layers|all|--heads|all|-o|-").layers);
        QVERIFY(parsed<Trace>("trace|--ids||-o|-").input.ids.value().empty());
    }

    /// A text is taken as it is, whatever it looks like.
    void texts_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("minus") << QByteArray("-5");
        QTest::newRow("like an option") << QByteArray("--model");
        QTest::newRow("like help") << QByteArray("--help");
        QTest::newRow("equals") << QByteArray("a=b");
        QTest::newRow("broken UTF-8") << QByteArray("a\xff\xe2\x82");
        QTest::newRow("many lines") << QByteArray("\n\r\n\xef\xbb\xbf");
    }

    void texts() {
        QFETCH(QByteArray, text);
        QCOMPARE(std::get<Trace>(parse({"trace", "--text", text, "-o", "-"})).input.text.value(), text);
        QCOMPARE(std::get<Trace>(parse({"trace", "-o", "-", "--text=" + text})).input.text.value(), text);
    }

    void explainOptions() {
        const Explain wanted = parsed<Explain>("explain|--text|a|--head|3.6|--pin|5,2");
        QCOMPARE(wanted.input.text.value(), QByteArray("a"));
        QCOMPARE(wanted.model, QStringLiteral("built-in"));
        QVERIFY((wanted.head == mayfly::HeadIndex{3, 6}));
        QCOMPARE(wanted.query, 5);
        QCOMPARE(wanted.key, 2);
        QCOMPARE(wanted.terms.value(), 12);
        QVERIFY(!wanted.latex);
        const Explain other = parsed<Explain>("explain|--ids|1,2|--model|m|--head|0.1|--pin|-1,0|--terms|all|--latex");
        QVERIFY(!other.terms && other.latex);
        QCOMPARE(other.query, -1); // refused with the text at hand
        QCOMPARE(parsed<Explain>("explain|--ids|1|--head|0.1|--pin|0,0|--terms|3").terms.value(), 3);
    }

    void headsOptions() {
        QCOMPARE(parsed<Heads>("heads").model, QStringLiteral("built-in"));
        QVERIFY(parsed<Heads>("heads").format == HeadsFormat::Table);
        QVERIFY(parsed<Heads>("heads|--format|table").format == HeadsFormat::Table);
        QVERIFY(parsed<Heads>("heads|--format=csv").format == HeadsFormat::Csv);
        const Heads wanted = parsed<Heads>("heads|--model|a/b|--format|json");
        QCOMPARE(wanted.model, QStringLiteral("a/b"));
        QVERIFY(wanted.format == HeadsFormat::Json);
    }

    void exportDefaults() {
        const Export wanted = parsed<Export>("export|--text-file|poem.txt|--head|3.6,2.1,3.6|-o|f.svg");
        QCOMPARE(wanted.input.textFile, QStringLiteral("poem.txt"));
        QVERIFY((wanted.heads == std::vector<mayfly::HeadIndex>{{3, 6}, {2, 1}}));
        QVERIFY(wanted.view == view::Kind::Graph);
        QVERIFY(wanted.layout == graph::Layout::Arc);
        for (const QByteArray view : {"path", "flow"}) // of no head in particular
            QCOMPARE(parsed<Export>("export|--text|a|-o|f.svg|--view|" + view).heads.size(), std::size_t(1));
        for (const graph::Layout layout : graph::everyLayout)
            QVERIFY(parsed<Export>(QByteArray("export|--text|a|--head|1.2|-o|f.svg|--layout|") + graph::nameOf(layout)).layout == layout);
        QCOMPARE(wanted.topMass, 90.0);
        QCOMPARE(wanted.size, QSize(1200, 700));
        QCOMPARE(wanted.scale, 1.0);
        QVERIFY(!wanted.hideFirst && !wanted.pinQuery && !wanted.pinKey && !wanted.dark);
        QVERIFY(wanted.matrix == matrix::Choice{});
        QCOMPARE(wanted.depth, -1); // after the last layer, whichever the model
    }

    void comparisons_data() {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("mode");
        using compare::Mode;
        const auto row = [](const char* line, Mode mode) { QTest::newRow(line) << QByteArray(line) << int(mode); };
        row("", Mode::Off);
        row("|--compare|off", Mode::Off);
        row("|--compare|heads", Mode::Heads);
        row("|--before|b", Mode::Difference);
        row("|--before|b|--view|matrix", Mode::Difference);
        row("|--before|b|--view|steps", Mode::BeforeAfter);
        row("|--before|b|--view|flow", Mode::BeforeAfter);
        row("|--before|b|--compare|before-after", Mode::BeforeAfter);
        row("|--before||--compare|difference", Mode::Difference); // an empty text is one
    }

    void comparisons() {
        QFETCH(QByteArray, line);
        QFETCH(int, mode);
        const auto wanted = parsed<Export>("export|--text|a|--head|0.0,0.1|-o|f.svg" + line);
        QCOMPARE(int(wanted.compare), mode);
        QCOMPARE(wanted.before.has_value(), compare::isOfTexts(wanted.compare));
    }

    void exportOptions() {
        const Export wanted =
            parsed<Export>("export|--text|a|--head|0.0|--view|matrix|--layout|columns|--top-mass|97.5|"
                           "--hide-first|--pin|5,2|--transpose|--quantity|dot|--marks|dots|--theme|dark|--scale|2|--size|640x480|"
                           "-o|f.png");
        QVERIFY(wanted.view == view::Kind::Matrix);
        QVERIFY(wanted.layout == graph::Layout::Columns);
        QCOMPARE(wanted.topMass, 97.5);
        QVERIFY(wanted.hideFirst && wanted.dark);
        QVERIFY((wanted.matrix == matrix::Choice{matrix::Quantity::Dot, matrix::Marks::Dots, true}));
        QCOMPARE(wanted.pinQuery.value(), 5);
        QCOMPARE(wanted.pinKey.value(), 2);
        QVERIFY(!parsed<Export>("export|--text|a|--head|0.0|--pin|5|-o|f.png").pinKey);
        QVERIFY(parsed<Export>("export|--text|a|--head|0.0|--view|steps|-o|f.png").view == view::Kind::Steps);
        QCOMPARE(parsed<Export>("export|--text|a|--view|path|--depth|0|-o|f.png").depth, 0);
        QCOMPARE(wanted.scale, 2.0);
        QCOMPARE(wanted.size, QSize(640, 480));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
