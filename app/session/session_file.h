#pragma once

#include "app/graph/focus.h"
#include "app/session/document.h"
#include "app/snapshot/snapshot.h"

#include <QByteArray>
#include <QString>

/// A session as its file has it: tokens by their index, since identities do not outlive the program.
struct SavedSession : Choices {
    QString model;    ///< "built-in", a folder, or a name in the Hugging Face cache
    graph::Focus pin; ///< its slot is an index into heads
    std::vector<std::pair<int, QPointF>> moved;
    std::optional<QString> kept; ///< the text that is compared with

    bool operator==(const SavedSession&) const = default;
};

/// What to save of a document; `snapshot` is the one its pin and moved tokens refer to.
SavedSession toSave(const Document& document, const graph::Focus& pin, const Snapshot* snapshot, const QString& model);

/// The document without what refers to tokens or was kept; that follows when its first snapshot is there.
Document restore(const SavedSession& saved);
/// Pin and moved tokens, for the first snapshot of that text.
void restoreTokens(const SavedSession& saved, const Snapshot& snapshot, Document& document);

/// JSON, indented, so that a session can be read and compared.
QByteArray encodeSession(const SavedSession& saved);

/// Throws mayfly::Error (Malformed, Unsupported) with one sentence that names `file` and what is wrong with it.
SavedSession decodeSession(const QByteArray& bytes, const QString& file);

/// Writes whole or not at all. Throws mayfly::Error naming the file and the reason.
void writeSession(const SavedSession& saved, const QString& file);
SavedSession readSession(const QString& file);
