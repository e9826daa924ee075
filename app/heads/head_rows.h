#pragma once

#include "engine/reading/head_probe.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

/// The heads of a list with the number that each is listed by, 0..1 or not a number: head, number, what it does. Words are
/// made when they are asked for, so that a thousand heads can change with every keystroke.
class HeadRows : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Head, Number, Word };
    static constexpr int ShareRole = Qt::UserRole; ///< of the number's column: how long its bar is, 0..1

    /// `number` heads the column of numbers.
    explicit HeadRows(const QString& number, QObject* parent = nullptr);

    /// In the order given.
    void setRows(std::vector<mayfly::ScoredHead> rows);
    /// What the words come from; may be null.
    void setProbe(std::shared_ptr<const mayfly::HeadProbe> probe);
    /// The heads that are shown are set in bold.
    void setChosen(const std::vector<mayfly::HeadIndex>& heads);

    const std::vector<mayfly::ScoredHead>& rows() const { return m_rows; }
    /// Its row, or −1.
    int rowOf(mayfly::HeadIndex head) const;

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex& = {}) const override { return 3; }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QVariant text(const mayfly::ScoredHead& row, int column) const;
    void allChanged(const QList<int>& roles);

    QString m_number;
    std::vector<mayfly::ScoredHead> m_rows;
    std::shared_ptr<const mayfly::HeadProbe> m_probe;
    std::vector<mayfly::HeadIndex> m_chosen;
};
