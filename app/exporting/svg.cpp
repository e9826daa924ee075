#include "app/exporting/svg.h"

#include "app/drawing/font.h"
#include "app/exporting/decimal.h"

#include <QTransform>

namespace exporting {

namespace {

using namespace drawing;

/// XML has no way to write control characters and half surrogates, not even escaped.
bool isWritable(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    return c < 0xd800 || (c > 0xdfff && c < 0xfffe) || c > 0xffff;
}

QByteArray escaped(const QString& text) {
    QString safe;
    for (const char32_t c : text.toUcs4()) {
        if (c == '&')
            safe += QStringLiteral("&amp;");
        else if (c == '<')
            safe += QStringLiteral("&lt;");
        else if (c == '>')
            safe += QStringLiteral("&gt;");
        else if (c == '"')
            safe += QStringLiteral("&quot;");
        else if (c == '\r')
            safe += QStringLiteral("&#13;");
        else
            safe += QString::fromUcs4(isWritable(c) ? &c : U"\ufffd", 1);
    }
    return safe.toUtf8();
}

QByteArray attribute(const char* name, const QByteArray& value) {
    return QByteArray(" ") + name + "=\"" + value + '"';
}

QByteArray attribute(const char* name, double value) {
    return attribute(name, decimal(value));
}

QByteArray colour(const char* name, const QColor& colour) {
    return attribute(name, colour.name().toLatin1());
}

/// Left out where all of it shows.
QByteArray opacity(const char* name, const QColor& colour, double opacity) {
    const double all = opacity * double(colour.alphaF());
    return all < 0.9995 ? attribute(name, decimal(all, 3)) : QByteArray();
}

/// Neighbours that look alike stand in one group, which says once how they look.
class Groups {
public:
    Groups(QByteArray& out, const char* id, const QByteArray& attributes = {}) : m_out(out) {
        m_out += "<g" + attribute("id", id) + attributes + ">\n";
    }
    ~Groups() {
        leave();
        m_out += "</g>\n";
    }
    Groups(const Groups&) = delete;
    Groups& operator=(const Groups&) = delete;

    void look(const QByteArray& attributes) {
        if (attributes == m_attributes) return;
        leave();
        m_out += "<g" + attributes + ">\n";
        m_attributes = attributes;
    }

private:
    void leave() {
        if (!m_attributes.isEmpty()) m_out += "</g>\n";
    }

    QByteArray& m_out;
    QByteArray m_attributes;
};

void addBoxes(const std::vector<Box>& boxes, QByteArray& out) {
    if (boxes.empty()) return;
    // Crisp, so that the cells of a matrix show no seams.
    const Groups group(out, "boxes", attribute("shape-rendering", "crispEdges"));
    for (const Box& box : boxes) {
        out += "<rect" + attribute("x", box.rect.x()) + attribute("y", box.rect.y()) +
               attribute("width", box.rect.width()) + attribute("height", box.rect.height()) + colour("fill", box.fill);
        if (box.radius > 0) out += attribute("rx", box.radius) + attribute("shape-rendering", "auto");
        out += opacity("fill-opacity", box.fill, box.opacity) + "/>\n";
    }
}

QByteArray dashes(int dash) {
    QByteArray lengths;
    for (const double length : dashPattern(dash)) lengths += (lengths.isEmpty() ? "" : " ") + decimal(length);
    return lengths.isEmpty() ? lengths : attribute("stroke-dasharray", lengths);
}

QByteArray pair(QPointF p) {
    return decimal(p.x()) + ' ' + decimal(p.y());
}

void addStrokes(const std::vector<Stroke>& strokes, QByteArray& out) {
    if (strokes.empty()) return;
    Groups groups(out, "strokes", attribute("fill", "none"));
    for (const Stroke& stroke : strokes) {
        groups.look(colour("stroke", stroke.colour) + dashes(stroke.dash));
        const auto& [start, a, b, end] = stroke.curve;
        out += "<path" + attribute("d", 'M' + pair(start) + 'C' + pair(a) + ' ' + pair(b) + ' ' + pair(end)) +
               attribute("stroke-width", stroke.width) +
               (stroke.dash > 0 && stroke.dashStart > 0 ? attribute("stroke-dashoffset", stroke.dashStart) : "") +
               opacity("stroke-opacity", stroke.colour, stroke.opacity) + "/>\n";
    }
}

void addDiscs(const std::vector<Disc>& discs, QByteArray& out) {
    if (discs.empty()) return;
    Groups groups(out, "discs");
    for (const Disc& disc : discs) {
        groups.look(colour("fill", disc.fill));
        out += "<circle" + attribute("cx", disc.centre.x()) + attribute("cy", disc.centre.y()) +
               attribute("r", disc.radius) + opacity("fill-opacity", disc.fill, disc.opacity) + "/>\n";
    }
}

QByteArray lookOf(const Label& label) {
    QByteArray look = colour("fill", label.colour) + opacity("fill-opacity", label.colour, label.opacity) +
                      attribute("font-size", label.size);
    if (label.bold) look += attribute("font-weight", "bold");
    if (label.anchor != Anchor::Start)
        look += attribute("text-anchor", label.anchor == Anchor::Middle ? "middle" : "end");
    return look;
}

/// The lines of one paragraph; the first one's baseline is where y points.
QByteArray linesOf(const Label* first, const Label* end, QPointF at) {
    QByteArray lines;
    const QTransform upright = QTransform().rotate(-first->angle);
    double last = 0;
    for (const Label* line = first; line != end; ++line) {
        const QPointF from = upright.map(line->at - first->at);
        lines += "<tspan" + attribute("x", at.x() + from.x()) + attribute("dy", from.y() - last) + '>' +
                 escaped(line->text) + "</tspan>";
        last = from.y();
    }
    return lines;
}

void addLabels(const std::vector<Label>& labels, QByteArray& out) {
    if (labels.empty()) return;
    QByteArray families;
    for (const QString& family : fontFamilies())
        families += (families.isEmpty() ? "'" : ", '") + family.toUtf8() + '\'';
    families.replace("'sans-serif'", "sans-serif");
    Groups groups(out, "labels", attribute("font-family", families));
    const Label* const end = labels.data() + labels.size();
    for (const Label* label = labels.data(); label != end;) {
        const Label* next = label + 1;
        while (label->paragraph >= 0 && next != end && next->paragraph == label->paragraph) ++next;
        groups.look(lookOf(*label));
        const QPointF baseline(0, baselineOffset(label->size, label->bold));
        const QPointF at = label->angle == 0 ? label->at + baseline : baseline;
        out += "<text" + attribute("x", at.x()) + attribute("y", at.y());
        if (label->angle != 0)
            out += attribute("transform", "translate(" + pair(label->at) + ") rotate(" + decimal(label->angle) + ')');
        out += attribute("xml:space", "preserve") + '>';
        out += next == label + 1 ? escaped(label->text) : linesOf(label, next, at);
        out += "</text>\n";
        label = next;
    }
}

} // namespace

QByteArray svg(const Drawing& drawing) {
    const QByteArray width = decimal(drawing.size.width()), height = decimal(drawing.size.height());
    const QByteArray area = attribute("width", width) + attribute("height", height);
    QByteArray out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    out += "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"" + area +
           attribute("viewBox", "0 0 " + width + ' ' + height) + ">\n";
    if (!drawing.title.isEmpty()) out += "<title>" + escaped(drawing.title) + "</title>\n";
    if (!drawing.description.isEmpty()) out += "<desc>" + escaped(drawing.description) + "</desc>\n";
    if (drawing.paper.isValid())
        out += "<rect" + area + colour("fill", drawing.paper) + opacity("fill-opacity", drawing.paper, 1) + "/>\n";
    addBoxes(drawing.boxes, out);
    addStrokes(drawing.strokes, out);
    addDiscs(drawing.discs, out);
    addLabels(drawing.labels, out);
    return out + "</svg>\n";
}

} // namespace exporting
