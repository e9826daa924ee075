#include "app/view/picture_maker.h"

#include "app/drawing/paint.h"
#include "app/graph/focus_reading.h"
#include "app/snapshot/background.h"

#include <QMetaObject>
#include <QPainter>

#include <algorithm>

namespace view {

namespace {

/// In the text and the head of the pane that is pointed at, where two are compared.
std::optional<mayfly::WordReading> readFocus(const Subject& subject, const graph::Focus& focus) {
    const Snapshot* snapshot = focus.kept ? subject.before.get() : subject.snapshot.get();
    if (snapshot == nullptr) return std::nullopt;
    const auto slot = std::size_t(std::clamp(focus.slot, 0, int(subject.heads.size()) - 1));
    return graph::readFocus(*snapshot, subject.heads[slot], focus);
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
        picture->reading = readFocus(picture->subject, picture->look.focus);
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

    PicturePtr m_last;
    QImage m_ground;
};

} // namespace

PictureMaker::PictureMaker(QObject* parent) : QObject(parent) {
    m_thread = std::thread([this] {
        stepBack();
        Worker worker;
        std::optional<PictureRequest> request;
        while (m_requests.wait(request)) {
            const PicturePtr picture = worker.draw(std::move(*request));
            if (picture && m_pictures.put(picture))
                QMetaObject::invokeMethod(this, &PictureMaker::ready, Qt::QueuedConnection);
        }
    });
}

PictureMaker::~PictureMaker() {
    m_requests.close();
    m_thread.join();
}

void PictureMaker::request(PictureRequest request) {
    if (!request.subject.snapshot || request.subject.heads.empty() || request.subject.area.isEmpty()) return;
    m_requests.put(std::move(request));
}

} // namespace view
