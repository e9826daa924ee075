#pragma once

#include "app/probing/model_probe.h"
#include "app/session/inference.h"

#include <QObject>

#include <memory>

/// Finds out what the heads of a model do, while the engine has nothing else to do: from what is kept of it, or by probing
/// it. Typing interrupts it at the next layer; it goes on from the last finished pass when there is quiet.
class HeadNamer : public QObject {
    Q_OBJECT

public:
    /// Keeps a reference.
    explicit HeadNamer(Inference& inference, QObject* parent = nullptr);

    /// Another model's naming is given up.
    void name(const std::shared_ptr<const mayfly::Model>& model);

Q_SIGNALS:
    /// Another pass begins, `done` of `passes` being finished.
    void progressed(int done, int passes);
    /// Null if this model cannot be probed: its context is too short, or its files are gone.
    void named(const std::shared_ptr<const mayfly::Model>& model, const ProbePtr& probe);

private:
    class Naming;

    Inference& m_inference;
    quint64 m_newest = 0; ///< numbers what was asked; on this object's thread
};
