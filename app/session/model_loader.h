#pragma once

#include "app/snapshot/background_worker.h"
#include "engine/model/model.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>

/// Opens model folders on a thread of its own. The model in use stays until the new one is ready; one that fails leaves
/// nothing behind but a sentence. A newer call makes an older one stop, and nothing more is told of it.
class ModelLoader : public QObject {
    Q_OBJECT

public:
    explicit ModelLoader(QObject* parent = nullptr);
    ~ModelLoader() override;

    /// Opens a folder; `name` is what the reader sees, the folder's own if empty.
    void load(const QString& folder, const QString& name);
    /// What is loading is no longer wanted: it stops, and nothing will be told of it.
    void cancel() { ++m_newest; }

Q_SIGNALS:
    /// Bytes of the weights that have been read, and of all; some thirty times a second at most.
    void progressed(quint64 done, quint64 total);
    void loaded(std::shared_ptr<const mayfly::Model> model);
    void failed(const QString& sentence);

private:
    struct Order {
        quint64 number = 0;
        std::string folder;
        std::string name;
    };

    class Progress;

    void carryOut(const Order& order);
    template <typename Report>
    void tell(const Order& order, Report report);

    std::atomic<quint64> m_newest = 0; ///< of the orders; changed on this object's thread only
    BackgroundWorker<Order> m_worker;
};
