#pragma once

#include "engine/forward/forward.h"
#include "engine/reading/head_scores.h"

#include <optional>
#include <vector>

namespace mayfly {

/// What every head of a model did when it was probed.
struct HeadProbe {
    int layers = 0;
    int heads = 0;
    int period = 0;  ///< L: different tokens, said `repeats` times over
    int repeats = 0;
    int seeds = 0;   ///< sequences: the scores are means over them
    std::vector<HeadScores> scores; ///< L × H

    const HeadScores& of(HeadIndex head) const { return scores[std::size_t(head.layer * heads + head.head)]; }
    HeadLabel label(HeadIndex head) const { return labelOf(of(head)); }
    /// Whether there is such a head and something can be said of it: its scores are numbers, unless the weights are not.
    bool has(HeadIndex head) const;
    bool operator==(const HeadProbe&) const = default;
};

/// A head of a probe and one of its scores.
struct ScoredHead {
    HeadIndex head;
    float score = 0;

    bool operator==(const ScoredHead&) const = default;
};

/// All heads by one score, the largest first, ties to the earlier head; what is not a number comes last.
std::vector<ScoredHead> sortedBy(const HeadProbe& probe, float HeadScores::*score);

/// The head with the largest score of those that have a label; none if no head has it.
std::optional<ScoredHead> bestOf(const HeadProbe& probe, HeadLabel label);

/// Finds out what a model's heads do, on random tokens that mean nothing: three sequences from fixed seeds, each of 25
/// different ordinary tokens said three times over, so that a head which finds the earlier occurrence is told from one
/// that understands the text. A shorter context or vocabulary shortens the period. What the tokenizer puts around a text,
/// such as BOS, stands around the whole, and offsets do not count it. The same model gives the same scores, always.
///
/// A pass at a time, so that it can be put aside and taken up again where it was.
class HeadProber {
public:
    static constexpr int period = 25, repeats = 3, seeds = 3;

    /// Keeps a reference. Throws Error (OutOfRange) if context or vocabulary has no room for a period of three.
    explicit HeadProber(const Model& model);

    int passes() const { return seeds; }
    int done() const { return m_done; } ///< passes finished
    /// One more pass. False if given up, and then nothing has changed.
    bool step(const GiveUp& giveUp = {});
    /// Means over the passes; all of them must be done.
    HeadProbe finish() const;

    /// The tokens of a pass, 0 ≤ pass < seeds.
    std::vector<TokenId> sequence(int pass) const;

private:
    const Model& m_model;
    std::vector<TokenId> m_ordinary; ///< what is drawn from
    std::vector<TokenId> m_before, m_after;
    HeadProbe m_sums;
    int m_done = 0;
};

/// All passes at once.
HeadProbe probeHeads(const Model& model);

} // namespace mayfly
