#include "snapshot_fixture.h"

#include "app/window/model_menu.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

class TestModelMenu : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itListsTheCache();
    void itLooksAnewWhenItOpens();
    void aChoiceIsToldAndTheMarkWaits();
    void recentFoldersFollow();

private:
    /// Puts the tiny model into the cache as owner/NAME, with or without its weights.
    void put(const QString& name, bool whole);
    QAction* row(const QString& model) const;
    bool find();

    std::unique_ptr<QTemporaryDir> m_cache;
    std::unique_ptr<QMenu> m_window;
    QAction m_builtInAction{QStringLiteral("Built-in")}, m_openAction{QStringLiteral("Open")}; // not the menu's own
    QAction* const m_builtIn = &m_builtInAction;
    QAction* const m_open = &m_openAction;
    std::unique_ptr<ModelMenu> m_menu;
};

void TestModelMenu::init() {
    m_cache = std::make_unique<QTemporaryDir>();
    qputenv("HF_HUB_CACHE", m_cache->path().toUtf8());
    put(QStringLiteral("whole"), true);
    put(QStringLiteral("half"), false);
    m_menu.reset();
    m_window = std::make_unique<QMenu>();
    m_menu = std::make_unique<ModelMenu>(m_window.get(), m_builtIn, QList<QAction*>{m_open});
    QVERIFY(find());
}

void TestModelMenu::put(const QString& name, bool whole) {
    const QString folder = m_cache->filePath(QStringLiteral("models--owner--") + name);
    const QString snapshot = folder + QStringLiteral("/snapshots/1");
    QVERIFY(QDir().mkpath(snapshot) && QDir().mkpath(folder + QStringLiteral("/refs")));
    QFile main(folder + QStringLiteral("/refs/main"));
    QVERIFY(main.open(QIODevice::WriteOnly) && main.write("1") == 1);
    for (const QString& file : QDir(fixture::tinyFolder()).entryList(QDir::Files))
        if (whole || file != QLatin1String("model.safetensors"))
            QVERIFY(QFile::copy(fixture::tinyFolder() + u'/' + file, snapshot + u'/' + file));
}

bool TestModelMenu::find() {
    QSignalSpy found(m_menu.get(), &ModelMenu::found);
    m_menu->look();
    return QTest::qWaitFor([&] { return !found.isEmpty(); });
}

QAction* TestModelMenu::row(const QString& model) const {
    for (QAction* action : m_window->actions())
        if (action->data().toString() == model) return action;
    return nullptr;
}

void TestModelMenu::itListsTheCache() {
    QCOMPARE(m_window->actions().front(), m_builtIn);
    QCOMPARE(m_window->actions().back(), m_open);
    const QAction* whole = row(QStringLiteral("owner/whole"));
    QVERIFY(whole && whole->isEnabled());
    for (const char* part : {"owner/whole", "gpt2", "2 \u00d7 2"})
        QVERIFY2(whole->text().contains(QString::fromUtf8(part)), qPrintable(whole->text()));
    const QAction* half = row(QStringLiteral("owner/half"));
    QVERIFY(half && !half->isEnabled());
    QVERIFY2(half->toolTip().contains(QLatin1String("model.safetensors")), qPrintable(half->toolTip()));
}

void TestModelMenu::itLooksAnewWhenItOpens() {
    put(QStringLiteral("new"), true);
    Q_EMIT m_window->aboutToShow();
    QTRY_VERIFY(row(QStringLiteral("owner/new")));
}

void TestModelMenu::aChoiceIsToldAndTheMarkWaits() {
    m_menu->setCurrent(QStringLiteral("built-in"));
    QSignalSpy chosen(m_menu.get(), &ModelMenu::chosen);
    row(QStringLiteral("owner/whole"))->trigger();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.front().front().toString(), QStringLiteral("owner/whole"));
    QVERIFY(m_builtIn->isChecked()); // until the other one is there
    m_menu->setCurrent(QStringLiteral("owner/whole"));
    QVERIFY(row(QStringLiteral("owner/whole"))->isChecked() && !m_builtIn->isChecked());
}

void TestModelMenu::recentFoldersFollow() {
    m_menu->setRecent({QStringLiteral("/some/folder"), QStringLiteral("owner/whole"), QStringLiteral("built-in")});
    QVERIFY(row(QStringLiteral("/some/folder")));
    const auto rows = m_window->actions();
    QCOMPARE(std::count_if(rows.begin(), rows.end(),
                           [](const QAction* each) { return each->data().toString() == QLatin1String("owner/whole"); }),
             1); // not a second time
}

QTEST_MAIN(TestModelMenu)
#include "tst_model_menu.moc"
