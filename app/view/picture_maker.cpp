#include "app/view/picture_maker.h"

#include "app/drawing/paint.h"
#include "app/snapshot/background.h"

#include <QMetaObject>
#include <QPainter>

#include <ctime>

namespace view {

namespace {

constexpr int neighbours = 8; // that a panel lists of a token

double threadMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) * 1e-6;
}

/// What only the thread touches: the last picture, and its ground without marks.
class Worker {
public:
    PicturePtr draw(PictureRequest request) {
        const double before = threadMilliseconds();
        auto picture = std::make_shared<Picture>();
        const bool sameScene = m_last && m_last->subject == request.subject;
        picture->scene = sameScene ? m_last->scene : makeScene(request.subject, m_last ? m_last->scene.get() : nullptr);
        if (!picture->scene) return nullptr;
        const bool sameGround = sameScene && m_last->look.viewport == request.look.viewport &&
                                m_last->look.palette == request.look.palette &&
                                (!picture->scene->groundFollowsFocus() || m_last->look.focus == request.look.focus) &&
                                m_ground.devicePixelRatio() == request.scale;
        if (!sameGround) m_ground = drawing::render(picture->scene->ground(request.look), request.scale);
        picture->image = withMarks(picture->scene->marks(request.look), request.scale);
        picture->look = request.look;
        picture->subject = std::move(request.subject);
        read(*picture);
        picture->cpuMilliseconds = threadMilliseconds() - before;
        m_last = picture;
        return picture;
    }

private:
    QImage withMarks(const drawing::Drawing& marks, double scale) const {
        QImage image = m_ground.copy();
        image.setDevicePixelRatio(1);
        {
            QPainter painter(&image);
            painter.scale(scale, scale);
            drawing::paint(painter, marks);
        }
        image.setDevicePixelRatio(scale);
        return image;
    }

    static void read(Picture& picture) {
        const graph::Focus& focus = picture.look.focus;
        const Subject& subject = picture.subject;
        if (focus.isToken() && focus.last() < subject.snapshot->size())
            picture.reading = mayfly::readWord(*subject.snapshot->trace, subject.heads.front(), focus.query,
                                               focus.last() + 1, neighbours);
    }

    PicturePtr m_last;
    QImage m_ground;
};

} // namespace

PictureMaker::PictureMaker(QObject* parent) : QObject(parent) {
    m_thread = std::thread([this] {
        stepBack();
        Worker worker;
        std::unique_lock lock(m_mutex);
        while (true) {
            m_changed.wait(lock, [this] { return m_quit || m_request.has_value(); });
            if (m_quit) return;
            std::optional<PictureRequest> request;
            std::swap(request, m_request);
            lock.unlock();
            if (PicturePtr picture = worker.draw(std::move(*request))) publish(std::move(picture));
            lock.lock();
        }
    });
}

PictureMaker::~PictureMaker() {
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void PictureMaker::request(PictureRequest request) {
    if (!request.subject.snapshot || request.subject.heads.empty() || request.subject.area.isEmpty()) return;
    {
        const std::lock_guard lock(m_mutex);
        m_request = std::move(request);
    }
    m_changed.notify_one();
}

PicturePtr PictureMaker::take() {
    const std::lock_guard lock(m_mutex);
    return std::move(m_picture);
}

void PictureMaker::publish(PicturePtr picture) {
    const std::lock_guard lock(m_mutex);
    const bool waiting = m_picture != nullptr;
    m_picture = std::move(picture);
    // One poke is on its way as long as a picture waits to be taken.
    if (!waiting) QMetaObject::invokeMethod(this, &PictureMaker::ready, Qt::QueuedConnection);
}

} // namespace view
