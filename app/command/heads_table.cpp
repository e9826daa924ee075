#include "app/command/heads_table.h"

#include "app/command/model_json.h"
#include "app/command/number_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

namespace command {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("command", text);
}

QString fromView(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

void forEachHead(const mayfly::HeadProbe& probe, const std::function<void(mayfly::HeadIndex)>& visit) {
    for (int layer = 0; layer < probe.layers; ++layer)
        for (int head = 0; head < probe.heads; ++head) visit({layer, head});
}

/// Nothing where there is nothing to be said.
QString labelText(const mayfly::HeadProbe& probe, mayfly::HeadIndex head) {
    return probe.has(head) ? fromView(mayfly::nameOf(probe.label(head))) : QString();
}

void appendHeadJson(const mayfly::HeadProbe& probe, mayfly::HeadIndex head, std::string& out) {
    out += "{\"layer\": ";
    appendNumber(out, head.layer);
    out += ", \"head\": ";
    appendNumber(out, head.head);
    out += ", \"label\": ";
    probe.has(head) ? void((out += '"') += labelText(probe, head).toStdString() + '"') : void(out += "null");
    for (const mayfly::ScoreField& field : mayfly::scoreFields) {
        out += ", \"";
        out += field.name;
        out += "\": ";
        const float score = probe.of(head).*field.value;
        std::isfinite(score) ? appendNumber(out, score) : void(out += "null");
    }
    out += '}';
}

QStringList cellsOf(const mayfly::HeadProbe& probe, mayfly::HeadIndex head) {
    QStringList cells{QString::fromStdString(mayfly::toString(head)), labelText(probe, head)};
    for (const mayfly::ScoreField& field : mayfly::scoreFields)
        cells += QLocale::c().toString(double(probe.of(head).*field.value), 'f', 3);
    return cells;
}

QString aligned(const QList<QStringList>& rows) {
    std::vector<qsizetype> widths;
    for (const QString& name : rows.front()) widths.push_back(name.size());
    for (const QStringList& row : rows)
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[std::size_t(i)] = std::max(widths[std::size_t(i)], row[i].size());
    QString table;
    for (const QStringList& row : rows) {
        QStringList cells;
        // Words to the left, numbers to the right.
        for (qsizetype i = 0; i < row.size(); ++i)
            cells += i < 2 ? row[i].leftJustified(widths[std::size_t(i)]) : row[i].rightJustified(widths[std::size_t(i)]);
        table += cells.join(QStringLiteral("  ")) + u'\n';
    }
    return table;
}

QString bestLine(const mayfly::HeadProbe& probe, mayfly::HeadLabel label) {
    const auto best = mayfly::bestOf(probe, label);
    if (!best) return {};
    return tr("best %1: head %2, %3\n")
        .arg(fromView(mayfly::nameOf(label)), QString::fromStdString(mayfly::toString(best->head)),
             QLocale::c().toString(double(best->score), 'f', 3));
}

} // namespace

std::string headsJson(const mayfly::Model& model, const mayfly::HeadProbe& probe) {
    std::string out = "{\"model\": ";
    appendModelJson(out, model);
    out += ",\n \"probe\": {\"period\": ";
    appendNumber(out, probe.period);
    out += ", \"repeats\": ";
    appendNumber(out, probe.repeats);
    out += ", \"seeds\": ";
    appendNumber(out, probe.seeds);
    out += "},\n \"heads\": [";
    const char* separator = "\n  ";
    forEachHead(probe, [&](mayfly::HeadIndex head) {
        out += std::exchange(separator, ",\n  ");
        appendHeadJson(probe, head, out);
    });
    return out + "]}\n";
}

std::string headsCsv(const mayfly::HeadProbe& probe) {
    std::string out = "layer,head,label";
    for (const mayfly::ScoreField& field : mayfly::scoreFields) (out += ',') += field.name;
    out += '\n';
    forEachHead(probe, [&](mayfly::HeadIndex head) {
        appendNumber(out, head.layer);
        out += ',';
        appendNumber(out, head.head);
        (out += ',') += labelText(probe, head).toStdString();
        for (const mayfly::ScoreField& field : mayfly::scoreFields) {
            out += ',';
            appendNumber(out, probe.of(head).*field.value);
        }
        out += '\n';
    });
    return out;
}

QString headsTable(const mayfly::HeadProbe& probe) {
    QStringList names{tr("head"), tr("label")};
    for (const mayfly::ScoreField& field : mayfly::scoreFields) names += fromView(field.name).replace(u'_', u' ');
    QList<QStringList> rows{names};
    forEachHead(probe, [&](mayfly::HeadIndex head) { rows += cellsOf(probe, head); });
    QString table = aligned(rows) + u'\n';
    QString best;
    for (int label = 0; label < int(mayfly::HeadLabel::Broad); ++label)
        best += bestLine(probe, mayfly::HeadLabel(label));
    if (!best.isEmpty()) table += best + u'\n';
    return table + tr("mean distance in tokens, entropy in nats; even local: local, if attention were spread evenly\n");
}

} // namespace command
