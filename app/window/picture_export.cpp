#include "app/window/picture_export.h"

#include "app/drawing/paint.h"
#include "app/exporting/export.h"
#include "app/exporting/figure.h"
#include "app/exporting/sheet.h"
#include "app/window/file_to_save.h"

#include <QClipboard>
#include <QFileInfo>
#include <QGuiApplication>

#include <exception>

namespace {

QString noFigure() {
    return ExportDialog::tr("There is no picture yet: the model is still reading the text. Try again in a moment.");
}

} // namespace

/// A larger model's heads may be chosen before it has answered.
bool PictureExport::hasFigure() const {
    return m_session.snapshot() && m_session.snapshot()->hasAll(m_session.document().heads);
}

/// The layer of the first chosen head; −1 where no sheet can be made.
int PictureExport::sheetLayer() const {
    const Document& document = m_session.document();
    const bool each = exporting::hasSheet(document.view) && document.comparing() == compare::Mode::Off && !document.heads.empty();
    return each ? document.heads.front().layer : -1;
}

std::optional<drawing::Drawing> PictureExport::figure(const ExportOptions& options) const {
    if (!hasFigure()) return std::nullopt;
    const Document& document = m_session.document();
    exporting::FigureChoice choice;
    choice.snapshot = m_session.snapshot();
    choice.choice = {document.shownHeads(), document.topMass / 100.0, document.hideFirst};
    choice.view = document.view;
    choice.layout = document.layout;
    choice.matrix = document.matrix;
    choice.depth = document.depth;
    choice.compare = document.comparing();
    if (compare::isOfTexts(choice.compare)) choice.before = document.kept;
    choice.moved = document.moved;
    choice.pin = m_focus.isNone() ? m_session.pinned() : m_focus;
    choice.probe = m_session.probe();
    if (options.sheet && sheetLayer() >= 0) choice.sheetOf = sheetLayer();
    choice.palette = options.dark ? Palette::dark() : Palette::light();
    choice.size = options.size;
    return exporting::composeFigure(choice);
}

void PictureExport::write(const ExportOptions& options) const {
    if (const auto drawing = figure(options)) exporting::write(*drawing, options.file, options.scale);
}

PictureExport::Outcome PictureExport::ask(QWidget* parent) {
    if (!hasFigure()) return {.problem = noFigure()};
    ExportDialog dialog(m_options, sheetLayer(), parent);
    if (dialog.exec() != QDialog::Accepted) return {};
    ExportOptions options = dialog.options();
    options.file =
        fileToSave(parent, ExportDialog::tr("Export Picture"), options.file, QFileInfo(options.file).suffix());
    if (options.file.isEmpty()) return {};
    m_options = options;
    try {
        write(options);
    } catch (const std::exception& error) {
        return {.problem = QString::fromUtf8(error.what())};
    }
    return {.written = options.file};
}

QString PictureExport::copy() const {
    ExportOptions options;
    options.size = m_options.size;
    const auto drawing = figure(options);
    if (!drawing) return noFigure();
    QGuiApplication::clipboard()->setImage(drawing::render(*drawing, 2));
    return {};
}
