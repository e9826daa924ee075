#include "app/probing/model_probe.h"

#include "app/probing/probe_file.h"
#include "engine/error.h"
#include "engine/model/fingerprint.h"
#include "engine/model/model.h"

namespace probing {

std::optional<mayfly::HeadProbe> ModelProbe::goOn(const mayfly::GiveUp& giveUp,
                                                  const std::function<void(int done, int passes)>& progressed) {
    if (m_file.isEmpty()) {
        const auto fingerprint = mayfly::fingerprintOf(m_model->folder(), giveUp);
        if (!fingerprint) return std::nullopt;
        m_file = probeFile(*fingerprint);
        if (auto known = readProbe(m_file, m_model->config())) return known;
    }
    if (!m_prober) m_prober.emplace(*m_model);
    while (m_prober->done() < m_prober->passes()) {
        progressed(m_prober->done(), m_prober->passes());
        if (!m_prober->step(giveUp)) return std::nullopt;
    }
    mayfly::HeadProbe probe = m_prober->finish();
    keepProbe(probe, m_file);
    return probe;
}

ProbePtr probeOf(const std::shared_ptr<const mayfly::Model>& model) {
    try {
        auto probe = ModelProbe(model).goOn({}, [](int, int) {});
        return probe ? std::make_shared<const mayfly::HeadProbe>(std::move(*probe)) : nullptr;
    } catch (const mayfly::Error&) {
        return nullptr;
    }
}

} // namespace probing
