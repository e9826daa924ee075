#include "app/session/session.h"

#include "app/graph/whole_word.h"

#include "engine/model/model.h"

#include <QElapsedTimer>
#include <QUndoCommand>

#include <algorithm>

/// Goes from one document to another. Changes of the same kind in quick succession are one step: a word typed, a slider
/// drawn.
class DocumentChange : public QUndoCommand {
public:
    DocumentChange(Session& session, Document after, const QString& name, int mergeId)
        : QUndoCommand(name), m_session(session), m_before(session.document()), m_after(std::move(after)),
          m_mergeId(mergeId) {
        m_since.start();
    }
    void undo() override { m_session.apply(m_before); }
    void redo() override { m_session.apply(m_after); }
    int id() const override { return m_mergeId; }
    bool mergeWith(const QUndoCommand* next) override {
        const auto& later = static_cast<const DocumentChange&>(*next);
        if (m_since.elapsed() > 1200) return false;
        m_after = later.m_after;
        m_since.restart();
        return true;
    }

private:
    Session& m_session;
    Document m_before, m_after;
    int m_mergeId;
    QElapsedTimer m_since;
};

namespace {

enum MergeId { Never = -1, Text = 1, TopMass, Move, Depth };

} // namespace

Session::Session(QObject* parent) : QObject(parent) {
    m_undo.setUndoLimit(500);
}

void Session::setText(const QString& text) {
    Document next = m_document;
    next.text = text;
    change(next, tr("Edit text"), MergeId::Text);
}

void Session::setHeads(const std::vector<mayfly::HeadIndex>& heads) {
    Document next = m_document;
    next.heads.clear();
    for (const mayfly::HeadIndex head : heads) {
        const bool known = std::find(next.heads.begin(), next.heads.end(), head) != next.heads.end();
        if (has(head) && !known && next.heads.size() < Document::mostHeads) next.heads.push_back(head);
    }
    if (!next.heads.empty()) change(next, tr("Choose heads"), MergeId::Never);
}

void Session::toggleHead(mayfly::HeadIndex head) {
    std::vector<mayfly::HeadIndex> heads = m_document.heads;
    const auto at = std::find(heads.begin(), heads.end(), head);
    if (at == heads.end())
        heads.push_back(head);
    else
        heads.erase(at);
    setHeads(heads);
}

void Session::setView(view::Kind view) {
    Document next = m_document;
    next.view = view;
    change(next, tr("Change view"), MergeId::Never);
}

void Session::setLayout(graph::Layout layout) {
    Document next = m_document;
    next.layout = layout;
    next.moved.clear(); // places of one layout mean nothing in another
    change(next, tr("Change layout"), MergeId::Never);
}

void Session::setTopMass(int percent) {
    Document next = m_document;
    next.topMass = std::clamp(percent, 1, 100);
    change(next, tr("Change top mass"), MergeId::TopMass);
}

void Session::setHideFirst(bool hide) {
    Document next = m_document;
    next.hideFirst = hide;
    change(next, tr("Hide first token"), MergeId::Never);
}

void Session::setWholeWords(bool whole) {
    Document next = m_document;
    next.wholeWords = whole;
    change(next, tr("Select whole words"), MergeId::Never);
}

void Session::setMatrix(const matrix::Choice& choice) {
    Document next = m_document;
    next.matrix = choice;
    change(next, tr("Change matrix"), MergeId::Never);
}

void Session::setDepth(int depth) {
    Document next = m_document;
    next.depth = depth;
    change(next, tr("Change depth"), MergeId::Depth);
}

void Session::setCompare(compare::Mode mode) {
    Document next = m_document;
    next.compare = mode;
    if (compare::isOfTexts(mode) && !next.kept) next.kept = present();
    if (compare::isOfTexts(mode) && !next.kept) return;
    if (mode == compare::Mode::Heads && next.heads.size() == 1 && m_model && m_model->config().heads > 1) {
        const mayfly::HeadIndex first = next.heads.front();
        next.heads.push_back({first.layer, (first.head + 1) % m_model->config().heads});
    }
    change(next, tr("Compare"), MergeId::Never);
}

void Session::keepPicture() {
    if (!present()) return;
    Document next = m_document;
    next.kept = present();
    if (!compare::isOfTexts(next.compare)) next.compare = compare::Mode::Difference;
    change(next, tr("Keep picture"), MergeId::Never);
}

void Session::releaseKept() {
    Document next = m_document;
    next.kept.reset();
    if (compare::isOfTexts(next.compare)) next.compare = compare::Mode::Off;
    change(next, tr("Release kept picture"), MergeId::Never);
}

void Session::giveUpWanted() {
    if (!m_awaited) return;
    m_awaited.reset();
    Q_EMIT documentChanged();
}

void Session::setPin(const graph::Focus& focus) {
    Document next = m_document;
    next.pin.reset();
    if (m_snapshot && !focus.isNone() && focus.query < m_snapshot->size() && focus.key < m_snapshot->size()) {
        Pin pin;
        pin.query = m_snapshot->identity[std::size_t(focus.query)];
        if (focus.isEdge()) pin.key = m_snapshot->identity[std::size_t(focus.key)];
        if (focus.isEdge() && focus.slot >= 0 && focus.slot < int(m_document.heads.size()))
            pin.head = m_document.heads[std::size_t(focus.slot)];
        next.pin = pin;
    }
    change(next, next.pin ? tr("Pin") : tr("Release pin"), MergeId::Never);
}

void Session::moveToken(int token, QPointF by) {
    if (!m_snapshot || token < 0 || token >= m_snapshot->size()) return;
    Document next = m_document;
    next.moved.insert(m_snapshot->identity[std::size_t(token)], by);
    change(next, tr("Move token"), MergeId::Move);
}

void Session::setDocument(const Document& document, const QString& nameOfStep) {
    change(document, nameOfStep, MergeId::Never);
}

void Session::reset(const Document& document) {
    Document next = document;
    leaveOutUnknownHeads(next);
    apply(next);
    m_undo.clear();
    m_undo.setClean();
}

void Session::setModel(std::shared_ptr<const mayfly::Model> model) {
    if (model != m_model) m_probe.reset();
    m_model = std::move(model);
    Document next = m_document;
    leaveOutUnknownHeads(next);
    next.pin.reset();
    next.moved.clear();
    next.kept.reset(); // another model's weights are not before and after
    if (compare::isOfTexts(next.compare)) next.compare = compare::Mode::Off;
    m_awaited.reset();
    m_undo.clear(); // steps that speak of another model's heads cannot be taken back
    m_document = next;
    Q_EMIT modelChanged();
    Q_EMIT documentChanged();
}

void Session::receive(SnapshotPtr snapshot) {
    if (!snapshot || snapshot->model != m_model) return;
    if (m_awaited) {
        if (snapshot->text != m_awaited->toUtf8()) return;
        m_awaited.reset();
        m_document.kept = std::move(snapshot);
        Q_EMIT documentChanged();
        return;
    }
    m_snapshot = std::move(snapshot);
    Q_EMIT snapshotChanged();
}

void Session::setProbe(const std::shared_ptr<const mayfly::Model>& model,
                       std::shared_ptr<const mayfly::HeadProbe> probe) {
    if (model != m_model || probe == m_probe) return;
    m_probe = std::move(probe);
    Q_EMIT probeChanged();
}

std::shared_ptr<const mayfly::HeadProbe> Session::probe() const {
    return present() ? m_probe : nullptr;
}

SnapshotPtr Session::present() const { return m_snapshot && m_snapshot->model == m_model ? m_snapshot : nullptr; }

graph::Focus Session::grouped(const graph::Focus& focus) const {
    return m_document.wholeWords && m_snapshot ? graph::wholeWord(*m_snapshot, focus) : focus;
}

graph::Focus Session::pinned() const {
    if (!m_document.pin || !m_snapshot) return {};
    const Pin& pin = *m_document.pin;
    graph::Focus focus;
    focus.query = m_snapshot->indexOf(pin.query);
    if (focus.query < 0 || !pin.key) return grouped(focus);
    focus.key = m_snapshot->indexOf(*pin.key);
    if (focus.key < 0) return {};
    if (!pin.head) return focus;
    const auto& heads = m_document.heads;
    const auto at = std::find(heads.begin(), heads.end(), *pin.head);
    if (at != heads.end()) focus.slot = int(at - heads.begin());
    return focus;
}

void Session::change(const Document& document, const QString& name, int mergeId) {
    if (document != m_document) m_undo.push(new DocumentChange(*this, document, name, mergeId));
}

void Session::apply(const Document& document) {
    m_document = document;
    Q_EMIT documentChanged();
}

bool Session::has(mayfly::HeadIndex head) const {
    if (!m_model) return true;
    const mayfly::Config& config = m_model->config();
    return head.layer >= 0 && head.layer < config.layers && head.head >= 0 && head.head < config.heads;
}

void Session::leaveOutUnknownHeads(Document& document) const {
    if (!m_model) return;
    std::erase_if(document.heads, [this](mayfly::HeadIndex head) { return !has(head); });
    if (document.heads.empty()) document.heads.push_back({m_model->config().layers - 1, 0});
}
