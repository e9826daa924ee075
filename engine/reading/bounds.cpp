#include "engine/reading/bounds.h"

#include "engine/error.h"

namespace mayfly {

void requireHead(const Trace& trace, HeadIndex head) {
    if (!trace.has(head))
        throw Error(ErrorKind::OutOfRange, "there is no head " + toString(head) + ": this model has " +
                                               std::to_string(trace.layers()) + " layers of " +
                                               std::to_string(trace.heads()) + " heads, counted from 0.");
}

void requireToken(const Trace& trace, int token) {
    if (token < 0 || token >= trace.tokens())
        throw Error(ErrorKind::OutOfRange, "there is no token " + std::to_string(token) + ": the text has " +
                                               std::to_string(trace.tokens()) + ", counted from 0.");
}

} // namespace mayfly
