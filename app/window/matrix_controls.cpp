#include "app/window/matrix_controls.h"

#include <QHBoxLayout>
#include <QToolButton>

MatrixControls::MatrixControls(const QList<QAction*>& quantities, const QList<QAction*>& marks, QAction* hideFirst,
                               QAction* fit, QWidget* parent)
    : ControlRow(parent) {
    for (QAction* quantity : quantities) m_ofOneQuantity.append(add(quantity));
    beginGroup();
    for (QAction* mark : marks) add(mark);
    row()->addSpacing(14);
    m_ofOneQuantity.append(add(hideFirst));
    row()->addStretch(1);
    add(fit);
}

void MatrixControls::setOneQuantity(bool one) {
    for (QToolButton* button : m_ofOneQuantity) button->setVisible(one);
}
