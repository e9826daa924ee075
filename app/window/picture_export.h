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

    /// Asks how and where, and writes. Returns one sentence if that failed, empty if it was written or called off.
    QString ask(QWidget* parent);
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
};
