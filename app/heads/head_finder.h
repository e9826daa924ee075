#pragma once

#include "app/graph/focus.h"
#include "app/heads/head_list.h"
#include "app/heads/pair_ranker.h"
#include "app/style/palette.h"

#include <QWidget>

#include <memory>

class QLabel;

/// Finds the heads that tie two pinned tokens on this text: all layers' heads by the weight that they give to the pair,
/// anew with every keystroke. Until a pair is pinned it says how to pin one.
class HeadFinder : public QWidget {
    Q_OBJECT

public:
    explicit HeadFinder(QWidget* parent = nullptr);

    /// The newest snapshot and what is pinned in it; a pin of another kind than a pair empties the list.
    void setPin(const SnapshotPtr& snapshot, const graph::Focus& pin);
    void setProbe(std::shared_ptr<const mayfly::HeadProbe> probe);
    void setChosen(const std::vector<mayfly::HeadIndex>& heads) { m_list->setChosen(heads); }
    void setColours(const Palette& palette);
    HeadList* list() const { return m_list; }
    /// The sentence above the list: the pair, or how to pin one.
    QString sentence() const;

Q_SIGNALS:
    void headChosen(mayfly::HeadIndex head);

private:
    void take(const PairRanker::Question& question, const std::vector<mayfly::RankedHead>& ranked);
    void show();
    void showPair();
    void showHint();

    PairRanker m_ranker;
    SnapshotPtr m_snapshot;
    graph::Focus m_pin;
    PairRanker::Question m_asked;
    std::vector<mayfly::ScoredHead> m_ranked; ///< of the last answer
    Palette m_palette = Palette::light();
    QLabel* m_title = nullptr;
    HeadList* m_list = nullptr;
};
