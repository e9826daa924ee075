#include "app/inspector/asymmetry_reader.h"

#include "app/snapshot/background.h"
#include "engine/reading/asymmetry.h"

#include <QMetaObject>

#include <utility>

AsymmetryReader::AsymmetryReader(QObject* parent) : QObject(parent) {
    m_thread = std::thread([this] {
        stepBack();
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [this] { return m_quit || m_question.has_value(); });
            if (m_quit) return;
            Question question = *std::exchange(m_question, std::nullopt);
            lock.unlock();
            const double asymmetry = mayfly::asymmetry(*question.snapshot->trace, question.head);
            QMetaObject::invokeMethod(
                this, [this, question, asymmetry] { Q_EMIT answered(question, asymmetry); }, Qt::QueuedConnection);
            question = {}; // a snapshot lives no longer than it is needed
            lock.lock();
        }
    });
}

AsymmetryReader::~AsymmetryReader() {
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void AsymmetryReader::ask(Question question) {
    {
        const std::lock_guard lock(m_mutex);
        m_question = std::move(question);
    }
    m_changed.notify_one();
}
