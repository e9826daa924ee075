#pragma once

#include <QString>

/// A number as words and pictures have it: with the locale's point, no marks between thousands, a minus sign in the place of a
/// hyphen, and no sign at all if it rounds to zero. Format and digits are those of QLocale::toString().
QString signedNumber(double value, char format, int digits);

/// With so many decimals; from a million on in six digits and an exponent, which any line has room for.
QString fixedNumber(double value, int decimals);
