#pragma once

#include "app/snapshot/background_worker.h"
#include "app/view/scene.h"
#include "engine/reading/neighbours.h"

#include <QImage>
#include <QObject>

#include <vector>

namespace view {

/// Everything that a picture depends on.
struct PictureRequest {
    Subject subject;
    graph::Look look;
    double scale = 1; ///< device pixels to a logical one
};

/// A rasterised view and what it was made from.
struct Picture {
    QImage image;
    Subject subject;
    ScenePtr scene;
    graph::Look look;
    std::vector<mayfly::WordReading> readings; ///< of the token or word in focus, if there is one, and each head
    double cpuMilliseconds = 0;                ///< of the thread that made it, for this picture alone
};

using PicturePtr = std::shared_ptr<const Picture>;

/// Makes scenes and pictures on a thread of its own. A newer request replaces one that waits; what is under way is finished.
/// Of the picture before, it keeps what has not changed: the scene, and the ground's pixels.
class PictureMaker : public QObject {
    Q_OBJECT

public:
    explicit PictureMaker(QObject* parent = nullptr);

    void request(PictureRequest request);

    /// The newest picture that has not been taken yet, or null.
    PicturePtr take() { return m_pictures.take().value_or(nullptr); }

Q_SIGNALS:
    /// On this object's thread: there is a picture to take.
    void ready();

private:
    Mailbox<PicturePtr> m_pictures;
    BackgroundWorker<PictureRequest> m_worker;
};

} // namespace view
