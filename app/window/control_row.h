#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QToolButton;

/// A row of controls above a picture.
class ControlRow : public QWidget {
public:
    explicit ControlRow(QWidget* parent = nullptr);

protected:
    /// An action as a button, at the row's end.
    QToolButton* add(QAction* action);
    QHBoxLayout* row() const { return m_row; }

private:
    QHBoxLayout* m_row = nullptr;
};
