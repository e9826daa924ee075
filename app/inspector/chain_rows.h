#pragma once

#include "app/snapshot/snapshot.h"
#include "engine/reading/chain.h"

#include <QByteArray>
#include <QString>

#include <vector>

/// One line of the inspector.
struct ChainRow {
    enum class Kind {
        Step,      ///< of the chain
        Result,    ///< what a step comes to, or what the chain leads to
        Cancelled, ///< a part of the dot that softmax leaves out
    };

    QString name;
    QString value;       ///< as it is shown, in the user's locale; the shown ones multiply and add up
    QByteArray exact;    ///< with 9 digits, for the clipboard; empty for what is no number
    QString explanation;
    Kind kind = Kind::Step;
};

/// From q·k to the weight.
std::vector<ChainRow> softmaxRows(const Snapshot& snapshot, const mayfly::Chain& chain);
/// What else there is to know of the pair: lengths and angle, the score the other way round, what travels. An asymmetry
/// that is still awaited has its place already.
std::vector<ChainRow> geometryRows(const Snapshot& snapshot, const mayfly::Chain& chain, bool awaited = false);
/// The four parts of the dot; none where there are no biases.
std::vector<ChainRow> partRows(const mayfly::Chain& chain);
