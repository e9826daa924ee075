#pragma once

#include "app/window/control_row.h"

#include <QList>

/// The row above a matrix: what its cells show, how, and which way round.
class MatrixControls : public ControlRow {
    Q_OBJECT

public:
    /// The actions become buttons.
    MatrixControls(const QList<QAction*>& quantities, const QList<QAction*>& marks, QAction* hideFirst, QAction* fit,
                   QWidget* parent = nullptr);

    /// Where every quantity is shown at once, there is none to choose, and nothing is left out.
    void setOneQuantity(bool one);

private:
    QList<QToolButton*> m_ofOneQuantity;
};
