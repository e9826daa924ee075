#pragma once

#include "app/snapshot/snapshot.h"
#include "engine/reading/chain.h"

#include <QByteArray>

#include <optional>

/// The chain of one weight as text that is the same in every language and locale: what mayfly explain prints, and what the
/// inspector copies.
namespace chaintext {

/// "name = value", a line a quantity. The largest `terms` of the dot, all of them if absent; `rest` is what the printed
/// dot needs beyond the printed terms, so that they add up to the last digit. What a model has not is not there.
QByteArray plain(const Snapshot& snapshot, const mayfly::Chain& chain, std::optional<int> terms);

/// The same as LaTeX: an align* of amsmath, in which the chain is written out with its numbers.
QByteArray latex(const Snapshot& snapshot, const mayfly::Chain& chain, std::optional<int> terms);

/// A number with 9 significant digits, which tell every float from every other.
QByteArray number(double value);
/// The text of a token in quotes, on one line: quotes, backslashes, control characters and what changes the direction of
/// writing are escaped as in JSON.
QByteArray quotedToken(const Snapshot& snapshot, int token);

/// The largest terms as they are printed, and what is missing to the printed dot.
struct PrintedTerms {
    QByteArrayList terms;
    QByteArray rest;
};
PrintedTerms printedTerms(const mayfly::PairReading& pair, std::optional<int> terms);

} // namespace chaintext
