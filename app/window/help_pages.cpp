#include "app/window/help_pages.h"

#include "app/window/page.h"

#include <QCoreApplication>
#include <QFile>
#include <QMessageBox>
#include <QTextBrowser>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(HelpPages)
};

QString row(const QString& what, const QString& does) {
    return QStringLiteral("<tr><td><b>%1</b>&nbsp;&nbsp;&nbsp;</td><td>%2</td></tr>")
        .arg(what.toHtmlEscaped(), does.toHtmlEscaped());
}

QString mouseRows() {
    return row(Words::tr("Point at a token"), Words::tr("what it attends to, and who attends to it; of a whole word, if you choose so")) +
           row(Words::tr("Point at an edge"), Words::tr("its q\u00b7k, scale and weight")) +
           row(Words::tr("Click in Flow"), Words::tr("follows that token back to where it comes from")) +
           row(Words::tr("Click"), Words::tr("pins the token or edge; Esc lets go")) +
           row(Words::tr("Drag a token"), Words::tr("moves it; its edges follow")) +
           row(Words::tr("Point at a cell"), Words::tr("its numbers; at a label, that token")) +
           row(Words::tr("Drag, wheel"), Words::tr("moves and zooms the picture; a double click beside it fits it")) +
           row(Words::tr("Click a head"), Words::tr("shows it; with Ctrl adds it or takes it away")) +
           row(Words::tr("Point at a head"), Words::tr("what it does with random tokens, and the scores that say so")) +
           row(Words::tr("Shift+click a token"), Words::tr("with the pinned token it makes a pair, and Find a Head lists the heads that tie it")) +
           row(Words::tr("Click a next token"), Words::tr("appends it to the text"));
}

QString keyRows() {
    return row(Words::tr("In the graph: \u2190 \u2192"), Words::tr("from token to token")) +
           row(Words::tr("In the graph: \u2191 \u2193"), Words::tr("through the token\u2019s edges, heaviest first")) +
           row(Words::tr("In the graph: Enter"), Words::tr("pins what is pointed at")) +
           row(Words::tr("In a matrix: arrows"), Words::tr("from cell to cell; Enter pins")) +
           row(Words::tr("Shift+Enter"), Words::tr("makes a pair of the pinned token and the one that is pointed at")) +
           row(Words::tr("In the heads: arrows, Page Up, Page Down"), Words::tr("from head to head, from layer to layer")) +
           row(Words::tr("In the heads: 3.6"), Words::tr("goes to layer 3, head 6")) +
           row(Words::tr("In a list of heads: \u2191 \u2193, Enter"), Words::tr("from head to head; shows it")) +
           row(Words::tr("Tab"), Words::tr("from text to heads to graph"));
}

} // namespace

void showShortcuts(const QList<QAction*>& actions, QWidget* parent) {
    QString page = QStringLiteral("<table cellspacing=4>") + mouseRows() + QStringLiteral("<tr><td>&nbsp;</td></tr>") +
                   keyRows() + QStringLiteral("<tr><td>&nbsp;</td></tr>");
    for (const QAction* action : actions)
        page += row(action->shortcut().toString(QKeySequence::NativeText), action->statusTip());
    auto* text = new QTextBrowser;
    text->setHtml(page + QStringLiteral("</table>"));
    showPage(text, Words::tr("Keyboard and Mouse"), {620, 560}, parent);
}

void showAboutModel(QWidget* parent) {
    QFile file(QStringLiteral(":/mayfly/built-in/README.md"));
    if (!file.open(QIODevice::ReadOnly)) return;
    auto* text = new QTextBrowser;
    text->setMarkdown(QString::fromUtf8(file.readAll()));
    text->setOpenExternalLinks(true);
    showPage(text, Words::tr("About the Built-in Model"), {760, 620}, parent);
}

void showAbout(QWidget* parent) {
    QMessageBox::about(
        parent, Words::tr("About Mayfly"),
        Words::tr("<h3>Mayfly %1</h3>"
                  "<p>Draws the network that attention forms, alive for one forward pass, and redraws it with every "
                  "keystroke. Every number is computed from the model\u2019s real queries and keys.</p>"
                  "<p>Attention shows where a head looks, not why the model decides: it is not an explanation.</p>"
                  "<p>Free software under the GNU General Public License, version 3 or later. "
                  "The built-in model was trained on public-domain books.</p>")
            .arg(QCoreApplication::applicationVersion()));
}
