#pragma once

#include <QFrame>

class QLabel;

/// One sentence across the window that says what went wrong and stays until it is closed or the next thing goes right. No
/// dialog: a lecture goes on.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);

    void show(const QString& sentence);
    using QFrame::show;
    QString sentence() const;

private:
    QLabel* m_label = nullptr;
};
