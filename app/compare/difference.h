#pragma once

#include "app/compare/matching.h"
#include "app/matrix/cells.h"
#include "app/snapshot/snapshot.h"

#include <QString>

namespace compare {

/// One pair in two texts: numbers, or as `matrix::Cells` has what is none.
struct Change {
    float before = matrix::Cells::hidden;
    float after = matrix::Cells::hidden;
    float difference = matrix::Cells::hidden; ///< after − before
};

/// What a reading of one text has more or less than that of another, over the tokens of both. A weight that is not there,
/// since its token is new, gone or masked, counts as 0: a new edge is gained whole. Scores know no such 0: only pairs that
/// both texts have are compared. Of several heads, the mean.
class Difference {
public:
    /// Both of one model, whose heads the reading has.
    Difference(SnapshotPtr before, SnapshotPtr after, matrix::Reading reading);

    const Snapshot& before() const { return *m_before; }
    const Snapshot& after() const { return *m_after; }
    const matrix::Reading& reading() const { return m_reading; }
    const Matching& matching() const { return m_matching; }
    int size() const { return m_matching.size(); } ///< T of both

    /// Of a query over all keys, places in `matching()`; `values` holds `size()`. O(heads T d).
    void readRow(int query, std::vector<float>& values) const;
    /// O(heads d)
    Change at(int query, int key) const;
    /// The same of one head alone.
    Change at(int query, int key, mayfly::HeadIndex head) const;

    /// A token as pictures show it: "+new", "−gone", "old/new" in its place.
    QString label(int place) const;
    std::vector<QString> labels() const;
    /// "1 token new, 2 gone, 1 in the place of another", or that nothing has changed.
    QString summary() const;

private:
    float combined(float before, float after) const;
    Change changeOf(const matrix::Reading& reading, int query, int key) const;

    SnapshotPtr m_before, m_after;
    matrix::Reading m_reading;
    Matching m_matching;
};

} // namespace compare
