#include "app/exporting/tex_text.h"

namespace exporting {

namespace {

const char* command(char16_t c) {
    switch (c) {
    case u'\\':
        return "\\textbackslash{}";
    case u'{':
        return "\\{";
    case u'}':
        return "\\}";
    case u'#':
        return "\\#";
    case u'$':
        return "\\$";
    case u'%':
        return "\\%";
    case u'&':
        return "\\&";
    case u'_':
        return "\\_";
    case u'~':
        return "\\textasciitilde{}";
    case u'^':
        return "\\textasciicircum{}";
    case u'<':
        return "\\textless{}";
    case u'>':
        return "\\textgreater{}";
    case u'|':
        return "\\textbar{}";
    case u'"':
        return "\\textquotedbl{}";
    case u'\'':
        return "\\textquotesingle{}";
    case u'`':
        return "\\textasciigrave{}";
    default:
        return nullptr;
    }
}

bool isSpace(QChar c) {
    return c.unicode() <= 0x20 || c.unicode() == 0x7f;
}

/// Two of these in a row are set as one other character.
bool joinsItself(QChar c) {
    return c == u'-' || c == u',';
}

} // namespace

QByteArray texText(const QString& text) {
    QString tex;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool again = i > 0 && text[i - 1] == c;
        if (isSpace(c)) {
            // TeX drops a space at either end, and joins those that follow each other.
            const bool kept = i > 0 && i + 1 < text.size() && !isSpace(text[i - 1]);
            tex += kept ? QStringLiteral(" ") : QStringLiteral("\\ ");
        } else if (const char* replaced = command(c.unicode())) {
            tex += QLatin1String(replaced);
        } else {
            if (again && joinsItself(c)) tex += QStringLiteral("{}");
            tex += c;
        }
    }
    return tex.toUtf8();
}

} // namespace exporting
