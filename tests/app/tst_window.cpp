#include "snapshot_fixture.h"

#include "app/graph/graph_view.h"
#include "app/heads/head_finder.h"
#include "app/heads/head_panel.h"
#include "app/prompt/next_bar.h"
#include "app/prompt/prompt_editor.h"
#include "app/prompt/samples.h"
#include "app/prompt/token_strip.h"
#include "app/view/picture_view.h"
#include "app/window/graph_controls.h"
#include "app/window/hint_line.h"
#include "app/window/main_window.h"
#include "app/window/path_controls.h"
#include "app/window/view_tabs.h"

#include <QClipboard>
#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QSettings>
#include <QSlider>
#include <QStandardPaths>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>

namespace {

/// Copies the tiny model; what is done to the copy is the test's.
QString copyModel(const QTemporaryDir& into, const QString& name) {
    const QString to = into.filePath(name);
    QDir().mkpath(to);
    const QDir from(fixture::tinyFolder());
    for (const QString& file : from.entryList(QDir::Files)) QFile::copy(from.filePath(file), to + u'/' + file);
    return to;
}

QAction* action(const MainWindow& window, const QString& text) {
    for (QAction* each : window.findChildren<QAction*>())
        if (each->text().remove(u'&') == text) return each;
    return nullptr;
}

QColor corner(const MainWindow& window) {
    return window.findChild<graph::GraphView*>()->grab().toImage().pixelColor(2, 2);
}

} // namespace

class TestWindow : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m_window.reset(); }
    void itStartsDrawn();
    void everyViewFollowsTheText();
    void undoTakesBackTextAndChoices();
    void aTokenOfTheNextBarIsAppended();
    void hoverAndPinAreShared();
    void tabsChangeTheView();
    void theFrameStandsStill();
    void itFitsASmallProjector();
    void tabReachesThePicture();
    void aNinthHeadIsRefusedInWords();
    void aHintLeavesWithItsText();
    void choicesOfTheMatrixCanBeUndone();
    void viewsShareHoverAndPin();
    void aKeptPictureIsComparedWithTheLiveOne();
    void onlyWhatHasAnEffectCanBeChosen();
    void shortcutsWorkWhileOneTypes();
    void theQuietLineHasAPage();
    void headsAreNamedByThemselves();
    void aPinnedPairFindsItsHeads();
    void whatCannotBeOpenedIsOneSentence_data();
    void whatCannotBeOpenedIsOneSentence();
    void aWrongStartShowsTheBuiltInModel();
    void aDroppedModelIsOpened();
    void weightsThatAreNoNumbersAreTold();
    void aTextThatIsTooLongIsNotPasted();
    void whatIsNoFileIsNotDropped();
    void aSessionComesBack();
    void aSessionOfALargerModelIsDrawn();
    void headsThatTheModelHasNotAreLeftOut();
    void themesChangeThePaper();
    void samplesReplaceTheText();
    void flowFollowsThePinnedToken();
    void theDepthOfPathIsChosenByItsSlider();
    void whatAKilledProgramLeftComesBack_data();
    void whatAKilledProgramLeftComesBack();

private:
    Session& session() const { return m_window->session(); }
    bool isDrawn(const QString& text) const;

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindow::initTestCase() {
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    QCoreApplication::setOrganizationName(QStringLiteral("Mayfly"));
    QCoreApplication::setApplicationName(QStringLiteral("mayfly-test"));
}

void TestWindow::init() {
    QSettings().clear();
    QSettings().setValue(QStringLiteral("window/theme"), QStringLiteral("light"));
    m_window = std::make_unique<MainWindow>();
    m_window->start({});
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(isDrawn(samples().front().text), 20000);
}

/// Whether the text's snapshot is there and on the screen, at rest.
bool TestWindow::isDrawn(const QString& text) const {
    const graph::PicturePtr& picture = m_window->graphView().picture();
    return session().snapshot() && session().snapshot()->text == text.toUtf8() &&
           session().snapshot()->model == session().model() && picture && picture->settled &&
           picture->snapshot == session().snapshot();
}

void TestWindow::itStartsDrawn() {
    QCOMPARE(session().model()->name(), std::string("built-in"));
    QVERIFY(m_window->message().isEmpty());
    QVERIFY(m_window->graphView().picture()->scene->edges.size() > 5);
    QVERIFY(!session().document().heads.empty());
    QVERIFY(!session().undoStack().canUndo());
    QCOMPARE(m_window->findChild<HintLine*>()->sentence(), samples().front().hint);
}

void TestWindow::everyViewFollowsTheText() {
    auto* editor = m_window->findChild<PromptEditor*>();
    auto* heads = m_window->findChild<HeadGrid*>();
    auto* tokens = m_window->findChild<TokenStrip*>();
    editor->selectAll();
    const QImage before = heads->grab().toImage();
    const QImage boxes = tokens->grab().toImage();
    QTest::keyClicks(editor, QStringLiteral("a cat and a hat"));
    QCOMPARE(session().document().text, QStringLiteral("a cat and a hat"));
    QTRY_VERIFY(isDrawn(QStringLiteral("a cat and a hat")));
    QCOMPARE(m_window->graphView().picture()->scene->nodes.size(), std::size_t(session().snapshot()->size()));
    QVERIFY(heads->grab().toImage() != before);
    QVERIFY(tokens->grab().toImage() != boxes);
    QTest::keyClick(editor, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(editor, Qt::Key_Delete);
    QTRY_VERIFY(isDrawn({}));
    QTest::keyClicks(editor, QStringLiteral("again"));
    QTRY_VERIFY(isDrawn(QStringLiteral("again")));
}

void TestWindow::undoTakesBackTextAndChoices() {
    auto* editor = m_window->findChild<PromptEditor*>();
    const QString sample = samples().front().text;
    editor->moveCursor(QTextCursor::End);
    QTest::keyClicks(editor, QStringLiteral(" too"));
    QTRY_VERIFY(isDrawn(sample + QStringLiteral(" too")));
    action(*m_window, QStringLiteral("Columns"))->trigger();
    QCOMPARE(session().document().layout, graph::Layout::Columns);
    action(*m_window, QStringLiteral("Circle"))->trigger();
    QCOMPARE(session().document().layout, graph::Layout::Circle);
    action(*m_window, QStringLiteral("Gravity"))->trigger();
    QCOMPARE(session().document().layout, graph::Layout::Gravity);
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(session().document().layout, graph::Layout::Columns);
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(session().document().layout, graph::Layout::Arc);
    QTest::keyClick(editor, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor->text(), sample);
    QTRY_VERIFY(isDrawn(sample));
    action(*m_window, QStringLiteral("Redo Edit text"))->trigger();
    QCOMPARE(editor->text(), sample + QStringLiteral(" too"));
}

void TestWindow::aTokenOfTheNextBarIsAppended() {
    auto* next = m_window->findChild<NextBar*>();
    const QString before = session().document().text;
    Q_EMIT next->chosen(" and");
    QCOMPARE(session().document().text, before + QStringLiteral(" and"));
    QCOMPARE(m_window->findChild<PromptEditor*>()->text(), before + QStringLiteral(" and"));
    QTRY_VERIFY(isDrawn(before + QStringLiteral(" and")));
}

void TestWindow::hoverAndPinAreShared() {
    auto* tokens = m_window->findChild<TokenStrip*>();
    Q_EMIT tokens->hovered({2, -1, -1});
    QCOMPARE(m_window->graphView().hover(), (graph::Focus{2, -1, -1}));
    Q_EMIT tokens->activated({2, -1, -1});
    QCOMPARE(session().pinned(), (graph::Focus{2, -1, -1}));
    QTest::keyClick(m_window->findChild<PromptEditor*>(), Qt::Key_Escape);
    QVERIFY(session().pinned().isNone());
    Q_EMIT tokens->activated({2, -1, -1});
    Q_EMIT tokens->activated({2, -1, -1}); // a second click lets go
    QVERIFY(session().pinned().isNone());
}

void TestWindow::tabsChangeTheView() {
    auto* tabs = m_window->findChild<ViewTabs*>();
    auto* pictures = m_window->findChild<view::PictureView*>();
    auto* graphs = m_window->findChild<graph::GraphView*>();
    QCOMPARE(tabs->count(), int(view::kinds.size()));
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        const view::Kind kind = view::kinds[std::size_t(tab)];
        QCOMPARE(session().document().view, kind);
        QCOMPARE(graphs->isVisible(), kind == view::Kind::Graph);
        QCOMPARE(pictures->isVisible(), kind != view::Kind::Graph);
        if (kind != view::Kind::Graph) QTRY_VERIFY(pictures->picture() && pictures->picture()->subject.kind == kind);
    }
    while (session().undoStack().canUndo()) session().undoStack().undo();
    QCOMPARE(tabs->currentIndex(), 0);
    action(*m_window, QStringLiteral("Matrix"))->trigger();
    QCOMPARE(tabs->currentIndex(), 1);
    const QString text = QStringLiteral("a cat and a hat");
    session().setText(text);
    QTRY_COMPARE(pictures->picture()->subject.snapshot->text, text.toUtf8());
}

void TestWindow::theFrameStandsStill() {
    m_window->resize(1280, 760);
    auto* tabs = m_window->findChild<ViewTabs*>();
    const auto place = [&] { return QRect(tabs->mapTo(m_window.get(), QPoint()), tabs->parentWidget()->size()); };
    QTRY_VERIFY(place().width() > 600);
    const QRect graph = place();
    for (int tab = 1; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QTest::qWait(30); // the docks are laid out by events
        QCOMPARE(place(), graph);
    }
}

void TestWindow::itFitsASmallProjector() {
    const QStringList views{QStringLiteral("Graph"), QStringLiteral("Matrix"), QStringLiteral("Path")};
    for (const QString& view : views) {
        action(*m_window, view)->trigger();
        QTest::qWait(30);
        QVERIFY(m_window->minimumSizeHint().width() <= 1000);
    }
    // What has no room beside the other controls stands below them.
    m_window->resize(m_window->minimumSizeHint().width(), 700);
    action(*m_window, QStringLiteral("Graph"))->trigger();
    auto* controls = m_window->findChild<GraphControls*>();
    QTRY_VERIFY(controls->height() >= 2 * controls->slider()->height() + 20);
    for (const QToolButton* button : controls->findChildren<QToolButton*>()) QVERIFY(controls->rect().contains(button->geometry()));
}

void TestWindow::tabReachesThePicture() {
    m_window->activateWindow();
    m_window->findChild<PromptEditor*>()->setFocus();
    for (int key = 0; key < 40 && !m_window->findChild<graph::GraphView*>()->hasFocus(); ++key) {
        QWidget* focused = QApplication::focusWidget();
        QVERIFY(focused);
        QTest::keyClick(focused, Qt::Key_Tab);
    }
    QVERIFY(m_window->findChild<graph::GraphView*>()->hasFocus());
}

void TestWindow::aNinthHeadIsRefusedInWords() {
    std::vector<mayfly::HeadIndex> heads;
    for (int head = 0; head < 8; ++head) heads.push_back({0, head});
    session().setHeads(heads);
    auto* panel = m_window->findChild<HeadPanel*>();
    Q_EMIT panel->headToggled({1, 0});
    QCOMPARE(session().document().heads, heads);
    QVERIFY(!m_window->statusBar()->currentMessage().isEmpty());
    m_window->statusBar()->clearMessage();
    Q_EMIT panel->headToggled({0, 7});
    QCOMPARE(session().document().heads.size(), std::size_t(7));
    QVERIFY(m_window->statusBar()->currentMessage().isEmpty());
}

void TestWindow::aHintLeavesWithItsText() {
    auto* hint = m_window->findChild<HintLine*>();
    auto* share = m_window->findChild<QLabel*>(QStringLiteral("share"));
    QVERIFY(!hint->sentence().isEmpty() && hint->isVisible() && share->isVisible());
    QVERIFY(!share->text().isEmpty() && !share->geometry().intersects(hint->geometry()));
    m_window->findChild<ViewTabs*>()->setCurrentIndex(1);
    QCOMPARE(hint->sentence(), samples().front().hint);
    action(*m_window, samples().at(2).text)->trigger();
    QCOMPARE(hint->sentence(), samples().at(2).hint);
    session().setText(QStringLiteral("something else"));
    QVERIFY(hint->sentence().isEmpty());
}

void TestWindow::choicesOfTheMatrixCanBeUndone() {
    action(*m_window, QStringLiteral("Matrix"))->trigger();
    action(*m_window, QStringLiteral("Scaled"))->trigger();
    action(*m_window, QStringLiteral("As Discs"))->trigger();
    action(*m_window, QStringLiteral("Transpose"))->trigger();
    const matrix::Choice all{matrix::Quantity::Scaled, matrix::Marks::Dots, true};
    QVERIFY(session().document().matrix == all);
    const QString file = m_folder.filePath(QStringLiteral("matrix.mayfly"));
    QVERIFY(m_window->opener().save(file));
    for (int i = 0; i < 3; ++i) session().undoStack().undo();
    QVERIFY(session().document().matrix == matrix::Choice{});
    QVERIFY(!action(*m_window, QStringLiteral("Transpose"))->isChecked());
    QVERIFY(action(*m_window, QStringLiteral("Weights"))->isChecked());
    m_window->opener().open(file);
    QTRY_VERIFY(session().document().matrix == all);
    QCOMPARE(session().document().view, view::Kind::Matrix);
}

void TestWindow::viewsShareHoverAndPin() {
    session().setHeads({{3, 1}}); // of several, a matrix shows the mean
    session().setPin({3, 1, 0});
    auto* pictures = m_window->findChild<view::PictureView*>();
    action(*m_window, QStringLiteral("Matrix"))->trigger();
    QTRY_VERIFY(pictures->picture() && pictures->picture()->look.focus == (graph::Focus{3, 1, 0}));
    const QPoint cell = pictures->picture()->scene->placeOf({4, 2, 0}, {}).center().toPoint();
    QTest::mouseMove(pictures, cell);
    QTRY_COMPARE(pictures->hover(), (graph::Focus{4, 2, 0}));
    QVERIFY2(pictures->accessibleDescription().contains(session().snapshot()->labels[4]),
             qPrintable(pictures->accessibleDescription()));
    QTest::mouseClick(pictures, Qt::LeftButton, {}, cell);
    QCOMPARE(session().pinned(), (graph::Focus{4, 2, 0}));
    action(*m_window, QStringLiteral("Graph"))->trigger();
    QCOMPARE(session().pinned(), (graph::Focus{4, 2, 0}));
    QTest::mouseMove(m_window->findChild<TokenStrip*>(), {20, 10});
    QTRY_VERIFY(pictures->hover().isToken());
}

void TestWindow::aKeptPictureIsComparedWithTheLiveOne() {
    session().setHeads({{3, 1}});
    auto* pictures = m_window->findChild<view::PictureView*>();
    action(*m_window, QStringLiteral("Keep This Picture"))->trigger();
    session().setText(QStringLiteral("So ") + session().document().text);
    QTRY_VERIFY(pictures->picture() && pictures->picture()->subject.snapshot->text.startsWith("So "));
    QVERIFY(pictures->isVisible() && !m_window->findChild<graph::GraphView*>()->isVisible());
    QCOMPARE(pictures->picture()->subject.compare, compare::Mode::Difference);
    QCOMPARE(pictures->picture()->subject.kind, view::Kind::Graph);
    action(*m_window, QStringLiteral("Matrix"))->trigger();
    action(*m_window, QStringLiteral("Before and After"))->trigger();
    QTRY_VERIFY(pictures->picture()->subject.kind == view::Kind::Matrix &&
                pictures->picture()->subject.compare == compare::Mode::BeforeAfter);
    const graph::Focus kept{5, 3, 0, -1, true};
    const QPoint cell = pictures->picture()->scene->placeOf(kept, {}).center().toPoint();
    QTest::mouseMove(pictures, cell);
    QTRY_COMPARE(pictures->hover(), kept);
    QTest::mouseClick(pictures, Qt::LeftButton, {}, cell); // what is pinned is the same pair of the live text
    QCOMPARE(session().pinned(), pictures->live(kept));
    QCOMPARE(session().snapshot()->labels[std::size_t(session().pinned().key)], session().document().kept->labels[3]);
    action(*m_window, QStringLiteral("Release Kept Picture"))->trigger();
    action(*m_window, QStringLiteral("Graph"))->trigger();
    QVERIFY(m_window->findChild<graph::GraphView*>()->isVisible());
}

void TestWindow::onlyWhatHasAnEffectCanBeChosen() {
    const auto enabled = [&](const char* name) { return action(*m_window, QLatin1String(name))->isEnabled(); };
    QVERIFY(enabled("Columns") && enabled("Hide First Token") && !enabled("Scaled") && !enabled("Transpose"));
    action(*m_window, QStringLiteral("Matrix"))->trigger();
    QVERIFY(!enabled("Columns") && enabled("Hide First Token") && enabled("Scaled") && enabled("Transpose"));
    action(*m_window, QStringLiteral("Steps"))->trigger();
    QVERIFY(!enabled("Columns") && !enabled("Hide First Token") && !enabled("Scaled") && enabled("Transpose"));
}

void TestWindow::shortcutsWorkWhileOneTypes() {
    auto* editor = m_window->findChild<PromptEditor*>();
    const QString text = editor->text();
    QTest::keyClick(editor, Qt::Key_3, Qt::AltModifier);
    QCOMPARE(session().document().view, view::Kind::Steps);
    QTest::keyClick(editor, Qt::Key_2, Qt::AltModifier);
    QCOMPARE(session().document().view, view::Kind::Matrix);
    QTest::keyClick(editor, Qt::Key_T, Qt::ControlModifier);
    QVERIFY(session().document().matrix.transpose);
    QTest::keyClick(editor, Qt::Key_D, Qt::ControlModifier);
    QVERIFY(session().document().matrix.marks == matrix::Marks::Dots);
    QCOMPARE(editor->text(), text);
}

void TestWindow::theQuietLineHasAPage() {
    QToolButton* line = nullptr;
    for (QToolButton* each : m_window->findChildren<QToolButton*>())
        if (each->text() == QLatin1String("Attention is not an explanation")) line = each;
    QVERIFY(line && line->isVisible());
    QString page;
    QTimer::singleShot(0, m_window.get(), [&] {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog) return;
        page = dialog->findChild<QTextBrowser*>()->toPlainText();
        dialog->reject();
    });
    line->click();
    for (const char* name : {"Jain", "Wiegreffe", "Serrano", "Bibal"})
        QVERIFY2(page.contains(QLatin1String(name)), name);
}

void TestWindow::headsAreNamedByThemselves() {
    auto* heads = m_window->findChild<HeadPanel*>();
    QTRY_VERIFY_WITH_TIMEOUT(session().probe(), 20000);
    QVERIFY2(heads->remark().contains(QLatin1String("induction")), qPrintable(heads->remark()));
    const auto best = mayfly::bestOf(*session().probe(), mayfly::HeadLabel::Induction);
    QVERIFY(best);
    heads->setFilter(mayfly::HeadLabel::Induction);
    action(*m_window, QStringLiteral("Best Head"))->trigger();
    QCOMPARE(session().document().heads, (std::vector<mayfly::HeadIndex>{best->head}));
    m_window->opener().openModel(fixture::tinyFolder());
    QTRY_VERIFY(isDrawn(samples().front().text) && session().model()->config().context == 32);
    QTRY_VERIFY_WITH_TIMEOUT(session().probe() && session().probe()->heads == 2, 20000);
    QVERIFY(!heads->remark().contains(QLatin1String("induction")));
}

void TestWindow::aPinnedPairFindsItsHeads() {
    const HeadList& found = *m_window->findChild<HeadFinder*>()->list();
    auto* tokens = m_window->findChild<TokenStrip*>();
    Q_EMIT tokens->activated({2, -1, -1});
    QVERIFY(found.rows().empty());
    Q_EMIT tokens->joined({8, -1, -1}); // a later token: it is the one that sees the other
    QCOMPARE(session().pinned(), (graph::Focus{8, 2, -1}));
    QTRY_VERIFY(!found.rows().empty());
    const auto isOfThisText = [&] {
        const mayfly::Trace& trace = *session().snapshot()->trace;
        return found.rows()[0].score == trace.weight(found.rows()[0].head, session().pinned().query, session().pinned().key);
    };
    QVERIFY(isOfThisText());
    const float before = found.rows()[0].score;
    auto* editor = m_window->findChild<PromptEditor*>();
    editor->moveCursor(QTextCursor::Start);
    QTest::keyClicks(editor, QStringLiteral("oh "));
    QTRY_VERIFY(found.rows()[0].score != before && isOfThisText()); // live
    const mayfly::HeadIndex third = found.rows()[2].head;
    Q_EMIT m_window->findChild<HeadFinder*>()->headChosen(third);
    QCOMPARE(session().document().heads, (std::vector<mayfly::HeadIndex>{third}));
    QVERIFY(session().pinned().isEdge()); // the pair stays
    action(*m_window, QStringLiteral("Release Pin"))->trigger();
    QVERIFY(found.rows().empty());
}

void TestWindow::whatCannotBeOpenedIsOneSentence_data() {
    QTest::addColumn<QString>("path");
    const QString truncated = copyModel(m_folder, QStringLiteral("truncated"));
    QFile weights(truncated + QStringLiteral("/model.safetensors"));
    weights.resize(weights.size() / 2);
    const QString unknown = copyModel(m_folder, QStringLiteral("unknown"));
    QFile config(unknown + QStringLiteral("/config.json"));
    if (config.open(QIODevice::WriteOnly)) config.write(R"({"model_type":"mystery","architectures":["Mystery"]})");
    QFile gone(m_folder.filePath(QStringLiteral("gone.mayfly")));
    if (gone.open(QIODevice::WriteOnly)) gone.write(R"({"mayfly":1,"model":"/no/such/model","text":"lost"})");
    QDir().mkpath(m_folder.filePath(QStringLiteral("empty")));
    QTest::newRow("nothing there") << QStringLiteral("/no/such/folder");
    QTest::newRow("an empty folder") << m_folder.filePath(QStringLiteral("empty"));
    QTest::newRow("a file") << truncated + QStringLiteral("/config.json");
    QTest::newRow("truncated") << truncated;
    QTest::newRow("unknown family") << unknown;
    QTest::newRow("a session of a model that is gone") << gone.fileName();
}

void TestWindow::whatCannotBeOpenedIsOneSentence() {
    QFETCH(QString, path);
    const Document document = session().document();
    const SnapshotPtr snapshot = session().snapshot();
    m_window->opener().open(path);
    QTRY_VERIFY(!m_window->message().isEmpty());
    QCOMPARE(m_window->message().count(u'\n'), 0);
    QVERIFY2(m_window->message().endsWith(u'.'), qPrintable(m_window->message()));
    QVERIFY(session().document() == document);
    QCOMPARE(session().snapshot(), snapshot);
    QCOMPARE(m_window->graphView().picture()->snapshot, snapshot);
    QVERIFY(m_window->opener().file().isEmpty());
    QTest::keyClicks(m_window->findChild<PromptEditor*>(), QStringLiteral("x")); // life goes on
    QTRY_VERIFY(isDrawn(session().document().text));
    QVERIFY(m_window->message().isEmpty());
}

void TestWindow::aWrongStartShowsTheBuiltInModel() {
    MainWindow window;
    window.start(QStringLiteral("/no/such/folder"));
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(window.graphView().picture() != nullptr, 20000);
    QVERIFY(window.message().contains(QLatin1String("/no/such/folder")));
    QCOMPARE(window.session().model()->name(), std::string("built-in"));
}

void TestWindow::aDroppedModelIsOpened() {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(fixture::tinyFolder())});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QTRY_COMPARE(session().model()->config().context, 32);
    QTRY_VERIFY(isDrawn(samples().front().text));
    QVERIFY(session().snapshot()->leftOut > 0); // longer than that model's context
    for (const mayfly::HeadIndex head : session().document().heads) QVERIFY(head.layer < 2 && head.head < 2);
    QVERIFY(action(*m_window, fixture::tinyFolder())); // among the recent ones
}

/// The last value of the file is made one; the sentence stays until something is typed.
void TestWindow::weightsThatAreNoNumbersAreTold() {
    const QString folder = copyModel(m_folder, QStringLiteral("broken"));
    QFile weights(folder + QStringLiteral("/model.safetensors"));
    QVERIFY(weights.open(QIODevice::ReadWrite) && weights.seek(weights.size() - 4));
    QCOMPARE(weights.write("\x00\x00\xC0\x7F", 4), 4);
    weights.close();
    m_window->opener().openModel(folder);
    QTRY_VERIFY(!m_window->message().isEmpty());
    QVERIFY2(m_window->message().contains(QLatin1String("not finite numbers")), qPrintable(m_window->message()));
    m_window->opener().openModel(fixture::tinyFolder());
    QTRY_VERIFY(m_window->message().isEmpty());
}

void TestWindow::aTextThatIsTooLongIsNotPasted() {
    auto* editor = m_window->findChild<PromptEditor*>();
    const QString before = editor->text();
    QGuiApplication::clipboard()->setText(QString(1'000'000, u'x'));
    editor->paste();
    QCOMPARE(editor->text(), before);
    QVERIFY2(m_window->message().contains(QLocale().toString(200'000)), qPrintable(m_window->message()));
    QTest::keyClick(editor, Qt::Key_A);
    QVERIFY(m_window->message().isEmpty());
}

void TestWindow::whatIsNoFileIsNotDropped() {
    QMimeData nothing;
    nothing.setData(QStringLiteral("text/uri-list"), "\n");
    QMimeData elsewhere;
    elsewhere.setUrls({QUrl(QStringLiteral("https://example.org/model"))});
    for (const QMimeData* data : {&nothing, &elsewhere}) {
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(!enter.isAccepted());
        QDropEvent drop({50, 50}, Qt::CopyAction, data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QCOMPARE(m_window->message(), QString());
    }
}

void TestWindow::aSessionComesBack() {
    session().setHeads({{1, 2}, {0, 3}});
    session().setPin({4, 1, 1});
    session().moveToken(3, {12, -8});
    const QString file = m_folder.filePath(QStringLiteral("lecture.mayfly"));
    QVERIFY(m_window->opener().save(file));
    const Document saved = session().document();
    QTest::keyClicks(m_window->findChild<PromptEditor*>(), QStringLiteral("other "));
    session().setHeads({{0, 0}});
    m_window->opener().open(file);
    QTRY_COMPARE(session().pinned(), (graph::Focus{4, 1, 1}));
    QCOMPARE(session().document().text, saved.text);
    QCOMPARE(session().document().heads, saved.heads);
    QCOMPARE(session().document().moved.value(session().snapshot()->identity[3]), QPointF(12, -8));
    QVERIFY(m_window->windowTitle().contains(QLatin1String("lecture")));
    QVERIFY(!m_window->opener().save(QStringLiteral("/no/such/place.mayfly")));
    QVERIFY(m_window->message().contains(QLatin1String("/no/such/place.mayfly")));
    QCOMPARE(m_window->opener().file(), file);
}

void TestWindow::aSessionOfALargerModelIsDrawn() {
    m_window->opener().openModel(fixture::tinyFolder());
    QTRY_COMPARE(session().model()->config().context, 32);
    QTRY_VERIFY(isDrawn(samples().front().text));
    SavedSession saved;
    saved.model = QStringLiteral("built-in");
    saved.text = QStringLiteral("a cat");
    saved.heads = {{0, 0}, {3, 6}}; // the second is not in the picture that is on the screen
    const QString file = m_folder.filePath(QStringLiteral("larger.mayfly"));
    writeSession(saved, file);
    m_window->opener().open(file);
    QTRY_VERIFY(isDrawn(saved.text));
    QCOMPARE(session().document().heads, saved.heads);
}

void TestWindow::headsThatTheModelHasNotAreLeftOut() {
    SavedSession saved;
    saved.model = QStringLiteral("built-in");
    saved.text = QStringLiteral("a cat");
    saved.heads = {{9, 9}, {1, 1}};
    const QString file = m_folder.filePath(QStringLiteral("heads.mayfly"));
    for (const std::size_t left : {std::size_t(1), std::size_t(0)}) {
        saved.heads.resize(1 + left);
        saved.text += QStringLiteral(" hat");
        writeSession(saved, file);
        m_window->opener().open(file);
        QTRY_VERIFY(isDrawn(saved.text));
        QCOMPARE(session().document().heads.size(), std::size_t(1));
        QVERIFY(session().document().heads.front() != saved.heads.front());
    }
}

void TestWindow::themesChangeThePaper() {
    QCOMPARE(corner(*m_window), Palette::light().paper);
    action(*m_window, QStringLiteral("Dark"))->trigger();
    QTRY_COMPARE(corner(*m_window), Palette::dark().paper);
    action(*m_window, QStringLiteral("Light"))->trigger();
    QTRY_COMPARE(corner(*m_window), Palette::light().paper);
    QCOMPARE(QSettings().value(QStringLiteral("window/theme")).toString(), QStringLiteral("light"));
}

void TestWindow::samplesReplaceTheText() {
    const Sample sample = samples().at(9);
    action(*m_window, sample.text)->trigger();
    QCOMPARE(session().document().text, sample.text);
    QCOMPARE(session().document().heads, sample.heads);
    QCOMPARE(session().document().layout, sample.layout);
    QCOMPARE(session().document().hideFirst, sample.hideFirst);
    QCOMPARE(session().document().topMass, sample.topMass);
    QCOMPARE(m_window->findChild<HintLine*>()->sentence(), sample.hint);
    QTRY_VERIFY(isDrawn(sample.text));
    session().undoStack().undo();
    QTRY_VERIFY(isDrawn(samples().front().text));
}

void TestWindow::whatAKilledProgramLeftComesBack_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("message");
    QTest::newRow("its model is there") << fixture::tinyFolder() << "was not closed";
    QTest::newRow("its model is gone") << "/no/such/model" << "/no/such/model";
}

void TestWindow::whatAKilledProgramLeftComesBack() {
    QFETCH(QString, model);
    QFETCH(QString, message);
    m_window.reset();
    SavedSession saved;
    saved.model = model;
    saved.text = QStringLiteral("The cat in the hat");
    saved.heads = {{1, 1}};
    saved.topMass = 33;
    QVERIFY(QDir().mkpath(Recovery::usualFolder()));
    QFile copy(Recovery::usualFolder() + QStringLiteral("/left"));
    const QString file = m_folder.filePath(QStringLiteral("left.mayfly"));
    QVERIFY(copy.open(QIODevice::WriteOnly));
    copy.write("{\"file\":\"" + file.toUtf8() + "\",\"session\":" + encodeSession(saved) + '}');
    copy.close();
    MainWindow window;
    QVERIFY(window.recover());
    QTRY_VERIFY(window.session().snapshot() && window.session().snapshot()->text == saved.text.toUtf8());
    QCOMPARE(window.session().document().heads, saved.heads);
    QCOMPARE(window.session().document().topMass, 33);
    QVERIFY2(window.message().contains(message), qPrintable(window.message()));
    QVERIFY(!copy.exists());
    if (model == fixture::tinyFolder()) {
        QCOMPARE(window.opener().file(), file);
        QVERIFY(window.isWindowModified()); // it still waits to be saved
    }
    MainWindow other;
    QVERIFY(!other.recover()); // nothing is left a second time
}

void TestWindow::flowFollowsThePinnedToken() {
    auto* pictures = m_window->findChild<view::PictureView*>();
    action(*m_window, QStringLiteral("Flow"))->trigger();
    QTRY_VERIFY(pictures->picture() && pictures->picture()->subject.kind == view::Kind::Flow);
    QCOMPARE(pictures->picture()->subject.from, -1);
    session().setPin({2, -1, -1});
    QTRY_COMPARE(pictures->picture()->subject.from, 2);
}

void TestWindow::theDepthOfPathIsChosenByItsSlider() {
    auto* pictures = m_window->findChild<view::PictureView*>();
    action(*m_window, QStringLiteral("Path"))->trigger();
    QTRY_VERIFY(pictures->picture() && pictures->picture()->subject.kind == view::Kind::Path);
    auto* controls = m_window->findChild<PathControls*>();
    QVERIFY(controls->isVisible());
    QCOMPARE(controls->slider()->maximum(), session().snapshot()->trace->layers());
    controls->slider()->setValue(1);
    QCOMPARE(session().document().depth, 1);
    QTRY_COMPARE(pictures->picture()->subject.depth, 1);
    controls->slider()->setValue(controls->slider()->maximum());
    QCOMPARE(session().document().depth, -1);
    session().setDepth(0);
    QCOMPARE(controls->slider()->value(), 0);
}

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
