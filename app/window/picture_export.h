#pragma once

#include "app/drawing/drawing.h"
#include "app/session/session.h"
#include "app/window/export_dialog.h"

#include <optional>

class QWidget;

/// Saves and copies what the window shows, by the very figures that the command line writes.
class PictureExport {
public:
    explicit PictureExport(const Session& session) : m_session(session) {}

    /// What came of asking: at most one of the two.
    struct Outcome {
        QString written = {}; ///< the file
        QString problem = {}; ///< one sentence
    };
    /// Asks how and where, and writes; nothing comes of it if that was called off.
    Outcome ask(QWidget* parent);
    /// What the mouse points at, as long as that is not what the session has pinned.
    void setFocus(const graph::Focus& focus) { m_focus = focus; }
    /// Writes without asking. Throws mayfly::Error.
    void write(const ExportOptions& options) const;
    /// Puts the picture on the clipboard, for white paper. Returns one sentence if there is none yet.
    QString copy() const;

    /// Empty if the model has not answered yet.
    std::optional<drawing::Drawing> figure(const ExportOptions& options) const;

private:
    bool hasFigure() const;
    int sheetLayer() const;

    const Session& m_session;
    ExportOptions m_options;
    graph::Focus m_focus;
};
