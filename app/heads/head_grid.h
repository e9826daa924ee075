#pragma once

#include "app/heads/grid.h"
#include "app/snapshot/snapshot.h"
#include "app/style/palette.h"
#include "engine/reading/head_probe.h"

#include <QAbstractScrollArea>
#include <QElapsedTimer>
#include <QImage>

#include <memory>
#include <optional>
#include <vector>

/// A live thumbnail of every head of every layer. A click shows a head, Ctrl+click adds or takes one away, a double click
/// shows it alone; arrows walk, Page Up and Page Down change the layer, and typing 3.6 goes there. A letter in the corner
/// says what the head does, once that is known.
class HeadGrid : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit HeadGrid(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPtr snapshot);
    /// The heads that are shown, in the order of their colours.
    void setChosen(const std::vector<mayfly::HeadIndex>& heads);
    void setColours(const Palette& palette);
    /// What the heads do; null as long as that is not known.
    void setProbe(std::shared_ptr<const mayfly::HeadProbe> probe);
    /// Heads of other labels fade; none does if no label is given.
    void setOnly(std::optional<mayfly::HeadLabel> label);
    /// Brings a head into sight and shows it.
    void goTo(mayfly::HeadIndex head);

    QSize sizeHint() const override { return {284, 220}; } // twelve heads side by side
    QSize minimumSizeHint() const override { return {140, 90}; }

Q_SIGNALS:
    void headChosen(mayfly::HeadIndex head);
    void headToggled(mayfly::HeadIndex head);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    std::optional<mayfly::HeadIndex> headAt(QPointF point) const;
    void click(QPointF point, Qt::KeyboardModifiers modifiers);
    void layOut();
    void walk(int layers, int heads);
    void type(const QString& text);
    void show(mayfly::HeadIndex head);
    bool isFaded(mayfly::HeadIndex head) const;
    QString explain(mayfly::HeadIndex head) const;
    void tellScreenReader();
    void paintCell(QPainter& painter, mayfly::HeadIndex head, const QRectF& cell) const;
    void paintMark(QPainter& painter, mayfly::HeadIndex head, const QRectF& cell) const;
    void paintNumbers(QPainter& painter) const;
    QPointF scrolled() const;

    SnapshotPtr m_snapshot;
    QImage m_sheet;
    std::vector<mayfly::HeadIndex> m_chosen;
    mayfly::HeadIndex m_current;
    std::shared_ptr<const mayfly::HeadProbe> m_probe;
    std::optional<mayfly::HeadLabel> m_only;
    Palette m_palette = Palette::light();
    HeadGridGeometry m_grid;
    QString m_typed;
    QElapsedTimer m_sinceTyped;
};
