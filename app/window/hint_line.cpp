#include "app/window/hint_line.h"

HintLine::HintLine(QWidget* parent) : QLabel(parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long sentence must not widen the window
    setContentsMargins(24, 0, 0, 0);
    setMinimumHeight(2 * fontMetrics().lineSpacing()); // always: a picture must not move when a sentence comes or goes
}

void HintLine::say(const QString& sentence) {
    m_sentence = sentence;
    setToolTip(sentence);
    setAccessibleName(sentence);
    fit();
}

void HintLine::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    fit();
}

void HintLine::fit() {
    const QFontMetrics metrics = fontMetrics();
    const int room = contentsRect().width();
    // The first line takes as many words as it can.
    qsizetype end = m_sentence.size();
    while (end > 0 && metrics.horizontalAdvance(m_sentence.first(end)) > room) end = m_sentence.lastIndexOf(u' ', end - 1);
    if (end <= 0 || end == m_sentence.size()) return setText(metrics.elidedText(m_sentence, Qt::ElideRight, room));
    setText(m_sentence.first(end) + u'\n' + metrics.elidedText(m_sentence.sliced(end + 1), Qt::ElideRight, room));
}
