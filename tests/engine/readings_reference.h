#pragma once

#include "engine/forward/forward.h"
#include "engine/model/model.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QTest>

#include <cmath>
#include <memory>
#include <vector>

/// What make_readings.py worked out for a model of the test data, and a trace of the same tokens.
namespace reference {

struct Readings {
    QJsonObject expected;
    std::shared_ptr<const mayfly::Model> model;
    std::shared_ptr<const mayfly::Trace> trace;
};

inline Readings readingsOf(const QString& folder, const mayfly::Experiment& experiment = {}) {
    const QString root = QStringLiteral(MAYFLY_TEST_DATA "/");
    QFile file(root + "readings/" + folder.section(u'/', -1) + ".json");
    if (!file.open(QIODevice::ReadOnly)) qFatal("%s is missing", qPrintable(file.fileName()));
    Readings readings;
    readings.expected = QJsonDocument::fromJson(file.readAll()).object();
    std::vector<mayfly::TokenId> ids;
    const QJsonArray array = readings.expected[QLatin1String("ids")].toArray();
    for (const QJsonValue& id : array) ids.push_back(id.toInt());
    readings.model = mayfly::Model::load((root + folder).toStdString());
    readings.trace = mayfly::forward(*readings.model, ids, experiment);
    return readings;
}

/// All numbers of nested arrays, in order.
inline void append(const QJsonValue& value, std::vector<double>& numbers) {
    if (!value.isArray()) return numbers.push_back(value.toDouble());
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array) append(each, numbers);
}

inline std::vector<double> numbersOf(const QJsonValue& value) {
    std::vector<double> numbers;
    append(value, numbers);
    return numbers;
}

/// The largest difference, relative to the largest number expected.
template<typename Numbers>
double difference(const Numbers& found, const std::vector<double>& expected) {
    if (found.size() != expected.size()) return INFINITY;
    double largest = 1e-30;
    double most = 0;
    for (std::size_t i = 0; i < expected.size(); ++i) {
        largest = std::max(largest, std::abs(expected[i]));
        most = std::max(most, std::abs(double(found[i]) - expected[i]));
    }
    return most / largest;
}

/// Rows for a test of each model.
inline void addModels() {
    QTest::addColumn<QString>("folder");
    for (const char* folder : {"tiny_gpt2", "families/llama", "families/gemma2", "families/bert"})
        QTest::newRow(folder) << QString::fromLatin1(folder);
}

} // namespace reference
