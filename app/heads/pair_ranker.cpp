#include "app/heads/pair_ranker.h"

#include "app/snapshot/background.h"

#include <QMetaObject>

#include <utility>

PairRanker::PairRanker(QObject* parent) : QObject(parent) {
    m_thread = std::thread([this] {
        stepBack();
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [this] { return m_quit || m_question.has_value(); });
            if (m_quit) return;
            Question question = *std::exchange(m_question, std::nullopt);
            lock.unlock();
            const mayfly::Trace& trace = *question.snapshot->trace;
            const auto ranked = mayfly::rankHeads(trace, question.query, question.key, trace.layers() * trace.heads());
            QMetaObject::invokeMethod(
                this, [this, question, ranked] { Q_EMIT answered(question, ranked); }, Qt::QueuedConnection);
            question = {}; // a snapshot lives no longer than it is needed
            lock.lock();
        }
    });
}

PairRanker::~PairRanker() {
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void PairRanker::ask(Question question) {
    {
        const std::lock_guard lock(m_mutex);
        m_question = std::move(question);
    }
    m_changed.notify_one();
}
