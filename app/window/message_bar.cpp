#include "app/window/message_bar.h"

#include "app/models/all_models.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

MessageBar::MessageBar(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("messageBar"));
    // Dark words on amber stand out on either theme.
    setStyleSheet(QStringLiteral("#messageBar { background: #ffd479; border: none; }"
                                 "#messageBar QLabel, #messageBar QToolButton { color: #1c2024; background: transparent; border: none; }"));
    m_label = new QLabel;
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton;
    close->setText(QStringLiteral("\u2715"));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(tr("Close this message"));
    connect(close, &QToolButton::clicked, this, &QFrame::hide);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 6, 8, 6);
    layout->addWidget(m_label, 1);
    layout->addWidget(close);
    hide();
}

void MessageBar::show(const QString& sentence) {
    const QString line = models::oneLine(sentence.toStdString());
    // Sentences of the engine begin small, for they follow the program's name where there is no window.
    m_label->setText(line.left(1).toUpper() + line.mid(1));
    m_label->setAccessibleName(line);
    QFrame::show();
}

QString MessageBar::sentence() const { return isHidden() ? QString() : m_label->text(); }
