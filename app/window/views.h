#pragma once

#include "app/style/palette.h"
#include "app/window/actions.h"
#include "engine/reading/head_probe.h"

#include <memory>

class GraphControls;
class HeadFinder;
class HeadPanel;
class HintLine;
class Inspector;
class LoadingBar;
class MatrixControls;
class MessageBar;
class NextBar;
class PathControls;
class PromptEditor;
struct Document;
class QLabel;
class QStackedWidget;
class QToolButton;
class TokenStrip;
class ViewTabs;
namespace graph {
class GraphView;
class PointedView;
}
namespace view {
class PictureView;
}

/// The window's views and where they lie; no view knows another, and nothing is connected yet. The window owns them.
///
///     text ............................................
///     heads  | tabs, controls, picture, next tokens | inspector
///     finder |                                      |
///     status ..........................................
struct Views {
    /// Makes them and puts them into the window; the panels' switches go into the View menu.
    Views(QMainWindow& window, const Actions& actions);

    /// The same for all that say what heads do; null if it is not known.
    void setProbe(const std::shared_ptr<const mayfly::HeadProbe>& probe) const;
    void setColours(const Palette& palette) const;
    /// Brings the document's view and its controls to the front; the keyboard goes on there.
    void show(const Document& document) const;
    QWidget* controlsOf(view::Kind kind) const;
    /// The picture at the front.
    graph::PointedView& front() const;

    PromptEditor* editor;
    TokenStrip* tokens;
    QLabel* info; ///< number of tokens, model, time
    MessageBar* message;
    ViewTabs* tabs;
    QToolButton* compare; ///< beside the tabs: what is compared
    GraphControls* controls;
    MatrixControls* matrixControls;
    PathControls* pathControls;
    graph::GraphView* graph;
    view::PictureView* pictures; ///< every view but the graph
    QStackedWidget *rows, *stack; ///< of controls, and of pictures
    NextBar* next;
    HeadPanel* heads;
    HeadFinder* finder;
    Inspector* inspector;
    QToolButton* honest; ///< the line that says what attention is not
    LoadingBar* loading;
    QLabel* share; ///< edges and attention shown
    HintLine* hint; ///< what a sample shows
};
