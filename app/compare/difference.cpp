#include "app/compare/difference.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace compare {

namespace {

using matrix::Cells;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Compare)
};

/// A reading of one side's row, or nothing where it has not the token.
std::vector<float> rowOf(const mayfly::Trace& trace, const matrix::Reading& reading, int query) {
    if (query < 0) return {};
    std::vector<float> room(static_cast<std::size_t>(trace.tokens()));
    std::vector<float> values(room.size());
    matrix::readRow(trace, reading, query, room, values);
    if (reading.hideFirst) values[0] = Cells::hidden;
    return values;
}

/// Of a pair that a text has not, as its token is new or gone.
constexpr float absent = -std::numeric_limits<float>::infinity();

float valueIn(const std::vector<float>& row, int key) {
    return row.empty() || key < 0 ? absent : row[std::size_t(key)];
}

float pairIn(const mayfly::Trace& trace, const matrix::Reading& reading, int query, int key) {
    return query < 0 || key < 0 ? absent : matrix::valueOf(trace, reading, query, key);
}

float shownOr(float value, float otherwise) { return value == absent ? otherwise : value; }

} // namespace

Difference::Difference(SnapshotPtr before, SnapshotPtr after, matrix::Reading reading)
    : m_before(std::move(before)), m_after(std::move(after)), m_reading(std::move(reading)),
      m_matching(match(m_before->trace->ids(), m_after->trace->ids())) {}

float Difference::combined(float before, float after) const {
    if (before == Cells::hidden || after == Cells::hidden) return Cells::hidden;
    const auto isNumber = [](float value) { return value != absent && value != Cells::masked; };
    const bool weights = m_reading.quantity == matrix::Quantity::Weight;
    if (isNumber(before) && isNumber(after)) return after - before;
    if (weights && isNumber(before)) return -before;
    if (weights && isNumber(after)) return after;
    const bool masked = before == Cells::masked || after == Cells::masked;
    return masked ? Cells::masked : Cells::hidden;
}

void Difference::readRow(int query, std::vector<float>& values) const {
    const MatchedToken& from = m_matching.tokens[std::size_t(query)];
    const std::vector<float> before = rowOf(*m_before->trace, m_reading, from.before);
    const std::vector<float> after = rowOf(*m_after->trace, m_reading, from.after);
    for (std::size_t key = 0; key < values.size(); ++key) {
        const MatchedToken& to = m_matching.tokens[key];
        values[key] = combined(valueIn(before, to.before), valueIn(after, to.after));
    }
}

Change Difference::changeOf(const matrix::Reading& reading, int query, int key) const {
    const MatchedToken& from = m_matching.tokens[std::size_t(query)];
    const MatchedToken& to = m_matching.tokens[std::size_t(key)];
    const float before = pairIn(*m_before->trace, reading, from.before, to.before);
    const float after = pairIn(*m_after->trace, reading, from.after, to.after);
    return {shownOr(before, Cells::hidden), shownOr(after, Cells::hidden), combined(before, after)};
}

Change Difference::at(int query, int key) const { return changeOf(m_reading, query, key); }

Change Difference::at(int query, int key, mayfly::HeadIndex head) const {
    matrix::Reading alone = m_reading;
    alone.heads = {head};
    return changeOf(alone, query, key);
}

QString Difference::label(int place) const {
    const MatchedToken& token = m_matching.tokens[std::size_t(place)];
    if (token.isNew()) return u'+' + m_after->labels[std::size_t(token.after)];
    const QString& before = m_before->labels[std::size_t(token.before)];
    if (token.isGone()) return u'\u2212' + before;
    return token.changed ? before + u'/' + m_after->labels[std::size_t(token.after)] : before;
}

std::vector<QString> Difference::labels() const {
    std::vector<QString> labels;
    for (int place = 0; place < size(); ++place) labels.push_back(label(place));
    return labels;
}

QString Difference::summary() const {
    const auto count = [this](auto is) { return int(std::count_if(m_matching.tokens.begin(), m_matching.tokens.end(), is)); };
    const int added = count([](const MatchedToken& token) { return token.isNew(); });
    const int gone = count([](const MatchedToken& token) { return token.isGone(); });
    const int changed = count([](const MatchedToken& token) { return token.changed; });
    QStringList parts;
    if (added > 0) parts.append(Words::tr("%n token(s) new (+)", nullptr, added));
    if (gone > 0) parts.append(Words::tr("%n gone (\u2212)", nullptr, gone));
    if (changed > 0) parts.append(Words::tr("%n in another\u2019s place (/)", nullptr, changed));
    return parts.isEmpty() ? Words::tr("both texts are the same") : parts.join(QStringLiteral(", "));
}

} // namespace compare
