#pragma once

#include "app/command/trace_choice.h"
#include "app/snapshot/snapshot.h"

namespace command {

/// Writes a trace as comma-separated values, quoted as RFC 4180 has it, after a line of names: one line for each head
/// and pair of tokens, masked ones too. Lines end in a line feed. An empty text leaves the names alone.
void writeTraceCsv(const Snapshot& snapshot, const TraceChoice& choice, const Sink& sink);

/// A field, in quotes where it needs them.
std::string csvField(std::string_view text);

} // namespace command
