#pragma once

#include "app/snapshot/mailbox.h"
#include "app/snapshot/snapshot.h"
#include "engine/forward/experiment.h"

#include <QObject>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

/// What the engine is asked for.
struct Question {
    std::shared_ptr<const mayfly::Model> model;
    QByteArray text; ///< UTF-8
    mayfly::Experiment experiment;
    quint64 revision = 0; ///< rises with every question
};

/// The only door to the engine's thread. The latest question replaces one that waits; a pass that runs is finished, so that
/// steady typing shows pictures, unless the model has changed, the program quits, or it has run for 300 ms while a newer
/// text waits, and that never twice in a row.
///
/// Where it has been quiet for a moment, an errand runs on the same thread: work that no reader waits for.
class Inference : public QObject {
    Q_OBJECT

public:
    explicit Inference(QObject* parent = nullptr);
    ~Inference() override;

    void ask(Question question);

    /// Called on the engine's thread until it returns true. It has to return false soon after `giveUp` says so (a question
    /// waits, another errand has come, the program quits), and is called again when it is quiet.
    using Errand = std::function<bool(const std::function<bool()>& giveUp)>;
    /// Takes the place of the errand before it; an empty one only ends that.
    void setErrand(Errand errand);

    /// The newest answer that has not been taken yet, or null.
    SnapshotPtr take() { return m_answers.take().value_or(nullptr); }

Q_SIGNALS:
    /// On this object's thread: there is an answer to take.
    void answered();
    /// On this object's thread: a question could not be answered; one sentence.
    void failed(const QString& sentence);

private:
    class Patience;

    void work();
    void answer(const Question& question, Patience& patience, SnapshotPtr& last);
    bool mustStop(const Question& question, Patience& patience);
    void runErrand(std::unique_lock<std::mutex>& lock);

    Mailbox<SnapshotPtr> m_answers;
    std::mutex m_mutex;
    std::condition_variable m_asked;
    std::optional<Question> m_question;
    Errand m_errand;
    quint64 m_errandNumber = 0; ///< rises with every errand
    bool m_quit = false;
    std::thread m_thread; ///< last, so that all it uses is there before it starts
};
