#include "app/session/inference.h"

#include "app/snapshot/background.h"

#include <QElapsedTimer>
#include <QMetaObject>

#include <chrono>
#include <exception>
#include <utility>

namespace {

/// An errand begins only when nothing was typed for this long, so that it is not in the way of the next key.
constexpr std::chrono::milliseconds quiet{300};

} // namespace

/// How long a pass may keep a newer text waiting.
class Inference::Patience {
public:
    void begin() { m_timer.start(); }
    void finished() { m_gaveUp = false; }
    /// True at most once between two finished passes: giving up whenever a newer key arrives would show nothing at all.
    bool isOver() {
        if (m_gaveUp || m_timer.elapsed() < 300) return false;
        m_gaveUp = true;
        return true;
    }

private:
    QElapsedTimer m_timer;
    bool m_gaveUp = false;
};

Inference::Inference(QObject* parent) : QObject(parent) {
    m_thread = std::thread([this] { work(); });
}

Inference::~Inference() {
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_asked.notify_one();
    m_thread.join();
}

void Inference::ask(Question question) {
    {
        const std::lock_guard lock(m_mutex);
        m_question = std::move(question);
    }
    m_asked.notify_one();
}

void Inference::setErrand(Errand errand) {
    Errand before;
    {
        const std::lock_guard lock(m_mutex);
        before = std::exchange(m_errand, std::move(errand)); // what it holds is let go of without the lock
        ++m_errandNumber;
    }
    m_asked.notify_one();
}

void Inference::work() {
    stepBack();
    Patience patience;
    SnapshotPtr last;
    std::unique_lock lock(m_mutex);
    while (true) {
        const auto isAsked = [this] { return m_quit || m_question.has_value(); };
        m_asked.wait(lock, [&] { return isAsked() || m_errand; });
        if (!isAsked() && !m_asked.wait_for(lock, quiet, isAsked)) {
            runErrand(lock);
            continue;
        }
        if (m_quit) return;
        std::optional<Question> question;
        std::swap(question, m_question);
        lock.unlock();
        answer(*question, patience, last);
        lock.lock();
    }
}

void Inference::answer(const Question& question, Patience& patience, SnapshotPtr& last) {
    patience.begin();
    try {
        const auto snapshot = takeSnapshot(question.model, question.text, question.experiment, last.get(),
                                           [&] { return mustStop(question, patience); });
        if (!snapshot) return;
        patience.finished();
        snapshot->revision = question.revision;
        last = snapshot;
        if (m_answers.put(last)) QMetaObject::invokeMethod(this, &Inference::answered, Qt::QueuedConnection);
    } catch (const std::exception& error) {
        QMetaObject::invokeMethod(
            this, [this, sentence = QString::fromUtf8(error.what())] { Q_EMIT failed(sentence); },
            Qt::QueuedConnection);
    }
}

void Inference::runErrand(std::unique_lock<std::mutex>& lock) {
    const quint64 number = m_errandNumber;
    Errand errand = m_errand;
    lock.unlock();
    const bool finished = !errand || errand([&] {
        const std::lock_guard again(m_mutex);
        return m_quit || m_question.has_value() || m_errandNumber != number;
    });
    errand = nullptr;
    lock.lock();
    if (finished && m_errandNumber == number) m_errand = nullptr;
}

bool Inference::mustStop(const Question& question, Patience& patience) {
    const std::lock_guard lock(m_mutex);
    if (m_quit) return true;
    if (!m_question) return false;
    return m_question->model != question.model || patience.isOver();
}
