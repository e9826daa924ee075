#include "app/heads/pair_ranker.h"

#include <QMetaObject>

#include <optional>
#include <utility>

PairRanker::PairRanker(QObject* parent)
    : QObject(parent), m_worker([this](std::optional<Question>& question) {
          const mayfly::Trace& trace = *question->snapshot->trace;
          const auto ranked = mayfly::rankHeads(trace, question->query, question->key, trace.layers() * trace.heads());
          QMetaObject::invokeMethod(
              this, [this, question = *question, ranked] { Q_EMIT answered(question, ranked); }, Qt::QueuedConnection);
          return std::nullopt;
      }) {}

void PairRanker::ask(Question question) { m_worker.put(std::move(question)); }
