#include "app/window/choice_actions.h"

#include "app/graph/graph_view.h"
#include "app/view/picture_view.h"

ChoiceActions::ChoiceActions(const Actions& actions, Session& session, const Views& views)
    : m_actions(actions), m_session(session), m_views(views) {
    connectLayouts();
    connectMatrix();
    connectZoom();
    connect(&m_session, &Session::documentChanged, this, &ChoiceActions::follow);
}

void ChoiceActions::connectLayouts() {
    for (const view::Kind kind : view::kinds)
        connect(m_actions.of(kind), &QAction::triggered, this, [this, kind] { m_session.setView(kind); });
    for (const graph::Layout layout : graph::everyLayout)
        connect(m_actions.of(layout), &QAction::triggered, this, [this, layout] { m_session.setLayout(layout); });
    connect(m_actions.hideFirst, &QAction::triggered, &m_session, &Session::setHideFirst);
    connect(m_actions.wholeWords, &QAction::triggered, &m_session, &Session::setWholeWords);
}

void ChoiceActions::connectMatrix() {
    const auto change = [this](auto set) {
        matrix::Choice choice = m_session.document().matrix;
        set(choice);
        m_session.setMatrix(choice);
    };
    for (const matrix::Quantity quantity : matrix::quantities)
        connect(m_actions.of(quantity), &QAction::triggered, this,
                [=] { change([=](matrix::Choice& choice) { choice.quantity = quantity; }); });
    connect(m_actions.asDots, &QAction::triggered, this, [=](bool on) {
        change([=](matrix::Choice& choice) { choice.marks = on ? matrix::Marks::Dots : matrix::Marks::Heat; });
    });
    connect(m_actions.transpose, &QAction::triggered, this,
            [=](bool on) { change([=](matrix::Choice& choice) { choice.transpose = on; }); });
}

/// Of the picture at the front.
void ChoiceActions::connectZoom() {
    const auto zoom = [this](QAction* action, void (graph::PointedView::*how)()) {
        connect(action, &QAction::triggered, this, [this, how] { (m_views.front().*how)(); });
    };
    zoom(m_actions.zoomIn, &graph::PointedView::zoomIn);
    zoom(m_actions.zoomOut, &graph::PointedView::zoomOut);
    zoom(m_actions.fit, &graph::PointedView::fit);
}

/// Only what has an effect on the view at the front can be chosen.
void ChoiceActions::follow() {
    const Document& document = m_session.document();
    const bool graph = document.view == view::Kind::Graph;
    const bool matrix = document.view == view::Kind::Matrix || document.view == view::Kind::Steps;
    m_actions.of(document.view)->setChecked(true);
    m_actions.of(document.layout)->setChecked(true);
    m_actions.of(document.matrix.quantity)->setChecked(true);
    m_actions.asDots->setChecked(document.matrix.marks == matrix::Marks::Dots);
    m_actions.transpose->setChecked(document.matrix.transpose);
    m_actions.hideFirst->setChecked(document.hideFirst);
    m_actions.wholeWords->setChecked(document.wholeWords);
    m_actions.layouts->setEnabled(graph);
    m_actions.quantities->setEnabled(document.view == view::Kind::Matrix);
    m_actions.hideFirst->setEnabled(document.view != view::Kind::Steps);
    m_actions.asDots->setEnabled(matrix);
    m_actions.transpose->setEnabled(matrix);
    m_actions.releasePin->setEnabled(document.pin.has_value());
}
