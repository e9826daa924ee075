#include "app/window/main_window.h"

#include "app/exporting/figure.h"
#include "app/getting/get_model_dialog.h"
#include "app/graph/graph_view.h"
#include "app/heads/head_finder.h"
#include "app/heads/head_panel.h"
#include "app/inspector/inspector.h"
#include "app/inspector/pair_text.h"
#include "app/prompt/next_bar.h"
#include "app/prompt/prompt_editor.h"
#include "app/prompt/samples.h"
#include "app/prompt/token_strip.h"
#include "app/view/picture_view.h"
#include "app/window/explanation_page.h"
#include "app/window/graph_controls.h"
#include "app/window/help_pages.h"
#include "app/window/hint_line.h"
#include "app/window/loading_bar.h"
#include "app/window/message_bar.h"
#include "app/window/path_controls.h"
#include "app/window/view_tabs.h"
#include "app/window/window_memory.h"

#include <QCloseEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>
#include <optional>
#include <utility>

namespace {


} // namespace

MainWindow::MainWindow()
    : m_namer(m_inference), m_opener(m_session), m_export(m_session), m_actions(*this, m_session.undoStack()), m_views(*this, m_actions),
      m_modelMenu(m_actions.model, m_actions.builtIn, {m_actions.openModel, m_actions.getModel}),
      m_compareMenu(*m_actions.compare, m_session) {
    setAcceptDrops(true);
    setWindowIcon(QIcon(QStringLiteral(":/mayfly/icon.svg")));
    m_views.graph->setDescription([this](const graph::Focus& focus) { return describe(focus); });
    m_views.pictures->setDescription([this](const graph::Focus& focus) { return describe(focus); });
    fillSamples();
    connectSession();
    connectPrompt();
    connectViews();
    connectFiles();
    connectModels();
    connectHeads();
    connectChoices();
    connectWindow();
    if (!memory::restoreWindow(*this)) resize(QSize(1280, 760).boundedTo(screen()->availableSize() * 0.96));
    m_actions.reducedMotion->setChecked(memory::reducedMotion());
    m_views.graph->setMorphs(!memory::reducedMotion());
    setTheme(memory::theme());
    followDocument();
    m_views.editor->setFocus();
}

/// The heads of a sample, and what its hint says of them, mean something in the built-in model only.
bool MainWindow::samplesApply() const {
    return !m_session.model() || m_opener.modelName() == QLatin1String("built-in");
}

Document MainWindow::withSample(Document document, const Sample& sample) const {
    document.text = sample.text;
    document.view = view::Kind::Graph;
    document.layout = sample.layout;
    document.hideFirst = sample.hideFirst;
    document.topMass = sample.topMass;
    if (samplesApply()) document.heads = sample.heads;
    document.pin.reset();
    document.compare = compare::Mode::Off;
    document.kept.reset();
    document.moved.clear();
    return document;
}

void MainWindow::fillSamples() {
    std::optional<Sample::Group> group;
    for (const Sample& sample : samples()) {
        if (group != sample.group) m_actions.samples->addSection(nameOf(sample.group));
        group = sample.group;
        QAction* action = m_actions.samples->addAction(sample.text, this, [this, sample] {
            m_session.setDocument(withSample(m_session.document(), sample), tr("Sample"));
            if (samplesApply()) say(sample.hint);
        });
        action->setStatusTip(sample.hint);
    }
}

void MainWindow::connectSession() {
    connect(&m_session, &Session::documentChanged, this, &MainWindow::followDocument);
    connect(&m_session, &Session::modelChanged, this, &MainWindow::followModel);
    connect(&m_session, &Session::snapshotChanged, this, &MainWindow::followSnapshot);
    connect(&m_inference, &Inference::answered, this, [this] { m_session.receive(m_inference.take()); });
    connect(&m_inference, &Inference::failed, m_views.message, qOverload<const QString&>(&MessageBar::show));
    connect(&m_inference, &Inference::failed, &m_session, &Session::giveUpWanted);
}

void MainWindow::connectPrompt() {
    connect(m_views.editor, &PromptEditor::edited, &m_session, &Session::setText);
    connect(m_views.editor, &PromptEditor::edited, m_views.message, &QWidget::hide);
    connect(m_views.editor, &PromptEditor::edited, statusBar(), &QStatusBar::clearMessage);
    connect(m_views.editor, &PromptEditor::undoAsked, m_actions.undo, &QAction::trigger);
    connect(m_views.editor, &PromptEditor::redoAsked, m_actions.redo, &QAction::trigger);
    connect(m_views.editor, &PromptEditor::escaped, m_actions.releasePin, &QAction::trigger);
    connect(m_views.editor, &QPlainTextEdit::cursorPositionChanged, this,
            [this] { m_views.tokens->followCursor(m_views.editor->cursorByte()); });
    connect(m_views.next, &NextBar::chosen, this,
            &MainWindow::append);
}

void MainWindow::append(const QByteArray& bytes) {
    if (bytes.isValidUtf8())
        m_session.setText(m_session.document().text + QString::fromUtf8(bytes));
    else
        statusBar()->showMessage(tr("This token is only a part of a character and cannot be typed by itself."), 5000);
}

void MainWindow::connectViews() {
    connect(m_views.tokens, &TokenStrip::hovered, this, [this](const graph::Focus& token) {
        const graph::Focus focus = m_session.grouped(token);
        m_views.graph->setHover(focus);
        m_views.pictures->setHover(focus);
        point(focus);
    });
    connect(m_views.tokens, &TokenStrip::activated, this, &MainWindow::pin);
    connect(m_views.tokens, &TokenStrip::joined, this, &MainWindow::join);
    connect(m_views.graph, &graph::GraphView::hovered, this, &MainWindow::point);
    connect(m_views.graph, &graph::GraphView::joined, this, &MainWindow::join);
    connect(m_views.graph, &graph::GraphView::activated, this, &MainWindow::pin);
    connect(m_views.graph, &graph::GraphView::tokenMoved, &m_session, &Session::moveToken);
    connect(m_views.graph, &graph::GraphView::pictureShown, this, &MainWindow::followGraph);
    connect(m_views.pictures, &view::PictureView::hovered, this, &MainWindow::point);
    connect(m_views.pictures, &view::PictureView::activated, this, &MainWindow::pin);
    connect(m_views.pictures, &view::PictureView::pictureShown, this, &MainWindow::followPicture);
    connect(m_views.tabs, &ViewTabs::chosen, &m_session, &Session::setView);
    connect(m_views.controls, &GraphControls::topMassChanged, &m_session, &Session::setTopMass);
    connect(m_views.pathControls, &PathControls::depthChanged, &m_session, &Session::setDepth);
}

void MainWindow::connectHeads() {
    const auto showAlone = [this](mayfly::HeadIndex head) { m_session.setHeads({head}); };
    connect(m_views.heads, &HeadPanel::headChosen, this, showAlone);
    connect(m_views.heads, &HeadPanel::headToggled, &m_session, &Session::toggleHead);
    connect(m_views.finder, &HeadFinder::headChosen, this, showAlone);
    connect(&m_namer, &HeadNamer::progressed, m_views.heads, &HeadPanel::setProgress);
    connect(&m_namer, &HeadNamer::named, this, [this](const std::shared_ptr<const mayfly::Model>& model, const ProbePtr& probe) {
        if (!probe) m_views.heads->setUnknown();
        m_session.setProbe(model, probe);
    });
    connect(&m_session, &Session::probeChanged, this, &MainWindow::followProbe);
    connect(m_actions.bestHead, &QAction::triggered, m_views.heads, &HeadPanel::goToBest);
    connect(m_actions.findHead, &QAction::triggered, this, [this] {
        m_views.finder->parentWidget()->show();
        m_views.finder->setFocus();
    });
}

void MainWindow::connectFiles() {
    connect(&m_opener, &Opener::failed, this, [this](const QString& sentence) {
        m_views.message->show(sentence);
        // A first start that names something which cannot be opened still shows a picture.
        if (!m_session.model() && !std::exchange(m_fellBack, true)) m_opener.openModel(QStringLiteral("built-in"));
    });
    connect(&m_opener, &Opener::fileChanged, this, &MainWindow::nameWindow);
    connect(&m_session.undoStack(), &QUndoStack::cleanChanged, this, &MainWindow::nameWindow);
    connect(m_actions.openSession, &QAction::triggered, this, &MainWindow::chooseSession);
    connect(m_actions.save, &QAction::triggered, this, [this] { save(false); });
    connect(m_actions.saveAs, &QAction::triggered, this, [this] { save(true); });
    connect(m_actions.exportPicture, &QAction::triggered, this, [this] {
        if (const QString sentence = m_export.ask(this); !sentence.isEmpty()) m_views.message->show(sentence);
    });
    connect(m_actions.copyPicture, &QAction::triggered, this, [this] {
        m_export.copy(false);
        statusBar()->showMessage(tr("Copied"), 2000);
    });
    connect(&m_autosave, &Autosave::failed, m_views.message, qOverload<const QString&>(&MessageBar::show));
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectModels() {
    connect(&m_opener, &Opener::loading, m_views.loading, &LoadingBar::begin);
    connect(&m_opener, &Opener::progressed, m_views.loading, &LoadingBar::setProgress);
    connect(&m_opener, &Opener::idle, m_views.loading, &LoadingBar::end);
    connect(&m_opener, &Opener::modelOpened, this, &MainWindow::keepModel);
    connect(m_views.loading, &LoadingBar::cancelled, this, [this] {
        m_opener.cancel();
        if (!m_session.model()) m_opener.openModel(QStringLiteral("built-in"));
    });
    connect(&m_modelMenu, &ModelMenu::chosen, &m_opener, &Opener::openModel);
    connect(m_actions.openModel, &QAction::triggered, this, &MainWindow::chooseModel);
    connect(m_actions.getModel, &QAction::triggered, this, &MainWindow::getModel);
    m_modelMenu.setRecent(memory::recentModels());
    m_modelMenu.look();
}

void MainWindow::keepModel(const QString& model) {
    const QString greeting = std::exchange(m_greeting, {});
    if (!m_fellBack && greeting.isEmpty()) m_views.message->hide();
    if (!m_fellBack && !greeting.isEmpty()) m_views.message->show(greeting);
    if (model != QLatin1String("built-in")) memory::addRecentModel(model);
    m_modelMenu.setRecent(memory::recentModels());
    m_modelMenu.setCurrent(model);
}

void MainWindow::connectChoices() {
    for (const view::Kind kind : view::kinds)
        connect(m_actions.of(kind), &QAction::triggered, this, [this, kind] { m_session.setView(kind); });
    for (const graph::Layout layout : graph::everyLayout)
        connect(m_actions.of(layout), &QAction::triggered, this, [this, layout] { m_session.setLayout(layout); });
    connect(m_actions.hideFirst, &QAction::triggered, &m_session, &Session::setHideFirst);
    connect(m_actions.wholeWords, &QAction::triggered, &m_session, &Session::setWholeWords);
    connect(m_actions.releasePin, &QAction::triggered, this, [this] { pin({}); });
    const auto connectZoom = [this](QAction* action, void (graph::GraphView::*ofGraph)(),
                                    void (view::PictureView::*ofPicture)()) {
        connect(action, &QAction::triggered, this, [=, this] {
            if (m_session.document().isGraphAlone())
                (m_views.graph->*ofGraph)();
            else
                (m_views.pictures->*ofPicture)();
        });
    };
    connectZoom(m_actions.zoomIn, &graph::GraphView::zoomIn, &view::PictureView::zoomIn);
    connectZoom(m_actions.zoomOut, &graph::GraphView::zoomOut, &view::PictureView::zoomOut);
    connectZoom(m_actions.fit, &graph::GraphView::fit, &view::PictureView::fit);
    connectMatrix();
}

void MainWindow::connectMatrix() {
    const auto change = [this](auto set) {
        matrix::Choice choice = m_session.document().matrix;
        set(choice);
        m_session.setMatrix(choice);
    };
    for (const matrix::Quantity quantity : matrix::quantities)
        connect(m_actions.of(quantity), &QAction::triggered, this,
                [=] { change([=](matrix::Choice& choice) { choice.quantity = quantity; }); });
    connect(m_actions.asDots, &QAction::triggered, this, [=](bool on) {
        change([=](matrix::Choice& choice) { choice.marks = on ? matrix::Marks::Dots : matrix::Marks::Heat; });
    });
    connect(m_actions.transpose, &QAction::triggered, this,
            [=](bool on) { change([=](matrix::Choice& choice) { choice.transpose = on; }); });
}

/// Only what has an effect on the view at the front can be chosen.
void MainWindow::followChoices() {
    const Document& document = m_session.document();
    const bool graph = document.view == view::Kind::Graph;
    const bool matrix = document.view == view::Kind::Matrix || document.view == view::Kind::Steps;
    m_actions.of(document.view)->setChecked(true);
    m_actions.of(document.layout)->setChecked(true);
    m_actions.of(document.matrix.quantity)->setChecked(true);
    m_actions.asDots->setChecked(document.matrix.marks == matrix::Marks::Dots);
    m_actions.transpose->setChecked(document.matrix.transpose);
    m_actions.hideFirst->setChecked(document.hideFirst);
    m_actions.wholeWords->setChecked(document.wholeWords);
    m_actions.layouts->setEnabled(graph);
    m_actions.quantities->setEnabled(document.view == view::Kind::Matrix);
    m_actions.hideFirst->setEnabled(document.view != view::Kind::Steps);
    m_actions.asDots->setEnabled(matrix);
    m_actions.transpose->setEnabled(matrix);
    m_actions.releasePin->setEnabled(document.pin.has_value());
}

void MainWindow::connectWindow() {
    connect(m_actions.themes, &QActionGroup::triggered, this, [this](QAction* action) {
        for (const Theme theme : {Theme::System, Theme::Light, Theme::Dark})
            if (m_actions.of(theme) == action) setTheme(theme);
    });
    connect(m_actions.reducedMotion, &QAction::toggled, this, [this](bool reduced) {
        memory::keepReducedMotion(reduced);
        m_views.graph->setMorphs(!reduced);
    });
    connect(m_actions.fullScreen, &QAction::toggled, this, [this](bool full) { full ? showFullScreen() : showNormal(); });
    connect(&m_compareMenu, &compare::CompareMenu::hinted, this,
            [this](const QString& sentence) { say(sentence); });
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] { showShortcuts(m_actions.withShortcut(), this); });
    connect(m_actions.explanation, &QAction::triggered, this, [this] { showExplanationPage(this); });
    connect(m_actions.aboutModel, &QAction::triggered, this, [this] { showAboutModel(this); });
    connect(m_actions.about, &QAction::triggered, this, [this] { showAbout(this); });
}

void MainWindow::start(const QString& path) {
    m_session.reset(withSample({}, samples().front()));
    if (!path.isEmpty()) return m_opener.open(path);
    m_opener.openModel(QStringLiteral("built-in"));
    m_firstHint = samples().front().hint;
}

bool MainWindow::recover() {
    const std::optional<LeftSession> left = m_autosave.takeLeft();
    if (!left) return false;
    m_greeting = tr("Mayfly was not closed last time: this is what was open.");
    m_opener.recover(left->session, left->file);
    return true;
}

QString MainWindow::message() const { return m_views.message->sentence(); }

void MainWindow::ask() {
    if (!m_session.model()) return;
    const QByteArray text = m_session.wantedText().toUtf8();
    if (m_asked.model == m_session.model() && m_asked.text == text) return;
    m_asked = {m_session.model(), text, {}, m_asked.revision + 1};
    m_inference.ask(m_asked);
}

void MainWindow::followModel() {
    ask();
    followProbe();
    if (m_session.model()) m_namer.name(m_session.model());
}

void MainWindow::followProbe() {
    const ProbePtr probe = m_session.probe();
    if (probe == m_probe) return;
    m_probe = probe;
    m_views.setProbe(probe);
}

void MainWindow::followDocument() {
    const Document& document = m_session.document();
    ask();
    m_views.editor->showText(document.text);
    m_views.heads->setChosen(document.heads);
    m_views.finder->setChosen(document.heads);
    m_views.finder->setPin(m_session.snapshot(), m_session.pinned());
    m_views.controls->setTopMass(document.topMass);
    m_views.pathControls->setDepth(document.depth);
    followChoices();
    m_views.inspector->setHeads(document.heads);
    m_views.graph->setPinned(m_session.pinned());
    m_views.graph->setDocument(document);
    m_views.pictures->setPinned(m_session.pinned());
    m_views.pictures->setDocument(document);
    m_views.show(document);
    if (document.text != m_hinted.first || document.view != m_hinted.second) m_views.hint->letGo();
    point(m_views.hover());
}

void MainWindow::say(const QString& hint) {
    m_hinted = {m_session.document().text, m_session.document().view};
    m_views.hint->say(hint);
}

void MainWindow::followSnapshot() {
    const SnapshotPtr& snapshot = m_session.snapshot();
    m_views.tokens->setSnapshot(snapshot);
    m_views.tokens->followCursor(m_views.editor->cursorByte());
    m_views.next->setSnapshot(snapshot);
    m_views.heads->setSnapshot(snapshot);
    m_views.inspector->setSnapshot(snapshot);
    m_views.finder->setPin(snapshot, m_session.pinned());
    followProbe();
    m_views.graph->setPinned(m_session.pinned());
    m_views.graph->setSnapshot(snapshot);
    m_views.pictures->setPinned(m_session.pinned());
    m_views.pictures->setSnapshot(snapshot);
    m_views.pathControls->setLayers(snapshot->trace->layers());
    point(m_views.hover());
    QStringList info{tr("%n token(s)", nullptr, snapshot->size()), QString::fromStdString(snapshot->model->name()),
                     tr("%1 ms").arg(QLocale().toString(snapshot->milliseconds, 'f', 1))};
    if (snapshot->leftOut > 0) info.insert(1, tr("%n more do(es) not fit", nullptr, snapshot->leftOut));
    m_views.info->setText(info.join(QStringLiteral(" \u00b7 ")));
    if (!m_firstHint.isEmpty()) say(std::exchange(m_firstHint, {}));
}

/// One that was under way may come after another view has taken its place.
void MainWindow::followGraph() {
    if (m_views.stack->currentWidget() != m_views.graph) return;
    const graph::Scene& scene = *m_views.graph->picture()->scene;
    if (m_views.graph->picture()->reading) m_views.inspector->setReading(*m_views.graph->picture()->reading);
    if (!m_views.graph->picture()->settled) return;
    m_views.share->setText(exporting::shareShown(qint64(scene.edges.size()), scene.pairs, scene.shown));
}

void MainWindow::followPicture() {
    if (m_views.stack->currentWidget() != m_views.pictures) return;
    const view::Picture& picture = *m_views.pictures->picture();
    if (picture.reading) m_views.inspector->setReading(*picture.reading);
    m_views.share->setText(picture.scene->remark());
}

void MainWindow::point(const graph::Focus& focus) {
    const graph::Focus shown = focus.isNone() ? m_session.pinned() : focus;
    const SnapshotPtr& snapshot = shown.kept ? m_session.document().kept : m_session.snapshot();
    if (snapshot) m_views.inspector->setSnapshot(snapshot);
    m_views.inspector->show(shown);
    m_views.tokens->setFocus(m_views.pictures->live(shown));
}

void MainWindow::pin(const graph::Focus& focus) {
    // A second click on what is pinned lets go of it.
    graph::Focus whole = m_session.grouped(m_views.pictures->live(focus));
    if (whole.isToken()) whole.slot = -1; // a token is that of every pane
    m_session.setPin(whole == m_session.pinned() ? graph::Focus{} : whole);
}

/// A second token makes a pair with the pinned one: as query and key where one of them sees the other, whichever was first.
void MainWindow::join(const graph::Focus& focus) {
    const graph::Focus first = m_session.pinned();
    if (!focus.isToken() || first.isNone()) return pin(focus);
    graph::Focus pair{.query = first.query, .key = focus.query};
    if (m_session.model()->config().causal && pair.key > pair.query) std::swap(pair.query, pair.key);
    m_session.setPin(pair);
}

QString MainWindow::describe(const graph::Focus& focus) const {
    const SnapshotPtr& snapshot = m_session.snapshot();
    const auto& heads = m_session.document().heads;
    if (!snapshot || focus.slot >= int(heads.size()) || std::max(focus.query, focus.key) >= snapshot->size()) return {};
    const auto has = [&](mayfly::HeadIndex head) { return snapshot->trace->has(head); };
    if (!std::all_of(heads.begin(), heads.end(), has)) return {};
    return pairtext::tooltip(*snapshot, heads, focus, m_probe.get());
}

bool MainWindow::save(bool underNewName) {
    QString file = m_opener.file();
    if (underNewName || file.isEmpty())
        file = QFileDialog::getSaveFileName(this, tr("Save Session"), file, tr("Mayfly sessions (*.mayfly)"));
    if (file.isEmpty()) return false;
    if (QFileInfo(file).suffix().isEmpty()) file += QStringLiteral(".mayfly");
    return m_opener.save(file);
}

/// Only a session that has a file can lose anything; a text that was just tried out goes without a question.
bool MainWindow::mayDiscard() {
    if (m_opener.file().isEmpty() || m_session.undoStack().isClean()) return true;
    const auto answer = QMessageBox::question(
        this, tr("Unsaved changes"), tr("Save the changes to %1?").arg(QFileInfo(m_opener.file()).fileName()),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save(false));
}

void MainWindow::chooseModel() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open Model Folder"));
    if (!folder.isEmpty()) m_opener.open(folder);
}

/// The dialog stays beside the window, and a download goes on when it is closed.
void MainWindow::getModel() {
    if (!m_getting) {
        m_getting = new getting::GetModelDialog(this);
        connect(&m_modelMenu, &ModelMenu::found, m_getting, &getting::GetModelDialog::setFound);
        connect(m_getting, &getting::GetModelDialog::openAsked, &m_opener, &Opener::openModel);
        connect(m_getting, &getting::GetModelDialog::arrived, this, [this](const QString& model) {
            m_modelMenu.look();
            if (!m_getting->isVisible()) statusBar()->showMessage(tr("%1 has come: it is in the Model menu").arg(model), 8000);
        });
    }
    m_modelMenu.look();
    m_getting->show();
    m_getting->raise();
    m_getting->activateWindow();
}

void MainWindow::chooseSession() {
    if (!mayDiscard()) return;
    const QString file = QFileDialog::getOpenFileName(this, tr("Open Session"), m_opener.file(),
                                                      tr("Mayfly sessions (*.mayfly)"));
    if (!file.isEmpty()) m_opener.open(file);
}

void MainWindow::nameWindow() {
    setWindowModified(!m_opener.file().isEmpty() && !m_session.undoStack().isClean());
    const QString file = QFileInfo(m_opener.file()).completeBaseName();
    setWindowTitle(file.isEmpty() ? QStringLiteral("Mayfly") : file + QStringLiteral("[*] \u2013 Mayfly"));
}

void MainWindow::setTheme(Theme theme) {
    memory::keepTheme(theme);
    m_actions.of(theme)->setChecked(true);
    applyTheme(theme);
    const Palette palette = isDark(theme) ? Palette::dark() : Palette::light();
    m_views.setColours(palette);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!mayDiscard()) {
        event->ignore();
        return;
    }
    memory::keepWindow(*this);
    m_autosave.end();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && event->mimeData()->urls().constFirst().isLocalFile()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString path = event->mimeData()->urls().constFirst().toLocalFile();
    const bool session = path.endsWith(QLatin1String(".mayfly"), Qt::CaseInsensitive);
    if (!session || mayDiscard()) m_opener.open(path);
}
