#include "app/exporting/tex_text.h"
#include "app/exporting/tikz.h"
#include "tests/app/sample_drawing.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace {

/// Depth of braces at the end, escaped ones left out; −1 if one closes what never opened.
int depthOf(const QByteArray& tex) {
    int depth = 0;
    for (qsizetype i = 0; i < tex.size(); ++i) {
        if (tex[i] == '%')
            i = std::max(i, tex.indexOf('\n', i));
        else if (tex[i] == '\\')
            ++i;
        else if (tex[i] == '{')
            ++depth;
        else if (tex[i] == '}' && --depth < 0)
            return -1;
    }
    return depth;
}

/// What pictures draw by themselves, in formulas, numbers, legends and tokens.
const QString ownSigns = QStringLiteral("\u2212\u221a\u03a3\u0394\u03b8\u221e\u2192\u2190\u2191\u2193\u2016\u2026"
                                        "\u201c\u201d\u201e\u2018\u2019\u2013\u2070\u2074\u2079\u207b\u1d40\u21b5\u21e5\ufffd");

/// Whether a compiler can set as much as nothing with a package: those of a half-installed one cannot.
bool canUse(const QString& compiler, const char* package) {
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("empty.tex")));
    if (!file.open(QIODevice::WriteOnly)) return false;
    file.write(QByteArray("\\documentclass[tikz]{standalone}\n\\usepackage{") + package + "}\n\\begin{document}.\\end{document}\n");
    file.close();
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.start(compiler, {QStringLiteral("-interaction=nonstopmode"), QStringLiteral("-halt-on-error"), QStringLiteral("empty.tex")});
    return process.waitForFinished(200000) && process.exitCode() == 0;
}

drawing::Drawing difficultDrawing() {
    drawing::Drawing drawing = sampleDrawing();
    drawing.labels.push_back(
        sampleLabel(QStringLiteral("#$%&~_^\\{}<>|\"'`--,,?`↵ 漢"), {50, 50}, drawing::Anchor::Start));
    drawing.labels.push_back(sampleLabel(ownSigns, {50, 65}, drawing::Anchor::Start));
    drawing.labels.back().bold = true;
    drawing.labels.push_back(sampleLabel(QStringLiteral("a\n\nb"), {50, 80}, drawing::Anchor::Start));
    drawing.title += QStringLiteral("\n\\end{document}");
    drawing.description = QStringLiteral("long}\r\n\\nonsense ").repeated(300);
    return drawing;
}

} // namespace

class TestTikz : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsEscaped_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("tex");
        const auto row = [](const char* text, const char* tex) {
            QTest::newRow(text) << QString::fromUtf8(text) << QByteArray(tex);
        };
        row("plain words.", "plain words.");
        row("100% #1 $5 a&b a_b", "100\\% \\#1 \\$5 a\\&b a\\_b");
        row("{x}", "\\{x\\}");
        row("\\n", "\\textbackslash{}n");
        row("~^", "\\textasciitilde{}\\textasciicircum{}");
        row("<s>", "\\textless{}s\\textgreater{}");
        row("\"it's\"", "\\textquotedbl{}it\\textquotesingle{}s\\textquotedbl{}");
        row("`", "\\textasciigrave{}");
        row("a--b---c", "a-{}-b-{}-{}-c");
        row(",,", ",{},");
        row(" a  b ", "\\ a \\ b\\ ");
        row("a\n\nb", "a \\ b");
        row("żółć 漢", "żółć 漢");
    }
    void textIsEscaped() {
        QFETCH(QString, text);
        QFETCH(QByteArray, tex);
        QCOMPARE(exporting::texText(text), tex);
    }

    void bracesAndScopesClose() {
        const QByteArray tex = exporting::tikz(difficultDrawing());
        QCOMPARE(depthOf(tex), 0);
        for (const char* name : {"document", "tikzpicture", "scope"})
            QCOMPARE(tex.count("\\begin{" + QByteArray(name) + "}"),
                     tex.count("\\end{" + QByteArray(name) + "}") - (qstrcmp(name, "document") == 0));
        QVERIFY(tex.startsWith("% gpt2"));
        QCOMPARE(tex.split('\n')[0].count("\\end{document}"), 1); // it stays within the comment
    }

    void coloursAreDefined() {
        const QString tex = QString::fromUtf8(exporting::tikz(sampleDrawing()));
        QRegularExpressionMatchIterator used =
            QRegularExpression(QStringLiteral("[\\[=](c\\d+)[\\],]")).globalMatch(tex);
        QVERIFY(used.hasNext());
        while (used.hasNext())
            QVERIFY(tex.contains(QStringLiteral("\\definecolor{%1}{HTML}{").arg(used.next().captured(1))));
        QVERIFY(tex.contains(QStringLiteral("{HTML}{0072B2}")));
    }

    void strokesLookAsDrawn() {
        const QByteArray tex = exporting::tikz(sampleDrawing());
        QCOMPARE(tex.count("\\draw["), 3);
        QVERIFY(tex.contains(
            "[line width=0.938bp, draw opacity=0.3] (10,200) .. controls (10,100.12) and (200,100) .. (200,200);"));
        QVERIFY(tex.contains("dash pattern=on 6.75bp off 3.75bp") && tex.contains("dash phase=3bp"));
        QCOMPARE(tex.count("\\begin{scope}"), 2);
    }

    void paragraphIsOneNode() {
        const QByteArray tex = exporting::tikz(sampleDrawing());
        QCOMPARE(tex.count("\\node["), 3);
        QVERIFY(tex.contains(" {" + exporting::texText(paragraphLines.join(QString())) + "};"));
        QVERIFY(tex.contains("text width="));
        QVERIFY(tex.contains("anchor=base east") && tex.contains("rotate=45") && tex.contains("\\bfseries"));
    }

    /// Letters of strange scripts may be numbers where pdfLaTeX lacks them, but no sign of ours.
    void ownSignsAreSigns() {
        drawing::Drawing drawing;
        drawing.size = {100, 100};
        drawing.labels.push_back(sampleLabel(ownSigns + u'\u6f22', {50, 50}, drawing::Anchor::Start));
        const QByteArray tex = exporting::tikz(drawing);
        QCOMPARE(tex.count("\\mayflyletter{"), ownSigns.size() + 1);
        QCOMPARE(tex.count("}{["), 1);
        QVERIFY(tex.contains("}{[6F22]}"));
    }

    void itCompiles_data() {
        QTest::addColumn<QString>("compiler");
        QTest::addColumn<QByteArray>("package");
        QTest::newRow("pdflatex") << QStringLiteral("pdflatex") << QByteArray("textcomp");
        QTest::newRow("lualatex") << QStringLiteral("lualatex") << QByteArray("fontspec");
    }
    void itCompiles() {
        QFETCH(QString, compiler);
        QFETCH(QByteArray, package);
        if (QStandardPaths::findExecutable(compiler).isEmpty()) QSKIP("this compiler is not installed");
        const QTemporaryDir folder;
        QProcess process;
        process.setWorkingDirectory(folder.path());
        process.start(QStringLiteral("kpsewhich"), {QStringLiteral("standalone.cls"), QStringLiteral("tikz.sty")});
        if (!process.waitForFinished() || process.readAll().count('\n') < 2)
            QSKIP("standalone or TikZ is not installed");
        if (!canUse(compiler, package)) QSKIP("this compiler is only half installed: it cannot set an empty page");
        QFile file(folder.filePath(QStringLiteral("picture.tex")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(exporting::tikz(difficultDrawing()));
        file.close();
        process.start(compiler, {QStringLiteral("-interaction=nonstopmode"), QStringLiteral("-halt-on-error"),
                                 QStringLiteral("picture.tex")});
        QVERIFY(process.waitForFinished(200000));
        QVERIFY2(process.exitCode() == 0, process.readAll().constData());
        QVERIFY(QFile::exists(folder.filePath(QStringLiteral("picture.pdf"))));
    }
};

QTEST_MAIN(TestTikz)
#include "tst_tikz.moc"
