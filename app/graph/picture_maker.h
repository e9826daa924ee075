#pragma once

#include "app/graph/picture.h"

#include <QObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace graph {

/// Selects, lays out and rasterises on a thread of its own. A newer request replaces one that waits; what is under way is
/// finished, so that steady typing shows every picture that there is time for. While a picture morphs into the next, a new
/// request starts from what is on the screen.
class PictureMaker : public QObject {
    Q_OBJECT

public:
    explicit PictureMaker(QObject* parent = nullptr);
    ~PictureMaker() override;

    void request(PictureRequest request);

    /// The newest picture that has not been taken yet, or null.
    PicturePtr take();

Q_SIGNALS:
    /// On this object's thread: there is a picture to take.
    void ready();

private:
    class Worker;

    void publish(PicturePtr picture);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<PictureRequest> m_request;
    PicturePtr m_picture;
    bool m_quit = false;
    std::thread m_thread; ///< last, so that all it uses is there before it starts
};

} // namespace graph
