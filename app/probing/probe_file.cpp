#include "app/probing/probe_file.h"

#include "app/saving/whole_file.h"
#include "engine/error.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

#include <cmath>

namespace probing {

namespace {

constexpr int version = 3; ///< rises when heads are probed or scored in another way
constexpr qint64 largestFile = 16 << 20;
constexpr int mostFiles = 100;

bool isWeight(const mayfly::ScoreField& field) {
    return field.value != &mayfly::HeadScores::meanDistance && field.value != &mayfly::HeadScores::entropy;
}

bool isPlausible(const mayfly::ScoreField& field, double score) {
    return std::isfinite(score) && score >= 0 && score <= (isWeight(field) ? 1.001 : 1e6);
}

std::optional<mayfly::HeadScores> decodeScores(const QJsonArray& row) {
    if (row.size() != qsizetype(mayfly::scoreFields.size())) return std::nullopt;
    mayfly::HeadScores scores;
    for (std::size_t i = 0; i < mayfly::scoreFields.size(); ++i) {
        const QJsonValue value = row[qsizetype(i)];
        if (!value.isDouble() || !isPlausible(mayfly::scoreFields[i], value.toDouble())) return std::nullopt;
        scores.*mayfly::scoreFields[i].value = float(value.toDouble());
    }
    return scores;
}

void letOldestGo(const QDir& folder) {
    const QFileInfoList kept = folder.entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Time);
    for (qsizetype i = mostFiles; i < kept.size(); ++i) QFile::remove(kept[i].filePath());
}

} // namespace

QString probeFile(const std::string& fingerprint) {
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) +
           QStringLiteral("/heads/%1.json").arg(QString::fromStdString(fingerprint));
}

QByteArray encodeProbe(const mayfly::HeadProbe& probe) {
    QJsonArray all;
    for (const mayfly::HeadScores& scores : probe.scores) {
        QJsonArray row;
        for (const mayfly::ScoreField& field : mayfly::scoreFields) row.append(double(scores.*field.value));
        all.append(row);
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("mayfly_heads"), version},
                                     {QStringLiteral("layers"), probe.layers},
                                     {QStringLiteral("heads"), probe.heads},
                                     {QStringLiteral("period"), probe.period},
                                     {QStringLiteral("repeats"), probe.repeats},
                                     {QStringLiteral("seeds"), probe.seeds},
                                     {QStringLiteral("scores"), all}})
        .toJson(QJsonDocument::Compact);
}

std::optional<mayfly::HeadProbe> decodeProbe(const QByteArray& bytes, const mayfly::Config& config) {
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    const auto count = [&root](const char* name) { return root[QLatin1String(name)].toInt(-1); };
    mayfly::HeadProbe probe{count("layers"), count("heads"), count("period"), count("repeats"), count("seeds"), {}};
    const bool fits = count("mayfly_heads") == version && probe.layers == config.layers && probe.heads == config.heads &&
                      probe.period > 0 && probe.period <= mayfly::HeadProber::period &&
                      probe.repeats == mayfly::HeadProber::repeats && probe.seeds == mayfly::HeadProber::seeds;
    const QJsonArray rows = root[QLatin1String("scores")].toArray();
    if (!fits || rows.size() != qsizetype(config.layers) * config.heads) return std::nullopt;
    for (const QJsonValue& row : rows) {
        const auto scores = decodeScores(row.toArray());
        if (!scores) return std::nullopt;
        probe.scores.push_back(*scores);
    }
    return probe;
}

std::optional<mayfly::HeadProbe> readProbe(const QString& file, const mayfly::Config& config) {
    QFile in(file);
    if (!QFileInfo(file).isFile() || !in.open(QIODevice::ReadOnly) || in.size() > largestFile) return std::nullopt;
    return decodeProbe(in.readAll(), config);
}

void keepProbe(const mayfly::HeadProbe& probe, const QString& file) {
    const QDir folder = QFileInfo(file).dir();
    try {
        if (folder.mkpath(QStringLiteral("."))) saving::writeWhole(file, encodeProbe(probe));
    } catch (const mayfly::Error&) {
        return;
    }
    letOldestGo(folder);
}

} // namespace probing
