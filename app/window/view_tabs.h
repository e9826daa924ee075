#pragma once

#include "app/view/kind.h"

#include <QTabBar>

class QAction;

/// The tabs above the picture, one a view.
class ViewTabs : public QTabBar {
    Q_OBJECT

public:
    /// Each action gives its view's tab the words; in the order of `view::kinds`.
    explicit ViewTabs(const QList<QAction*>& views, QWidget* parent = nullptr);

    void setView(view::Kind view);

Q_SIGNALS:
    void chosen(view::Kind view);
};
