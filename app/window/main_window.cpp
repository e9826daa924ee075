#include "app/window/main_window.h"

#include "app/graph/graph_view.h"
#include "app/graph/share_shown.h"
#include "app/heads/head_finder.h"
#include "app/heads/head_panel.h"
#include "app/inspector/inspector.h"
#include "app/models/all_models.h"
#include "app/prompt/next_bar.h"
#include "app/prompt/prompt_editor.h"
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
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QScreen>
#include <QStackedWidget>
#include <QStatusBar>

#include <algorithm>
#include <optional>
#include <utility>

namespace {

/// The first of what is dragged, if it lies here; else empty.
QString localFileIn(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    return urls.isEmpty() ? QString() : urls.constFirst().toLocalFile();
}

} // namespace

MainWindow::MainWindow()
    : m_namer(m_inference), m_opener(m_session), m_export(m_session), m_actions(*this, m_session.undoStack()),
      m_views(*this, m_actions), m_samples(*m_actions.samples, m_session, m_opener),
      m_choices(m_actions, m_session, m_views), m_pointing(m_session, m_views, m_actions),
      m_files(*this, m_actions, m_session, m_opener), m_models(*this, m_actions, m_opener),
      m_compareMenu(*m_actions.compare, m_session) {
    setAcceptDrops(true);
    setWindowIcon(QIcon(QStringLiteral(":/mayfly/icon.svg")));
    connectSession();
    connectPrompt();
    connectViews();
    connectFiles();
    connectModels();
    connectHeads();
    connectWindow();
    if (!memory::restoreWindow(*this)) resize(QSize(1280, 760).boundedTo(screen()->availableSize() * 0.96));
    m_actions.reducedMotion->setChecked(memory::reducedMotion());
    m_views.graph->setMorphs(!memory::reducedMotion());
    setTheme(memory::theme());
    followDocument();
    m_views.editor->setFocus();
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
    connect(m_views.editor, &PromptEditor::refused, m_views.message, qOverload<const QString&>(&MessageBar::show));
    connect(m_views.editor, &PromptEditor::escaped, m_actions.releasePin, &QAction::trigger);
    connect(m_views.editor, &QPlainTextEdit::cursorPositionChanged, this,
            [this] { m_views.tokens->followCursor(m_views.editor->cursorByte()); });
    connect(m_views.next, &NextBar::chosen, this, &MainWindow::append);
    connect(m_actions.cut, &QAction::triggered, m_views.editor, &QPlainTextEdit::cut);
    connect(m_actions.copy, &QAction::triggered, m_views.editor, &QPlainTextEdit::copy);
    connect(m_actions.paste, &QAction::triggered, m_views.editor, &QPlainTextEdit::paste);
    connect(m_actions.selectAll, &QAction::triggered, m_views.editor, &QPlainTextEdit::selectAll);
}

void MainWindow::append(const QByteArray& bytes) {
    if (!m_views.editor->hasRoomFor(bytes.size())) return;
    if (bytes.isValidUtf8())
        m_session.setText(m_session.document().text + QString::fromUtf8(bytes));
    else
        statusBar()->showMessage(tr("This token is only a part of a character and cannot be typed by itself."), 5000);
}

void MainWindow::connectViews() {
    connect(m_views.graph, &graph::GraphView::tokenMoved, &m_session, &Session::moveToken);
    connect(m_views.graph, &graph::GraphView::pictureShown, this, &MainWindow::followGraph);
    connect(m_views.pictures, &view::PictureView::pictureShown, this, &MainWindow::followPicture);
    connect(m_views.tabs, &ViewTabs::chosen, &m_session, &Session::setView);
    connect(m_views.controls, &GraphControls::topMassChanged, &m_session, &Session::setTopMass);
    connect(m_views.pathControls, &PathControls::depthChanged, &m_session, &Session::setDepth);
}

void MainWindow::connectHeads() {
    const auto showAlone = [this](mayfly::HeadIndex head) { m_session.setHeads({head}); };
    connect(m_views.heads, &HeadPanel::headChosen, this, showAlone);
    connect(m_views.heads, &HeadPanel::headToggled, this, [this](mayfly::HeadIndex head) {
        const Document& document = m_session.document();
        const bool more = std::find(document.heads.begin(), document.heads.end(), head) == document.heads.end();
        if (more && document.heads.size() == Document::mostHeads)
            statusBar()->showMessage(tr("Eight heads are shown at the most: Ctrl+click one of them to take it away."), 5000);
        m_session.toggleHead(head);
    });
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
        if (m_views.finder->list()->isVisible()) m_views.finder->list()->setFocus();
    });
}

void MainWindow::connectFiles() {
    connect(&m_opener, &Opener::failed, this, [this](const QString& sentence) {
        m_views.message->show(sentence);
        // A first start that names something which cannot be opened still shows a picture.
        if (!m_session.model() && !std::exchange(m_fellBack, true)) m_opener.openModel(QStringLiteral("built-in"));
    });
    connect(m_actions.exportPicture, &QAction::triggered, this, [this] {
        m_export.setFocus(m_views.front().hover());
        const PictureExport::Outcome outcome = m_export.ask(this);
        if (!outcome.problem.isEmpty()) m_views.message->show(outcome.problem);
        if (!outcome.written.isEmpty()) statusBar()->showMessage(tr("Saved as %1").arg(QDir::toNativeSeparators(outcome.written)), 5000);
    });
    connect(m_actions.copyPicture, &QAction::triggered, this, [this] {
        m_export.setFocus(m_views.front().hover());
        if (const QString sentence = m_export.copy(); !sentence.isEmpty()) return m_views.message->show(sentence);
        statusBar()->showMessage(tr("Copied"), 2000);
    });
    connect(&m_autosave, &Autosave::failed, m_views.message, qOverload<const QString&>(&MessageBar::show));
    connect(m_actions.quit, &QAction::triggered, this, &QWidget::close);
}

void MainWindow::connectModels() {
    connect(&m_opener, &Opener::loading, m_views.loading, &LoadingBar::begin);
    connect(&m_opener, &Opener::progressed, m_views.loading, &LoadingBar::setProgress);
    connect(&m_opener, &Opener::idle, m_views.loading, &LoadingBar::end);
    connect(&m_opener, &Opener::modelOpened, this, &MainWindow::greet);
    connect(m_views.loading, &LoadingBar::cancelled, this, [this] {
        m_opener.cancel();
        if (!m_session.model()) m_opener.openModel(QStringLiteral("built-in"));
    });
    connect(&m_models, &ModelActions::arrived, this,
            [this](const QString& sentence) { statusBar()->showMessage(sentence, 8000); });
}

/// A model is there: what was wrong before it is no longer on the screen, but what the model warns of is.
void MainWindow::greet() {
    QStringList sentences{std::exchange(m_greeting, {}), QString::fromStdString(m_session.model()->warning())};
    sentences.removeAll(QString());
    const QString greeting = sentences.join(u' ');
    if (m_fellBack) return;
    if (greeting.isEmpty())
        m_views.message->hide();
    else
        m_views.message->show(greeting);
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
    connect(&m_samples, &SampleMenu::hinted, this, &MainWindow::say);
    connect(&m_compareMenu, &compare::CompareMenu::hinted, this, &MainWindow::say);
    connect(m_actions.shortcuts, &QAction::triggered, this, [this] { showShortcuts(m_actions.withShortcut(), this); });
    connect(m_actions.explanation, &QAction::triggered, this, [this] { showExplanationPage(this); });
    connect(m_actions.aboutModel, &QAction::triggered, this, [this] { showAboutModel(this); });
    connect(m_actions.about, &QAction::triggered, this, [this] { showAbout(this); });
}

void MainWindow::start(const QString& path) {
    m_session.reset(m_samples.first());
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
    m_views.inspector->setHeads(document.heads);
    m_views.graph->setPinned(m_session.pinned());
    m_views.graph->setDocument(document);
    m_views.pictures->setPinned(m_session.pinned());
    m_views.pictures->setDocument(document);
    m_views.show(document);
    if (document.text != m_hinted) m_views.hint->letGo();
    m_pointing.refresh();
}

void MainWindow::say(const QString& hint) {
    m_hinted = m_session.document().text;
    m_views.hint->say(hint);
}

void MainWindow::followSnapshot() {
    const SnapshotPtr& snapshot = m_session.snapshot();
    followProbe();
    // The pictures first: their threads are at work while this one tells the others.
    m_views.graph->setPinned(m_session.pinned());
    m_views.graph->setSnapshot(snapshot);
    m_views.pictures->setPinned(m_session.pinned());
    m_views.pictures->setSnapshot(snapshot);
    m_views.tokens->setSnapshot(snapshot);
    m_views.tokens->followCursor(m_views.editor->cursorByte());
    m_views.next->setSnapshot(snapshot);
    m_views.heads->setSnapshot(snapshot);
    m_views.inspector->setSnapshot(snapshot);
    m_views.finder->setPin(snapshot, m_session.pinned());
    m_views.pathControls->setLayers(snapshot->trace->layers());
    m_pointing.refresh();
    QStringList info{tr("%n token(s)", nullptr, snapshot->size()), models::oneLine(snapshot->model->name()),
                     tr("%1 ms").arg(QLocale().toString(snapshot->milliseconds, 'f', 1))};
    if (snapshot->leftOut > 0) info.insert(1, tr("%n more do(es) not fit", nullptr, snapshot->leftOut));
    m_views.info->setText(info.join(QStringLiteral(" \u00b7 ")));
    if (!m_firstHint.isEmpty()) say(std::exchange(m_firstHint, {}));
}

/// One that was under way may come after another view has taken its place.
void MainWindow::followGraph() {
    if (m_views.stack->currentWidget() != m_views.graph) return;
    const graph::Scene& scene = *m_views.graph->picture()->scene;
    m_views.inspector->setReadings(m_views.graph->picture()->readings);
    if (!m_views.graph->picture()->settled) return;
    m_views.share->setText(graph::shareShown(qint64(scene.edges.size()), scene.pairs, scene.shown));
}

void MainWindow::followPicture() {
    if (m_views.stack->currentWidget() != m_views.pictures) return;
    const view::Picture& picture = *m_views.pictures->picture();
    m_views.inspector->setReadings(picture.readings);
    m_views.share->setText(picture.scene->remark());
}

void MainWindow::setTheme(Theme theme) {
    memory::keepTheme(theme);
    m_actions.of(theme)->setChecked(true);
    applyTheme(theme);
    const Palette palette = isDark(theme) ? Palette::dark() : Palette::light();
    m_views.setColours(palette);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_files.mayDiscard()) {
        event->ignore();
        return;
    }
    memory::keepWindow(*this);
    m_autosave.end();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFileIn(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString path = localFileIn(*event->mimeData());
    if (path.isEmpty()) return;
    const bool session = path.endsWith(QLatin1String(".mayfly"), Qt::CaseInsensitive);
    if (!session || m_files.mayDiscard()) m_opener.open(path);
}
