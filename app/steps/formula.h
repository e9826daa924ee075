#pragma once

#include "app/drawing/drawing.h"
#include "app/graph/compose.h"
#include "engine/reading/terms.h"

#include <QString>

#include <array>
#include <optional>

namespace steps {

/// One piece of the formula: its symbol, and the number that stands in its place for one pair.
struct Piece {
    enum class Role { Operator, Query, Key, Number };

    QString symbol;
    QString number; ///< empty if no pair is pointed out
    Role role = Role::Operator;
};

/// weight = softmax(q·k ÷ √d + mask), as the head's rule has it: a scale that is no root is multiplied by, a cap is
/// written out, and where nothing is masked there is no mask.
std::vector<Piece> formulaOf(const mayfly::Trace& trace, mayfly::HeadIndex head,
                             const std::optional<mayfly::PairReading>& pair);

/// The line of symbols from a point on, and beneath it the line of numbers, each under its symbol;
/// smaller than the font says where there is less room.
void addFormula(const std::vector<Piece>& pieces, QPointF at, double room, double font, const graph::Look& look,
                drawing::Drawing& drawing);

/// The names of the four steps: "q·k", "÷ √32", "mask", "softmax".
std::array<QString, 4> stepNames(const mayfly::Trace& trace, mayfly::HeadIndex head);

/// What a pair is at each of them.
std::array<QString, 4> stepNumbers(const mayfly::PairReading& pair);

} // namespace steps
