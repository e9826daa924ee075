#include "app/inspector/inspector.h"

#include "app/inspector/chart_panel.h"
#include "app/inspector/pair_text.h"

#include <QFormLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

Inspector::Inspector(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    m_title = new QLabel;
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::RichText);
    QFont large = font();
    large.setPixelSize(17);
    large.setBold(true);
    m_title->setFont(large);
    layout->addWidget(m_title);
    m_hint = new QLabel(tr("Point at an edge to see how its weight comes about, or at a token to see what it attends to. "
                           "A click pins it, Esc lets go."));
    m_hint->setWordWrap(true);
    layout->addWidget(m_hint);

    m_pair = new QWidget;
    auto* form = new QFormLayout(m_pair);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(5);
    form->setLabelAlignment(Qt::AlignLeft);
    m_head = addRow(form, tr("head"), tr("Layer and head, counted from 0"));
    m_dot = addRow(form, QStringLiteral("q\u00b7k"), tr("The dot product of the query and the key"));
    m_scale = addRow(form, tr("\u00d7 scale"), tr("1 \u00f7 \u221a" "d, d being the width of a query"));
    m_scaled = addRow(form, tr("= scaled"), tr("What enters softmax"));
    m_sum = addRow(form, tr("log \u03a3 exp"), tr("Over all keys that this query can see"));
    m_weight = addRow(form, tr("weight"), tr("exp(scaled \u2212 log \u03a3 exp): what softmax makes of it"));
    m_reverse = addRow(form, tr("other way"), tr("q\u00b7k with the two tokens in each other\u2019s place"));
    layout->addWidget(m_pair);
    m_chart = new ChartPanel;
    m_chart->setToolTip(tr("The largest products q_d \u00b7 k_d by dimension d, and the rest: together they are q\u00b7k"));
    layout->addWidget(m_chart, 1);
    m_token = new QLabel;
    m_token->setTextFormat(Qt::RichText);
    m_token->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_token->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(m_token, 1);
    layout->addStretch(0);
    refresh();
}

QLabel* Inspector::addRow(QFormLayout* form, const QString& name, const QString& explanation) {
    auto* value = new QLabel;
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setToolTip(explanation);
    auto* label = new QLabel(name);
    label->setToolTip(explanation);
    form->addRow(label, value);
    return value;
}

void Inspector::setSnapshot(SnapshotPtr snapshot) {
    m_snapshot = std::move(snapshot);
    refresh();
}

void Inspector::setHeads(const std::vector<mayfly::HeadIndex>& heads) {
    if (heads == m_heads) return;
    m_heads = heads;
    refresh();
}

void Inspector::show(const graph::Focus& focus) {
    if (focus == m_focus) return;
    m_focus = focus;
    refresh();
}

void Inspector::setReading(const mayfly::TokenReading& reading) {
    m_reading = reading;
    if (focusIsKnown() && m_focus.isToken()) showToken();
}

void Inspector::setColours(const Palette& palette) {
    m_palette = palette;
    m_chart->setColours(palette);
    refresh();
}

bool Inspector::focusIsKnown() const {
    if (!m_snapshot || m_heads.empty() || m_focus.isNone()) return false;
    const auto has = [this](mayfly::HeadIndex head) { return m_snapshot->trace->has(head); };
    return m_focus.query < m_snapshot->size() && m_focus.key < m_snapshot->size() &&
           std::all_of(m_heads.begin(), m_heads.end(), has);
}

void Inspector::refresh() {
    const bool known = focusIsKnown();
    const bool pair = known && m_focus.isEdge();
    m_hint->setVisible(!known);
    m_title->setVisible(known);
    m_pair->setVisible(pair);
    m_chart->setVisible(pair);
    m_token->setVisible(known && !pair);
    if (pair)
        showPair();
    else if (known)
        showToken();
}

void Inspector::showPair() {
    const auto slot = std::size_t(std::clamp(m_focus.slot, 0, int(m_heads.size()) - 1));
    const mayfly::PairReading pair =
        mayfly::readPair(*m_snapshot->trace, m_heads[slot], m_focus.query, m_focus.key);
    const auto word = [this](int token, const QColor& colour) {
        return QStringLiteral("<span style='color:%1'>%2</span>")
            .arg(colour.name(), m_snapshot->labels[std::size_t(token)].toHtmlEscaped());
    };
    m_title->setText(word(pair.query, m_palette.query) + QStringLiteral(" \u2192 ") + word(pair.key, m_palette.key));
    m_head->setText(QString::fromStdString(mayfly::toString(pair.head)));
    m_dot->setText(pairtext::number(double(pair.dot)));
    m_scale->setText(pairtext::number(double(pair.scale)));
    m_scaled->setText(pairtext::number(double(pair.scaled)));
    m_sum->setText(pairtext::number(double(pair.logSumExp)));
    m_weight->setText(pairtext::weight(pair));
    m_reverse->setText(pairtext::number(double(pair.reverseDot)));
    m_chart->setBars(termBars(pair.terms, ChartPanel::mostBars - 1));
}

void Inspector::showToken() {
    m_title->setText(m_snapshot->exact[std::size_t(m_focus.query)].toHtmlEscaped());
    const auto heading = [](const QString& text, const QColor& colour) {
        return QStringLiteral("<p style='color:%1;margin-bottom:2px'>%2</p>").arg(colour.name(), text);
    };
    if (!m_reading || m_reading->token != m_focus.query) {
        m_token->clear();
        return;
    }
    const QString head = QString::fromStdString(mayfly::toString(m_reading->head));
    m_token->setText(heading(tr("\u2192 what it attends to in head %1").arg(head), m_palette.outgoing) +
                     table(m_reading->attendsTo) + heading(tr("\u2190 who attends to it"), m_palette.incoming) +
                     table(m_reading->attendedBy));
}

QString Inspector::table(const std::vector<mayfly::Neighbour>& neighbours) const {
    QString rows;
    for (const mayfly::Neighbour& each : neighbours)
        if (each.token < m_snapshot->size())
            rows += QStringLiteral("<tr><td>%1&nbsp;&nbsp;&nbsp;</td><td align=right>%2</td></tr>")
                        .arg(m_snapshot->exact[std::size_t(each.token)].toHtmlEscaped(),
                             pairtext::number(double(each.weight)));
    return QStringLiteral("<table cellspacing=2>%1</table>").arg(rows);
}
