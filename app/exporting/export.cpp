#include "app/exporting/export.h"

#include "app/exporting/pdf.h"
#include "app/exporting/png.h"
#include "app/exporting/svg.h"
#include "app/exporting/tikz.h"
#include "engine/error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <array>

namespace exporting {

namespace {

struct Ending {
    const char* text;
    Format format;
};

constexpr std::array known{Ending{"png", Format::Png}, Ending{"svg", Format::Svg}, Ending{"pdf", Format::Pdf},
                           Ending{"tex", Format::Tikz}};

mayfly::Error notSaved(const QSaveFile& file) {
    const QString sentence = QCoreApplication::translate("exporting", "could not save \"%1\": %2; nothing was changed.")
                                 .arg(QDir::toNativeSeparators(file.fileName()), file.errorString());
    return {mayfly::ErrorKind::NotFound, sentence.toStdString()};
}

/// A full disk takes what it has room for and says why it takes no more when asked again.
bool writeAll(QSaveFile& file, const QByteArray& bytes) {
    for (qint64 done = 0; done < bytes.size();) {
        const qint64 written = file.write(bytes.constData() + done, bytes.size() - done);
        if (written <= 0) return false;
        done += written;
    }
    return true;
}

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
    const QByteArray bytes = encode(drawing, formatOf(file), scale);
    QSaveFile out(file);
    // Unbuffered, because QSaveFile (6.4) commits half a file if its buffer cannot be written out at the end.
    if (!out.open(QIODevice::WriteOnly | QIODevice::Unbuffered)) throw notSaved(out);
    if (!writeAll(out, bytes) || !out.commit()) throw notSaved(out);
}

} // namespace exporting
