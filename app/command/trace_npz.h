#pragma once

#include "app/command/trace_choice.h"
#include "app/snapshot/snapshot.h"

#include <QString>

namespace command {

/// Writes a trace as NumPy's archive of arrays, uncompressed, for T tokens and n heads of size d:
///
///     ids i4[T]   layer, head i4[n]   scale f4[n]   dot, weight f4[n, T, T]   and with vectors q, k, v f4[n, T, d]
///
/// n is 0 for an empty text. The file is there whole or not at all, and the same trace makes the same bytes. Rows are
/// made while they are written, so memory does not grow with T². Throws mayfly::Error naming the file and the reason.
void writeTraceNpz(const Snapshot& snapshot, const TraceChoice& choice, const QString& file);

} // namespace command
