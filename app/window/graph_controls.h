#pragma once

#include "app/window/control_row.h"

#include <QList>

class QLabel;
class QSlider;
class QToolButton;

/// The row above the graph: layout, how much of the attention is drawn, and whether the first token's edges are.
class GraphControls : public ControlRow {
    Q_OBJECT

public:
    /// The layouts' actions become buttons.
    GraphControls(const QList<QAction*>& layouts, QAction* hideFirst, QAction* fit, QWidget* parent = nullptr);

    void setTopMass(int percent);
    /// Other views of edges have no layouts to choose.
    void setLayoutsShown(bool shown);
    QSlider* slider() const { return m_slider; }

Q_SIGNALS:
    void topMassChanged(int percent);

private:
    QList<QToolButton*> m_layouts;
    QSlider* m_slider = nullptr;
    QLabel* m_value = nullptr;
};
