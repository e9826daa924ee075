#include "app/session/model_loader.h"

#include "app/snapshot/background.h"

#include <QMetaObject>

#include <exception>
#include <filesystem>
#include <new>

ModelLoader::ModelLoader(QObject* parent) : QObject(parent) {
    m_thread = std::thread([this] { work(); });
}

ModelLoader::~ModelLoader() {
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_ordered.notify_one();
    m_thread.join();
}

void ModelLoader::load(const QString& folder, const QString& name) {
    {
        const std::lock_guard lock(m_mutex);
        m_order = Order{++m_newest, folder.toStdString(), name.toStdString()};
    }
    m_ordered.notify_one();
}

void ModelLoader::work() {
    stepBack();
    std::unique_lock lock(m_mutex);
    while (true) {
        m_ordered.wait(lock, [this] { return m_quit || m_order.has_value(); });
        if (m_quit) return;
        const Order order = *m_order;
        m_order.reset();
        lock.unlock();
        carryOut(order);
        lock.lock();
    }
}

void ModelLoader::carryOut(const Order& order) {
    std::shared_ptr<const mayfly::Model> model;
    QString sentence;
    try {
        model = mayfly::Model::load(std::filesystem::path(order.folder), order.name);
    } catch (const std::bad_alloc&) {
        sentence = tr("%1 does not fit into memory.").arg(QString::fromStdString(order.folder));
    } catch (const std::exception& error) {
        sentence = QString::fromUtf8(error.what());
    }
    const auto deliver = [this, number = order.number, model, sentence] {
        if (number != m_newest) return;
        if (model)
            Q_EMIT loaded(model);
        else
            Q_EMIT failed(sentence);
    };
    QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
}
