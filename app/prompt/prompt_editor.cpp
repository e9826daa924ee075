#include "app/prompt/prompt_editor.h"

#include "app/session/longest_text.h"

#include <QAbstractTextDocumentLayout>
#include <QDragEnterEvent>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMimeData>
#include <QTextCursor>

#include <algorithm>

namespace {

constexpr int mostLines = 4; // beyond, it scrolls
constexpr qsizetype longestWord = 1000; // characters

/// Whether looking for a place to break a line would take Qt the whole of the text for every line: time that grows with the
/// square of its length.
bool hasLongWord(const QString& text) {
    qsizetype length = 0;
    for (const QChar c : text) {
        length = c.isSpace() ? 0 : length + 1;
        if (length > longestWord) return true;
    }
    return false;
}

bool inserts(const QKeyEvent& event) {
    if (event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter) return true;
    return !event.text().isEmpty() && event.text().front().category() != QChar::Other_Control;
}

} // namespace

PromptEditor::PromptEditor(QWidget* parent) : QPlainTextEdit(parent) {
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFrameShape(QFrame::NoFrame);
    setPlaceholderText(tr("Type a text: its attention is drawn with every key"));
    setAccessibleName(tr("Text"));
    QFont large = font();
    large.setPixelSize(19);
    setFont(large);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &PromptEditor::updateGeometry);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (m_showing) return;
        const QString now = text();
        wrapAnywhere(hasLongWord(now));
        Q_EMIT edited(now);
    });
}

QString PromptEditor::text() const {
    // toPlainText() would make spaces of no-break spaces, which are other tokens.
    QString raw = document()->toRawText();
    raw.replace(QChar::ParagraphSeparator, u'\n');
    return raw.replace(QChar::LineSeparator, u'\n');
}

void PromptEditor::showText(const QString& text) {
    const QString now = this->text();
    if (now == text) return;
    const qsizetype shorter = std::min(now.size(), text.size());
    qsizetype prefix = 0;
    while (prefix < shorter && now[prefix] == text[prefix]) ++prefix;
    qsizetype suffix = 0;
    while (suffix < shorter - prefix && now[now.size() - 1 - suffix] == text[text.size() - 1 - suffix]) ++suffix;
    m_showing = true;
    const bool longWord = hasLongWord(text);
    if (longWord) wrapAnywhere(true); // before it is laid out
    QTextCursor cursor(document());
    cursor.setPosition(int(prefix));
    cursor.setPosition(int(now.size() - suffix), QTextCursor::KeepAnchor);
    cursor.insertText(text.sliced(prefix, text.size() - prefix - suffix));
    setTextCursor(cursor);
    wrapAnywhere(longWord);
    m_showing = false;
}

/// Or between words, where none is so long that it takes many lines.
void PromptEditor::wrapAnywhere(bool anywhere) {
    const auto mode = anywhere ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere;
    if (mode != wordWrapMode()) setWordWrapMode(mode);
}

qsizetype PromptEditor::selected() const {
    return textCursor().selectionEnd() - textCursor().selectionStart();
}

bool PromptEditor::hasRoomFor(qsizetype characters, qsizetype replaced) {
    const qsizetype now = document()->characterCount() - 1; // but for the end of the last paragraph
    if (now - replaced + characters <= longestText) return true;
    Q_EMIT refused(tr("The text can have %1 characters at most, so nothing was inserted.").arg(QLocale().toString(longestText)));
    return false;
}

std::size_t PromptEditor::cursorByte() const {
    return std::size_t(text().left(textCursor().position()).toUtf8().size());
}

QSize PromptEditor::sizeHint() const {
    // The document of a plain text measures its height in lines.
    const int lines = std::clamp(int(document()->documentLayout()->documentSize().height()), 1, mostLines);
    return {600, lines * fontMetrics().lineSpacing() + 14};
}

void PromptEditor::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    updateGeometry();
}

bool PromptEditor::event(QEvent* event) {
    // The editor would claim these for its own history, which is switched off.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void PromptEditor::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo))
        Q_EMIT undoAsked();
    else if (event->matches(QKeySequence::Redo))
        Q_EMIT redoAsked();
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT escaped();
    else if (!inserts(*event) || hasRoomFor(std::max(event->text().size(), qsizetype(1)), selected()))
        QPlainTextEdit::keyPressEvent(event);
}

void PromptEditor::inputMethodEvent(QInputMethodEvent* event) {
    const QString& text = event->commitString();
    if (text.isEmpty() || hasRoomFor(text.size(), selected() + event->replacementLength()))
        return QPlainTextEdit::inputMethodEvent(event);
    QInputMethodEvent ended; // what was shown while it was composed goes
    QPlainTextEdit::inputMethodEvent(&ended);
}

void PromptEditor::insertFromMimeData(const QMimeData* source) {
    const QString text = source->text();
    if (text.isEmpty() || !hasRoomFor(text.size(), selected())) return;
    if (hasLongWord(text)) wrapAnywhere(true); // before it is laid out
    insertPlainText(text);
}

void PromptEditor::dragEnterEvent(QDragEnterEvent* event) {
    // Files belong to the window, which opens them; only words are dropped into the text.
    if (event->mimeData()->hasUrls())
        event->ignore();
    else
        QPlainTextEdit::dragEnterEvent(event);
}
