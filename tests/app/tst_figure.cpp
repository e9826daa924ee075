#include "probe_fixture.h"
#include "snapshot_fixture.h"

#include "app/drawing/font.h"
#include "app/exporting/figure.h"
#include "app/window/picture_export.h"
#include "engine/error.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

namespace {

QString wordsOf(const drawing::Drawing& drawing) {
    QString words;
    for (const drawing::Label& label : drawing.labels) words += label.text + u'\n';
    return words;
}

/// Its lines, each below the one before.
QString paragraphOf(const drawing::Drawing& drawing, int paragraph = 0) {
    QString text;
    double last = 0;
    for (const drawing::Label& label : drawing.labels) {
        if (label.paragraph != paragraph) continue;
        text += label.text;
        if (label.at.y() <= last || label.at.y() >= drawing.size.height()) return QStringLiteral("not in order");
        last = label.at.y();
    }
    return text;
}

QByteArray read(const QString& name) {
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestFigure : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void theCaptionSaysWhatIsShown_data();
    void theCaptionSaysWhatIsShown();
    void labelsAreInCaptionAndLegend();
    void theTextIsOneParagraph();
    void aLongTextLeavesThePictureItsRoom_data();
    void aLongTextLeavesThePictureItsRoom();
    void twoLongTextsAreBothCut();
    void whatIsAlteredIsStated();
    void aPinIsInThePicture();
    void whatIsComparedIsWritten_data();
    void whatIsComparedIsWritten();
    void anUnknownHeadIsRefused();
    void theSessionIsWritten_data();
    void theSessionIsWritten();
    void whatCannotBeWrittenIsNamed();

private:
    exporting::FigureChoice choice(const QByteArray& text) const;

    std::shared_ptr<const mayfly::Model> m_model = fixture::builtIn();
};

exporting::FigureChoice TestFigure::choice(const QByteArray& text) const {
    exporting::FigureChoice choice;
    choice.snapshot = takeSnapshot(m_model, text);
    choice.choice.heads = {{3, 6}, {2, 1}};
    return choice;
}

void TestFigure::theCaptionSaysWhatIsShown_data() {
    QTest::addColumn<int>("view");
    for (const view::Kind view : view::kinds) QTest::newRow(view::nameOf(view)) << int(view);
}

void TestFigure::theCaptionSaysWhatIsShown() {
    QFETCH(int, view);
    exporting::FigureChoice what = choice("a cat and a hat");
    what.view = view::Kind(view);
    const drawing::Drawing figure = exporting::composeFigure(what);
    QCOMPARE(figure.size, what.size);
    QCOMPARE(figure.paper, QColor(Qt::white));
    const QString words = wordsOf(figure);
    for (const QString& part : {QStringLiteral("built-in"), QStringLiteral("a cat and a hat")})
        QVERIFY2(words.contains(part), qPrintable(words));
    // The chosen heads are named where the picture is of them.
    QCOMPARE(words.contains(QStringLiteral("3.6, 2.1")), view::isOfHeads(what.view));
    if (what.view == view::Kind::Graph) QVERIFY2(words.contains(QLatin1String("edge")), qPrintable(words));
    for (const drawing::Label& label : figure.labels) QVERIFY(QRectF({0, 0}, what.size).contains(label.at));
}

void TestFigure::labelsAreInCaptionAndLegend() {
    exporting::FigureChoice what = choice("a cat and a hat");
    const QString bare = wordsOf(exporting::composeFigure(what));
    QVERIFY(!bare.contains(QLatin1String("induction")));
    what.probe = fixture::probeOf(4, 8, {{{{3, 6}, 0.9F}, mayfly::HeadLabel::Induction}});
    const QString words = wordsOf(exporting::composeFigure(what));
    QVERIFY2(words.contains(QStringLiteral(" 3.6 (induction), 2.1 ")), qPrintable(words));
    QCOMPARE(words.count(QStringLiteral("3.6 (induction)")), qsizetype(2));
    what.view = view::Kind::Matrix;
    QVERIFY(wordsOf(exporting::composeFigure(what)).contains(QStringLiteral("3.6 (induction)")));
}

void TestFigure::theTextIsOneParagraph() {
    for (const int words : {3, 60, 250}) { // nearly as long as the context
        const QByteArray text = QByteArray("a cat ").repeated(words) + "end";
        const exporting::FigureChoice what = choice(text);
        const drawing::Drawing figure = exporting::composeFigure(what);
        QCOMPARE(paragraphOf(figure), QString::fromUtf8(text));
        QVERIFY(!wordsOf(figure).contains(QLatin1String(" token")) && figure.description.isEmpty());
    }
}

void TestFigure::aLongTextLeavesThePictureItsRoom_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QSizeF>("size");
    for (const QSizeF size : {QSizeF(1200, 700), QSizeF(400, 300), QSizeF(120, 90)}) {
        const auto row = [&](const char* name, const QString& text) { QTest::addRow("%s in %g", name, size.width()) << text << size; };
        row("words", QStringLiteral("Once more a cat ").repeated(500) + QStringLiteral("was the end"));
        row("lines", QStringLiteral("Once more\n\na cat\n").repeated(30) + QStringLiteral("was the end"));
        row("one word", QStringLiteral("Once") + QStringLiteral("\U0001f600").repeated(9001) + QStringLiteral(" end"));
        row("a hundred thousand letters", QStringLiteral("Once a ").repeated(15000) + QStringLiteral("the end"));
    }
}

void TestFigure::aLongTextLeavesThePictureItsRoom() {
    QFETCH(QString, text);
    QFETCH(QSizeF, size);
    exporting::FigureChoice what = choice(text.toUtf8());
    what.size = size;
    const drawing::Drawing figure = exporting::composeFigure(what);
    const QString shown = paragraphOf(figure);
    const bool roomy = size.width() >= 400;
    if (roomy) QVERIFY2(shown.startsWith(QLatin1String("Once")) && shown.endsWith(QLatin1String(" end")), qPrintable(shown));
    QCOMPARE(shown.count(QStringLiteral(" \u2026 ")), 1);
    QVERIFY(shown.isValidUtf16());
    QVERIFY(wordsOf(figure).contains(QStringLiteral("%1 token").arg(what.snapshot->size())));
    QCOMPARE(figure.description, text);
    double top = size.height();
    for (const drawing::Label& label : figure.labels) // the remarks too have room
        if (label.text.startsWith(QLatin1String("built-in")))
            QVERIFY(label.at.x() + drawing::textWidth(label.text, label.size) < size.width());
    for (const drawing::Label& label : figure.labels)
        if (label.paragraph == 0) {
            QVERIFY(size.width() < 1200 || label.size == 13);
            top = std::min(top, label.at.y());
        }
    QVERIFY(top > size.height() * 0.6);
}

void TestFigure::twoLongTextsAreBothCut() {
    exporting::FigureChoice what = choice(QByteArray("a cat ").repeated(3000) + "end");
    what.before = takeSnapshot(m_model, QByteArray("a dog ").repeated(3000) + "end");
    what.compare = compare::Mode::BeforeAfter;
    const drawing::Drawing figure = exporting::composeFigure(what);
    for (const int paragraph : {0, 1}) {
        QVERIFY(paragraphOf(figure, paragraph).endsWith(QLatin1String("end")));
        QVERIFY(paragraphOf(figure, paragraph).contains(QStringLiteral(" \u2026 ")));
    }
}

void TestFigure::whatIsAlteredIsStated() {
    exporting::FigureChoice what = choice("a cat and a hat");
    QVERIFY(!wordsOf(exporting::composeFigure(what)).contains(QLatin1String("first token hidden")));
    what.choice.hideFirst = true;
    QVERIFY(wordsOf(exporting::composeFigure(what)).contains(QLatin1String("first token hidden")));
    what.view = view::Kind::Matrix;
    QCOMPARE(wordsOf(exporting::composeFigure(what)).count(QLatin1String("first token hidden")), 2);
    QVERIFY(wordsOf(exporting::composeFigure(what)).contains(QLatin1String("mean of 3.6, 2.1")));
    what.view = view::Kind::Steps;
    QVERIFY(wordsOf(exporting::composeFigure(what)).contains(QLatin1String("first of the chosen heads")));
    what.view = view::Kind::Graph;
    what.snapshot = fixture::snapshotOf(fixture::tiny(), 40);
    what.choice.heads = {{0, 0}};
    QVERIFY(wordsOf(exporting::composeFigure(what)).contains(QLatin1String("8 token")));
}

void TestFigure::whatIsComparedIsWritten_data() {
    QTest::addColumn<int>("mode");
    QTest::addColumn<int>("view");
    for (const compare::Mode mode : compare::modes)
        for (const view::Kind view : view::kinds)
            if (mode != compare::Mode::Off && compare::shown(mode, view, 2, true) == mode)
                QTest::addRow("%s of %s", compare::nameOf(mode), view::nameOf(view)) << int(mode) << int(view);
}

void TestFigure::whatIsComparedIsWritten() {
    QFETCH(int, mode);
    QFETCH(int, view);
    exporting::FigureChoice what = choice("a cat and a hat");
    what.view = view::Kind(view);
    what.compare = compare::Mode(mode);
    const bool texts = compare::isOfTexts(what.compare);
    if (texts) what.before = takeSnapshot(m_model, "a cat and a rat");
    const drawing::Drawing figure = exporting::composeFigure(what);
    const QString words = wordsOf(figure);
    const QString named = what.compare == compare::Mode::Heads         ? QStringLiteral("each head in a pane")
                          : what.compare == compare::Mode::BeforeAfter ? QStringLiteral("before and after, each in a pane")
                                                                       : QStringLiteral("after \u2212 before");
    QVERIFY2(words.contains(named), qPrintable(words));
    if (what.view == view::Kind::Graph) QVERIFY2(words.contains(QLatin1String("top mass 90 %")), qPrintable(words));
    QStringList paragraphs(2);
    for (const drawing::Label& label : figure.labels) {
        if (label.paragraph >= 0) paragraphs[label.paragraph] += label.text;
        QVERIFY(QRectF({0, 0}, what.size).contains(label.at));
    }
    QCOMPARE(paragraphs[0], QStringLiteral("a cat and a hat"));
    QCOMPARE(paragraphs[1], texts ? QStringLiteral("a cat and a rat") : QString());
}

void TestFigure::aPinIsInThePicture() {
    exporting::FigureChoice what = choice("a cat and a hat");
    what.pin = {2, -1, -1};
    what.choice.heads = {{3, 6}};
    what.palette = Palette::dark();
    const drawing::Drawing figure = exporting::composeFigure(what);
    QCOMPARE(figure.paper, Palette::dark().paper);
    QVERIFY(std::any_of(figure.strokes.begin(), figure.strokes.end(),
                        [](const auto& stroke) { return stroke.colour == Palette::dark().outgoing; }));
}

void TestFigure::anUnknownHeadIsRefused() {
    exporting::FigureChoice what = choice("a cat");
    what.choice.heads = {{9, 9}};
    for (const view::Kind view : view::kinds) {
        what.view = view;
        QVERIFY_THROWS_EXCEPTION(mayfly::Error, exporting::composeFigure(what));
    }
}

void TestFigure::theSessionIsWritten_data() {
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("begins");
    QTest::addColumn<QByteArray>("contains");
    QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml") << QByteArray(">hat<");
    QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG") << QByteArray("IEND");
    QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF-") << QByteArray("%%EOF");
    QTest::newRow("tex") << QStringLiteral("tex") << QByteArray("") << QByteArray("tikzpicture");
}

void TestFigure::theSessionIsWritten() {
    QFETCH(QString, ending);
    QFETCH(QByteArray, begins);
    QFETCH(QByteArray, contains);
    const QTemporaryDir folder;
    Session session;
    const PictureExport pictures(session);
    ExportOptions options;
    options.file = folder.filePath(QStringLiteral("figure.") + ending);
    pictures.write(options);
    QVERIFY(!QFile::exists(options.file)); // there is no picture yet
    session.setModel(m_model);
    session.setText(QStringLiteral("a cat and a hat"));
    session.receive(takeSnapshot(m_model, "a cat and a hat"));
    pictures.write(options);
    const QByteArray bytes = read(options.file);
    QVERIFY(bytes.startsWith(begins));
    QVERIFY2(bytes.contains(contains), bytes.left(400).constData());
    options.sheet = true;
    pictures.write(options);
    const QByteArray sheet = read(options.file);
    QVERIFY(sheet.startsWith(begins));
    QVERIFY(sheet != bytes);
}

void TestFigure::whatCannotBeWrittenIsNamed() {
    Session session;
    session.setModel(m_model);
    session.receive(takeSnapshot(m_model, "a cat"));
    const PictureExport pictures(session);
    ExportOptions options;
    options.file = QStringLiteral("/no/such/place.svg");
    try {
        pictures.write(options);
        QFAIL("it was written");
    } catch (const mayfly::Error& error) {
        QVERIFY(QString::fromUtf8(error.what()).contains(options.file));
    }
}

QTEST_MAIN(TestFigure)
#include "tst_figure.moc"
