#include "app/prompt/prompt_editor.h"

#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QTextCursor>

#include <algorithm>

PromptEditor::PromptEditor(QWidget* parent) : QPlainTextEdit(parent) {
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setPlaceholderText(tr("Type a text: its attention is drawn with every key"));
    setAccessibleName(tr("Text"));
    QFont large = font();
    large.setPixelSize(19);
    setFont(large);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing) Q_EMIT edited(text());
    });
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

QSize PromptEditor::sizeHint() const { return {600, 2 * fontMetrics().lineSpacing() + 18}; }

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
