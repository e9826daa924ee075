#pragma once

#include "app/graph/picture.h"
#include "app/snapshot/background_worker.h"

#include <QObject>

namespace graph {

/// Selects, lays out and rasterises on a thread of its own. A newer request replaces one that waits; what is under way is
/// finished, so that steady typing shows every picture that there is time for. While a picture morphs into the next, a new
/// request starts from what is on the screen.
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

} // namespace graph
