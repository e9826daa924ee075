#pragma once

#include "app/window/control_row.h"

#include <QList>

class QLabel;
class QSlider;

/// The row above the graph: layout, how much of the attention is drawn, and whether the first token's edges are.
class GraphControls : public ControlRow {
    Q_OBJECT

public:
    /// The layouts' actions become buttons.
    GraphControls(const QList<QAction*>& layouts, QAction* hideFirst, QAction* fit, QWidget* parent = nullptr);

    void setTopMass(int percent);
    QSlider* slider() const { return m_slider; }

Q_SIGNALS:
    void topMassChanged(int percent);

private:
    QSlider* m_slider = nullptr;
    QLabel* m_value = nullptr;
};
