#pragma once

#include "app/style/palette.h"
#include "app/window/actions.h"
#include "engine/reading/head_probe.h"

#include <memory>

class GraphControls;
class HeadFinder;
class HeadPanel;
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
///     heads  | controls, graph, next tokens | inspector
///     finder |                              |
///     status ..........................................
struct Views {
    /// Makes them and puts them into the window; the panels' switches go into the View menu.
    Views(QMainWindow& window, const Actions& actions);

    /// The same for all that say what heads do; null if it is not known.
    void setProbe(const std::shared_ptr<const mayfly::HeadProbe>& probe) const;
    void setColours(const Palette& palette) const;

    PromptEditor* editor;
    TokenStrip* tokens;
    QLabel* info; ///< number of tokens, model, time
    MessageBar* message;
    GraphControls* controls;
    graph::GraphView* graph;
    NextBar* next;
    HeadPanel* heads;
    HeadFinder* finder;
    Inspector* inspector;
    LoadingBar* loading;
    QLabel* share; ///< edges and attention shown
};
