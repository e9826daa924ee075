#include "app/window/translators.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace {

/// Whether the environment says how numbers are written.
bool numbersAreChosen() {
    for (const char* variable : {"LC_ALL", "LC_NUMERIC", "LANG"})
        if (const QByteArray value = qgetenv(variable); !value.isEmpty())
            return value != "C" && value != "POSIX" && !value.startsWith("C.");
    return false;
}

} // namespace

Translators::Translators() {
    if (m_own.load(QLocale(), QStringLiteral("mayfly"), QStringLiteral("_"), QStringLiteral(":/i18n")) ||
        m_own.load(QStringLiteral(":/i18n/mayfly_en")))
        QCoreApplication::installTranslator(&m_own);
    // LANGUAGE chooses words, and would leave their numbers behind.
    if (const QLocale words(m_own.language()); words.language() != QLocale::English && !numbersAreChosen()) QLocale::setDefault(words);
    if (m_qt.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}
