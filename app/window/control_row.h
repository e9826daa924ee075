#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QToolButton;

/// A row of controls above a picture.
class ControlRow : public QWidget {
public:
    explicit ControlRow(QWidget* parent = nullptr);

    /// After a change of the theme, which a style sheet does not follow by itself.
    void followTheme();

protected:
    /// An action as a button, at the row's end.
    QToolButton* add(QAction* action);
    QHBoxLayout* row() const { return m_row; }

private:
    QHBoxLayout* m_row = nullptr;
};
