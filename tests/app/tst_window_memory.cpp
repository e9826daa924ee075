#include "app/window/window_memory.h"

#include <QDockWidget>
#include <QMainWindow>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

/// A window with a panel, as large as its first start makes it.
class PanelledWindow : public QMainWindow {
public:
    PanelledWindow() {
        panel.setObjectName(QStringLiteral("panel"));
        addDockWidget(Qt::LeftDockWidgetArea, &panel);
        resize(500, 300);
    }

    QDockWidget panel;
};

class TestWindowMemory : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("Mayfly"));
        QCoreApplication::setApplicationName(QStringLiteral("mayfly-test"));
    }
    void init() { QSettings().clear(); }

    void aFirstStartHasDefaults() {
        PanelledWindow window;
        QVERIFY(!memory::restoreWindow(window));
        QCOMPARE(window.size(), QSize(500, 300));
        QCOMPARE(memory::theme(), Theme::System);
        QVERIFY(!memory::reducedMotion());
        QVERIFY(memory::recentModels().isEmpty());
    }

    void sizeAndPanelsComeBack() {
        PanelledWindow before;
        before.resize(640, 420);
        before.panel.hide();
        memory::keepWindow(before);
        PanelledWindow after;
        QVERIFY(memory::restoreWindow(after));
        QCOMPARE(after.size(), QSize(640, 420));
        QVERIFY(after.panel.isHidden());
    }

    void whatIsDamagedIsLeftAside() {
        QSettings().setValue(QStringLiteral("window/geometry"), QByteArray("no geometry"));
        QSettings().setValue(QStringLiteral("window/panels"), QByteArray("no panels"));
        QSettings().setValue(QStringLiteral("window/theme"), QStringLiteral("plaid"));
        PanelledWindow window;
        QVERIFY(!memory::restoreWindow(window));
        QVERIFY(!window.panel.isHidden());
        QCOMPARE(memory::theme(), Theme::System);
    }

    void choicesComeBack() {
        memory::keepTheme(Theme::Dark);
        memory::keepReducedMotion(true);
        QCOMPARE(memory::theme(), Theme::Dark);
        QVERIFY(memory::reducedMotion());
    }

    /// The latest first, each once, and no more than ten.
    void recentModelsAreFew() {
        for (int i = 0; i < 12; ++i) memory::addRecentModel(QStringLiteral("model %1").arg(i));
        memory::addRecentModel(QStringLiteral("model 5"));
        const QStringList recent = memory::recentModels();
        QCOMPARE(recent.size(), 10);
        QCOMPARE(recent.mid(0, 3), QStringList({QStringLiteral("model 5"), QStringLiteral("model 11"), QStringLiteral("model 10")}));
        QCOMPARE(recent.count(QStringLiteral("model 5")), 1);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_MAIN(TestWindowMemory)
#include "tst_window_memory.moc"
