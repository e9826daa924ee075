#include "app/session/session_file.h"

#include "app/saving/whole_file.h"
#include "app/session/longest_text.h"
#include "engine/error.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace {

constexpr int version = 1;
constexpr qint64 largestFile = 16 << 20; // a text and a few choices: more is not a session

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SessionFile)
};

[[noreturn]] void refuse(mayfly::ErrorKind kind, const QString& sentence) {
    throw mayfly::Error(kind, sentence.toStdString());
}

[[noreturn]] void refuseAsNoSession(const QString& file) {
    refuse(mayfly::ErrorKind::Malformed,
           Words::tr("%1 is not a Mayfly session; open one that was saved with File > Save.").arg(file));
}

/// Reads the members of one object and says which is not what it must be.
class Members {
public:
    Members(QJsonObject object, QString file) : m_object(std::move(object)), m_file(std::move(file)) {}

    QString text(const char* name, const QString& otherwise = {}) const {
        return typed(name, QJsonValue::String) ? m_object[QLatin1String(name)].toString() : otherwise;
    }
    bool has(const char* name) const { return m_object.contains(QLatin1String(name)); }
    bool flag(const char* name) const {
        return typed(name, QJsonValue::Bool) && m_object[QLatin1String(name)].toBool();
    }
    int count(const char* name, int least, int most, int otherwise) const {
        if (!typed(name, QJsonValue::Double)) return otherwise;
        const double value = m_object[QLatin1String(name)].toDouble();
        if (value < least || value > most || value != double(int(value))) wrong(name);
        return int(value);
    }
    double number(const char* name) const {
        return typed(name, QJsonValue::Double) ? m_object[QLatin1String(name)].toDouble() : 0;
    }
    QJsonArray list(const char* name) const {
        return typed(name, QJsonValue::Array) ? m_object[QLatin1String(name)].toArray() : QJsonArray();
    }
    std::optional<Members> object(const char* name) const {
        if (!typed(name, QJsonValue::Object)) return std::nullopt;
        return Members(m_object[QLatin1String(name)].toObject(), m_file);
    }
    [[noreturn]] void wrong(const char* name) const {
        refuse(mayfly::ErrorKind::Malformed,
               Words::tr("%1 cannot be opened: its \"%2\" is not what a session holds there.")
                   .arg(m_file, QLatin1String(name)));
    }

private:
    /// Absent is fine, of another type is not.
    bool typed(const char* name, QJsonValue::Type type) const {
        const QJsonValue value = m_object[QLatin1String(name)];
        if (value.isUndefined()) return false;
        if (value.type() != type) wrong(name);
        return true;
    }

    QJsonObject m_object;
    QString m_file;
};

std::vector<mayfly::HeadIndex> readHeads(const Members& members) {
    std::vector<mayfly::HeadIndex> heads;
    for (const QJsonValue& value : members.list("heads")) {
        const auto head = mayfly::parseHeadIndex(value.toString().toStdString());
        if (!head || heads.size() == Document::mostHeads) members.wrong("heads");
        heads.push_back(*head);
    }
    return heads;
}

/// One of a few names, or the usual one where it is absent.
template<typename Value>
Value readName(const Members& members, const char* member, const char* usual,
               std::optional<Value> (*named)(std::string_view)) {
    const auto value = named(members.text(member, QLatin1String(usual)).toStdString());
    if (!value) members.wrong(member);
    return *value;
}

constexpr int mostTokens = 1 << 24;

/// The editor knows one line end; a text that it would change could never be told from one that the user edits.
QString withPlainLineEnds(QString text) {
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    // The last two are noncharacters that Qt's documents mark their frames with.
    for (const QChar end : {QChar(u'\r'), QChar(QChar::LineSeparator), QChar(QChar::ParagraphSeparator),
                            QChar(0xFDD0), QChar(0xFDD1)})
        text.replace(end, u'\n');
    return text;
}

/// Throws where the window would have to cut it.
QString readText(const Members& members, const char* name, const QString& file) {
    const QString text = withPlainLineEnds(members.text(name));
    if (text.size() > longestText)
        refuse(mayfly::ErrorKind::Unsupported,
               Words::tr("%1 cannot be opened: its text has %2 characters, and the window takes %3 at most.")
                   .arg(file, QLocale().toString(text.size()), QLocale().toString(longestText)));
    return text;
}

graph::Focus readPin(const Members& members) {
    const auto pin = members.object("pin");
    if (!pin) return {};
    const graph::Focus focus{pin->count("query", 0, mostTokens, -1), pin->count("key", 0, mostTokens, -1),
                             pin->count("head", 0, int(Document::mostHeads) - 1, -1)};
    return focus.isNone() ? graph::Focus() : focus; // a key alone is no edge
}

std::vector<std::pair<int, QPointF>> readMoved(const Members& members, const QString& file) {
    std::vector<std::pair<int, QPointF>> moved;
    for (const QJsonValue& value : members.list("moved")) {
        if (!value.isObject()) members.wrong("moved");
        const Members token(value.toObject(), file);
        moved.emplace_back(token.count("token", 0, mostTokens, 0), QPointF(token.number("x"), token.number("y")));
    }
    return moved;
}

} // namespace

SavedSession toSave(const Document& document, const graph::Focus& pin, const Snapshot* snapshot, const QString& model) {
    SavedSession saved{document, model, pin, {}, {}};
    if (document.kept) saved.kept = QString::fromUtf8(document.kept->text);
    for (auto at = document.moved.begin(); at != document.moved.end(); ++at)
        if (const int token = snapshot ? snapshot->indexOf(at.key()) : -1; token >= 0)
            saved.moved.emplace_back(token, at.value());
    std::sort(saved.moved.begin(), saved.moved.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    return saved;
}

Document restore(const SavedSession& saved) {
    return {saved, {}, {}, {}};
}

void restoreTokens(const SavedSession& saved, const Snapshot& snapshot, Document& document) {
    const auto known = [&](int token) { return token >= 0 && token < snapshot.size(); };
    for (const auto& [token, by] : saved.moved)
        if (known(token)) document.moved.insert(snapshot.identity[std::size_t(token)], by);
    if (!known(saved.pin.query)) return;
    Pin pin;
    pin.query = snapshot.identity[std::size_t(saved.pin.query)];
    if (saved.pin.isEdge() && !known(saved.pin.key)) return;
    if (saved.pin.isEdge()) pin.key = snapshot.identity[std::size_t(saved.pin.key)];
    if (saved.pin.isEdge() && saved.pin.slot >= 0 && saved.pin.slot < int(document.heads.size()))
        pin.head = document.heads[std::size_t(saved.pin.slot)];
    document.pin = pin;
}

QByteArray encodeSession(const SavedSession& saved) {
    QJsonObject root{{QStringLiteral("mayfly"), version},
                     {QStringLiteral("model"), saved.model},
                     {QStringLiteral("text"), saved.text},
                     {QStringLiteral("view"), QLatin1String(view::nameOf(saved.view))},
                     {QStringLiteral("layout"), QLatin1String(graph::nameOf(saved.layout))},
                     {QStringLiteral("topMass"), saved.topMass},
                     {QStringLiteral("hideFirst"), saved.hideFirst},
                     {QStringLiteral("wholeWords"), saved.wholeWords},
                     {QStringLiteral("quantity"), QLatin1String(matrix::nameOf(saved.matrix.quantity))},
                     {QStringLiteral("marks"), QLatin1String(matrix::nameOf(saved.matrix.marks))},
                     {QStringLiteral("transpose"), saved.matrix.transpose},
                     {QStringLiteral("depth"), saved.depth}};
    if (saved.compare != compare::Mode::Off) root[QStringLiteral("compare")] = QLatin1String(compare::nameOf(saved.compare));
    if (saved.kept) root[QStringLiteral("before")] = *saved.kept;
    QJsonArray heads;
    for (const mayfly::HeadIndex head : saved.heads) heads.append(QString::fromStdString(mayfly::toString(head)));
    root[QStringLiteral("heads")] = heads;
    if (!saved.pin.isNone()) {
        QJsonObject pin{{QStringLiteral("query"), saved.pin.query}};
        if (saved.pin.isEdge()) pin[QStringLiteral("key")] = saved.pin.key;
        if (saved.pin.slot >= 0) pin[QStringLiteral("head")] = saved.pin.slot;
        root[QStringLiteral("pin")] = pin;
    }
    QJsonArray moved;
    for (const auto& [token, by] : saved.moved)
        moved.append(QJsonObject{
            {QStringLiteral("token"), token}, {QStringLiteral("x"), by.x()}, {QStringLiteral("y"), by.y()}});
    if (!moved.isEmpty()) root[QStringLiteral("moved")] = moved;
    // Qt drops a U+FEFF that a string begins with when it reads it, but not one that is escaped.
    return QJsonDocument(root).toJson().replace("\xEF\xBB\xBF", "\\ufeff");
}

SavedSession decodeSession(const QByteArray& bytes, const QString& file) {
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError || !json.isObject() ||
        !json.object().contains(QLatin1String("mayfly")))
        refuseAsNoSession(file);
    const Members members(json.object(), file);
    const QJsonValue format = json.object()[QLatin1String("mayfly")];
    if (format.toInt() != version)
        refuse(mayfly::ErrorKind::Unsupported,
               Words::tr("%1 was saved by another version of Mayfly (format %2, this one reads %3).")
                   .arg(file, format.isDouble() ? QString::number(format.toDouble()) : QStringLiteral("?"))
                   .arg(version));
    SavedSession saved;
    saved.model = members.text("model", QStringLiteral("built-in"));
    saved.text = readText(members, "text", file);
    saved.heads = readHeads(members);
    saved.view = readName(members, "view", "graph", view::kindNamed);
    saved.layout = readName(members, "layout", "arc", graph::layoutNamed);
    saved.topMass = members.count("topMass", 1, 100, 90);
    saved.hideFirst = members.flag("hideFirst");
    saved.wholeWords = members.flag("wholeWords");
    saved.matrix.quantity = readName(members, "quantity", "weight", matrix::quantityNamed);
    saved.matrix.marks = readName(members, "marks", "heat", matrix::marksNamed);
    saved.matrix.transpose = members.flag("transpose");
    saved.depth = members.count("depth", -1, mostTokens, -1);
    saved.pin = readPin(members);
    saved.moved = readMoved(members, file);
    saved.compare = readName(members, "compare", "off", compare::modeNamed);
    if (members.has("before")) saved.kept = readText(members, "before", file);
    return saved;
}

void writeSession(const SavedSession& saved, const QString& file) {
    saving::writeWhole(file, encodeSession(saved));
}

SavedSession readSession(const QString& file) {
    // A pipe or a device would keep the window waiting.
    if (const QFileInfo info(file); info.exists() && !info.isFile()) refuseAsNoSession(file);
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        refuse(mayfly::ErrorKind::NotFound, Words::tr("%1 cannot be read: %2.").arg(file, in.errorString()));
    if (in.size() > largestFile) refuseAsNoSession(file);
    return decodeSession(in.readAll(), file);
}
