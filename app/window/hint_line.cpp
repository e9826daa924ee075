#include "app/window/hint_line.h"

namespace {

constexpr int patience = 20000; // ms: time to look from the line to the picture and back

} // namespace

HintLine::HintLine(QWidget* parent) : QLabel(parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long sentence must not widen the window
    setContentsMargins(24, 0, 0, 0);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patience);
    connect(&m_patience, &QTimer::timeout, this, &HintLine::letGo);
}

void HintLine::say(const QString& sentence) {
    m_sentence = sentence;
    setToolTip(sentence);
    setAccessibleName(sentence);
    fit();
    sentence.isEmpty() ? m_patience.stop() : m_patience.start();
}

void HintLine::resizeEvent(QResizeEvent* event) {
    QLabel::resizeEvent(event);
    fit();
}

void HintLine::fit() { setText(fontMetrics().elidedText(m_sentence, Qt::ElideRight, contentsRect().width())); }
