#include "app/exporting/png.h"

#include "app/drawing/paint.h"
#include "engine/error.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageWriter>

namespace exporting {

namespace {

constexpr double largestArea = 1 << 28; // pixels: a gigabyte, and another one to draw it

mayfly::Error failure(const QString& reason) {
    return {mayfly::ErrorKind::OutOfRange, reason.toStdString()};
}

} // namespace

QByteArray png(const drawing::Drawing& drawing, double scale) {
    const QSizeF size = drawing.size * scale;
    QImage image;
    if (size.width() * size.height() <= largestArea) image = drawing::render(drawing, scale);
    if (image.isNull())
        throw failure(QCoreApplication::translate("exporting", "a picture of %1 by %2 pixels is too large: choose a "
                                                               "smaller size or scale.")
                          .arg(size.width(), 0, 'f', 0)
                          .arg(size.height(), 0, 'f', 0));
    const int dotsPerMetre = qRound(scale * 96 / 0.0254);
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    QBuffer buffer;
    QImageWriter writer(&buffer, "png");
    if (!drawing.title.isEmpty()) writer.setText(QStringLiteral("Title"), drawing.title);
    if (!drawing.description.isEmpty()) writer.setText(QStringLiteral("Description"), drawing.description);
    writer.setText(QStringLiteral("Software"), QCoreApplication::applicationName());
    if (!writer.write(image)) throw failure(writer.errorString());
    return buffer.data();
}

} // namespace exporting
