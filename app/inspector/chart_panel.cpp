#include "app/inspector/chart_panel.h"

#include "app/inspector/number_property.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

namespace {

QFont smallFont(QFont font) {
    font.setPixelSize(11);
    return font;
}

} // namespace

ChartPanel::ChartPanel(QWidget* parent) : QWidget(parent) {
    m_lineHeight = QFontMetrics(smallFont(font())).height() + 2;
    makeChart();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(6);
    row->addLayout(makeLines());
    row->addWidget(m_view, 1);
    setAccessibleName(tr("Terms of the dot product"));
    setColours(Palette::light());
}

/// Qt Charts would cut labels as long as these.
QLayout* ChartPanel::makeLines() {
    auto* grid = new QGridLayout;
    grid->setSpacing(0);
    grid->setHorizontalSpacing(8);
    int row = 0;
    for (Line& line : m_lines) {
        line = {new QLabel, new QLabel};
        line.value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        for (QLabel* label : {line.name, line.value}) {
            label->setFont(smallFont(font()));
            label->setFixedHeight(m_lineHeight);
        }
        line.name->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(line.name, row, 0);
        grid->addWidget(line.value, row++, 1);
    }
    grid->setRowStretch(row, 1);
    return grid;
}

void ChartPanel::makeChart() {
    m_positive = new QBarSet(tr("adds"));
    m_negative = new QBarSet(tr("takes away"));
    auto* series = new QHorizontalStackedBarSeries;
    series->append(m_positive);
    series->append(m_negative);
    series->setBarWidth(0.72);
    m_chart = new QChart;
    m_chart->addSeries(series);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->legend()->hide();
    m_chart->setMargins({0, 0, 0, 0});
    m_chart->setBackgroundRoundness(0);
    m_chart->setPlotAreaBackgroundVisible(false);
    auto* places = new QBarCategoryAxis;
    for (std::size_t i = 0; i < mostBars; ++i) places->append(QString::number(i));
    places->setVisible(false);
    m_values = new QValueAxis;
    m_values->setVisible(false); // every bar has its number beside it
    m_chart->addAxis(places, Qt::AlignLeft);
    m_chart->addAxis(m_values, Qt::AlignBottom);
    series->attachAxis(places);
    series->attachAxis(m_values);
    m_view = new QChartView(m_chart, this);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMinimumWidth(60);
    m_view->setAttribute(Qt::WA_TransparentForMouseEvents); // the panel around it scrolls, and has a menu
}

void ChartPanel::setBars(const std::vector<TermBar>& fromTop) {
    double low = 0;
    double high = 0;
    QList<qreal> positive(qsizetype(mostBars), 0);
    QList<qreal> negative(qsizetype(mostBars), 0);
    for (std::size_t i = 0; i < fromTop.size(); ++i) {
        const double value = fromTop[i].value;
        const auto place = qsizetype(mostBars - 1 - i); // the axis counts upwards
        positive[place] = std::max(value, 0.0);
        negative[place] = std::min(value, 0.0);
        low = std::min(low, value);
        high = std::max(high, value);
    }
    m_positive->remove(0, m_positive->count());
    m_negative->remove(0, m_negative->count());
    m_positive->append(positive);
    m_negative->append(negative);
    m_values->setRange(low, high > low ? high : low + 1);
    setLines(fromTop);
    setFixedHeight(std::max(int(fromTop.size()), 1) * m_lineHeight);
}

void ChartPanel::setLines(const std::vector<TermBar>& bars) {
    for (std::size_t i = 0; i < mostBars; ++i) {
        const bool used = i < bars.size();
        m_lines[i].name->setText(!used                   ? QString()
                                 : bars[i].dimension < 0 ? tr("rest")
                                                         : tr("d %1").arg(bars[i].dimension));
        m_lines[i].value->setText(used ? bars[i].shown : QString());
        for (QLabel* label : {m_lines[i].name, m_lines[i].value}) {
            label->setVisible(used);
            label->setProperty(numberProperty, used ? QString::number(bars[i].value, 'g', 9) : QString());
        }
    }
}

QStringList ChartPanel::written() const {
    QStringList texts;
    for (const Line& line : m_lines)
        if (!line.name->text().isEmpty()) texts << line.name->text() << line.value->text();
    return texts;
}

/// Bars and numbers lie beside each other.
void ChartPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    layout()->activate();
    m_chart->setPlotArea({0, 0, std::max(double(m_view->width()), 1.0), double(int(mostBars) * m_lineHeight)});
}

void ChartPanel::setColours(const Palette& palette) {
    m_chart->setBackgroundBrush(palette.paper);
    m_view->setBackgroundBrush(palette.paper);
    m_positive->setColor(palette.heads[0]);
    m_negative->setColor(palette.heads[1]);
    m_positive->setBorderColor(palette.heads[0]);
    m_negative->setBorderColor(palette.heads[1]);
}
