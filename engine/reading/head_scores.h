#pragma once

#include "engine/forward/trace.h"

#include <array>
#include <optional>
#include <string_view>

namespace mayfly {

/// What one head did with a sequence of L different tokens that was said several times over. Every score is a mean over
/// the queries of the second repeat and those after it; weights are 0..1. Numbers of broken weights stay what they are.
struct HeadScores {
    float previous = 0;     ///< weight on the token before: offset −1
    float induction = 0;    ///< weight on what followed last time: offset 1 − L (Elhage et al. 2021, Olsson et al. 2022)
    float duplicate = 0;    ///< weight on the same token last time: offset −L (Wang et al. 2022)
    float current = 0;      ///< weight on itself: offset 0
    float next = 0;         ///< weight on the token after: offset +1; 0 in a causal model, which cannot see it
    float first = 0;        ///< weight on token 0, where attention goes to rest: a sink (Xiao et al. 2023)
    float local = 0;        ///< weight on the four nearest tokens before and at the query; after it too, where it is seen
    float evenLocal = 0;    ///< `local` of a head that spreads its attention evenly over what it may see
    float meanDistance = 0; ///< Σ_j weight_ij |i − j|, tokens
    float entropy = 0;      ///< −Σ_j weight_ij ln weight_ij, nats

    bool operator==(const HeadScores&) const = default;
};

/// A score and its name in files.
struct ScoreField {
    std::string_view name;
    float HeadScores::*value;
};

/// All of them, in the order of the columns.
inline constexpr std::array<ScoreField, 10> scoreFields{{{"previous", &HeadScores::previous},
                                                        {"induction", &HeadScores::induction},
                                                        {"duplicate", &HeadScores::duplicate},
                                                        {"current", &HeadScores::current},
                                                        {"next", &HeadScores::next},
                                                        {"first", &HeadScores::first},
                                                        {"local", &HeadScores::local},
                                                        {"even_local", &HeadScores::evenLocal},
                                                        {"mean_distance", &HeadScores::meanDistance},
                                                        {"entropy", &HeadScores::entropy}}};

/// What a head is said to do. The first five look at one offset; the others are what is left.
enum class HeadLabel { Previous, Induction, Duplicate, Current, Next, Sink, Local, Broad };

inline constexpr int headLabels = 8;

/// From this weight on, a head that looks at one offset more than at any other is named for it.
inline constexpr float labelThreshold = 0.4F;
/// From this weight on, a head is a sink, or local: more than half of its attention.
inline constexpr float majority = 0.5F;

/// One label, whose claim the scores bear out: the largest of previous, induction, duplicate, current and next if it is
/// at least `labelThreshold` and not less than `first`; otherwise Sink if `first` is at least `majority`; otherwise Local
/// if `local` is, and is twice what an even spread has there, since among a few tokens all are near; otherwise Broad, which
/// claims nothing. Ties go to the earlier in this order. Scores that are not numbers are never reached.
HeadLabel labelOf(const HeadScores& scores);

/// The score that a label speaks of; `local` for Broad, of which it is the contrary.
float HeadScores::*scoreOf(HeadLabel label);

/// "previous", "induction", ... as files and tables have it.
std::string_view nameOf(HeadLabel label);

/// The scores of one head. `lead` tokens (such as BOS) come before the first repeat of `period` tokens; `trail` come after
/// the last. A trace without a second repeat has only zeros.
HeadScores scoreHead(const Trace& trace, HeadIndex head, int lead, int period, int trail = 0);

} // namespace mayfly
