#include "app/exporting/pdf.h"

#include "app/drawing/paint.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace exporting {

QByteArray pdf(const drawing::Drawing& drawing) {
    constexpr int pixelsPerInch = 96;
    constexpr double pointsPerPixel = 72.0 / pixelsPerInch;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setTitle(drawing.title);
    writer.setCreator(QCoreApplication::applicationName());
    writer.setResolution(pixelsPerInch);
    const QSizeF points = drawing.size.expandedTo({1, 1}) * pointsPerPixel;
    writer.setPageSize(QPageSize(points, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    drawing::paint(painter, drawing);
    painter.end();
    return buffer.data();
}

} // namespace exporting
