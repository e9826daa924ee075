#pragma once

#include "app/graph/scene.h"
#include "app/snapshot/snapshot.h"
#include "engine/model/model.h"

#include <QSizeF>
#include <QString>

#include <memory>
#include <vector>

/// What the tests of the window's parts share: two models, and snapshots and scenes of them.
namespace fixture {

inline QString tinyFolder() {
    return QStringLiteral(MAYFLY_TEST_DATA "/tiny_gpt2");
}

/// 2 layers of 2 heads, a context of 32, and tokens such as "The", " cat", " hat" and single bytes.
inline std::shared_ptr<const mayfly::Model> tiny() {
    return mayfly::Model::load(tinyFolder().toStdString());
}

inline std::shared_ptr<const mayfly::Model> builtIn() {
    return mayfly::Model::load(MAYFLY_RESOURCES "/built-in", "built-in");
}

/// A text of that many tokens, as far as the model's context goes.
inline SnapshotPtr snapshotOf(const std::shared_ptr<const mayfly::Model>& model, int tokens) {
    QByteArray text("The");
    for (int i = 1; i < tokens; ++i) text += " the";
    return takeSnapshot(model, text);
}

inline const QSizeF area{900, 560};

inline graph::Scene sceneOf(const Snapshot& snapshot, graph::Layout layout = graph::Layout::Arc,
                            std::vector<mayfly::HeadIndex> heads = {{0, 0}}, bool hideFirst = false,
                            const graph::Moved& moved = {}) {
    const auto selection = mayfly::selectEdges(*snapshot.trace, {std::move(heads), 0.9, hideFirst});
    return graph::buildScene(snapshot, selection, hideFirst, layout, area, moved);
}

} // namespace fixture
