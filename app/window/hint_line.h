#pragma once

#include <QLabel>
#include <QTimer>

/// What there is to see, said for a while in one line beside others: cut where there is no room for it, and whole in the
/// tooltip.
class HintLine : public QLabel {
    Q_OBJECT

public:
    explicit HintLine(QWidget* parent = nullptr);

    void say(const QString& sentence);
    void letGo() { say({}); }
    /// Empty if nothing is said.
    const QString& sentence() const { return m_sentence; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();

    QString m_sentence;
    QTimer m_patience;
};
