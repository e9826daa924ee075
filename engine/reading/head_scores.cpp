#include "engine/reading/head_scores.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <vector>

namespace mayfly {

namespace {

constexpr int nearest = 4; ///< tokens, the query among them

constexpr std::array offsetLabels{HeadLabel::Previous, HeadLabel::Induction, HeadLabel::Duplicate, HeadLabel::Current,
                                  HeadLabel::Next};

/// Share of the tokens seen from query i that are among the nearest.
float nearShare(const ScoreRule& rule, int i, int tokens) {
    const int first = rule.first(i);
    const int end = rule.visible(i, tokens);
    const int near = std::min(i + nearest, end) - std::max(i - nearest + 1, first);
    return float(near) / float(end - first);
}

/// Adds one query's row to the sums.
void addRow(const std::vector<float>& row, int i, int period, HeadScores& sums) {
    const auto at = [&](int j) { return j >= 0 && j < int(row.size()) ? row[std::size_t(j)] : 0.0F; };
    sums.previous += at(i - 1);
    sums.induction += at(i + 1 - period);
    sums.duplicate += at(i - period);
    sums.current += at(i);
    sums.next += at(i + 1);
    sums.first += at(0);
    for (int j = 0; j < int(row.size()); ++j) {
        const float weight = at(j);
        const int distance = std::abs(i - j);
        if (distance < nearest) sums.local += weight;
        sums.meanDistance += weight * float(distance);
        if (weight != 0) sums.entropy -= weight * std::log(weight); // a NaN goes on
    }
}

} // namespace

HeadLabel labelOf(const HeadScores& scores) {
    HeadLabel best = HeadLabel::Previous;
    for (const HeadLabel label : offsetLabels)
        if (scores.*scoreOf(label) > scores.*scoreOf(best)) best = label;
    const float score = scores.*scoreOf(best);
    if (score >= labelThreshold && score >= scores.first) return best;
    if (scores.first >= majority) return HeadLabel::Sink;
    if (scores.local >= majority && scores.local >= 2 * scores.evenLocal) return HeadLabel::Local;
    return HeadLabel::Broad;
}

float HeadScores::*scoreOf(HeadLabel label) {
    constexpr std::array<float HeadScores::*, headLabels> scores{
        &HeadScores::previous, &HeadScores::induction, &HeadScores::duplicate, &HeadScores::current,
        &HeadScores::next,     &HeadScores::first,     &HeadScores::local,     &HeadScores::local};
    return scores[std::size_t(label)];
}

std::string_view nameOf(HeadLabel label) {
    constexpr std::array<std::string_view, headLabels> names{"previous", "induction", "duplicate", "current",
                                                             "next",     "sink",      "local",     "broad"};
    return names[std::size_t(label)];
}

HeadScores scoreHead(const Trace& trace, HeadIndex head, int lead, int period, int trail) {
    HeadScores scores;
    const int begin = lead + period;
    const int end = trace.tokens() - trail;
    if (begin >= end) return scores;
    std::vector<float> row(std::size_t(trace.tokens()));
    for (int i = begin; i < end; ++i) {
        trace.weights(head, i, row);
        addRow(row, i, period, scores);
        scores.evenLocal += nearShare(trace.rule(head.layer), i, trace.tokens());
    }
    for (const ScoreField& field : scoreFields) scores.*field.value /= float(end - begin);
    return scores;
}

} // namespace mayfly
