#include "app/view/picture_maker.h"

#include "app/drawing/paint.h"
#include "app/graph/focus_reading.h"

#include <QMetaObject>

#include <algorithm>
#include <array>
#include <chrono>

namespace view {

namespace {

/// The pixels of a scene's ground: where it fades, those of both states, since the mouse passes from one to the other.
class Ground {
public:
    const QImage& of(const ScenePtr& scene, const graph::Look& look, double scale, drawing::Rasteriser& rasteriser) {
        if (scene != m_scene || look.viewport != m_viewport || look.palette != m_palette || scale != m_scale) {
            m_images = {};
            m_scene = scene;
            m_viewport = look.viewport;
            m_palette = look.palette;
            m_scale = scale;
        }
        QImage& image = m_images[scene->groundFades() && !look.focus.isNone() ? 1 : 0];
        if (image.isNull()) image = drawing::render(scene->ground(look), scale, rasteriser);
        return image;
    }

private:
    std::array<QImage, 2> m_images;
    ScenePtr m_scene;
    graph::Viewport m_viewport;
    Palette m_palette;
    double m_scale = 0;
};

/// In the text and the head of the pane that is pointed at, where two are compared.
std::vector<mayfly::WordReading> readFocus(const Subject& subject, const graph::Focus& focus) {
    const Snapshot* snapshot = focus.kept ? subject.before.get() : subject.snapshot.get();
    if (snapshot == nullptr) return {};
    const std::span<const mayfly::HeadIndex> heads(subject.heads);
    const bool one = focus.slot >= 0 && focus.slot < int(heads.size());
    return graph::readFocus(*snapshot, one ? heads.subspan(std::size_t(focus.slot), 1) : heads, focus);
}

/// What only the thread touches: the last picture, and its ground without marks.
class Drafts {
public:
    PicturePtr draw(PictureRequest request) {
        const double before = threadMilliseconds();
        ScenePtr scene = m_last && m_last->subject == request.subject
                             ? m_last->scene
                             : makeScene(request.subject, m_last ? m_last->scene.get() : nullptr);
        if (!scene) return nullptr;
        m_scale = request.scale;
        return picture(std::move(scene), std::move(request.subject), request.look, before);
    }

    /// The last picture with what its scene has to work out: null if that is nothing.
    PicturePtr ponder() {
        const double before = threadMilliseconds();
        if (!m_last || !m_last->scene->ponder(m_last->look.focus)) return nullptr;
        return picture(m_last->scene, m_last->subject, m_last->look, before);
    }

private:
    PicturePtr picture(ScenePtr scene, Subject subject, const graph::Look& look, double before) {
        auto picture = std::make_shared<Picture>();
        picture->image = m_ground.of(scene, look, m_scale, m_rasteriser).copy();
        drawing::renderOnto(scene->marks(look), m_scale, picture->image, m_rasteriser);
        picture->scene = std::move(scene);
        picture->look = look;
        picture->subject = std::move(subject);
        picture->readings = readFocus(picture->subject, look.focus);
        picture->cpuMilliseconds = threadMilliseconds() - before;
        m_last = picture;
        return picture;
    }

    PicturePtr m_last;
    Ground m_ground;
    drawing::Rasteriser m_rasteriser;
    double m_scale = 1;
};

} // namespace

PictureMaker::PictureMaker(QObject* parent)
    : QObject(parent), m_worker([this, drafts = Drafts()](std::optional<PictureRequest>& request) mutable {
          const bool asked = request.has_value();
          const PicturePtr picture = asked ? drafts.draw(std::move(*request)) : drafts.ponder();
          if (picture && m_pictures.put(picture))
              QMetaObject::invokeMethod(this, &PictureMaker::ready, Qt::QueuedConnection);
          // What takes long is worked out when nobody waits for a picture.
          return asked ? std::optional(std::chrono::milliseconds(0)) : std::nullopt;
      }) {}

void PictureMaker::request(PictureRequest request) {
    if (!request.subject.snapshot || request.subject.heads.empty() || request.subject.area.isEmpty()) return;
    m_worker.put(std::move(request));
}

} // namespace view
