#include "app/heads/pair_ranker.h"

#include "app/snapshot/background.h"

#include <QMetaObject>

#include <optional>
#include <utility>

PairRanker::PairRanker(QObject* parent) : QObject(parent) {
    m_thread = std::thread([this] {
        stepBack();
        std::optional<Question> question;
        while (m_questions.wait(question)) {
            const mayfly::Trace& trace = *question->snapshot->trace;
            const auto ranked = mayfly::rankHeads(trace, question->query, question->key, trace.layers() * trace.heads());
            QMetaObject::invokeMethod(
                this, [this, question = *question, ranked] { Q_EMIT answered(question, ranked); }, Qt::QueuedConnection);
        }
    });
}

PairRanker::~PairRanker() {
    m_questions.close();
    m_thread.join();
}

void PairRanker::ask(Question question) { m_questions.put(std::move(question)); }
