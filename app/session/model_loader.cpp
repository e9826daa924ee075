#include "app/session/model_loader.h"

#include <QElapsedTimer>
#include <QMetaObject>

#include <exception>
#include <filesystem>
#include <new>
#include <optional>

/// Reports on this object's thread, unless the order is no longer the newest by then.
template <typename Report>
void ModelLoader::tell(const Order& order, Report report) {
    const auto deliver = [this, number = order.number, report] {
        if (number == m_newest) report();
    };
    QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
}

/// Told by the engine how far it is, some hundred times a model; tells the window now and then.
class ModelLoader::Progress {
public:
    Progress(ModelLoader& loader, const Order& order) : m_loader(loader), m_order(order) {}

    /// False where the order is no longer the newest.
    bool operator()(std::uint64_t done, std::uint64_t total) {
        if (m_order.number != m_loader.m_newest) return false;
        if (m_sinceTold.isValid() && m_sinceTold.elapsed() < interval) return true;
        m_sinceTold.start();
        m_loader.tell(m_order, [&loader = m_loader, done, total] { Q_EMIT loader.progressed(done, total); });
        return true;
    }

private:
    static constexpr qint64 interval = 33; // milliseconds

    ModelLoader& m_loader;
    const Order& m_order;
    QElapsedTimer m_sinceTold;
};

ModelLoader::ModelLoader(QObject* parent)
    : QObject(parent), m_worker([this](std::optional<Order>& order) {
          carryOut(*order);
          return std::nullopt;
      }) {}

ModelLoader::~ModelLoader() { cancel(); }

void ModelLoader::load(const QString& folder, const QString& name) {
    m_worker.put({++m_newest, folder.toStdString(), name.toStdString()});
}

void ModelLoader::carryOut(const Order& order) {
    std::shared_ptr<const mayfly::Model> model;
    QString sentence;
    try {
        model = mayfly::Model::load(std::filesystem::path(order.folder), order.name, Progress(*this, order));
    } catch (const std::bad_alloc&) {
        sentence = tr("%1 does not fit into memory.").arg(QString::fromStdString(order.folder));
    } catch (const std::exception& error) {
        sentence = QString::fromUtf8(error.what());
    }
    if (model)
        tell(order, [this, model] { Q_EMIT loaded(model); });
    else if (!sentence.isEmpty())
        tell(order, [this, sentence] { Q_EMIT failed(sentence); });
}
