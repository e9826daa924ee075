#pragma once

#include <QTranslator>

/// Mayfly's own words and Qt's in the first of the user's languages that there is, else English with its plural forms.
/// Installed as long as it lives; it needs an application.
class Translators {
public:
    Translators();

private:
    QTranslator m_own;
    QTranslator m_qt;
};
