#include "app/inspector/asymmetry_reader.h"

#include "engine/reading/asymmetry.h"

#include <QMetaObject>

#include <optional>
#include <utility>

AsymmetryReader::AsymmetryReader(QObject* parent)
    : QObject(parent), m_worker([this](std::optional<Question>& question) {
          const double asymmetry = mayfly::asymmetry(*question->snapshot->trace, question->head);
          QMetaObject::invokeMethod(
              this, [this, question = *question, asymmetry] { Q_EMIT answered(question, asymmetry); }, Qt::QueuedConnection);
          return std::nullopt;
      }) {}

void AsymmetryReader::ask(Question question) { m_worker.put(std::move(question)); }
