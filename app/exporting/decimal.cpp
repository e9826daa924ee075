#include "app/exporting/decimal.h"

#include <cmath>

namespace exporting {

QByteArray decimal(double value, int digits) {
    if (!std::isfinite(value)) return "0";
    QByteArray text = QByteArray::number(value, 'f', digits);
    if (text.contains('.')) {
        while (text.endsWith('0')) text.chop(1);
        if (text.endsWith('.')) text.chop(1);
    }
    return text == "-0" ? QByteArray("0") : text;
}

} // namespace exporting
