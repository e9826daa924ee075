#include "app/naming/signed_number.h"

#include <QLocale>

#include <cmath>

QString signedNumber(double value, char format, int digits) {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const QString text = locale.toString(std::abs(value), format, digits);
    return value < 0 && text != locale.toString(0.0, format, digits) ? QStringLiteral("\u2212") + text : text;
}

QString fixedNumber(double value, int decimals) {
    constexpr double longest = 1e6;
    return std::abs(value) < longest ? signedNumber(value, 'f', decimals) : signedNumber(value, 'g', 6);
}
