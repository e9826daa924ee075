#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;
class QHBoxLayout;
class QToolButton;

/// Controls above a picture, in groups: beside each other where there is room, else one below the other.
class ControlRow : public QWidget {
public:
    explicit ControlRow(QWidget* parent = nullptr);

    /// After a change of the theme, which a style sheet does not follow by itself.
    void followTheme();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override;

protected:
    /// What is added from now on stays together; the last group takes what room is left.
    void beginGroup();
    /// An action as a button, at the end of the group.
    QToolButton* add(QAction* action);
    QHBoxLayout* row() const { return m_row; }

    void resizeEvent(QResizeEvent* event) override;

private:
    QSize least(Qt::Orientation groups) const;
    bool isNarrow(int width) const { return width < least(Qt::Horizontal).width(); }

    QBoxLayout* m_groups = nullptr;
    QHBoxLayout* m_row = nullptr;
};
