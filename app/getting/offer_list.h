#pragma once

#include "engine/model/hub.h"

#include <QTreeWidget>

#include <vector>

namespace getting {

/// The models on offer: name, layers × heads, size, licence, and which of them are on this machine already.
class OfferList : public QTreeWidget {
    Q_OBJECT

public:
    explicit OfferList(QWidget* parent = nullptr);

    /// Marks those that are there whole.
    void setFound(const std::vector<mayfly::FoundModel>& found);
    /// Selects a model without telling; none if it is not on offer.
    void select(const QString& repository);

Q_SIGNALS:
    void chosen(const QString& repository);

protected:
    QSize sizeHint() const override;
};

} // namespace getting
