#include "app/compare/compared.h"

#include "app/compare/difference_graph.h"
#include "app/compare/difference_matrix.h"
#include "app/compare/panes.h"

namespace compare {

view::ScenePtr makeScene(const view::Subject& subject, const view::Scene* before) {
    if (subject.compare != Mode::Difference) return std::make_shared<Panes>(subject, dynamic_cast<const Panes*>(before));
    if (subject.kind == view::Kind::Graph) return std::make_shared<DifferenceGraph>(subject);
    return std::make_shared<DifferenceMatrix>(subject);
}

} // namespace compare
