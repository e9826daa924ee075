#pragma once

#include "engine/model/hub.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <vector>

namespace models {

/// Looks for the models of this machine on a thread of its own.
class ModelFinder : public QObject {
    Q_OBJECT

public:
    explicit ModelFinder(QObject* parent = nullptr);
    ~ModelFinder() override;

    /// `found` follows; asked again while it looks, it looks once more afterwards.
    void look();

Q_SIGNALS:
    /// The built-in model and those of the Hugging Face cache.
    void found(const std::vector<mayfly::FoundModel>& models);

private:
    void start();
    void take(const std::vector<mayfly::FoundModel>& models);

    std::unique_ptr<QThread> m_thread;
    bool m_again = false;
};

} // namespace models
