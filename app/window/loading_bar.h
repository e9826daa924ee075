#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;

/// In the status bar: which model is being read, how much of it has been, and a way to give it up. What loads at once is
/// not worth a bar, so it waits a moment before it shows.
class LoadingBar : public QWidget {
    Q_OBJECT

public:
    explicit LoadingBar(QWidget* parent = nullptr);

    void begin(const QString& model);
    /// Bytes.
    void setProgress(quint64 done, quint64 total);
    void end();

Q_SIGNALS:
    void cancelled();

private:
    QLabel* m_label = nullptr;
    QProgressBar* m_bar = nullptr;
    QTimer m_patience;
};
