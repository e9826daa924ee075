#include "app/window/pointing.h"

#include "app/graph/graph_view.h"
#include "app/inspector/inspector.h"
#include "app/inspector/pair_text.h"
#include "app/prompt/token_strip.h"
#include "app/view/picture_view.h"

#include <algorithm>
#include <utility>

Pointing::Pointing(Session& session, const Views& views, const Actions& actions) : m_session(session), m_views(views) {
    connectStrip();
    for (graph::PointedView* each : std::initializer_list<graph::PointedView*>{m_views.graph, m_views.pictures}) {
        each->setDescription([this](const graph::Focus& focus) { return describe(focus); });
        connect(each, &graph::PointedView::hovered, this, &Pointing::hover);
        connect(each, &graph::PointedView::activated, this, &Pointing::pin);
        connect(each, &graph::PointedView::joined, this, &Pointing::join);
    }
    connect(actions.releasePin, &QAction::triggered, this, [this] { pin({}); });
}

void Pointing::connectStrip() {
    connect(m_views.tokens, &TokenStrip::hovered, this, [this](const graph::Focus& token) {
        const graph::Focus focus = m_session.grouped(token);
        m_views.graph->setHover(focus);
        m_views.pictures->setHover(focus);
        hover(focus);
    });
    connect(m_views.tokens, &TokenStrip::activated, this, &Pointing::pin);
    connect(m_views.tokens, &TokenStrip::joined, this, &Pointing::join);
}

void Pointing::refresh() { hover(m_views.front().hover()); }

void Pointing::hover(const graph::Focus& focus) {
    const graph::Focus shown = focus.isNone() ? m_session.pinned() : focus;
    const SnapshotPtr& snapshot = shown.kept ? m_session.document().kept : m_session.snapshot();
    if (snapshot) m_views.inspector->setSnapshot(snapshot);
    m_views.inspector->show(shown);
    m_views.tokens->setFocus(m_views.pictures->live(shown));
}

void Pointing::pin(const graph::Focus& focus) {
    // A second click on what is pinned lets go of it.
    graph::Focus whole = m_session.grouped(m_views.pictures->live(focus));
    if (whole.isToken()) whole.slot = -1; // a token is that of every pane
    m_session.setPin(whole == m_session.pinned() ? graph::Focus{} : whole);
}

/// A second token makes a pair with the pinned one: as query and key where one of them sees the other, whichever was first.
void Pointing::join(const graph::Focus& focus) {
    const graph::Focus first = m_session.pinned();
    const graph::Focus second = m_views.pictures->live(focus);
    if (!second.isToken() || first.isNone()) return pin(focus);
    graph::Focus pair{.query = first.query, .key = second.query};
    if (m_session.model()->config().causal && pair.key > pair.query) std::swap(pair.query, pair.key);
    m_session.setPin(pair);
}

QString Pointing::describe(const graph::Focus& focus) const {
    const SnapshotPtr& snapshot = m_session.snapshot();
    const auto& heads = m_session.document().heads;
    if (!snapshot || focus.slot >= int(heads.size()) || std::max(focus.query, focus.key) >= snapshot->size()) return {};
    if (!snapshot->hasAll(heads)) return {};
    return pairtext::tooltip(*snapshot, heads, focus, m_session.probe().get());
}
