#pragma once

#include "app/command/trace_choice.h"
#include "app/snapshot/snapshot.h"

namespace command {

/// Writes a trace as JSON, a row at a time, so that memory does not grow with T². A number that JSON cannot say (NaN or
/// infinite, from broken weights) is null. An empty text has no attention.
void writeTraceJson(const Snapshot& snapshot, const TraceChoice& choice, const Sink& sink);

/// Appends a JSON string with its quotes; ill-formed UTF-8 becomes U+FFFD.
void appendJsonString(std::string& out, std::string_view bytes);

} // namespace command
