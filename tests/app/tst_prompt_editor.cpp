#include "app/prompt/prompt_editor.h"
#include "app/session/longest_text.h"
#include "app/session/session_file.h"

#include <QInputMethodEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

namespace {

/// A key event cannot carry it in tests; an input method can.
void commit(QWidget& widget, const QString& text) {
    QInputMethodEvent event;
    event.setCommitString(text);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

class TestPromptEditor : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyKeyIsToldAtOnce();
    void anyCharacterIsTakenAsItIs();
    void lineEndsAreKept();
    void undoBelongsToTheSession();
    void escapeIsPassedOn();
    void aTextFromElsewhereIsShownQuietly_data();
    void aTextFromElsewhereIsShownQuietly();
    void aSessionsTextIsShownAsItIs_data();
    void aSessionsTextIsShownAsItIs();
    void theCursorCountsBytes();
    void onlyWordsArePasted();
    void aTextThatIsTooLongIsRefusedWhole();
    void longWordsBreakAnywhere_data();
    void longWordsBreakAnywhere();
    void itGrowsWithItsLines();

private:
    std::unique_ptr<PromptEditor> m_editor;
    std::unique_ptr<QSignalSpy> m_edited;
};

void TestPromptEditor::init() {
    m_editor = std::make_unique<PromptEditor>();
    m_edited = std::make_unique<QSignalSpy>(m_editor.get(), &PromptEditor::edited);
    m_editor->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor.get()));
}

void TestPromptEditor::everyKeyIsToldAtOnce() {
    QTest::keyClicks(m_editor.get(), QStringLiteral("cat"));
    QCOMPARE(m_edited->count(), 3);
    QCOMPARE(m_edited->back().front().toString(), QStringLiteral("cat"));
    QTest::keyClick(m_editor.get(), Qt::Key_Backspace);
    QCOMPARE(m_edited->back().front().toString(), QStringLiteral("ca"));
}

void TestPromptEditor::anyCharacterIsTakenAsItIs() {
    const QString text = QStringLiteral("zażółć\u00a0猫 \U0001F469\u200d\U0001F680  two  spaces");
    commit(*m_editor, text);
    QCOMPARE(m_editor->text(), text);
    QCOMPARE(m_edited->back().front().toString(), text);
}

void TestPromptEditor::lineEndsAreKept() {
    QTest::keyClicks(m_editor.get(), QStringLiteral("a"));
    QTest::keyClick(m_editor.get(), Qt::Key_Return);
    QTest::keyClicks(m_editor.get(), QStringLiteral("b"));
    QCOMPARE(m_editor->text(), QStringLiteral("a\nb"));
    m_editor->showText(QStringLiteral("x\ny\n\nz\n"));
    QCOMPARE(m_editor->text(), QStringLiteral("x\ny\n\nz\n"));
}

void TestPromptEditor::undoBelongsToTheSession() {
    QSignalSpy undo(m_editor.get(), &PromptEditor::undoAsked);
    QSignalSpy redo(m_editor.get(), &PromptEditor::redoAsked);
    QTest::keyClicks(m_editor.get(), QStringLiteral("cat"));
    QTest::keyClick(m_editor.get(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(undo.count(), 1);
    QCOMPARE(m_editor->text(), QStringLiteral("cat"));
    QTest::keyClick(m_editor.get(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(redo.count(), 1);
}

void TestPromptEditor::escapeIsPassedOn() {
    QSignalSpy escaped(m_editor.get(), &PromptEditor::escaped);
    QTest::keyClick(m_editor.get(), Qt::Key_Escape);
    QCOMPARE(escaped.count(), 1);
}

void TestPromptEditor::aTextFromElsewhereIsShownQuietly_data() {
    QTest::addColumn<QString>("after");
    QTest::addColumn<int>("cursor");
    QTest::newRow("same") << QStringLiteral("one two three") << 3;
    QTest::newRow("inserted") << QStringLiteral("one and two three") << 8;
    QTest::newRow("cut") << QStringLiteral("one three") << 5;
    QTest::newRow("all new") << QStringLiteral("a cat") << 5;
    QTest::newRow("emptied") << QString() << 0;
}

void TestPromptEditor::aTextFromElsewhereIsShownQuietly() {
    QFETCH(QString, after);
    QFETCH(int, cursor);
    m_editor->showText(QStringLiteral("one two three"));
    QTextCursor at = m_editor->textCursor();
    at.setPosition(3);
    m_editor->setTextCursor(at);
    m_editor->showText(after);
    QCOMPARE(m_editor->text(), after);
    QCOMPARE(m_editor->textCursor().position(), cursor); // where something changed
    QVERIFY(!m_editor->textCursor().hasSelection());
    QCOMPARE(m_edited->count(), 0);
}

void TestPromptEditor::aSessionsTextIsShownAsItIs_data() {
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF cat");
    QTest::newRow("byte order mark, escaped") << QByteArray("\\ufeffcat");
    QTest::newRow("NUL") << QByteArray("a\\u0000b");
    QTest::newRow("controls") << QByteArray("a\\u0001\\u001b[2J\\u007f\\u0085b");
    QTest::newRow("spaces") << QByteArray("\\u00a0a\\u3000\\t b ");
    QTest::newRow("line ends") << QByteArray("a\\r\\nb\\rc\\u2028d\\u2029e\\n\\n\\u000b\\u000cf");
    QTest::newRow("what Qt marks its frames with") << QByteArray("a\\ufdd0b\\ufdd1c");
    QTest::newRow("object replacement") << QByteArray("a\\ufffcb\\ufffd\\uffff");
    QTest::newRow("directions") << QByteArray("a\\u202eb\\u2066c\\u05d0");
    QTest::newRow("lone surrogates") << QByteArray("a\\ud800b\\udc00");
}

/// Else it would look as if the user had edited it.
void TestPromptEditor::aSessionsTextIsShownAsItIs() {
    QFETCH(QByteArray, json);
    const SavedSession saved =
        decodeSession(R"({"mayfly":1,"text":")" + json + "\"}", QStringLiteral("a.mayfly"));
    QCOMPARE(decodeSession(encodeSession(saved), QStringLiteral("again")).text, saved.text);
    m_editor->showText(saved.text);
    QCOMPARE(m_editor->text(), saved.text);
    QCOMPARE(m_edited->count(), 0);
}

void TestPromptEditor::theCursorCountsBytes() {
    m_editor->showText(QStringLiteral("é\U0001F431x"));
    m_editor->moveCursor(QTextCursor::End);
    QCOMPARE(m_editor->cursorByte(), std::size_t(7));
    m_editor->moveCursor(QTextCursor::PreviousCharacter);
    QCOMPARE(m_editor->cursorByte(), std::size_t(6));
    m_editor->moveCursor(QTextCursor::Start);
    QCOMPARE(m_editor->cursorByte(), std::size_t(0));
}

namespace {

class Open : public PromptEditor {
public:
    using PromptEditor::insertFromMimeData;

    void paste(const QString& text) {
        QMimeData clipboard;
        clipboard.setText(text);
        insertFromMimeData(&clipboard);
    }
};

} // namespace

/// However it comes in; what is selected makes room.
void TestPromptEditor::aTextThatIsTooLongIsRefusedWhole() {
    Open editor;
    const QSignalSpy refused(&editor, &PromptEditor::refused);
    const QString most = QStringLiteral("a cat\n").repeated(longestText / 6).leftJustified(longestText, u'.');
    editor.paste(most + u'!');
    QCOMPARE(refused.count(), 1);
    QVERIFY(editor.text().isEmpty());
    editor.paste(most);
    QCOMPARE(refused.count(), 1);
    QCOMPARE(editor.text(), most);
    QTest::keyClick(&editor, Qt::Key_X);
    QTest::keyClick(&editor, Qt::Key_Return);
    commit(editor, QStringLiteral("x"));
    editor.paste(QStringLiteral("x"));
    QCOMPARE(refused.count(), 5);
    QCOMPARE(editor.text(), most);
    editor.moveCursor(QTextCursor::Start);
    QTest::keyClick(&editor, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&editor, Qt::Key_X);
    QCOMPARE(editor.text(), QStringLiteral("x") + most.sliced(1));
    QTest::keyClick(&editor, Qt::Key_Backspace);
    QTest::keyClick(&editor, Qt::Key_Y);
    QCOMPARE(editor.text(), QStringLiteral("y") + most.sliced(1));
    QCOMPARE(refused.count(), 5);
}

void TestPromptEditor::longWordsBreakAnywhere_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("anywhere");
    QTest::newRow("words") << QStringLiteral("the cat ").repeated(1000) << false;
    QTest::newRow("a word of a few lines") << QString(1000, u'x') << false;
    QTest::newRow("a word of many lines") << QStringLiteral("the cat ") + QString(1001, u'x') << true;
}

/// Qt looks through the whole of such a word for each of its lines.
void TestPromptEditor::longWordsBreakAnywhere() {
    QFETCH(QString, text);
    QFETCH(bool, anywhere);
    const auto mode = anywhere ? QTextOption::WrapAnywhere : QTextOption::WrapAtWordBoundaryOrAnywhere;
    Open editor;
    editor.paste(text);
    QCOMPARE(editor.wordWrapMode(), mode);
    editor.showText(QStringLiteral("a cat"));
    QCOMPARE(editor.wordWrapMode(), QTextOption::WrapAtWordBoundaryOrAnywhere);
    editor.showText(text);
    QCOMPARE(editor.wordWrapMode(), mode);
}

void TestPromptEditor::onlyWordsArePasted() {
    Open editor;
    QMimeData data;
    data.setHtml(QStringLiteral("<b>bold</b>"));
    data.setText(QStringLiteral("bold"));
    editor.insertFromMimeData(&data);
    QCOMPARE(editor.text(), QStringLiteral("bold"));
}

void TestPromptEditor::itGrowsWithItsLines() {
    const int one = m_editor->sizeHint().height();
    m_editor->showText(QStringLiteral("a\nb\nc"));
    const int three = m_editor->sizeHint().height();
    QVERIFY(three > one);
    m_editor->showText(QString(30, u'\n'));
    QVERIFY(m_editor->sizeHint().height() < 3 * three); // then it scrolls
}

QTEST_MAIN(TestPromptEditor)
#include "tst_prompt_editor.moc"
