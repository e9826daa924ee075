#pragma once

#include "app/graph/focus.h"
#include "app/prompt/chips.h"
#include "app/snapshot/snapshot.h"
#include "app/style/palette.h"

#include <QAbstractScrollArea>
#include <QHash>

/// The tokens under the text, each in its box with its spaces made visible: where one ends and the next begins.
class TokenStrip : public QAbstractScrollArea {
    Q_OBJECT

public:
    explicit TokenStrip(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPtr snapshot);
    void setColours(const Palette& palette);
    void setFocus(const graph::Focus& focus);
    using QAbstractScrollArea::setFocus;
    /// Brings the token at that byte of the text into sight.
    void followCursor(std::size_t byte);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {100, lineHeight() + 4}; }

Q_SIGNALS:
    void hovered(const graph::Focus& focus);
    void activated(const graph::Focus& focus);
    /// Shift+click: a second token, to make a pair with the pinned one.
    void joined(const graph::Focus& focus);

protected:
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int lineHeight() const;
    void layOut();
    int tokenAt(QPointF point) const;
    void click(const QMouseEvent& mouse);
    void paintChip(QPainter& painter, int token, const QRectF& chip) const;
    QString explain(int token) const;

    SnapshotPtr m_snapshot;
    Palette m_palette = Palette::light();
    graph::Focus m_focus;
    ChipLayout m_layout;
    QHash<QString, double> m_widths;
};
