#include "app/getting/offer_list.h"

#include "app/download/progress_text.h"
#include "app/getting/offers.h"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace getting {

namespace {

enum Column { NameColumn, ShapeColumn, SizeColumn, LicenceColumn, HereColumn };

QTreeWidgetItem* itemOf(const Offer& offer) {
    auto* item = new QTreeWidgetItem({offer.repository, QStringLiteral("%1 \u00d7 %2").arg(offer.layers).arg(offer.heads),
                                      download::sizeText(offer.bytes), offer.licence, {}});
    item->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    item->setTextAlignment(ShapeColumn, Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

} // namespace

OfferList::OfferList(QWidget* parent) : QTreeWidget(parent) {
    setHeaderLabels({tr("Model"), tr("Layers \u00d7 heads"), tr("Size, about"), tr("Licence"), {}});
    headerItem()->setTextAlignment(ShapeColumn, Qt::AlignRight | Qt::AlignVCenter);
    headerItem()->setTextAlignment(SizeColumn, Qt::AlignRight | Qt::AlignVCenter);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAccessibleName(tr("Models to get"));
    for (const Offer& offer : offers()) addTopLevelItem(itemOf(offer));
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(NameColumn, QHeaderView::Stretch);
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        if (item) Q_EMIT chosen(item->text(NameColumn));
    });
}

void OfferList::setFound(const std::vector<mayfly::FoundModel>& found) {
    for (int i = 0; i < topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = topLevelItem(i);
        const bool isHere = std::any_of(found.begin(), found.end(), [&](const mayfly::FoundModel& model) {
            return model.problem.empty() && item->text(NameColumn) == QString::fromStdString(model.name);
        });
        item->setText(HereColumn, isHere ? tr("\u2713 here") : QString());
        item->setToolTip(HereColumn, isHere ? tr("On this machine already") : QString());
    }
}

void OfferList::select(const QString& repository) {
    const QSignalBlocker quiet(this);
    const QList<QTreeWidgetItem*> items = findItems(repository, Qt::MatchFixedString, NameColumn);
    setCurrentItem(items.isEmpty() ? nullptr : items.front());
}

/// High enough for all of them.
QSize OfferList::sizeHint() const {
    const int rows = topLevelItemCount() * (topLevelItemCount() > 0 ? sizeHintForRow(0) : 0);
    return {QTreeWidget::sizeHint().width(), header()->sizeHint().height() + rows + 2 * frameWidth() + 2};
}

} // namespace getting
