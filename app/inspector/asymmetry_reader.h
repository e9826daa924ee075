#pragma once

#include "app/snapshot/background_worker.h"
#include "app/snapshot/snapshot.h"

#include <QObject>

/// Works out the asymmetry of a head on a thread of its own, since it takes every pair of tokens. A newer question replaces
/// one that waits; what is under way is finished.
class AsymmetryReader : public QObject {
    Q_OBJECT

public:
    /// Some tenths of a second; longer texts are left to mayfly explain.
    static constexpr int mostTokens = 8192;

    struct Question {
        SnapshotPtr snapshot;
        mayfly::HeadIndex head;

        bool operator==(const Question&) const = default;
    };

    explicit AsymmetryReader(QObject* parent = nullptr);

    /// The head has to be there.
    void ask(Question question);

Q_SIGNALS:
    /// On this object's thread.
    void answered(const AsymmetryReader::Question& question, double asymmetry);

private:
    BackgroundWorker<Question> m_worker;
};
