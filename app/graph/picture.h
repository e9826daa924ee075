#pragma once

#include "app/graph/compose.h"
#include "app/graph/scene.h"
#include "engine/reading/neighbours.h"

#include <QImage>

#include <memory>
#include <vector>

namespace graph {

/// Everything that a picture of the graph depends on.
struct PictureRequest {
    SnapshotPtr snapshot;
    mayfly::GraphChoice choice;
    Layout layout = Layout::Arc;
    Moved moved;
    QSizeF size;      ///< logical pixels
    double scale = 1; ///< device pixels to a logical one
    Look look;
    bool morphs = true; ///< go over from the picture before; off with reduced motion
};

/// A rasterised view and what it was made from, so that an old one can be shown in its place until a new one is there.
struct Picture {
    QImage image;
    SnapshotPtr snapshot;
    std::shared_ptr<const Scene> scene;
    Viewport viewport;
    double cpuMilliseconds = 0; ///< of the thread that made it, for this picture alone
    std::vector<mayfly::WordReading> readings; ///< of the token or word in focus, if there is one, and each head
    bool settled = true;        ///< false while it morphs
};

using PicturePtr = std::shared_ptr<const Picture>;

} // namespace graph
