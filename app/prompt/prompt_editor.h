#pragma once

#include <QPlainTextEdit>

/// Where the text is typed. Undo and redo are the session's, so that text and choices are one history. What would make the
/// text longer than `longestText` is refused as a whole.
class PromptEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit PromptEditor(QWidget* parent = nullptr);

    /// Shows a text that came from elsewhere (undo, a sample): only what differs is replaced, and the cursor goes there.
    void showText(const QString& text);
    /// The text as the model reads it: exactly the characters typed, line ends as '\n'.
    QString text() const;
    /// The cursor's place as a byte offset into the UTF-8 text.
    std::size_t cursorByte() const;
    /// Whether there is room for so many characters, in the place of so many. If not, `refused` says so.
    bool hasRoomFor(qsizetype characters, qsizetype replaced = 0);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {200, sizeHint().height()}; }

Q_SIGNALS:
    void edited(const QString& text);
    void undoAsked();
    void redoAsked();
    /// One sentence: something would have made the text too long, and was not inserted.
    void refused(const QString& sentence);
    /// Escape: let go of what is pinned.
    void escaped();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;
    void dragEnterEvent(QDragEnterEvent* event) override;

private:
    void wrapAnywhere(bool anywhere);
    qsizetype selected() const;

    bool m_showing = false;
};
