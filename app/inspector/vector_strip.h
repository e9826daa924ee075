#pragma once

#include <QColor>
#include <QImage>
#include <QWidget>

#include <vector>

/// A vector as small cells, one a dimension, left to right and row by row: one colour for positive numbers, another for
/// negative ones, the paper for 0, by the root of the magnitude so that one large number does not wash out the others.
class VectorStrip : public QWidget {
    Q_OBJECT

public:
    explicit VectorStrip(QWidget* parent = nullptr);

    /// `name` is how the vector is called in tooltips, "q".
    void setVector(const QString& name, std::vector<float> values);
    void setColours(const QColor& positive, const QColor& negative, const QColor& paper);

    const std::vector<float>& values() const { return m_values; }
    const QString& name() const { return m_name; }
    /// The dimension at a point of the widget, or −1.
    int dimensionAt(QPoint point) const;
    /// A pixel a dimension; the last row may end in pixels that show nothing.
    const QImage& image() const { return m_image; }

    QSize sizeHint() const override { return {200, height()}; }

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    void colour();

    QString m_name;
    std::vector<float> m_values;
    QColor m_positive, m_negative, m_paper;
    QImage m_image;
    int m_columns = 1, m_rows = 1;
};
