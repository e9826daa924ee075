#pragma once

#include "app/download/download.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace download {

/// Fetches one model at a time on a thread of its own; every signal comes on this object's thread. Destroying it stops the
/// download, and what has arrived is kept.
class Downloader : public QObject {
    Q_OBJECT

public:
    explicit Downloader(QObject* parent = nullptr);
    ~Downloader() override;

    /// Only where none is running.
    void start(const Order& order);
    /// `stopped` follows soon, or `finished` if it was too late.
    void stop() { m_stop = true; }
    bool isRunning() const { return m_thread != nullptr; }
    /// The model that is being fetched, or was last.
    const Repository& repository() const { return m_repository; }

Q_SIGNALS:
    void progressed(const download::Progress& progress);
    /// It is in the cache, in this folder.
    void finished(const QString& folder);
    void failed(const QString& sentence);
    void stopped();

private:
    void carryOut(const Order& order);
    template <typename Signal>
    void tell(Signal signal);

    Repository m_repository;
    Stop m_stop = false;
    std::unique_ptr<QThread> m_thread;
};

} // namespace download
