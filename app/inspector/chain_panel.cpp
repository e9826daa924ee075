#include "app/inspector/chain_panel.h"

#include "app/inspector/chart_panel.h"
#include "app/inspector/number_property.h"
#include "app/inspector/vector_strip.h"
#include "engine/reading/origin.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

namespace {

void setLook(QLabel* label, ChainRow::Kind kind) {
    QFont font = label->parentWidget()->font();
    font.setBold(kind == ChainRow::Kind::Result);
    font.setStrikeOut(kind == ChainRow::Kind::Cancelled);
    if (label->font() != font) label->setFont(font);
    label->setForegroundRole(kind == ChainRow::Kind::Cancelled ? QPalette::PlaceholderText : QPalette::WindowText);
}

} // namespace

RowTable::RowTable(QWidget* parent) : QWidget(parent) {
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setVerticalSpacing(3);
    m_grid->setColumnStretch(1, 1);
}

void RowTable::setRows(const std::vector<ChainRow>& rows) {
    while (m_lines.size() < rows.size()) {
        const Line line{new QLabel(this), new QLabel(this)};
        line.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        line.value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        line.value->setContextMenuPolicy(Qt::NoContextMenu); // the panel's own menu copies it
        m_grid->addWidget(line.name, int(m_lines.size()), 0);
        m_grid->addWidget(line.value, int(m_lines.size()), 1);
        m_lines.push_back(line);
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const Line& line = m_lines[i];
        const bool used = i < rows.size();
        line.name->setVisible(used);
        line.value->setVisible(used);
        if (!used) continue;
        line.name->setText(rows[i].name);
        line.value->setText(rows[i].value);
        setLook(line.name, rows[i].kind == ChainRow::Kind::Cancelled ? ChainRow::Kind::Step : rows[i].kind);
        setLook(line.value, rows[i].kind);
        for (QLabel* label : {line.name, line.value}) {
            label->setToolTip(rows[i].explanation);
            label->setProperty(numberProperty, QString::fromUtf8(rows[i].exact));
        }
    }
}

ChainPanel::ChainPanel(QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addStrips();
    m_softmax = new RowTable;
    column->addWidget(m_softmax);
    addTerms();
    m_geometry = new RowTable;
    column->addWidget(m_geometry);
    m_partsHeading = addHeading(tr("q\u00b7k, its biases apart"));
    m_parts = new RowTable;
    column->addWidget(m_parts);
    column->addStretch(1);
    setColours(Palette::light());
}

QLabel* ChainPanel::addHeading(const QString& text) {
    auto* heading = new QLabel(text);
    heading->setForegroundRole(QPalette::PlaceholderText);
    heading->setWordWrap(true);
    layout()->addWidget(heading);
    return heading;
}

void ChainPanel::addStrips() {
    auto* grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 2);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    for (int i = 0; i < vectorCount; ++i) {
        m_strips[std::size_t(i)] = {new QLabel, new VectorStrip};
        m_strips[std::size_t(i)].name->setForegroundRole(QPalette::WindowText);
        grid->addWidget(m_strips[std::size_t(i)].name, i, 0);
        grid->addWidget(m_strips[std::size_t(i)].cells, i, 1, Qt::AlignVCenter);
    }
    static_cast<QVBoxLayout*>(layout())->addLayout(grid);
}

void ChainPanel::addTerms() {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 4, 0, 0);
    auto* heading = new QLabel(tr("terms q<sub>d</sub>\u00b7k<sub>d</sub>"));
    heading->setForegroundRole(QPalette::PlaceholderText);
    m_order = new QComboBox;
    m_order->addItem(tr("largest first"), int(TermOrder::Largest));
    m_order->addItem(tr("in order"), int(TermOrder::Dimension));
    m_order->setAccessibleName(tr("Order of the terms"));
    // In some languages its words are longer than a narrow panel has room for.
    m_order->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_order->setMinimumContentsLength(5);
    m_order->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    row->addWidget(heading);
    row->addWidget(m_order, 1);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    m_chart = new ChartPanel;
    m_chart->setToolTip(tr("The largest products q_d \u00b7 k_d by dimension d, and the rest: together they are q\u00b7k"));
    layout()->addWidget(m_chart);
    connect(m_order, &QComboBox::currentIndexChanged, this, &ChainPanel::showTerms);
}

void ChainPanel::setAsymmetry(const Snapshot& snapshot, const mayfly::Chain& chain) {
    m_geometry->setRows(geometryRows(snapshot, chain));
}

void ChainPanel::setChain(const Snapshot& snapshot, const mayfly::Chain& chain, bool awaited) {
    m_pair = chain.pair;
    showVectors(snapshot, chain.pair);
    m_softmax->setRows(softmaxRows(snapshot, chain));
    showTerms();
    m_geometry->setRows(geometryRows(snapshot, chain, awaited));
    const std::vector<ChainRow> parts = partRows(chain);
    m_parts->setRows(parts);
    m_parts->setVisible(!parts.empty());
    m_partsHeading->setVisible(!parts.empty());
}

void ChainPanel::setStrip(Vector vector, const QString& name, std::vector<float> values, const QString& explanation) {
    const Strip& strip = m_strips[std::size_t(vector)];
    strip.name->setVisible(!values.empty());
    strip.cells->setVisible(!values.empty());
    if (values.empty()) return;
    strip.name->setText(name);
    strip.name->setToolTip(explanation);
    strip.cells->setVector(QTextDocumentFragment::fromHtml(name).toPlainText(), std::move(values));
}

void ChainPanel::showVectors(const Snapshot& snapshot, const mayfly::PairReading& pair) {
    const mayfly::Trace& trace = *snapshot.trace;
    const auto stream = [&](int token) {
        const auto x = trace.residual(pair.head.layer, token);
        return std::vector<float>(x.begin(), x.end());
    };
    std::vector<float> beforeQ;
    std::vector<float> beforeK;
    if (mayfly::turnsVectors(*snapshot.model, pair.head.layer)) {
        beforeQ = *mayfly::queryOrigin(trace, *snapshot.model, pair.head, pair.query).beforeTurn;
        beforeK = *mayfly::keyOrigin(trace, *snapshot.model, pair.head, pair.key).beforeTurn;
    }
    setStrip(StreamQ, QStringLiteral("x<sub>i</sub>"), stream(pair.query),
             tr("The residual stream of the query\u2019s token, as this layer reads it"));
    setStrip(BeforeQ, QStringLiteral("q\u2070"), std::move(beforeQ), tr("The query before it is turned by its position"));
    setStrip(Query, QStringLiteral("q"), trace.query(pair.head, pair.query), tr("The query"));
    setStrip(Key, QStringLiteral("k"), trace.key(pair.head, pair.key), tr("The key"));
    setStrip(BeforeK, QStringLiteral("k\u2070"), std::move(beforeK), tr("The key before it is turned by its position"));
    setStrip(StreamK, QStringLiteral("x<sub>j</sub>"), stream(pair.key),
             tr("The residual stream of the key\u2019s token, as this layer reads it"));
}

void ChainPanel::showTerms() {
    if (m_pair) m_chart->setBars(termBars(*m_pair, ChartPanel::mostBars - 1, TermOrder(m_order->currentData().toInt())));
}

void ChainPanel::setColours(const Palette& palette) {
    m_chart->setColours(palette);
    for (int i = 0; i < vectorCount; ++i) {
        const Strip& strip = m_strips[std::size_t(i)];
        const bool stream = i == StreamQ || i == StreamK;
        const QColor own = i < Key ? palette.query : palette.key;
        strip.cells->setColours(stream ? palette.incoming : own, stream ? palette.outgoing : palette.ink, palette.paper);
        QPalette colours = strip.name->palette();
        colours.setColor(QPalette::WindowText, own);
        strip.name->setPalette(colours);
    }
}

const VectorStrip* ChainPanel::stripAt(QPoint point) const { return qobject_cast<VectorStrip*>(childAt(point)); }

QString ChainPanel::numberAt(QPoint point) const {
    if (const VectorStrip* strip = stripAt(point)) {
        const int d = strip->dimensionAt(strip->mapFrom(this, point));
        return d < 0 ? QString() : QString::number(double(strip->values()[std::size_t(d)]), 'g', 9);
    }
    const QWidget* child = childAt(point);
    return child ? child->property(numberProperty).toString() : QString();
}
