#pragma once

#include <QByteArray>

namespace exporting {

/// What pdfLaTeX takes for a sign that pictures draw by themselves and that its text fonts may lack, such as a minus or a
/// root. Empty for any other letter.
QByteArray texSign(char32_t sign);

} // namespace exporting
