#pragma once

#include "engine/forward/trace.h"
#include "engine/model/safetensors.h"

#include <QByteArray>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

/// What PyTorch computed for one prompt, and how far a trace is from it.
namespace reference {

struct Difference {
    double dot = 0;      ///< of a row, relative to its largest
    double weight = 0;   ///< absolute
    double residual = 0; ///< of a row, relative to its largest
    double logit = 0;    ///< relative to the largest
    double rowSum = 0;   ///< of the weights, from 1
    bool maskedIsZero = true;

    double largest() const { return std::max({dot, weight, residual, logit}); }
};

/// The tensors' names in a file of references.
struct Names {
    std::string dots, weights, residual, logits;
};

class Tensor {
public:
    Tensor(const mayfly::SafeTensors& file, const std::string& name, const std::vector<std::int64_t>& shape)
        : m_values(file.read(name, shape)), m_width(std::size_t(shape.back())) {}
    const float* row(std::size_t index) const { return m_values.data() + index * m_width; }

private:
    mayfly::FloatBuffer m_values;
    std::size_t m_width;
};

inline double relative(const float* expected, const std::vector<float>& found) {
    float largest = 1e-30F;
    float difference = 0;
    for (std::size_t i = 0; i < found.size(); ++i) {
        largest = std::max(largest, std::abs(expected[i]));
        difference = std::max(difference, std::abs(expected[i] - found[i]));
    }
    return double(difference) / double(largest);
}

inline Difference compare(const mayfly::Trace& trace, const mayfly::SafeTensors& file, const Names& names) {
    const auto L = std::int64_t(trace.layers());
    const auto H = std::int64_t(trace.heads());
    const auto T = std::int64_t(trace.tokens());
    const Tensor dots(file, names.dots, {L, H, T, T});
    const Tensor weights(file, names.weights, {L, H, T, T});
    const Tensor residual(file, names.residual, {L + 1, T, trace.dModel()});
    const Tensor logits(file, names.logits, {std::int64_t(trace.logits().size())});
    Difference worst;
    std::vector<float> row(static_cast<std::size_t>(T));
    for (int l = 0; l < L; ++l)
        for (int h = 0; h < H; ++h)
            for (int i = 0; i < T; ++i) {
                const auto at = std::size_t((l * H + h) * T + i);
                trace.dots({l, h}, i, row);
                worst.dot = std::max(worst.dot, relative(dots.row(at), row));
                trace.weights({l, h}, i, row);
                double sum = 0;
                for (int j = 0; j < T; ++j) {
                    const double expected = double(weights.row(at)[j]);
                    worst.weight = std::max(worst.weight, std::abs(expected - double(row[std::size_t(j)])));
                    sum += double(row[std::size_t(j)]);
                    if (expected == 0 && row[std::size_t(j)] != 0) worst.maskedIsZero = false;
                }
                worst.rowSum = std::max(worst.rowSum, std::abs(sum - 1));
            }
    for (int l = 0; l <= L; ++l)
        for (int i = 0; i < T; ++i) {
            const auto found = trace.residual(l, i);
            worst.residual = std::max(worst.residual, relative(residual.row(std::size_t(l * T + i)),
                                                               {found.begin(), found.end()}));
        }
    const auto found = trace.logits();
    worst.logit = relative(logits.row(0), {found.begin(), found.end()});
    return worst;
}

/// The ids that a golden's readable half names.
inline std::vector<mayfly::TokenId> idsOf(const QString& json) {
    QFile file(json);
    std::vector<mayfly::TokenId> ids;
    if (!file.open(QIODevice::ReadOnly)) return ids;
    const QJsonArray array = QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("ids")].toArray();
    for (const QJsonValue& id : array) ids.push_back(id.toInt());
    return ids;
}

} // namespace reference
