#include "app/download/progress_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace download {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Download)
};

int roundedUp(qint64 seconds, qint64 unit) { return int((seconds + unit - 1) / unit); }

QString fetching(const Progress& progress, const Pace& pace) {
    QStringList parts{Words::tr("%1 of %2").arg(sizeText(progress.done), sizeText(progress.total))};
    if (const auto speed = pace.speed()) parts.append(Words::tr("%1/s").arg(sizeText(qint64(*speed))));
    if (const auto left = pace.secondsLeft(progress.total)) parts.append(timeLeftText(*left));
    return parts.join(QStringLiteral(" \u00b7 "));
}

} // namespace

QString sizeText(qint64 bytes) {
    const int decimals = bytes < 1'000'000'000 ? 0 : 1;
    return QLocale().formattedDataSize(bytes, decimals, QLocale::DataSizeSIFormat);
}

QString timeLeftText(qint64 seconds) {
    if (seconds < 60) return Words::tr("%n second(s) left", nullptr, int(seconds));
    if (seconds < 5400) return Words::tr("%n minute(s) left", nullptr, roundedUp(seconds, 60));
    return Words::tr("%n hour(s) left", nullptr, roundedUp(seconds, 3600));
}

QString progressText(const Progress& progress, const Pace& pace) {
    switch (progress.stage) {
    case Progress::Stage::Asking: return Words::tr("Asking what there is\u2026");
    case Progress::Stage::Checking: return Words::tr("Checking what is there already\u2026");
    case Progress::Stage::Waiting: return Words::tr("The connection broke; trying again\u2026");
    case Progress::Stage::Fetching: break;
    }
    return fetching(progress, pace);
}

} // namespace download
