#include "app/graph/picture_maker.h"

#include "app/drawing/paint.h"
#include "app/graph/edges_beyond.h"
#include "app/graph/focus_reading.h"
#include "engine/reading/edge_selection.h"

#include <QEasingCurve>
#include <QMetaObject>

#include <chrono>

namespace graph {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds morphTime{170};
constexpr std::chrono::milliseconds frameTime{15};

bool sameScene(const PictureRequest& a, const PictureRequest& b) {
    return a.snapshot == b.snapshot && a.choice == b.choice && a.layout == b.layout && a.moved == b.moved &&
           a.size == b.size;
}

/// What only the thread touches: the scene it works towards and the one on the screen.
class Morphing {
public:
    void accept(PictureRequest request) {
        if (!m_request || !m_target || !sameScene(*m_request, request)) goTowards(request);
        m_request = std::move(request);
        m_readings = readFocus(*m_request->snapshot, m_request->choice.heads, m_request->look.focus);
    }

    /// Draws the present state of the morph, or the end of it.
    PicturePtr draw() {
        const double before = threadMilliseconds();
        const double elapsed = std::chrono::duration<double>(Clock::now() - m_start) / morphTime;
        static const QEasingCurve ease(QEasingCurve::OutCubic);
        m_shown = elapsed < 1 && m_from
                      ? std::make_shared<const Scene>(morph(*m_from, *m_target, ease.valueForProgress(elapsed)))
                      : m_target;
        auto picture = std::make_shared<Picture>();
        Look look = m_request->look;
        look.beyond = edgesBeyond(*m_request->snapshot, *m_shown, look.focus);
        picture->image = drawing::render(compose(*m_shown, look), m_request->scale, m_rasteriser);
        picture->snapshot = m_request->snapshot;
        picture->scene = m_shown;
        picture->viewport = m_request->look.viewport;
        picture->readings = m_readings;
        picture->settled = m_shown == m_target;
        picture->cpuMilliseconds = threadMilliseconds() - before;
        return picture;
    }

private:
    void goTowards(const PictureRequest& request) {
        const mayfly::AttentionGraph selection = m_selection.select(*request.snapshot->trace, request.choice);
        m_target = std::make_shared<const Scene>(buildScene(*request.snapshot, selection, request.choice.hideFirst,
                                                            request.layout, request.size, request.moved, m_target.get()));
        m_from = m_shown;
        const bool morphs = request.morphs && m_from && m_from->area == request.size;
        m_start = morphs ? Clock::now() : Clock::time_point{};
    }

    std::optional<PictureRequest> m_request;
    std::vector<mayfly::WordReading> m_readings; ///< of the request, whatever the state of the morph
    mayfly::EdgeSelection m_selection;
    drawing::Rasteriser m_rasteriser;
    std::shared_ptr<const Scene> m_from, m_target, m_shown;
    Clock::time_point m_start;
};

} // namespace

PictureMaker::PictureMaker(QObject* parent)
    : QObject(parent),
      m_worker([this, morphing = Morphing()](std::optional<PictureRequest>& request) mutable {
          if (request) morphing.accept(std::move(*request));
          const PicturePtr picture = morphing.draw();
          if (m_pictures.put(picture)) QMetaObject::invokeMethod(this, &PictureMaker::ready, Qt::QueuedConnection);
          return picture->settled ? std::nullopt : std::optional(frameTime);
      }) {}

void PictureMaker::request(PictureRequest request) {
    if (!request.snapshot || request.size.isEmpty()) return;
    m_worker.put(std::move(request));
}

} // namespace graph
