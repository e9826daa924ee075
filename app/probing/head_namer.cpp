#include "app/probing/head_namer.h"

#include <QMetaObject>
#include <QPointer>

#include <exception>
#include <functional>
#include <utility>

/// One model's naming; all of it happens on the engine's thread.
class HeadNamer::Naming {
public:
    struct Listener {
        std::function<void(int done, int passes)> progressed;
        std::function<void(const ProbePtr&)> named;
    };

    Naming(const std::shared_ptr<const mayfly::Model>& model, Listener listener)
        : m_probe(model), m_listener(std::move(listener)) {}

    /// True if there is nothing left to do.
    bool work(const mayfly::GiveUp& giveUp) {
        try {
            auto probe = m_probe.goOn(giveUp, m_listener.progressed);
            if (!probe) return false;
            m_listener.named(std::make_shared<const mayfly::HeadProbe>(std::move(*probe)));
        } catch (const std::exception&) {
            m_listener.named(nullptr); // heads without names; there is nothing that a reader could do
        }
        return true;
    }

private:
    probing::ModelProbe m_probe;
    Listener m_listener;
};

HeadNamer::HeadNamer(Inference& inference, QObject* parent) : QObject(parent), m_inference(inference) {}

void HeadNamer::name(const std::shared_ptr<const mayfly::Model>& model) {
    // Told by way of the inference, which outlives its thread; this object may be gone by then.
    const auto tell = [inference = &m_inference, self = QPointer<HeadNamer>(this), number = ++m_newest](auto signal) {
        QMetaObject::invokeMethod(
            inference,
            [self, number, signal] {
                if (self && self->m_newest == number) signal(*self);
            },
            Qt::QueuedConnection);
    };
    const Naming::Listener listener{
        [tell](int done, int passes) {
            tell([done, passes](HeadNamer& namer) { Q_EMIT namer.progressed(done, passes); });
        },
        [tell, model](const ProbePtr& probe) {
            tell([model, probe](HeadNamer& namer) { Q_EMIT namer.named(model, probe); });
        }};
    const auto naming = std::make_shared<Naming>(model, listener);
    m_inference.setErrand([naming](const std::function<bool()>& giveUp) { return naming->work(giveUp); });
}
