#pragma once

#include "engine/reading/head_probe.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

using ProbePtr = std::shared_ptr<const mayfly::HeadProbe>;

namespace probing {

/// Finds out what the heads of a model do: from what this user's cache keeps of it, or by probing it, and then keeps it. It
/// can be put aside, and goes on from the last finished pass.
class ModelProbe {
public:
    explicit ModelProbe(std::shared_ptr<const mayfly::Model> model) : m_model(std::move(model)) {}

    /// Empty if given up. `progressed` is told before each pass how many of how many are finished. Throws mayfly::Error for a
    /// model that cannot be probed: its context is too short, or its files are gone.
    std::optional<mayfly::HeadProbe> goOn(const mayfly::GiveUp& giveUp,
                                          const std::function<void(int done, int passes)>& progressed);

private:
    std::shared_ptr<const mayfly::Model> m_model;
    QString m_file; ///< empty until the model's fingerprint is known
    std::optional<mayfly::HeadProber> m_prober;
};

/// The same at once. Null for a model that cannot be probed.
ProbePtr probeOf(const std::shared_ptr<const mayfly::Model>& model);

} // namespace probing
