#include "app/window/picture_export.h"

#include "app/drawing/paint.h"
#include "app/exporting/export.h"
#include "app/exporting/figure.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>

#include <exception>

std::optional<drawing::Drawing> PictureExport::figure(QSizeF size, bool dark) const {
    if (!m_session.snapshot()) return std::nullopt;
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
    choice.pin = m_session.pinned();
    choice.probe = m_session.probe();
    choice.palette = dark ? Palette::dark() : Palette::light();
    choice.size = size;
    return exporting::composeFigure(choice);
}

void PictureExport::write(const ExportOptions& options) const {
    if (const auto drawing = figure(options.size, options.dark)) exporting::write(*drawing, options.file, options.scale);
}

QString PictureExport::ask(QWidget* parent) {
    ExportDialog dialog(m_options, parent);
    if (dialog.exec() != QDialog::Accepted) return {};
    ExportOptions options = dialog.options();
    options.file = QFileDialog::getSaveFileName(parent, ExportDialog::tr("Export Picture"), options.file);
    if (options.file.isEmpty()) return {};
    m_options = options;
    try {
        write(options);
    } catch (const std::exception& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

void PictureExport::copy(bool dark) const {
    if (const auto drawing = figure(m_options.size, dark))
        QGuiApplication::clipboard()->setImage(drawing::render(*drawing, 2));
}
