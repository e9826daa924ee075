#include "app/probing/head_namer.h"

#include "app/probing/probe_file.h"
#include "engine/model/fingerprint.h"

#include <QMetaObject>
#include <QPointer>

#include <exception>
#include <functional>
#include <optional>
#include <utility>

/// One model's naming; all of it happens on the engine's thread.
class HeadNamer::Naming {
public:
    struct Listener {
        std::function<void(int done, int passes)> progressed;
        std::function<void(const ProbePtr&)> named;
    };

    Naming(std::shared_ptr<const mayfly::Model> model, Listener listener)
        : m_model(std::move(model)), m_listener(std::move(listener)) {}

    /// True if there is nothing left to do.
    bool work(const mayfly::GiveUp& giveUp) {
        try {
            return goOn(giveUp);
        } catch (const std::exception&) {
            m_listener.named(nullptr); // heads without names; there is nothing that a reader could do
            return true;
        }
    }

private:
    bool goOn(const mayfly::GiveUp& giveUp) {
        if (m_file.isEmpty()) {
            const auto fingerprint = mayfly::fingerprintOf(m_model->folder(), giveUp);
            if (!fingerprint) return false;
            m_file = probing::probeFile(*fingerprint);
            if (auto known = probing::readProbe(m_file, m_model->config())) return tell(std::move(*known));
        }
        if (!m_prober) m_prober.emplace(*m_model);
        while (m_prober->done() < m_prober->passes()) {
            m_listener.progressed(m_prober->done(), m_prober->passes());
            if (!m_prober->step(giveUp)) return false;
        }
        mayfly::HeadProbe probe = m_prober->finish();
        probing::keepProbe(probe, m_file);
        return tell(std::move(probe));
    }

    bool tell(mayfly::HeadProbe probe) {
        m_listener.named(std::make_shared<const mayfly::HeadProbe>(std::move(probe)));
        return true;
    }

    std::shared_ptr<const mayfly::Model> m_model;
    Listener m_listener;
    QString m_file;
    std::optional<mayfly::HeadProber> m_prober;
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
