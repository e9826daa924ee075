#include "app/inspector/chart_panel.h"

#include <QVBoxLayout>
#include <QtCharts/QBarCategoryAxis>
#include <QtCharts/QBarSet>
#include <QtCharts/QChart>
#include <QtCharts/QChartView>
#include <QtCharts/QHorizontalStackedBarSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <cmath>

ChartPanel::ChartPanel(QWidget* parent) : QWidget(parent) {
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
    m_dimensions = new QBarCategoryAxis;
    m_dimensions->setGridLineVisible(false);
    m_values = new QValueAxis;
    m_values->setTickCount(4);
    m_values->setLabelFormat(QStringLiteral("%.1f"));
    m_chart->addAxis(m_dimensions, Qt::AlignLeft);
    m_chart->addAxis(m_values, Qt::AlignBottom);
    series->attachAxis(m_dimensions);
    series->attachAxis(m_values);
    m_view = new QChartView(m_chart, this);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setFrameShape(QFrame::NoFrame);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    setMinimumHeight(230);
    setAccessibleName(tr("Terms of the dot product"));
    setColours(Palette::light());
}

void ChartPanel::setBars(const std::vector<TermBar>& fromTop) {
    double low = 0;
    double high = 0;
    QList<qreal> positive;
    QList<qreal> negative;
    // The axis counts upwards, and the largest term is to stand at the top.
    const std::vector<TermBar> bars(fromTop.rbegin(), fromTop.rend());
    for (const TermBar& bar : bars) {
        positive.append(std::max(bar.value, 0.0));
        negative.append(std::min(bar.value, 0.0));
        low = std::min(low, bar.value);
        high = std::max(high, bar.value);
    }
    m_positive->remove(0, m_positive->count());
    m_negative->remove(0, m_negative->count());
    m_positive->append(positive);
    m_negative->append(negative);
    setCategories(bars);
    m_values->setRange(low, high > low ? high : low + 1);
    m_values->applyNiceNumbers();
}

void ChartPanel::setCategories(const std::vector<TermBar>& bars) {
    QStringList names;
    for (const TermBar& bar : bars) names.append(bar.dimension < 0 ? tr("rest") : tr("d %1").arg(bar.dimension));
    if (names != m_dimensions->categories()) m_dimensions->setCategories(names);
}

void ChartPanel::setColours(const Palette& palette) {
    m_chart->setBackgroundBrush(palette.paper);
    m_view->setBackgroundBrush(palette.paper);
    m_positive->setColor(palette.heads[0]);
    m_negative->setColor(palette.heads[1]);
    m_positive->setBorderColor(palette.heads[0]);
    m_negative->setBorderColor(palette.heads[1]);
    for (QAbstractAxis* axis : {static_cast<QAbstractAxis*>(m_dimensions), static_cast<QAbstractAxis*>(m_values)}) {
        axis->setLabelsColor(palette.muted);
        axis->setGridLineColor(palette.faint);
        axis->setLinePenColor(palette.muted);
        QFont small = font();
        small.setPixelSize(11);
        axis->setLabelsFont(small);
    }
}
