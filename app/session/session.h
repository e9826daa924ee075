#pragma once

#include "app/graph/focus.h"
#include "app/session/document.h"
#include "app/snapshot/snapshot.h"
#include "engine/reading/head_probe.h"

#include <QObject>
#include <QUndoStack>

#include <optional>

/// The open document, its model, and the newest snapshot of them. Every change goes through an undo command and is told
/// by one signal; it computes nothing.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);

    const Document& document() const { return m_document; }
    const std::shared_ptr<const mayfly::Model>& model() const { return m_model; }
    const SnapshotPtr& snapshot() const { return m_snapshot; }
    /// What the heads of the present snapshot do; null as long as that is not known.
    std::shared_ptr<const mayfly::HeadProbe> probe() const;
    QUndoStack& undoStack() { return m_undo; }

    void setText(const QString& text);
    /// Heads that the model has not, and those beyond the eighth, are left out; an empty choice changes nothing.
    void setHeads(const std::vector<mayfly::HeadIndex>& heads);
    /// Adds or takes away one head; the last one stays.
    void toggleHead(mayfly::HeadIndex head);
    void setView(view::Kind view);
    void setLayout(graph::Layout layout);
    void setTopMass(int percent);
    void setHideFirst(bool hide);
    void setWholeWords(bool whole);
    void setMatrix(const matrix::Choice& choice);
    void setDepth(int depth);
    /// Where texts are to be compared and none is kept, keeps the present one; where heads are and only one is chosen, adds the
    /// next of its layer.
    void setCompare(compare::Mode mode);
    /// Keeps the present snapshot to compare with, and shows the difference unless two texts are compared already.
    void keepPicture();
    /// Lets go of what was kept.
    void releaseKept();
    /// A text to be kept as soon as its snapshot is there, before the document's own is asked for; none is awaited any more
    /// without one.
    void awaitKept(const std::optional<QString>& text) { m_awaited = text; }
    /// The text that the engine is to answer next.
    const QString& wantedText() const { return m_awaited ? *m_awaited : m_document.text; }
    /// The engine cannot answer `wantedText`.
    void giveUpWanted();
    /// Pins what the focus points out in the present snapshot; no focus lets go.
    void setPin(const graph::Focus& focus);
    /// `by` is how far from its place in the layout the token lies, in pixels of the unzoomed picture.
    void moveToken(int token, QPointF by);
    /// Replaces text and choices together, as one step: a sample sentence.
    void setDocument(const Document& document, const QString& nameOfStep);
    /// Starts anew, with nothing to undo: an opened session. Heads that the model has not are left out as by
    /// `setModel`.
    void reset(const Document& document);

    /// A new model: heads that it has not are left out, and it shows its last layer's first head if none remains.
    void setModel(std::shared_ptr<const mayfly::Model> model);
    void receive(SnapshotPtr snapshot);
    /// What was found out about a model; of another than the present one it is thrown away.
    void setProbe(const std::shared_ptr<const mayfly::Model>& model, std::shared_ptr<const mayfly::HeadProbe> probe);

    /// A focus on a token becomes one on its word, where words are chosen to be whole.
    graph::Focus grouped(const graph::Focus& focus) const;
    /// The pin as a focus in the present snapshot and choice of heads; none where its tokens are gone.
    graph::Focus pinned() const;

Q_SIGNALS:
    void documentChanged();
    void modelChanged();
    void snapshotChanged();
    void probeChanged();

private:
    friend class DocumentChange;

    void change(const Document& document, const QString& name, int mergeId);
    void apply(const Document& document);
    /// The snapshot, if it is of the present model; null while a model that has just come has not answered.
    SnapshotPtr present() const;
    bool has(mayfly::HeadIndex head) const;
    void leaveOutUnknownHeads(Document& document) const;

    Document m_document;
    std::shared_ptr<const mayfly::Model> m_model;
    SnapshotPtr m_snapshot;
    std::shared_ptr<const mayfly::HeadProbe> m_probe;
    std::optional<QString> m_awaited;
    QUndoStack m_undo;
};
