#pragma once

#include "app/graph/layout.h"
#include "app/matrix/choice.h"
#include "app/view/kind.h"
#include "app/window/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QList>

class QMainWindow;
class QMenu;
class QUndoStack;

/// Every action of the window, with its words, shortcut and place in the menus. What they do is connected elsewhere.
struct Actions {
    Actions(QMainWindow& window, QUndoStack& undo);

    QAction *openSession, *save, *saveAs, *exportPicture, *copyPicture, *quit;
    QAction *undo, *redo, *cut, *copy, *paste, *selectAll, *releasePin;
    QAction *graph, *matrix, *steps, *values, *path, *flow;
    QAction *weights, *scaled, *dots, *asDots, *transpose;
    QAction *arc, *columns, *circle, *gravity, *hideFirst, *wholeWords, *zoomIn, *zoomOut, *fit, *fullScreen;
    QAction *bestHead, *findHead;
    QAction *themeSystem, *themeLight, *themeDark, *reducedMotion;
    QAction *builtIn, *openModel, *getModel;
    QAction *shortcuts, *explanation, *aboutModel, *about;
    QActionGroup *views, *quantities, *layouts, *themes;
    QMenu *samples, *view, *compare, *model;

    QAction* of(graph::Layout layout) const;
    QAction* of(view::Kind kind) const;
    QAction* of(matrix::Quantity quantity) const {
        return quantity == matrix::Quantity::Weight ? weights : quantity == matrix::Quantity::Scaled ? scaled : dots;
    }
    QAction* of(Theme theme) const {
        return theme == Theme::Light ? themeLight : theme == Theme::Dark ? themeDark : themeSystem;
    }
    /// All that have a shortcut, for the page that lists them.
    QList<QAction*> withShortcut() const;

private:
    QAction* add(QMenu* menu, const QString& text, const QList<QKeySequence>& shortcuts, const QString& tip);
    void addFile();
    void addEdit(QUndoStack& undoStack);
    void addView();
    void addViews();
    void addMatrix();
    void addModel();
    void addHelp();

    QMainWindow& m_window;
};
