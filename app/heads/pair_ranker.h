#pragma once

#include "app/snapshot/background_worker.h"
#include "app/snapshot/snapshot.h"
#include "engine/reading/pair_ranking.h"

#include <QObject>

#include <vector>

/// Ranks the heads of all layers by the weight of one pair, on a thread of its own, since it takes every head. A newer
/// question replaces one that waits; what is under way is finished.
class PairRanker : public QObject {
    Q_OBJECT

public:
    struct Question {
        SnapshotPtr snapshot;
        int query = 0;
        int key = 0;

        bool operator==(const Question&) const = default;
    };

    explicit PairRanker(QObject* parent = nullptr);

    /// Both tokens have to be there.
    void ask(Question question);

Q_SIGNALS:
    /// On this object's thread; every head that gives the pair any weight, heaviest first.
    void answered(const PairRanker::Question& question, const std::vector<mayfly::RankedHead>& ranked);

private:
    BackgroundWorker<Question> m_worker;
};
