#include "app/command/command_line.h"
#include "app/command/input.h"
#include "app/command/output.h"
#include "app/command/reporting.h"
#include "app/command/trace_csv.h"
#include "app/command/trace_json.h"
#include "app/command/trace_npz.h"
#include "engine/error.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace command {

namespace {

enum class TraceFormat { Json, Npz, Csv };

TraceFormat formatOf(const QString& output) {
    const QString ending = output == QLatin1String("-") ? QStringLiteral("json") : QFileInfo(output).suffix().toLower();
    if (ending == QLatin1String("json")) return TraceFormat::Json;
    if (ending == QLatin1String("npz")) return TraceFormat::Npz;
    if (ending == QLatin1String("csv")) return TraceFormat::Csv;
    const QString sentence =
        QCoreApplication::translate("command", "a trace is written to a name that ends in .json, .npz or .csv, or to - "
                                               "for standard output; %1 is none of these.");
    throw mayfly::Error(mayfly::ErrorKind::Unsupported, sentence.arg(output).toStdString());
}

template<typename Write>
void writeTo(const QString& file, const Write& write) {
    Output output(file);
    write([&](std::string_view bytes) { output.write(bytes); });
    output.commit();
}

} // namespace

int run(const Trace& request) {
    return reporting([&] {
        const TraceFormat format = formatOf(request.output);
        const auto model = openModel(request.model);
        const TraceChoice choice = {chooseHeads(model->config(), request.layers, request.heads), request.vectors};
        const SnapshotPtr snapshot = compute(model, request.input);
        switch (format) {
        case TraceFormat::Json:
            return writeTo(request.output, [&](const Sink& sink) { writeTraceJson(*snapshot, choice, sink); });
        case TraceFormat::Csv:
            return writeTo(request.output, [&](const Sink& sink) { writeTraceCsv(*snapshot, choice, sink); });
        case TraceFormat::Npz:
            return writeTraceNpz(*snapshot, choice, request.output);
        }
    });
}

} // namespace command
