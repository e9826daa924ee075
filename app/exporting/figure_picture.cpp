#include "app/exporting/figure_picture.h"

#include "app/graph/edges_beyond.h"
#include "app/graph/share_shown.h"
#include "engine/reading/bounds.h"

#include <QCoreApplication>
#include <QLocale>

namespace exporting {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

FigurePicture graphOf(const FigureChoice& choice, QSizeF area) {
    const mayfly::AttentionGraph selection = mayfly::selectEdges(*choice.snapshot->trace, choice.choice);
    const graph::Scene scene =
        graph::buildScene(*choice.snapshot, selection, choice.choice.hideFirst, choice.layout, area, choice.moved);
    const graph::Look look{choice.palette, {}, choice.pin, choice.probe, graph::edgesBeyond(*choice.snapshot, scene, choice.pin)};
    return {graph::compose(scene, look),
            QStringList{graph::shareShown(qint64(selection.edges.size()), selection.pairs, selection.shown)} + alterations(choice)};
}

FigurePicture sceneOf(const FigureChoice& choice, QSizeF area, int mostCells) {
    for (const mayfly::HeadIndex head : choice.choice.heads) mayfly::requireHead(*choice.snapshot->trace, head);
    view::Subject subject{choice.snapshot,         choice.view,   choice.choice.heads,
                          choice.choice.hideFirst, choice.matrix, area,
                          mostCells,               choice.choice.topMass, choice.depth, choice.pin.query};
    subject.layout = choice.layout;
    subject.compare = choice.compare;
    subject.before = choice.before;
    const view::ScenePtr scene = view::makeScene(subject);
    QStringList remarks{scene->remark()};
    remarks.removeAll(QString());
    if (choice.view == view::Kind::Graph) remarks += alterations(choice);
    return {view::compose(*scene, {choice.palette, {}, choice.pin, choice.probe}), remarks};
}

} // namespace

QStringList alterations(const FigureChoice& choice) {
    QStringList words;
    if (choice.view == view::Kind::Graph && choice.choice.topMass < 1)
        words += Words::tr("top mass %1 %").arg(QLocale().toString(choice.choice.topMass * 100, 'g', 4));
    if (choice.choice.hideFirst) words += Words::tr("first token hidden");
    return words;
}

FigurePicture pictureOf(const FigureChoice& choice, QSizeF area, int mostCells) {
    const bool isGraph = choice.view == view::Kind::Graph && choice.compare == compare::Mode::Off;
    return isGraph ? graphOf(choice, area) : sceneOf(choice, area, mostCells);
}

} // namespace exporting
