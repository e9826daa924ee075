#include "app/window/theme.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QStyle>
#include <QStyleFactory>

namespace {

/// 1 dark, 2 light, 0 no preference or no portal. The answer is wrapped in one variant or in two.
uint portalColourScheme() {
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) return 0;
    QDBusMessage call = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.portal.Desktop"), QStringLiteral("/org/freedesktop/portal/desktop"),
        QStringLiteral("org.freedesktop.portal.Settings"), QStringLiteral("Read"));
    call << QStringLiteral("org.freedesktop.appearance") << QStringLiteral("color-scheme");
    const QDBusMessage reply = bus.call(call, QDBus::Block, 200);
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().isEmpty()) return 0;
    QVariant value = reply.arguments().constFirst();
    while (value.canConvert<QDBusVariant>()) value = value.value<QDBusVariant>().variant();
    return value.toUInt();
}

/// The palette that the desktop gave, before any theme of ours replaced it.
bool desktopPaletteIsDark() {
    static const bool dark = [] {
        const QPalette palette = QApplication::palette();
        return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    }();
    return dark;
}

} // namespace

QString nameOf(Theme theme) {
    switch (theme) {
    case Theme::Light: return QStringLiteral("light");
    case Theme::Dark: return QStringLiteral("dark");
    case Theme::System: break;
    }
    return QStringLiteral("system");
}

Theme themeNamed(const QString& name) {
    for (const Theme theme : {Theme::Light, Theme::Dark})
        if (name == nameOf(theme)) return theme;
    return Theme::System;
}

bool isDark(Theme theme) {
    const bool desktop = desktopPaletteIsDark();
    if (theme != Theme::System) return theme == Theme::Dark;
    const uint scheme = portalColourScheme();
    return scheme == 0 ? desktop : scheme == 1;
}

QPalette widgetPalette(const Palette& palette, bool dark) {
    const QColor window = dark ? QColor(0x202327) : QColor(0xf3f5f7);
    const QColor disabled = dark ? QColor(0x6b737b) : QColor(0x9aa2aa);
    QPalette widgets;
    widgets.setColor(QPalette::Window, window);
    widgets.setColor(QPalette::WindowText, palette.ink);
    widgets.setColor(QPalette::Base, palette.paper);
    widgets.setColor(QPalette::AlternateBase, window);
    widgets.setColor(QPalette::Text, palette.ink);
    widgets.setColor(QPalette::PlaceholderText, palette.muted);
    widgets.setColor(QPalette::Button, dark ? QColor(0x2b2f34) : QColor(0xffffff));
    widgets.setColor(QPalette::ButtonText, palette.ink);
    widgets.setColor(QPalette::BrightText, palette.heads[1]);
    widgets.setColor(QPalette::Highlight, dark ? QColor(0x2f7fb5) : QColor(0x0072b2));
    widgets.setColor(QPalette::HighlightedText, Qt::white);
    widgets.setColor(QPalette::Link, palette.heads[0]);
    widgets.setColor(QPalette::LinkVisited, palette.heads[3]);
    widgets.setColor(QPalette::ToolTipBase, dark ? QColor(0x2b2f34) : QColor(0xffffff));
    widgets.setColor(QPalette::ToolTipText, palette.ink);
    widgets.setColor(QPalette::Mid, palette.faint);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        widgets.setColor(QPalette::Disabled, role, disabled);
    return widgets;
}

void applyTheme(Theme theme) {
    const bool dark = isDark(theme);
    if (QApplication::style()->objectName() != QLatin1String("fusion"))
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(widgetPalette(dark ? Palette::dark() : Palette::light(), dark));
}
