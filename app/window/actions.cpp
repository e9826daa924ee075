#include "app/window/actions.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>

namespace {

/// The desktop's own keys for a purpose, or ours where it has none: some platforms leave Quit or Save As empty.
QList<QKeySequence> keys(QKeySequence::StandardKey standard, const QKeySequence& otherwise) {
    const QList<QKeySequence> bindings = QKeySequence::keyBindings(standard);
    return bindings.isEmpty() ? QList<QKeySequence>{otherwise} : bindings;
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Actions)
};

} // namespace

Actions::Actions(QMainWindow& window, QUndoStack& undoStack) : m_window(window) {
    addFile();
    addEdit(undoStack);
    addView();
    addModel();
    samples = window.menuBar()->addMenu(Words::tr("&Samples"));
    addHelp();
}

QAction* Actions::add(QMenu* menu, const QString& text, const QList<QKeySequence>& shortcuts_, const QString& tip) {
    auto* action = new QAction(text, &m_window);
    action->setShortcuts(shortcuts_);
    action->setStatusTip(tip);
    action->setToolTip(tip);
    menu->addAction(action);
    return action;
}

void Actions::addFile() {
    QMenu* file = m_window.menuBar()->addMenu(Words::tr("&File"));
    openSession = add(file, Words::tr("&Open Session\u2026"), keys(QKeySequence::Open, Qt::CTRL | Qt::Key_O),
                      Words::tr("Open a text with its model, heads and view"));
    save = add(file, Words::tr("&Save Session"), keys(QKeySequence::Save, Qt::CTRL | Qt::Key_S),
               Words::tr("Save text, model, heads and view"));
    saveAs = add(file, Words::tr("Save Session &As\u2026"), keys(QKeySequence::SaveAs, Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                 Words::tr("Save under another name"));
    file->addSeparator();
    exportPicture = add(file, Words::tr("&Export Picture\u2026"), {Qt::CTRL | Qt::Key_E},
                        Words::tr("Save the picture as PNG, SVG, PDF or TikZ, with what is pinned"));
    copyPicture = add(file, Words::tr("&Copy Picture"), {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
                      Words::tr("Copy the picture to the clipboard"));
    file->addSeparator();
    quit = add(file, Words::tr("&Quit"), keys(QKeySequence::Quit, Qt::CTRL | Qt::Key_Q), Words::tr("Close Mayfly"));
    quit->setMenuRole(QAction::QuitRole);
}

void Actions::addEdit(QUndoStack& undoStack) {
    QMenu* edit = m_window.menuBar()->addMenu(Words::tr("&Edit"));
    undo = undoStack.createUndoAction(&m_window, Words::tr("&Undo"));
    undo->setShortcuts(keys(QKeySequence::Undo, Qt::CTRL | Qt::Key_Z));
    undo->setStatusTip(Words::tr("Take back the last change of text or choice"));
    redo = undoStack.createRedoAction(&m_window, Words::tr("&Redo"));
    redo->setShortcuts(keys(QKeySequence::Redo, Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    redo->setStatusTip(Words::tr("Do again what was taken back"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    cut = add(edit, Words::tr("Cu&t"), keys(QKeySequence::Cut, Qt::CTRL | Qt::Key_X), Words::tr("Take the selected text away, onto the clipboard"));
    copy = add(edit, Words::tr("&Copy"), keys(QKeySequence::Copy, Qt::CTRL | Qt::Key_C), Words::tr("Copy the selected text to the clipboard"));
    paste = add(edit, Words::tr("&Paste"), keys(QKeySequence::Paste, Qt::CTRL | Qt::Key_V), Words::tr("Insert the clipboard's text"));
    selectAll = add(edit, Words::tr("Select &All"), keys(QKeySequence::SelectAll, Qt::CTRL | Qt::Key_A), Words::tr("Select the whole text"));
    edit->addSeparator();
    releasePin = add(edit, Words::tr("Release P&in"), {Qt::Key_Escape}, Words::tr("Let go of what was clicked"));
}

void Actions::addView() {
    view = m_window.menuBar()->addMenu(Words::tr("&View"));
    addViews();
    view->addSeparator();
    layouts = new QActionGroup(&m_window);
    arc = add(view, Words::tr("&Arcs"), {Qt::CTRL | Qt::Key_1}, Words::tr("Tokens along the line of text, edges as arcs"));
    columns = add(view, Words::tr("&Columns"), {Qt::CTRL | Qt::Key_2}, Words::tr("Queries on the left, keys on the right"));
    circle = add(view, Words::tr("C&ircle"), {Qt::CTRL | Qt::Key_3}, Words::tr("Tokens around a circle, edges as chords"));
    gravity = add(view, Words::tr("&Gravity"), {Qt::CTRL | Qt::Key_4}, Words::tr("Attention draws tokens together"));
    for (QAction* layout : {arc, columns, circle, gravity}) {
        layout->setCheckable(true);
        layouts->addAction(layout);
    }
    hideFirst = add(view, Words::tr("Hide &First Token"), {Qt::CTRL | Qt::Key_H},
                    Words::tr("Leave out every edge to the first token, where much attention goes to rest"));
    hideFirst->setIconText(Words::tr("Hide First Token", "on a button: as short as can be")); // else rows outgrow small windows
    hideFirst->setCheckable(true);
    wholeWords = add(view, Words::tr("Select Whole &Words"), {Qt::CTRL | Qt::SHIFT | Qt::Key_W},
                     Words::tr("Pointing at a token points at all tokens of its word"));
    wholeWords->setCheckable(true);
    addMatrix();
    compare = view->addMenu(Words::tr("Com&pare"));
    view->addSeparator();
    bestHead = add(view, Words::tr("&Best Head"), {Qt::CTRL | Qt::Key_B},
                   Words::tr("Go to the head with the largest score of the chosen kind"));
    findHead = add(view, Words::tr("Find a &Head"), {Qt::CTRL | Qt::Key_F},
                   Words::tr("List the heads of all layers by the weight that they give to the pinned pair"));
    view->addSeparator();
    zoomIn = add(view, Words::tr("Zoom &In"), keys(QKeySequence::ZoomIn, Qt::CTRL | Qt::Key_Plus), Words::tr("See the picture larger"));
    zoomIn->setShortcuts(zoomIn->shortcuts() + QList<QKeySequence>{Qt::CTRL | Qt::Key_Equal});
    zoomOut = add(view, Words::tr("Zoom &Out"), keys(QKeySequence::ZoomOut, Qt::CTRL | Qt::Key_Minus), Words::tr("See more of the picture"));
    fit = add(view, Words::tr("Fi&t"), {Qt::CTRL | Qt::Key_0}, Words::tr("See the whole picture"));
    view->addSeparator();
    QMenu* theme = view->addMenu(Words::tr("T&heme"));
    themes = new QActionGroup(&m_window);
    themeSystem = add(theme, Words::tr("&System"), {}, Words::tr("Light or dark as the desktop is"));
    themeLight = add(theme, Words::tr("&Light"), {}, Words::tr("Dark words on white"));
    themeDark = add(theme, Words::tr("&Dark"), {}, Words::tr("Light words on black"));
    for (QAction* each : {themeSystem, themeLight, themeDark}) {
        each->setCheckable(true);
        themes->addAction(each);
    }
    reducedMotion = add(view, Words::tr("R&educed Motion"), {}, Words::tr("Pictures change at once instead of moving"));
    reducedMotion->setCheckable(true);
    fullScreen = add(view, Words::tr("F&ull Screen"), keys(QKeySequence::FullScreen, Qt::Key_F11), Words::tr("Use the whole screen"));
    fullScreen->setCheckable(true);
    view->addSeparator();
}

void Actions::addViews() {
    views = new QActionGroup(&m_window);
    graph = add(view, Words::tr("&Graph"), {Qt::ALT | Qt::Key_1}, Words::tr("One node a token, an edge from each query to each key"));
    matrix = add(view, Words::tr("&Matrix"), {Qt::ALT | Qt::Key_2}, Words::tr("A cell for each query and key"));
    steps = add(view, Words::tr("&Steps"), {Qt::ALT | Qt::Key_3}, Words::tr("From q\u00b7k over scale, mask and softmax to the weights"));
    values = add(view, Words::tr("&Values"), {Qt::ALT | Qt::Key_4}, Words::tr("Weights, and the size of what they carry"));
    path = add(view, Words::tr("Pat&h"), {Qt::ALT | Qt::Key_5}, Words::tr("The residual stream from layer to layer, and what it foretells"));
    flow = add(view, Words::tr("Fl&ow"), {Qt::ALT | Qt::Key_6}, Words::tr("Where the pinned token comes from, layer by layer: attention rollout"));
    for (QAction* each : {graph, matrix, steps, values, path, flow}) {
        each->setCheckable(true);
        views->addAction(each);
    }
}

void Actions::addMatrix() {
    QMenu* menu = view->addMenu(Words::tr("Cells of a Mat&rix"));
    quantities = new QActionGroup(&m_window);
    weights = add(menu, Words::tr("&Weights"), {}, Words::tr("What softmax makes of each row: it sums to 1"));
    scaled = add(menu, Words::tr("&Scaled"), {}, Words::tr("The dots as softmax sees them, masked ones too"));
    dots = add(menu, Words::tr("&q\u00b7k"), {}, Words::tr("The dots of queries and keys, masked ones too"));
    for (QAction* each : {weights, scaled, dots}) {
        each->setCheckable(true);
        quantities->addAction(each);
    }
    menu->addSeparator();
    asDots = add(menu, Words::tr("As &Discs"), {Qt::CTRL | Qt::Key_D}, Words::tr("A disc whose area is the value, in the place of a colour"));
    transpose = add(menu, Words::tr("&Transpose"), {Qt::CTRL | Qt::Key_T}, Words::tr("Queries in columns and keys in rows"));
    asDots->setCheckable(true);
    transpose->setCheckable(true);
}

void Actions::addModel() {
    model = m_window.menuBar()->addMenu(Words::tr("&Model"));
    builtIn = add(model, Words::tr("&Built-in Model"), {}, Words::tr("The small model that comes with Mayfly"));
    openModel = add(model, Words::tr("Open &Model Folder\u2026"), {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
                    Words::tr("Open a model in Hugging Face\u2019s layout from a folder"));
    getModel = add(model, Words::tr("&Get a Model\u2026"), {Qt::CTRL | Qt::SHIFT | Qt::Key_G},
                   Words::tr("Fetch a model from the Hugging Face Hub"));
}

void Actions::addHelp() {
    QMenu* help = m_window.menuBar()->addMenu(Words::tr("&Help"));
    shortcuts = add(help, Words::tr("&Keyboard and Mouse"), keys(QKeySequence::HelpContents, Qt::Key_F1),
                    Words::tr("What every key and click does"));
    explanation = add(help, Words::tr("What Attention Does &Not Say\u2026"), {},
                      Words::tr("Why it is not an explanation, with the papers that argued about it"));
    aboutModel = add(help, Words::tr("About the &Built-in Model"), {},
                     Words::tr("What it was trained on, what its heads do, and what it cannot do"));
    about = add(help, Words::tr("&About Mayfly"), {}, Words::tr("Version and licence"));
    about->setMenuRole(QAction::AboutRole);
}

QAction* Actions::of(view::Kind kind) const {
    switch (kind) {
    case view::Kind::Matrix: return matrix;
    case view::Kind::Steps: return steps;
    case view::Kind::Values: return values;
    case view::Kind::Path: return path;
    case view::Kind::Flow: return flow;
    case view::Kind::Graph: break;
    }
    return graph;
}

QAction* Actions::of(graph::Layout layout) const {
    switch (layout) {
    case graph::Layout::Arc: return arc;
    case graph::Layout::Columns: return columns;
    case graph::Layout::Circle: return circle;
    case graph::Layout::Gravity: break;
    }
    return gravity;
}

QList<QAction*> Actions::withShortcut() const {
    QList<QAction*> all;
    for (QAction* action : m_window.findChildren<QAction*>())
        if (!action->shortcut().isEmpty() && !action->text().isEmpty()) all.append(action);
    return all;
}
