#include "app/command/command_line.h"
#include "app/command/measurement.h"
#include "app/command/output.h"
#include "app/command/reporting.h"
#include "app/models/model_location.h"
#include "engine/forward/kernels.h"
#include "engine/model/random_model.h"
#include "engine/model/weights.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace command {

namespace {

using mayfly::Precision;

QString nameOf(Precision precision) {
    switch (precision) {
    case Precision::F16: return QStringLiteral("f16");
    case Precision::BF16: return QStringLiteral("bf16");
    case Precision::F32: break;
    }
    return QStringLiteral("f32");
}

/// The type that the weights of a model lie in.
Precision precisionOf(const mayfly::Model& model) {
    const auto& layers = model.weights().layers;
    return layers.empty() ? Precision::F32 : layers.front().query.panels.precision;
}

double rounded(double value, int digits) {
    return QString::number(value, 'g', digits).toDouble();
}

QJsonObject objectOf(std::initializer_list<std::pair<const char*, QJsonValue>> fields) {
    QJsonObject object;
    for (const auto& [name, value] : fields) object[QLatin1String(name)] = value;
    return object;
}

/// Writes rows as they come, in columns, or gathers them for JSON. Its few words are those of the JSON.
class BenchReport {
public:
    BenchReport(bool json, const mayfly::Limits& limits) : m_json(json), m_output(QStringLiteral("-")) {
        m_all[QLatin1String("limits")] = objectOf({{"sgemm_gflops", rounded(limits.gflops, 4)},
                                                     {"read_gbps", rounded(limits.gigabytesPerSecond, 4)}});
        if (m_json) return;
        print(QStringLiteral("limits: %1 GFLOP/s, %2 GB/s\n")
                  .arg(limits.gflops, 0, 'f', 0).arg(limits.gigabytesPerSecond, 0, 'f', 1));
        print(QStringLiteral("work     tokens  kept  weights    kernel         ms   min ms  GFLOP/s   GB/s  of limit"
                             "  maps ms  memory MB  of pass\n"));
    }

    void add(const mayfly::Model& model, const Measurement& row) {
        const QString weights = nameOf(precisionOf(model));
        const QString kernel = QString::fromLatin1(model.kernels().name);
        m_rows.append(objectOf({{"work", row.work},
                                  {"tokens", row.tokens},
                                  {"kept", row.kept},
                                  {"weights", weights},
                                  {"kernel", kernel},
                                  {"ms", rounded(row.median, 5)},
                                  {"min_ms", rounded(row.least, 5)},
                                  {"gflops", rounded(row.gflops, 4)},
                                  {"gbps", rounded(row.gigabytesPerSecond, 4)},
                                  {"ratio_to_limit", rounded(row.ratioToLimit, 4)},
                                  {"maps_ms", rounded(row.maps, 4)},
                                  {"peak_bytes", row.peakBytes},
                                  {"pass_bytes", row.passBytes}}));
        if (m_json) return;
        print(QStringLiteral("%1%2%3%4%5%6%7%8%9%10%11%12%13\n")
                  .arg(row.work, -8).arg(row.tokens, 7).arg(row.kept, 6).arg(weights, 9).arg(kernel, 10)
                  .arg(row.median, 11, 'f', 2).arg(row.least, 9, 'f', 2).arg(row.gflops, 9, 'f', 1)
                  .arg(row.gigabytesPerSecond, 7, 'f', 1).arg(row.ratioToLimit, 10, 'f', 2).arg(row.maps, 9, 'f', 2)
                  .arg(double(row.peakBytes) * 1e-6, 11, 'f', 0).arg(double(row.passBytes) * 1e-6, 9, 'f', 0));
    }

    void finish() {
        m_all[QLatin1String("rows")] = m_rows;
        if (m_json) m_output.write(QJsonDocument(m_all).toJson().toStdString());
        m_output.commit();
    }

private:
    void print(const QString& line) {
        m_output.write(line.toStdString());
        m_output.commit(); // a row is worth waiting for, so it is shown at once
    }

    bool m_json;
    Output m_output;
    QJsonObject m_all;
    QJsonArray m_rows;
};

std::vector<std::shared_ptr<const mayfly::Model> (*)(const mayfly::Kernels&)> shapes() {
    return {[](const mayfly::Kernels& kernels) { return mayfly::randomGpt2(Precision::F32, kernels); },
            [](const mayfly::Kernels& kernels) { return mayfly::randomGpt2(Precision::BF16, kernels); },
            [](const mayfly::Kernels& kernels) { return mayfly::randomGpt2(Precision::F16, kernels); }};
}

} // namespace

int run(const Bench& request) {
    return reporting([&] {
        const mayfly::Kernels& kernels =
            request.kernel.isEmpty() ? mayfly::chosenKernels() : mayfly::kernelsNamed(request.kernel.toStdString());
        const mayfly::Limits limits = mayfly::measureLimits();
        BenchReport report(request.json, limits);
        const auto add = [&](const mayfly::Model& model) {
            measure(model, {request.tokens, request.edits}, limits,
                    [&](const Measurement& row) { report.add(model, row); });
        };
        if (request.gpt2Shape)
            for (const auto make : shapes()) add(*make(kernels));
        else
            add(*models::loadModel(request.model, kernels));
        report.finish();
    });
}

} // namespace command
