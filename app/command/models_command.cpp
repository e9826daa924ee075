#include "app/command/command_line.h"
#include "app/command/models_table.h"
#include "app/command/output.h"
#include "app/command/reporting.h"
#include "app/models/all_models.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <array>

namespace command {

namespace {

constexpr std::size_t columns = 5;
using Cells = std::array<QString, columns>;

QString tr(const char* text) {
    return QCoreApplication::translate("command", text);
}

Cells cellsOf(const mayfly::FoundModel& model) {
    const QString size = QLocale::c().formattedDataSize(qint64(model.bytes), 1, QLocale::DataSizeSIFormat);
    return {models::oneLine(model.name), models::oneLine(model.family), models::shapeText(model),
            model.bytes > 0 ? size : QString(), models::oneLine(model.problem)};
}

QString lineOf(const Cells& cells, const std::array<qsizetype, columns>& widths) {
    QString line;
    for (std::size_t i = 0; i < columns; ++i) line += cells[i].leftJustified(widths[i] + 2);
    while (line.endsWith(u' ')) line.chop(1);
    return line + u'\n';
}

} // namespace

QString modelsTable(const std::vector<mayfly::FoundModel>& models) {
    std::vector<Cells> rows = {{tr("name"), tr("family"), tr("layers \u00d7 heads"), tr("size"), QString()}};
    for (const mayfly::FoundModel& model : models) rows.push_back(cellsOf(model));
    std::array<qsizetype, columns> widths{};
    for (const Cells& row : rows)
        for (std::size_t i = 0; i < columns; ++i) widths[i] = std::max(widths[i], row[i].size());
    QString table;
    for (const Cells& row : rows) table += lineOf(row, widths);
    return table;
}

int run(const Models& /*request*/) {
    return reporting([] {
        Output output(QStringLiteral("-"));
        output.write(modelsTable(models::allModels()).toStdString());
        output.commit();
    });
}

} // namespace command
