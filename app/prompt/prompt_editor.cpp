#include "app/prompt/prompt_editor.h"

#include <QAbstractTextDocumentLayout>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextCursor>

#include <algorithm>

namespace {

constexpr int mostLines = 4; // beyond, it scrolls

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
        if (!m_showing) Q_EMIT edited(text());
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
    QTextCursor cursor(document());
    cursor.setPosition(int(prefix));
    cursor.setPosition(int(now.size() - suffix), QTextCursor::KeepAnchor);
    cursor.insertText(text.sliced(prefix, text.size() - prefix - suffix));
    setTextCursor(cursor);
    m_showing = false;
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
    else
        QPlainTextEdit::keyPressEvent(event);
}

void PromptEditor::insertFromMimeData(const QMimeData* source) {
    if (source->hasText()) insertPlainText(source->text());
}

void PromptEditor::dragEnterEvent(QDragEnterEvent* event) {
    // Files belong to the window, which opens them; only words are dropped into the text.
    if (event->mimeData()->hasUrls())
        event->ignore();
    else
        QPlainTextEdit::dragEnterEvent(event);
}
