#include "app/heads/head_list.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace {

/// A line as long as the number, beneath it.
class BarDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        const double share = std::clamp(index.data(HeadRows::ShareRole).toDouble(), 0.0, 1.0);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const QRectF room = QRectF(option.rect).adjusted(4, 0, -4, 0);
        painter->fillRect(QRectF(room.left(), room.bottom() - 3, room.width() * share, 2.5),
                          option.palette.color(selected ? QPalette::HighlightedText : QPalette::Highlight));
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 6); // room for the line
    }
};

} // namespace

HeadList::HeadList(const QString& name, const QString& number, QWidget* parent)
    : QTreeView(parent), m_rows(new HeadRows(number, this)) {
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setModel(m_rows);
    setItemDelegateForColumn(HeadRows::Number, new BarDelegate(this));
    const auto width = [this](const QString& text) { return fontMetrics().horizontalAdvance(text) + 22; };
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(20);
    header()->resizeSection(HeadRows::Head, std::max(width(tr("Head")), width(QStringLiteral("00.00"))));
    header()->resizeSection(HeadRows::Number, std::max(width(number), width(QStringLiteral("0.000"))));
    connect(this, &QTreeView::clicked, this, &HeadList::choose);
}

void HeadList::setRows(std::vector<mayfly::ScoredHead> rows) {
    const int before = currentIndex().row();
    const auto walkedTo = before >= 0 ? std::optional(m_rows->rows()[std::size_t(before)].head) : std::nullopt;
    m_rows->setRows(std::move(rows));
    if (const int row = walkedTo ? m_rows->rowOf(*walkedTo) : -1; row >= 0) setCurrentIndex(m_rows->index(row, 0));
}

/// Enter is taken here: whether a style activates by it, or by a click too, differs between desktops.
void HeadList::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    enter ? choose(currentIndex()) : QTreeView::keyPressEvent(event);
}

void HeadList::choose(const QModelIndex& at) {
    if (at.isValid()) Q_EMIT headChosen(m_rows->rows()[std::size_t(at.row())].head);
}
