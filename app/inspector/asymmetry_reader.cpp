#include "app/inspector/asymmetry_reader.h"

#include "app/snapshot/background.h"
#include "engine/reading/asymmetry.h"

#include <QMetaObject>

#include <optional>
#include <utility>

AsymmetryReader::AsymmetryReader(QObject* parent) : QObject(parent) {
    m_thread = std::thread([this] {
        stepBack();
        std::optional<Question> question;
        while (m_questions.wait(question)) {
            const double asymmetry = mayfly::asymmetry(*question->snapshot->trace, question->head);
            QMetaObject::invokeMethod(
                this, [this, question = *question, asymmetry] { Q_EMIT answered(question, asymmetry); }, Qt::QueuedConnection);
        }
    });
}

AsymmetryReader::~AsymmetryReader() {
    m_questions.close();
    m_thread.join();
}

void AsymmetryReader::ask(Question question) { m_questions.put(std::move(question)); }
