#include "app/window/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace {

/// Numbers are written as the words are: LANGUAGE alone chooses words, and would leave numbers behind.
void speak(const QLocale& own) {
    const bool plain = QLocale().language() == QLocale::C && own.language() == QLocale::English;
    if (own.language() != QLocale().language() && !plain) QLocale::setDefault(own);
}

} // namespace

Translators::Translators() {
    if (m_own.load(QLocale(), QStringLiteral("mayfly"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        m_own.load(QStringLiteral(":/i18n/mayfly_en")))
        QCoreApplication::installTranslator(&m_own);
    speak(QLocale(m_own.language()));
    if (m_qt.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}
