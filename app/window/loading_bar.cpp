#include "app/window/loading_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

namespace {

constexpr int moment = 300; // milliseconds
constexpr int fine = 1000;  // steps

} // namespace

LoadingBar::LoadingBar(QWidget* parent) : QWidget(parent) {
    m_label = new QLabel;
    m_label->setTextFormat(Qt::PlainText);
    m_bar = new QProgressBar;
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(120, 8);
    auto* cancel = new QToolButton;
    cancel->setText(tr("Cancel"));
    cancel->setToolTip(tr("Keep the model that is shown"));
    cancel->setAutoRaise(true);
    connect(cancel, &QToolButton::clicked, this, &LoadingBar::cancelled);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_label);
    row->addWidget(m_bar);
    row->addWidget(cancel);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &QWidget::show);
    hide();
}

void LoadingBar::begin(const QString& model) {
    m_label->setText(tr("Opening %1\u2026").arg(model));
    m_bar->setAccessibleName(m_label->text());
    m_bar->setRange(0, 0);
    if (!isVisible()) m_patience.start(moment);
}

void LoadingBar::setProgress(quint64 done, quint64 total) {
    m_bar->setRange(0, total > 0 ? fine : 0);
    if (total > 0) m_bar->setValue(int(double(done) / double(total) * fine));
}

void LoadingBar::end() {
    m_patience.stop();
    hide();
}
