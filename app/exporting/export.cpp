#include "app/exporting/export.h"

#include "app/exporting/pdf.h"
#include "app/exporting/png.h"
#include "app/exporting/svg.h"
#include "app/exporting/tikz.h"
#include "app/saving/whole_file.h"
#include "engine/error.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <array>

namespace exporting {

namespace {

struct Ending {
    const char* text;
    Format format;
};

constexpr std::array known{Ending{"png", Format::Png}, Ending{"svg", Format::Svg}, Ending{"pdf", Format::Pdf},
                           Ending{"tex", Format::Tikz}};

} // namespace

QStringList endings() {
    QStringList all;
    for (const Ending& ending : known) all.append(QString::fromLatin1(ending.text));
    return all;
}

Format formatOf(const QString& file) {
    const QString suffix = QFileInfo(file).suffix();
    for (const Ending& ending : known)
        if (suffix.compare(QLatin1String(ending.text), Qt::CaseInsensitive) == 0) return ending.format;
    const QString sentence =
        QCoreApplication::translate("exporting",
                                    "\"%1\" has no ending that a picture can be saved with: choose one of %2.")
            .arg(file, endings().join(QStringLiteral(", ")));
    throw mayfly::Error(mayfly::ErrorKind::Unsupported, sentence.toStdString());
}

QByteArray encode(const drawing::Drawing& drawing, Format format, double scale) {
    switch (format) {
    case Format::Svg:
        return svg(drawing);
    case Format::Pdf:
        return pdf(drawing);
    case Format::Png:
        return png(drawing, scale);
    case Format::Tikz:
        return tikz(drawing);
    }
    return {};
}

void write(const drawing::Drawing& drawing, const QString& file, double scale) {
    saving::writeWhole(file, encode(drawing, formatOf(file), scale));
}

} // namespace exporting
