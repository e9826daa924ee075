#pragma once

#include "engine/forward/trace.h"
#include "engine/model/model.h"
#include "engine/reading/head_maps.h"
#include "engine/reading/next_tokens.h"
#include "engine/text/tokenizer.h"
#include "engine/text/words.h"

#include <QByteArray>
#include <QImage>
#include <QString>

#include <functional>
#include <memory>
#include <span>
#include <vector>

/// What the engine made of one text: the only value that crosses from its thread, immutable, so that no view can ever see
/// half of an update.
struct Snapshot {
    std::shared_ptr<const mayfly::Model> model;
    std::shared_ptr<const mayfly::Trace> trace;
    QByteArray text;                    ///< UTF-8, whole
    std::vector<mayfly::Token> tokens;  ///< T of them: those that fit the context
    std::vector<mayfly::TokenRange> words; ///< of the text, as ranges of its tokens; none where the tokens came as ids
    std::vector<QString> labels;        ///< T: as pictures show them, without the leading space
    std::vector<QString> exact;         ///< T: as they are, spaces made visible
    std::vector<quint64> identity;      ///< T: a token that an edit left alone keeps its number
    quint64 unused = 1;                 ///< the next number that no token has had
    int leftOut = 0;                    ///< tokens beyond the context, not in any of the above
    mayfly::HeadMaps maps;
    QImage sheet;                       ///< `maps` as one Indexed8 image, a row a layer: 0..255 is √weight
    std::vector<mayfly::NextToken> next;
    std::vector<QString> nextTexts;     ///< of `next`, spaces made visible
    double milliseconds = 0;            ///< from text to trace
    quint64 revision = 0;               ///< of the request that it answers

    int size() const { return int(tokens.size()); }
    /// Whether all of them are heads of the trace: a larger model's may be chosen before its first snapshot is there.
    bool hasAll(std::span<const mayfly::HeadIndex> heads) const;
    /// Whether it is one of the model's own signs, such as the end of a text, and no part of the text itself.
    bool isSpecial(int token) const;
    /// The token of that identity, or −1.
    int indexOf(quint64 id) const;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// Computes a snapshot on the calling thread. `before` of the same model is where an unchanged prefix comes from, and what
/// tokens keep their identity from; it may be null. Returns null if `giveUp` said so. Throws mayfly::Error. Nobody else has
/// it yet, so who asked may still number it.
std::shared_ptr<Snapshot> takeSnapshot(const std::shared_ptr<const mayfly::Model>& model, const QByteArray& text,
                                       const mayfly::Experiment& experiment = {}, const Snapshot* before = nullptr,
                                       const std::function<bool()>& giveUp = {});

/// The same for given ids; a token that the tokenizer has no text for has begin = end = 0.
SnapshotPtr takeSnapshot(const std::shared_ptr<const mayfly::Model>& model, std::vector<mayfly::TokenId> ids);
