#pragma once

#include "app/compare/mode.h"
#include "app/graph/layout.h"
#include "app/graph/scene.h"
#include "app/matrix/choice.h"
#include "app/snapshot/snapshot.h"
#include "app/view/kind.h"
#include "engine/forward/head_index.h"

#include <QString>

#include <optional>
#include <vector>

/// What was clicked to stay: a token, or an edge of a head. By identity, so that it survives edits elsewhere in the text.
struct Pin {
    quint64 query = 0;
    std::optional<quint64> key; ///< absent for a token
    std::optional<mayfly::HeadIndex> head; ///< of an edge

    bool operator==(const Pin&) const = default;
};

/// What is shown and how, without what refers to tokens.
struct Choices {
    QString text;
    std::vector<mayfly::HeadIndex> heads; ///< one to eight, in the order they were chosen
    view::Kind view = view::Kind::Graph;
    graph::Layout layout = graph::Layout::Arc;
    int topMass = 90; ///< percent
    bool hideFirst = false;
    bool wholeWords = false; ///< pointing at a token points at its word
    matrix::Choice matrix;
    int depth = -1; ///< where Path marks the tokens, 0 at the embedding; −1 after the last layer
    compare::Mode compare = compare::Mode::Off; ///< as it was chosen; see `Document::comparing`

    bool operator==(const Choices&) const = default;
};

/// All that undo brings back and a session file keeps, as one value.
struct Document : Choices {
    std::optional<Pin> pin;
    graph::Moved moved;
    SnapshotPtr kept; ///< the text before, of the same model; null if none is kept

    /// What is compared with these heads, this view and what is kept.
    compare::Mode comparing() const { return compare::shown(compare, view, heads.size(), kept != nullptr); }
    /// Whether the graph's own view shows it, in which it moves and can be dragged.
    bool isGraphAlone() const { return view == view::Kind::Graph && comparing() == compare::Mode::Off; }

    /// The heads in the picture: of two that are compared, no others.
    std::vector<mayfly::HeadIndex> shownHeads() const {
        return comparing() == compare::Mode::Heads ? std::vector(heads.begin(), heads.begin() + 2) : heads;
    }

    static constexpr std::size_t mostHeads = 8;

    bool operator==(const Document&) const = default;
};
