#pragma once

#include "app/session/document.h"

#include <QWidget>

class QAction;
class QCheckBox;
class QLabel;
class QSlider;

/// The row above the graph: layout, how much of the attention is drawn, and whether the first token's edges are.
class GraphControls : public QWidget {
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
