#pragma once

#include "app/style/palette.h"
#include "app/window/actions.h"

class GraphControls;
class HeadGrid;
class Inspector;
class LoadingBar;
class MessageBar;
class NextBar;
class PromptEditor;
class QLabel;
class TokenStrip;
namespace graph {
class GraphView;
}

/// The window's views and where they lie; no view knows another, and nothing is connected yet. The window owns them.
///
///     text ............................................
///     heads | controls, graph, next tokens | inspector
///     status ..........................................
struct Views {
    /// Makes them and puts them into the window; the panels' switches go into the View menu.
    Views(QMainWindow& window, const Actions& actions);

    void setColours(const Palette& palette) const;

    PromptEditor* editor;
    TokenStrip* tokens;
    QLabel* info; ///< number of tokens, model, time
    MessageBar* message;
    GraphControls* controls;
    graph::GraphView* graph;
    NextBar* next;
    HeadGrid* heads;
    Inspector* inspector;
    LoadingBar* loading;
    QLabel* share; ///< edges and attention shown
};
