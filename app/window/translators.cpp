#include "app/window/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

Translators::Translators() {
    if (m_own.load(QLocale(), QStringLiteral("mayfly"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        m_own.load(QStringLiteral(":/i18n/mayfly_en")))
        QCoreApplication::installTranslator(&m_own);
    if (m_qt.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}
