#pragma once

#include "app/inspector/term_bars.h"
#include "app/style/palette.h"

#include <QWidget>

#include <array>

class QBarSet;
class QChart;
class QChartView;
class QLabel;
class QValueAxis;

/// A bar chart of terms with their numbers beside them, the one place that knows Qt Charts. It keeps a fixed number of
/// bars and changes their heights, which Qt Charts does quickly; empty places stay empty.
class ChartPanel : public QWidget {
    Q_OBJECT

public:
    static constexpr std::size_t mostBars = 13;

    explicit ChartPanel(QWidget* parent = nullptr);

    /// At most `mostBars`, the first at the top.
    void setBars(const std::vector<TermBar>& fromTop);
    void setColours(const Palette& palette);
    /// What is written beside the bars, from the top: "d 5", "−31.9290".
    QStringList written() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Line {
        QLabel* name;
        QLabel* value;
    };

    QLayout* makeLines();
    void makeChart();
    void setLines(const std::vector<TermBar>& bars);

    int m_lineHeight = 0;
    std::array<Line, mostBars> m_lines{};
    QChart* m_chart = nullptr;
    QChartView* m_view = nullptr;
    QBarSet* m_positive = nullptr;
    QBarSet* m_negative = nullptr;
    QValueAxis* m_values = nullptr;
};
