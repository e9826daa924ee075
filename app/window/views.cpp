#include "app/window/views.h"

#include "app/graph/graph_view.h"
#include "app/heads/head_finder.h"
#include "app/heads/head_panel.h"
#include "app/inspector/inspector.h"
#include "app/prompt/next_bar.h"
#include "app/prompt/prompt_editor.h"
#include "app/prompt/token_strip.h"
#include "app/view/picture_view.h"
#include "app/window/graph_controls.h"
#include "app/window/hint_line.h"
#include "app/window/loading_bar.h"
#include "app/window/matrix_controls.h"
#include "app/window/message_bar.h"
#include "app/window/path_controls.h"
#include "app/window/view_tabs.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(MainWindow)
};

QLabel* quietLabel(const QString& text = {}) {
    auto* label = new QLabel(text);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QWidget* promptPane(const Views& views) {
    auto* pane = new QWidget;
    pane->setBackgroundRole(QPalette::Base);
    pane->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(10, 8, 12, 6);
    column->setSpacing(4);
    column->setSizeConstraint(QLayout::SetMinAndMaxSize); // as high as its lines are
    auto* row = new QHBoxLayout;
    row->setContentsMargins(4, 0, 0, 0);
    row->addWidget(views.tokens, 1);
    row->addWidget(views.info, 0, Qt::AlignTop);
    column->addWidget(views.message);
    column->addWidget(views.editor);
    column->addLayout(row);
    return pane;
}

QWidget* picturePane(const Views& views) {
    views.rows->addWidget(views.controls);
    views.rows->addWidget(views.matrixControls);
    views.rows->addWidget(views.pathControls);
    views.stack->addWidget(views.graph);
    views.stack->addWidget(views.pictures);
    auto* pane = new QWidget;
    auto* column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 12, 0);
    head->addWidget(views.tabs, 1);
    head->addWidget(views.compare);
    column->addLayout(head);
    column->addWidget(views.rows);
    column->addWidget(views.stack, 1);
    column->addWidget(views.next);
    return pane;
}

/// The text lies across the whole window, above the panels, and is always there.
void addPrompt(QMainWindow& window, QWidget* pane) {
    auto* prompt = new QDockWidget(Words::tr("Text"));
    prompt->setObjectName(QStringLiteral("text"));
    prompt->setFeatures(QDockWidget::NoDockWidgetFeatures);
    prompt->setTitleBarWidget(new QWidget);
    prompt->setWidget(pane);
    window.addDockWidget(Qt::TopDockWidgetArea, prompt);
}

QDockWidget* addPanel(QMainWindow& window, QMenu* switches, const QString& title, const char* name, QWidget* widget,
              Qt::DockWidgetArea area) {
    auto* panel = new QDockWidget(title);
    panel->setObjectName(QLatin1String(name));
    panel->setWidget(widget);
    panel->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
    window.addDockWidget(area, panel);
    switches->addAction(panel->toggleViewAction());
    return panel;
}

/// The button says what is chosen in its menu, unless that is nothing.
QString nameOfComparison(const QMenu* choices) {
    const QList<QAction*> all = choices->actions();
    for (const QAction* choice : all)
        if (choice != all.front() && choice->isChecked())
            return Words::tr("Compare: %1").arg(choice->text().remove(u'&'));
    return Words::tr("Compare");
}

QToolButton* compareButton(QMenu* choices) {
    auto* button = new QToolButton;
    button->setMenu(choices);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAutoRaise(true);
    button->setToolTip(Words::tr("Two pictures beside each other, or the difference of two"));
    return button;
}

/// One quiet line, and a page behind it.
QToolButton* honestLine(QAction* explanation) {
    auto* honest = new QToolButton;
    honest->setText(Words::tr("Attention is not an explanation"));
    honest->setToolTip(Words::tr("It shows where a head looks and how strongly, not why the model decides as it does."));
    honest->setFocusPolicy(Qt::TabFocus);
    honest->setCursor(Qt::PointingHandCursor);
    QObject::connect(honest, &QToolButton::clicked, explanation, &QAction::trigger);
    return honest;
}

void fillStatusBar(QStatusBar& bar, const Views& views) {
    bar.setContentsMargins(10, 0, 8, 0);
    bar.addWidget(views.share);
    bar.addWidget(views.hint, 1);
    bar.addPermanentWidget(views.loading);
    bar.addPermanentWidget(views.honest);
}

} // namespace

Views::Views(QMainWindow& window, const Actions& actions)
    : editor(new PromptEditor), tokens(new TokenStrip), info(quietLabel()), message(new MessageBar),
      tabs(new ViewTabs(actions.views->actions())), compare(compareButton(actions.compare)),
      controls(new GraphControls(actions.layouts->actions(), actions.hideFirst, actions.fit)),
      matrixControls(new MatrixControls(actions.quantities->actions(), {actions.asDots, actions.transpose},
                                        actions.hideFirst, actions.fit)),
      pathControls(new PathControls(actions.hideFirst, actions.fit)),
      graph(new graph::GraphView), pictures(new view::PictureView), rows(new QStackedWidget),
      stack(new QStackedWidget), next(new NextBar), heads(new HeadPanel), finder(new HeadFinder), inspector(new Inspector),
      honest(honestLine(actions.explanation)), loading(new LoadingBar), share(new QLabel), hint(new HintLine) {
    share->setObjectName(QStringLiteral("share"));
    info->setAlignment(Qt::AlignRight | Qt::AlignTop);
    inspector->setBackgroundRole(QPalette::Base);
    inspector->setAutoFillBackground(true);
    window.setCentralWidget(picturePane(*this));
    addPrompt(window, promptPane(*this));
    QDockWidget* left = addPanel(window, actions.view, Words::tr("Heads"), "heads", heads, Qt::LeftDockWidgetArea);
    addPanel(window, actions.view, Words::tr("Find a Head"), "finder", finder, Qt::LeftDockWidgetArea);
    QDockWidget* right = addPanel(window, actions.view, Words::tr("Inspector"), "inspector", inspector, Qt::RightDockWidgetArea);
    window.resizeDocks({left, right}, {1, 250}, Qt::Horizontal); // hardly more than they need: the room is the picture's
    fillStatusBar(*window.statusBar(), *this);
}

void Views::setProbe(const std::shared_ptr<const mayfly::HeadProbe>& probe) const {
    heads->setProbe(probe);
    finder->setProbe(probe);
    graph->setProbe(probe);
    inspector->setProbe(probe);
}

void Views::setColours(const Palette& palette) const {
    tokens->setColours(palette);
    graph->setColours(palette);
    pictures->setColours(palette);
    next->setColours(palette);
    heads->setColours(palette);
    finder->setColours(palette);
    inspector->setColours(palette);
    for (ControlRow* row : {static_cast<ControlRow*>(controls), static_cast<ControlRow*>(matrixControls),
                            static_cast<ControlRow*>(pathControls)})
        row->followTheme();
    // With room for the arrow.
    compare->setStyleSheet(QStringLiteral("QToolButton { color: %1; border: none; border-radius: 5px; padding: 4px 18px 4px 8px; }"
                                          "QToolButton:hover, QToolButton:focus, QToolButton:pressed { background: %2; }")
                               .arg(palette.ink.name(), palette.faint.name()));
    honest->setStyleSheet(QStringLiteral("QToolButton { color: %1; border: none; padding: 2px 4px; }"
                                         "QToolButton:hover, QToolButton:focus { color: %2; text-decoration: underline; }")
                              .arg(palette.muted.name(), palette.ink.name()));
}

void Views::show(const Document& document) const {
    const view::Kind kind = document.view;
    const bool isGraph = kind == view::Kind::Graph;
    graph::PointedView* picture = document.isGraphAlone() ? static_cast<graph::PointedView*>(graph) : pictures;
    const bool hadFocus = stack->currentWidget()->hasFocus();
    tabs->setView(kind);
    compare->setText(nameOfComparison(compare->menu()));
    matrixControls->setOneQuantity(kind == view::Kind::Matrix);
    controls->setLayoutsShown(isGraph);
    rows->setCurrentWidget(controlsOf(kind));
    stack->setCurrentWidget(picture);
    if (hadFocus) picture->setFocus();
}

QWidget* Views::controlsOf(view::Kind kind) const {
    switch (kind) {
    case view::Kind::Graph:
    case view::Kind::Values:
    case view::Kind::Flow: return controls;
    case view::Kind::Path: return pathControls;
    case view::Kind::Matrix:
    case view::Kind::Steps: break;
    }
    return matrixControls;
}

graph::PointedView& Views::front() const { return static_cast<graph::PointedView&>(*stack->currentWidget()); }
