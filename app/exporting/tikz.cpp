#include "app/exporting/tikz.h"

#include "app/drawing/font.h"
#include "app/exporting/decimal.h"
#include "app/exporting/tex_sign.h"
#include "app/exporting/tex_text.h"

#include <QHash>
#include <QTransform>

#include <set>

namespace exporting {

namespace {

using namespace drawing;

constexpr double pointsPerPixel = 0.75; // TeX's bp, 72 to an inch

QByteArray points(double pixels) {
    return decimal(pixels * pointsPerPixel, 3) + "bp";
}

QByteArray place(QPointF p) {
    return '(' + decimal(p.x()) + ',' + decimal(p.y()) + ')';
}

/// Colours get a name where they are first asked for.
class Colours {
public:
    QByteArray operator[](const QColor& colour) {
        const auto known = m_names.constFind(colour.rgb());
        if (known != m_names.constEnd()) return *known;
        const QByteArray name = 'c' + QByteArray::number(m_names.size());
        m_definitions += "\\definecolor{" + name + "}{HTML}{" + colour.name().mid(1).toUpper().toLatin1() + "}\n";
        return *m_names.insert(colour.rgb(), name);
    }
    const QByteArray& definitions() const { return m_definitions; }

private:
    QHash<QRgb, QByteArray> m_names;
    QByteArray m_definitions;
};

class Picture {
public:
    explicit Picture(const Drawing& drawing) {
        const QByteArray area = "(0,0) rectangle " + place({drawing.size.width(), drawing.size.height()});
        m_body += "\\useasboundingbox " + area + ";\n\\clip " + area + ";\n";
        if (drawing.paper.isValid()) m_body += "\\fill[" + m_colours[drawing.paper] + "] " + area + ";\n";
        for (const Box& box : drawing.boxes) add(box);
        addStrokes(drawing.strokes);
        for (const Disc& disc : drawing.discs) add(disc);
        addLabels(drawing.labels);
    }

    const QByteArray& colours() const { return m_colours.definitions(); }
    const QByteArray& body() const { return m_body; }

private:
    static QByteArray opacity(const char* what, const QColor& colour, double opacity) {
        const double all = opacity * double(colour.alphaF());
        return all < 0.9995 ? QByteArray(", ") + what + '=' + decimal(all, 3) : QByteArray();
    }

    void add(const Box& box) {
        m_body += "\\fill[" + m_colours[box.fill] + opacity("fill opacity", box.fill, box.opacity);
        if (box.radius > 0) m_body += ", rounded corners=" + points(box.radius);
        m_body += "] " + place(box.rect.topLeft()) + " rectangle " + place(box.rect.bottomRight()) + ";\n";
    }

    /// Neighbours of the same colour and dash stand in one scope, which says it once.
    void addStrokes(const std::vector<Stroke>& strokes) {
        QByteArray last;
        for (const Stroke& stroke : strokes) {
            const QByteArray look = "draw=" + m_colours[stroke.colour] + dashes(stroke.dash);
            if (look != last) m_body += (last.isEmpty() ? "" : "\\end{scope}\n") + ("\\begin{scope}[" + look) + "]\n";
            last = look;
            const auto& [start, a, b, end] = stroke.curve;
            m_body += "\\draw[line width=" + points(stroke.width) +
                      (stroke.dash > 0 && stroke.dashStart > 0 ? ", dash phase=" + points(stroke.dashStart) : "") +
                      opacity("draw opacity", stroke.colour, stroke.opacity) + "] " + place(start) + " .. controls " +
                      place(a) + " and " + place(b) + " .. " + place(end) + ";\n";
        }
        if (!last.isEmpty()) m_body += "\\end{scope}\n";
    }

    static QByteArray dashes(int dash) {
        QByteArray pattern;
        bool on = true;
        for (const double length : dashPattern(dash)) {
            pattern += (on ? " on " : " off ") + points(length);
            on = !on;
        }
        return pattern.isEmpty() ? pattern : ", dash pattern=" + pattern.mid(1);
    }

    void add(const Disc& disc) {
        m_body += "\\fill[" + m_colours[disc.fill] + opacity("fill opacity", disc.fill, disc.opacity) + "] " +
                  place(disc.centre) + " circle[radius=" + points(disc.radius) + "];\n";
    }

    void addLabels(const std::vector<Label>& labels) {
        for (std::size_t i = 0; i < labels.size();) {
            std::size_t end = i + 1;
            while (labels[i].paragraph >= 0 && end < labels.size() && labels[end].paragraph == labels[i].paragraph)
                ++end;
            addText(labels.data() + i, labels.data() + end);
            i = end;
        }
    }

    void addText(const Label* label, const Label* end) {
        static constexpr const char* anchors[] = {"base west", "base", "base east"};
        static constexpr const char* alignments[] = {"flush left", "flush center", "flush right"};
        const auto anchor = std::size_t(label->anchor);
        const bool isParagraph = end - label > 1;
        const double pitch = isParagraph ? QLineF(label[0].at, label[1].at).length() : 1.2 * label->size;
        m_body += "\\node[anchor=" + QByteArray(anchors[anchor]) + ", text=" + m_colours[label->colour] +
                  opacity("text opacity", label->colour, label->opacity) +
                  ", font=" + (label->bold ? "\\bfseries\\boldmath" : "") + "\\fontsize{" + points(label->size) + "}{" +
                  points(pitch) + "}\\selectfont";
        if (label->angle != 0) m_body += ", rotate=" + decimal(-label->angle);
        QString text;
        double width = 0;
        for (const Label* line = label; line != end; ++line) {
            text += line->text;
            width = std::max(width, textWidth(line->text, line->size, line->bold));
        }
        if (isParagraph) m_body += ", text width=" + points(width) + ", align=" + alignments[anchor];
        const QPointF down(0, baselineOffset(label->size, label->bold));
        m_body +=
            "] at " + place(label->at + QTransform().rotate(label->angle).map(down)) + " {" + texText(text) + "};\n";
    }

    Colours m_colours;
    QByteArray m_body;
};

/// What pdfLaTeX shows for a letter that its fonts lack, where it would stop otherwise: the letter's number, unless it
/// is one of the pictures' own signs.
QByteArray replacement(char32_t c) {
    const QByteArray sign = texSign(c);
    return sign.isEmpty() ? '[' + QByteArray::number(c, 16).toUpper() + ']' : sign;
}

QByteArray replacements(const std::vector<Label>& labels) {
    std::set<char32_t> letters;
    for (const Label& label : labels)
        for (const char32_t c : label.text.toUcs4())
            if (c > 0xff) letters.insert(c);
    QByteArray tex;
    for (const char32_t c : letters)
        tex += "\\mayflyletter{" + QByteArray::number(c, 16).toUpper() + "}{" + QString::fromUcs4(&c, 1).toUtf8() +
               "}{" + replacement(c) + "}\n";
    return tex;
}

/// A text of any length as comments that no line end breaks out of.
QByteArray comments(const QString& text) {
    constexpr qsizetype longest = 1000; // TeX reads whole lines
    const QString line = text.simplified();
    QByteArray out;
    for (qsizetype at = 0; at < line.size(); at += longest) out += "% " + line.mid(at, longest).toUtf8() + '\n';
    return out;
}

} // namespace

QByteArray tikz(const Drawing& drawing) {
    const Picture picture(drawing);
    QByteArray title = drawing.title.simplified().toUtf8();
    QByteArray out =
        "% " + title + "\n" + comments(drawing.description) +
        "% Compile with lualatex, xelatex or pdflatex. For letters beyond Latin take lualatex or xelatex, and name\n"
        "% a font that has them: \\setsansfont{Noto Sans CJK JP}. lualatex also has room for very large pictures.\n"
        "\\documentclass[tikz,border=0pt]{standalone}\n"
        "\\usepackage{iftex}\n"
        "\\ifPDFTeX\n"
        "\\usepackage[T1]{fontenc}\n"
        "\\usepackage[utf8]{inputenc}\n"
        "\\usepackage{textcomp}\n"
        "\\IfFileExists{lmodern.sty}{\\usepackage{lmodern}}{}\n"
        "\\makeatletter\n"
        "\\newcommand{\\mayflyletter}[3]{\\@ifundefined{u8:\\detokenize{#2}}{\\DeclareUnicodeCharacter{#1}{#3}}{}}\n"
        "\\makeatother\n" +
        replacements(drawing.labels) +
        "\\else\n"
        "\\usepackage{fontspec}\n"
        "\\fi\n";
    out += picture.colours();
    out += "\\begin{document}\n"
           "\\begin{tikzpicture}[x=0.75bp, y=-0.75bp, inner sep=0, outer sep=0, font=\\sffamily]\n"
           "\\sffamily\n";
    out += picture.body();
    return out + "\\end{tikzpicture}\n\\end{document}\n";
}

} // namespace exporting
