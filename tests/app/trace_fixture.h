#pragma once

#include "app/command/trace_choice.h"
#include "app/snapshot/snapshot.h"
#include "engine/model/model.h"
#include "engine/model/safetensors.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

/// What the tests of written traces share: a tiny model, its prompt, and what PyTorch says of it.
namespace fixture {

inline std::filesystem::path folder() {
    return std::filesystem::path(MAYFLY_TEST_DATA) / "tiny_gpt2";
}

inline std::shared_ptr<const mayfly::Model> model() {
    return mayfly::Model::load(folder());
}

inline QByteArray prompt() {
    QFile file(QString::fromStdString((folder() / "prompt.txt").string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("prompt.txt is missing");
}

inline command::TraceChoice everything(const Snapshot& snapshot) {
    return {command::chooseHeads(snapshot.model->config(), {}, {}), true};
}

inline std::vector<float> expected(const std::string& name, const mayfly::TensorShape& shape) {
    const auto buffer = mayfly::SafeTensors(folder() / "expected.safetensors").read(name, shape);
    return {buffer.span().begin(), buffer.span().end()};
}

/// Everything that a writer hands on.
inline QByteArray collect(const std::function<void(const command::Sink&)>& write) {
    QByteArray all;
    write([&](std::string_view piece) { all.append(piece.data(), qsizetype(piece.size())); });
    return all;
}

/// The largest difference of two lists of rows, relative to the largest value of its row of `second`.
inline double largestError(const std::vector<float>& first, const std::vector<float>& second, std::size_t width) {
    if (first.size() != second.size() || first.empty()) return INFINITY;
    double worst = 0;
    for (std::size_t row = 0; row < first.size(); row += width) {
        double largest = 0;
        double error = 0;
        for (std::size_t i = row; i < row + width; ++i) {
            largest = std::max(largest, std::abs(double(second[i])));
            error = std::max(error, std::abs(double(first[i]) - double(second[i])));
        }
        worst = std::max(worst, error / largest);
    }
    return worst;
}

} // namespace fixture
