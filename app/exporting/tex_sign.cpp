#include "app/exporting/tex_sign.h"

namespace exporting {

namespace {

/// In mathematics, which a text font without the sign has too.
QByteArray inMathematics(const char* tex) { return QByteArray("\\ensuremath{") + tex + '}'; }

QByteArray raised(const char* text) { return QByteArray("\\textsuperscript{") + text + '}'; }

const char* mathematics(char32_t sign) {
    switch (sign) {
    case U'\u0394': return "\\mathsf{\\Delta}";
    case U'\u03a3': return "\\mathsf{\\Sigma}";
    case U'\u03b8': return "\\theta";
    case U'\u2016': return "\\Vert";
    case U'\u2190': return "\\leftarrow";
    case U'\u2191': return "\\uparrow";
    case U'\u2192': return "\\rightarrow";
    case U'\u2193': return "\\downarrow";
    case U'\u21b5': return "\\hookleftarrow"; // a line end in a token
    case U'\u21e5': return "\\mapsto";        // and a tab
    case U'\u221a': return "\\surd";
    case U'\u221e': return "\\infty";
    case U'\u2248': return "\\approx";
    case U'\u2260': return "\\neq";
    case U'\u2264': return "\\leq";
    case U'\u2265': return "\\geq";
    default: return nullptr;
    }
}

const char* superscript(char32_t sign) {
    static constexpr const char* digits[] = {"0", nullptr, nullptr, nullptr, "4", "5", "6", "7", "8", "9"};
    if (sign >= U'\u2070' && sign <= U'\u2079') return digits[sign - U'\u2070'];
    if (sign == U'\u207b') return "\\textminus";
    return sign == U'\u1d40' ? "T" : nullptr;
}

} // namespace

QByteArray texSign(char32_t sign) {
    if (const char* tex = mathematics(sign)) return inMathematics(tex);
    if (const char* text = superscript(sign)) return raised(text);
    switch (sign) {
    case U'\u2013': return "\\textendash";
    case U'\u2018': return "\\textquoteleft";
    case U'\u2019': return "\\textquoteright";
    case U'\u201c': return "\\textquotedblleft";
    case U'\u201d': return "\\textquotedblright";
    case U'\u201e': return "\\quotedblbase";
    case U'\u2026': return "\\textellipsis";
    case U'\u2212': return "\\textminus";
    case U'\ufffd': return "{\\fboxsep=0.1em\\fbox{?}}"; // bytes of a token that are no letter by themselves
    default: return {};
    }
}

} // namespace exporting
