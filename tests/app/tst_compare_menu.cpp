#include "app/compare/compare_menu.h"
#include "tests/app/snapshot_fixture.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using compare::CompareMenu;
using compare::Mode;

class TestCompareMenu : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_session = std::make_unique<Session>();
        m_session->setModel(m_model);
        m_session->setHeads({{0, 0}, {1, 1}});
        m_menu = std::make_unique<QMenu>();
        m_compare = std::make_unique<CompareMenu>(*m_menu, *m_session);
    }

    void everyChoiceHasAShortcutOfItsOwn() {
        QList<QKeySequence> shortcuts;
        for (const QAction* action : m_menu->actions()) {
            if (action->isSeparator()) continue;
            QVERIFY(!action->shortcut().isEmpty() && !shortcuts.contains(action->shortcut()));
            QVERIFY(action->text().contains(u'&') && !action->statusTip().isEmpty());
            shortcuts.append(action->shortcut());
        }
    }

    void onlyWhatHasAnEffectCanBeChosen() {
        QVERIFY(m_compare->of(Mode::Off)->isChecked());
        QVERIFY(m_compare->of(Mode::Heads)->isEnabled());
        QVERIFY(!m_compare->of(Mode::Difference)->isEnabled() && !m_compare->keep()->isEnabled()); // nothing to keep yet
        show("The cat");
        QVERIFY(m_compare->of(Mode::Difference)->isEnabled() && m_compare->keep()->isEnabled());
        QVERIFY(!m_compare->release()->isEnabled());
        m_session->setView(view::Kind::Path);
        QVERIFY(!m_compare->of(Mode::Heads)->isEnabled() && !m_compare->of(Mode::Difference)->isEnabled());
        QVERIFY(m_compare->of(Mode::BeforeAfter)->isEnabled());
    }

    void aChoiceIsShownAndTakenBack() {
        m_compare->of(Mode::Heads)->trigger();
        QCOMPARE(m_session->document().compare, Mode::Heads);
        m_session->undoStack().undo();
        QVERIFY(m_compare->of(Mode::Off)->isChecked());
    }

    void thePresentPictureIsKept() {
        show("The cat");
        const SnapshotPtr kept = m_session->snapshot();
        QSignalSpy hinted(m_compare.get(), &CompareMenu::hinted);
        m_compare->of(Mode::Difference)->trigger();
        QCOMPARE(m_session->document().kept, kept);
        QCOMPARE(hinted.count(), 1);
        show("The hat");
        QCOMPARE(m_session->document().kept, kept); // it survives typing
        QVERIFY(m_compare->of(Mode::Difference)->isChecked() && m_compare->keep()->isEnabled());
        m_compare->keep()->trigger();
        QCOMPARE(m_session->document().kept, m_session->snapshot());
        m_compare->release()->trigger();
        QVERIFY(!m_session->document().kept);
        QVERIFY(m_compare->of(Mode::Off)->isChecked());
    }

private:
    void show(const char* text) {
        m_session->setText(QString::fromUtf8(text));
        m_session->receive(takeSnapshot(m_model, text, {}, m_session->snapshot().get()));
    }

    std::shared_ptr<const mayfly::Model> m_model = fixture::tiny();
    std::unique_ptr<Session> m_session;
    std::unique_ptr<QMenu> m_menu;
    std::unique_ptr<CompareMenu> m_compare;
};

QTEST_MAIN(TestCompareMenu)
#include "tst_compare_menu.moc"
