#include "app/view/scene.h"

#include "app/compare/compared.h"
#include "app/flow/flow_scene.h"
#include "app/matrix/matrix_scene.h"
#include "app/path/path_scene.h"
#include "app/steps/steps_scene.h"
#include "app/values/values_scene.h"

namespace view {

namespace {

template<typename Part>
void append(std::vector<Part>& parts, const std::vector<Part>& more) {
    parts.insert(parts.end(), more.begin(), more.end());
}

} // namespace

ScenePtr makeScene(const Subject& subject, const Scene* before) {
    if (subject.compare != compare::Mode::Off) return compare::makeScene(subject, before);
    switch (subject.kind) {
    case Kind::Graph: return nullptr;
    case Kind::Matrix: return std::make_shared<matrix::MatrixScene>(subject);
    case Kind::Steps: return std::make_shared<steps::StepsScene>(subject);
    case Kind::Values: return std::make_shared<values::ValuesScene>(subject);
    case Kind::Path: return std::make_shared<path::PathScene>(subject, dynamic_cast<const path::PathScene*>(before));
    case Kind::Flow: return std::make_shared<flow::FlowScene>(subject);
    }
    return nullptr;
}

drawing::Drawing compose(const Scene& scene, const graph::Look& look) {
    scene.ponder(look.focus);
    drawing::Drawing drawing = scene.ground(look);
    const drawing::Drawing marks = scene.marks(look);
    append(drawing.boxes, marks.boxes);
    append(drawing.strokes, marks.strokes);
    append(drawing.discs, marks.discs);
    append(drawing.labels, marks.labels);
    return drawing;
}

} // namespace view
