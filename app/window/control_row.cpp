#include "app/window/control_row.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

#include <algorithm>

ControlRow::ControlRow(QWidget* parent) : QWidget(parent), m_groups(new QBoxLayout(QBoxLayout::LeftToRight, this)) {
    followTheme();
    m_groups->setContentsMargins(12, 6, 12, 6);
    m_groups->setSpacing(6);
    beginGroup();
}

void ControlRow::beginGroup() {
    if (m_row != nullptr) {
        m_row->addStretch(1); // for when it has a line of its own
        m_groups->setStretchFactor(m_row, 0);
    }
    m_row = new QHBoxLayout;
    m_row->setSpacing(6);
    m_groups->addLayout(m_row, 1);
}

namespace {

/// What a group needs with those of its controls that are hidden: a picture must not move when the view changes.
QSize leastOf(const QLayout& group) {
    QSize size;
    for (int i = 0; i < group.count(); ++i) {
        QLayoutItem* item = group.itemAt(i);
        const QSize own = item->widget() ? item->widget()->minimumSizeHint().expandedTo(item->widget()->minimumSize()) : item->minimumSize();
        size = {size.width() + own.width() + (i > 0 ? group.spacing() : 0), std::max(size.height(), own.height())};
    }
    return size;
}

} // namespace

/// The room that the groups need, side by side or one below the other.
QSize ControlRow::least(Qt::Orientation groups) const {
    const bool beside = groups == Qt::Horizontal;
    QSize size;
    for (int i = 0; i < m_groups->count(); ++i) {
        const QSize group = leastOf(*m_groups->itemAt(i)->layout());
        const int gap = i > 0 ? m_groups->spacing() : 0;
        size = beside ? QSize(size.width() + gap + group.width(), std::max(size.height(), group.height()))
                      : QSize(std::max(size.width(), group.width()), size.height() + gap + group.height());
    }
    return size.grownBy(m_groups->contentsMargins());
}

int ControlRow::heightForWidth(int width) const {
    return least(isNarrow(width) ? Qt::Vertical : Qt::Horizontal).height();
}

QSize ControlRow::minimumSizeHint() const { return {least(Qt::Vertical).width(), least(Qt::Horizontal).height()}; }

void ControlRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_groups->setDirection(isNarrow(width()) ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ControlRow::followTheme() {
    // Fusion hardly shows on a dark ground which button is down.
    setStyleSheet(QStringLiteral("QToolButton { padding: 4px 9px; border: 1px solid palette(mid); border-radius: 5px; "
                                 "background: palette(button); color: palette(button-text); }"
                                 "QToolButton:hover { border-color: palette(highlight); }"
                                 "QToolButton:checked { background: palette(highlight); color: palette(highlighted-text); "
                                 "border-color: palette(highlight); }"));
}

QToolButton* ControlRow::add(QAction* action) {
    auto* tool = new QToolButton;
    tool->setDefaultAction(action);
    tool->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_row->addWidget(tool);
    return tool;
}
