#include "app/heads/head_rows.h"

#include "app/naming/label_words.h"

#include <QFont>

#include <algorithm>
#include <cmath>
#include <utility>

HeadRows::HeadRows(const QString& number, QObject* parent) : QAbstractTableModel(parent), m_number(number) {}

void HeadRows::setRows(std::vector<mayfly::ScoredHead> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void HeadRows::setProbe(std::shared_ptr<const mayfly::HeadProbe> probe) {
    m_probe = std::move(probe);
    allChanged({Qt::DisplayRole});
}

void HeadRows::setChosen(const std::vector<mayfly::HeadIndex>& heads) {
    m_chosen = heads;
    allChanged({Qt::FontRole});
}

void HeadRows::allChanged(const QList<int>& roles) {
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), roles);
}

int HeadRows::rowOf(mayfly::HeadIndex head) const {
    const auto at = std::find_if(m_rows.begin(), m_rows.end(), [&](const auto& row) { return row.head == head; });
    return at == m_rows.end() ? -1 : int(at - m_rows.begin());
}

QVariant HeadRows::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Head ? tr("Head") : section == Number ? m_number : tr("What it does");
}

QVariant HeadRows::data(const QModelIndex& index, int role) const {
    const mayfly::ScoredHead& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole: return headwords::tooltip(row.head, m_probe.get());
    case Qt::TextAlignmentRole: return QVariant(Qt::AlignVCenter | (index.column() == Number ? Qt::AlignRight : Qt::AlignLeft));
    case ShareRole: return index.column() == Number && std::isfinite(row.score) ? double(row.score) : 0.0;
    case Qt::FontRole: {
        QFont font;
        font.setBold(std::find(m_chosen.begin(), m_chosen.end(), row.head) != m_chosen.end());
        return font;
    }
    default: return {};
    }
}

QVariant HeadRows::text(const mayfly::ScoredHead& row, int column) const {
    if (column == Head) return QString::fromStdString(mayfly::toString(row.head));
    if (column == Number) return std::isfinite(row.score) ? headwords::score(double(row.score)) : QStringLiteral("\u2013");
    return m_probe && m_probe->has(row.head) ? headwords::word(m_probe->label(row.head)) : QString();
}
