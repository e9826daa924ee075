#include "app/getting/offers.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace getting {

namespace {

Offer read(const QJsonObject& entry) {
    return {entry.value(QLatin1String("repository")).toString(), entry.value(QLatin1String("layers")).toInt(),
            entry.value(QLatin1String("heads")).toInt(),
            qint64(entry.value(QLatin1String("megabytes")).toInt()) * 1'000'000,
            entry.value(QLatin1String("licence")).toString()};
}

} // namespace

std::vector<Offer> offers() {
    QFile file(QStringLiteral(":/mayfly/offers.json"));
    std::vector<Offer> all;
    if (!file.open(QIODevice::ReadOnly)) return all;
    for (const QJsonValue entry : QJsonDocument::fromJson(file.readAll()).array()) all.push_back(read(entry.toObject()));
    return all;
}

} // namespace getting
