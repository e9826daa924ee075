#pragma once

#include "app/heads/head_grid.h"
#include "app/heads/head_list.h"

#include <QWidget>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QStackedWidget;
class QToolButton;

/// All heads of the model and what the probe says they do: thumbnails where they belong, or a list by score; all of them,
/// or those of one label.
class HeadPanel : public QWidget {
    Q_OBJECT

public:
    explicit HeadPanel(QWidget* parent = nullptr);

    void setSnapshot(const SnapshotPtr& snapshot) { m_grid->setSnapshot(snapshot); }
    void setChosen(const std::vector<mayfly::HeadIndex>& heads);
    void setColours(const Palette& palette) { m_grid->setColours(palette); }

    /// Null if nothing is known yet: a new model.
    void setProbe(std::shared_ptr<const mayfly::HeadProbe> probe);
    /// The probe is under way: `done` of `passes`.
    void setProgress(int done, int passes);
    /// There will be no probe of this model.
    void setUnknown();

    /// Shows the heads of one label only; all of them where none is named. A label that no head has is not known.
    void setFilter(std::optional<mayfly::HeadLabel> label);
    std::optional<mayfly::HeadLabel> filter() const;
    void setSorted(bool byScore);
    /// Shows the head with the largest score of the chosen label; asks for the label where all are chosen.
    void goToBest();

    HeadGrid* grid() const { return m_grid; }
    HeadList* list() const { return m_list; }
    /// The line below: the marks, or how far the probe is.
    QString remark() const;

Q_SIGNALS:
    void headChosen(mayfly::HeadIndex head);
    void headToggled(mayfly::HeadIndex head);

private:
    QWidget* makeControls();
    void fillFilter();
    void followFilter();
    void explainMarks();
    std::vector<mayfly::ScoredHead> listed() const;

    std::shared_ptr<const mayfly::HeadProbe> m_probe;
    QComboBox* m_filter = nullptr;
    QComboBox* m_order = nullptr;
    QToolButton* m_best = nullptr;
    QStackedWidget* m_pages = nullptr;
    HeadGrid* m_grid = nullptr;
    HeadList* m_list = nullptr;
    QLabel* m_remark = nullptr;
};
