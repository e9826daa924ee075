#include "app/download/downloader.h"

#include "app/snapshot/background.h"

#include <exception>

namespace download {

Downloader::Downloader(QObject* parent) : QObject(parent) {}

Downloader::~Downloader() {
    m_stop = true;
    if (m_thread) m_thread->wait();
}

void Downloader::start(const Order& order) {
    m_repository = order.repository;
    m_stop = false;
    m_thread.reset(QThread::create([this, order] { carryOut(order); }));
    m_thread->start();
}

/// Calls back on this object's thread.
template <typename Signal>
void Downloader::tell(Signal signal) {
    QMetaObject::invokeMethod(this, std::move(signal), Qt::QueuedConnection);
}

void Downloader::carryOut(const Order& order) {
    stepBack();
    const auto end = [this](auto signal) {
        tell([this, signal] {
            m_thread->wait();
            m_thread.reset();
            signal();
        });
    };
    try {
        const QString folder = download(order, m_stop, [this](const Progress& progress) {
            tell([this, progress] { Q_EMIT progressed(progress); });
        });
        end([this, folder] { Q_EMIT finished(folder); });
    } catch (const Stopped&) {
        end([this] { Q_EMIT stopped(); });
    } catch (const std::exception& error) {
        end([this, sentence = QString::fromUtf8(error.what())] { Q_EMIT failed(sentence); });
    }
}

} // namespace download
