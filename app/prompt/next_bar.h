#pragma once

#include "app/prompt/chips.h"
#include "app/snapshot/snapshot.h"
#include "app/style/palette.h"

#include <QWidget>

/// The most likely next tokens with their probabilities; a click appends one.
class NextBar : public QWidget {
    Q_OBJECT

public:
    explicit NextBar(QWidget* parent = nullptr);

    void setSnapshot(SnapshotPtr snapshot);
    void setColours(const Palette& palette);

    QSize sizeHint() const override { return {600, 38}; }
    QSize minimumSizeHint() const override { return {200, 38}; }

Q_SIGNALS:
    /// The token's bytes, to be added to the text.
    void chosen(const QByteArray& bytes);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void layOut();
    int at(QPointF point) const;
    void choose(int place);
    double headingWidth() const;

    SnapshotPtr m_snapshot;
    Palette m_palette = Palette::light();
    ChipLayout m_layout;
    int m_hover = -1;
};
