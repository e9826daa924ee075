#include "app/command/command_line.h"
#include "app/command/input.h"
#include "app/command/output.h"
#include "app/command/reporting.h"
#include "app/command/trace_choice.h"
#include "app/inspector/chain_text.h"
#include "engine/reading/asymmetry.h"

namespace command {

int run(const Explain& request) {
    return reporting([&] {
        const auto model = openModel(request.model);
        requireHeads(model->config(), {request.head});
        const SnapshotPtr snapshot = compute(model, request.input);
        for (const int token : {request.query, request.key}) requireToken(token, snapshot->size());
        mayfly::Chain chain =
            mayfly::readChain(*snapshot->trace, *model, request.head, request.query, request.key);
        chain.asymmetry = mayfly::asymmetry(*snapshot->trace, request.head);
        Output output(QStringLiteral("-"));
        const auto print = request.latex ? chaintext::latex : chaintext::plain;
        output.write(print(*snapshot, chain, request.terms).toStdString());
        output.commit();
    });
}

} // namespace command
