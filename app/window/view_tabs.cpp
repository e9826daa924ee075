#include "app/window/view_tabs.h"

#include <QAction>
#include <QSignalBlocker>

#include <algorithm>

ViewTabs::ViewTabs(const QList<QAction*>& views, QWidget* parent) : QTabBar(parent) {
    setDrawBase(false);
    setExpanding(false);
    setDocumentMode(true);
    setAccessibleName(tr("Views"));
    for (const QAction* view : views) {
        const int tab = addTab(view->text().remove(u'&'));
        setTabToolTip(tab, QStringLiteral("%1 (%2)").arg(
                               view->statusTip(), view->shortcut().toString(QKeySequence::NativeText)));
    }
    connect(this, &QTabBar::currentChanged, this, [this](int tab) { Q_EMIT chosen(view::kinds[std::size_t(tab)]); });
}

void ViewTabs::setView(view::Kind view) {
    const QSignalBlocker quiet(this);
    setCurrentIndex(int(std::find(view::kinds.begin(), view::kinds.end(), view) - view::kinds.begin()));
}
