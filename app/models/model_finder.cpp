#include "app/models/model_finder.h"

#include "app/models/all_models.h"

namespace models {

ModelFinder::ModelFinder(QObject* parent) : QObject(parent) {}

ModelFinder::~ModelFinder() {
    if (m_thread) m_thread->wait();
}

void ModelFinder::look() {
    if (m_thread)
        m_again = true;
    else
        start();
}

void ModelFinder::start() {
    m_again = false;
    m_thread.reset(QThread::create([this] {
        QMetaObject::invokeMethod(this, [this, models = allModels()] { take(models); }, Qt::QueuedConnection);
    }));
    m_thread->start();
}

void ModelFinder::take(const std::vector<mayfly::FoundModel>& models) {
    m_thread->wait();
    m_thread.reset();
    if (m_again) start();
    Q_EMIT found(models);
}

} // namespace models
