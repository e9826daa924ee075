#include "app/command/command_line.h"
#include "app/command/heads_table.h"
#include "app/command/input.h"
#include "app/command/output.h"
#include "app/command/reporting.h"

namespace command {

namespace {

std::string written(const mayfly::Model& model, const mayfly::HeadProbe& probe, HeadsFormat format) {
    switch (format) {
    case HeadsFormat::Json: return headsJson(model, probe);
    case HeadsFormat::Csv: return headsCsv(probe);
    case HeadsFormat::Table: break;
    }
    return headsTable(probe).toStdString();
}

} // namespace

int run(const Heads& request) {
    return reporting([&] {
        const auto model = openModel(request.model);
        Output output(QStringLiteral("-"));
        output.write(written(*model, mayfly::probeHeads(*model), request.format));
        output.commit();
    });
}

} // namespace command
