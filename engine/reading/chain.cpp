#include "engine/reading/chain.h"

#include "engine/reading/contribution.h"

namespace mayfly {

Chain readChain(const Trace& trace, const Model& model, HeadIndex head, int query, int key) {
    Chain chain;
    chain.pair = readPair(trace, head, query, key);
    chain.parts = biasParts(trace, model, head, query, key);
    chain.contribution = contribution(trace, model, head, query, key);
    return chain;
}

} // namespace mayfly
