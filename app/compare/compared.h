#pragma once

#include "app/view/scene.h"

namespace compare {

/// The scene of a subject that compares: two panes, or one picture of the difference.
view::ScenePtr makeScene(const view::Subject& subject, const view::Scene* before);

} // namespace compare
