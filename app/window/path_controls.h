#pragma once

#include "app/window/control_row.h"

class QLabel;
class QSlider;

/// The row above the residual stream's path: at which depth tokens are marked.
class PathControls : public ControlRow {
    Q_OBJECT

public:
    PathControls(QAction* hideFirst, QAction* fit, QWidget* parent = nullptr);

    void setLayers(int layers);
    /// −1 for the last.
    void setDepth(int depth);
    QSlider* slider() const { return m_slider; }

Q_SIGNALS:
    /// −1 for the last, so that it stays the last in another model.
    void depthChanged(int depth);

private:
    void show(int depth);

    QSlider* m_slider = nullptr;
    QLabel* m_value = nullptr;
    int m_depth = -1;
};
