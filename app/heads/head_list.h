#pragma once

#include "app/heads/head_rows.h"

#include <QTreeView>

/// Heads one below the other, each with a bar for its number. Arrows walk, Enter or a click shows a head.
class HeadList : public QTreeView {
    Q_OBJECT

public:
    /// `name` is for screen readers, `number` heads the column of numbers.
    HeadList(const QString& name, const QString& number, QWidget* parent = nullptr);

    /// In the order given. The head that was walked to stays the current one, if it is still there.
    void setRows(std::vector<mayfly::ScoredHead> rows);
    void setProbe(std::shared_ptr<const mayfly::HeadProbe> probe) { m_rows->setProbe(std::move(probe)); }
    void setChosen(const std::vector<mayfly::HeadIndex>& heads) { m_rows->setChosen(heads); }
    const std::vector<mayfly::ScoredHead>& rows() const { return m_rows->rows(); }

    QSize sizeHint() const override { return {240, 160}; }
    QSize minimumSizeHint() const override { return {140, 60}; }

Q_SIGNALS:
    void headChosen(mayfly::HeadIndex head);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(const QModelIndex& at);

    HeadRows* m_rows;
};
