#include "app/command/command_line.h"
#include "app/models/model_location.h"
#include "app/command/models_table.h"
#include "app/command/output.h"
#include "app/command/reporting.h"
#include "engine/error.h"

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

/// A name from the disk may hold anything; a table takes one line of it.
QString oneLine(const std::string& text) {
    QString line = QString::fromStdString(text);
    for (QChar& c : line)
        if (c.category() == QChar::Other_Control) c = QChar::ReplacementCharacter;
    return line;
}

Cells cellsOf(const mayfly::FoundModel& model) {
    const QString shape =
        model.layers > 0 ? QStringLiteral("%1 \u00d7 %2").arg(model.layers).arg(model.heads) : QString();
    const QString size = QLocale::c().formattedDataSize(qint64(model.bytes), 1, QLocale::DataSizeSIFormat);
    return {oneLine(model.name), oneLine(model.family), shape, model.bytes > 0 ? size : QString(),
            oneLine(model.problem)};
}

mayfly::FoundModel describeBuiltIn() {
    try {
        return mayfly::describeFolder(models::builtInFolder(), "built-in");
    } catch (const mayfly::Error& error) {
        mayfly::FoundModel missing;
        missing.name = "built-in";
        missing.problem = error.what();
        return missing;
    }
}

QString lineOf(const Cells& cells, const std::array<qsizetype, columns>& widths) {
    QString line;
    for (std::size_t i = 0; i < columns; ++i) line += cells[i].leftJustified(widths[i] + 2);
    while (line.endsWith(u' ')) line.chop(1);
    return line + u'\n';
}

} // namespace

std::vector<mayfly::FoundModel> allModels() {
    std::vector<mayfly::FoundModel> models = mayfly::findModels(mayfly::hubCache());
    models.insert(models.begin(), describeBuiltIn());
    return models;
}

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
        output.write(modelsTable(allModels()).toStdString());
        output.commit();
    });
}

} // namespace command
