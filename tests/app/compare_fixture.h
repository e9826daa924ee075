#pragma once

#include "tests/app/matrix_fixture.h"

#include <vector>

/// What the tests of comparisons share.
namespace fixture {

using Ids = std::vector<mayfly::TokenId>;

/// A text of the tiny model by its ids.
inline SnapshotPtr ofIds(const Ids& ids) { return takeSnapshot(model(), ids); }

inline const Ids idsBefore{5, 6, 7, 8, 9};
/// One new token, one in the place of another.
inline const Ids idsAfter{5, 40, 6, 7, 41, 9};

inline view::Subject compared(compare::Mode mode, view::Kind kind = view::Kind::Matrix,
                              std::vector<mayfly::HeadIndex> heads = {{1, 0}}, const Ids& before = idsBefore,
                              const Ids& after = idsAfter) {
    view::Subject made = subject(ofIds(after), {}, std::move(heads), {1000, 600});
    made.kind = kind;
    made.compare = mode;
    made.topMass = 1;
    if (compare::isOfTexts(mode)) made.before = ofIds(before);
    return made;
}

} // namespace fixture
