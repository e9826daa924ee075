#pragma once

#include <QLabel>

/// What there is to see, said in a line beside others or in two: cut where there is no room for it, and whole in the tooltip.
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
};
