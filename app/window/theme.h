#pragma once

#include "app/style/palette.h"

#include <QPalette>
#include <QString>

/// Light, dark, or what the desktop says.
enum class Theme { System, Light, Dark };

/// As settings keep it: "system", "light", "dark"; anything else is System.
QString nameOf(Theme theme);
Theme themeNamed(const QString& name);

/// Whether a theme means dark now: System asks the desktop's portal (Qt 6.4 does not), then the application's palette.
bool isDark(Theme theme);

/// Widgets' colours to go with a picture's.
QPalette widgetPalette(const Palette& palette, bool dark);

/// Sets style and colours of the whole application.
void applyTheme(Theme theme);
