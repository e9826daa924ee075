#pragma once

#include "app/inspector/term_bars.h"
#include "app/style/palette.h"

#include <QWidget>

class QBarCategoryAxis;
class QBarSet;
class QChart;
class QChartView;
class QValueAxis;

/// A bar chart of terms, the one place that knows Qt Charts. It keeps a fixed number of bars and changes their heights,
/// which Qt Charts does quickly; empty places stay empty.
class ChartPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t mostBars = 13;

    explicit ChartPanel(QWidget* parent = nullptr);

    /// At most `mostBars`, the first at the top.
    void setBars(const std::vector<TermBar>& fromTop);
    void setColours(const Palette& palette);

private:
    void setCategories(const std::vector<TermBar>& bars);

    QChart* m_chart = nullptr;
    QChartView* m_view = nullptr;
    QBarSet* m_positive = nullptr;
    QBarSet* m_negative = nullptr;
    QBarCategoryAxis* m_dimensions = nullptr;
    QValueAxis* m_values = nullptr;
};
