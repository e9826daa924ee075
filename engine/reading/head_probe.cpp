#include "engine/reading/head_probe.h"

#include "engine/error.h"
#include "engine/model/model.h"
#include "engine/reading/larger_first.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <tuple>
#include <utility>

namespace mayfly {

namespace {

/// With a period of two, induction and previous token would be the same offset.
constexpr int shortest = 3;

/// Tokens that stand for text; every id where nobody says which do.
std::vector<TokenId> ordinaryTokens(const Model& model) {
    const Tokenizer* tokenizer = model.tokenizer();
    std::vector<TokenId> ordinary;
    for (TokenId id = 0; id < model.config().vocab; ++id) {
        const bool text = tokenizer == nullptr || (tokenizer->knows(id) && !tokenizer->isSpecial(id));
        if (text) ordinary.push_back(id);
    }
    return ordinary;
}

/// What the tokenizer puts before (BOS) and after a text, by a text of one letter.
std::pair<std::vector<TokenId>, std::vector<TokenId>> frameOf(const Tokenizer* tokenizer) {
    if (tokenizer == nullptr) return {};
    std::pair<std::vector<TokenId>, std::vector<TokenId>> frame;
    bool seen = false;
    for (const Token& token : tokenizer->encode("a")) {
        const bool added = token.begin == token.end;
        if (added) (seen ? frame.second : frame.first).push_back(token.id);
        seen = seen || !added;
    }
    return frame;
}

/// The first `count` of a shuffle. Written out, since the standard leaves its own shuffle to the library.
std::vector<TokenId> draw(std::vector<TokenId> from, int count, int seed) {
    std::mt19937_64 random(std::uint64_t(seed) + 1);
    for (std::size_t i = 0; i < std::size_t(count); ++i)
        std::swap(from[i], from[i + std::size_t(random() % (from.size() - i))]);
    from.resize(std::size_t(count));
    return from;
}

bool isBefore(const ScoredHead& a, const ScoredHead& b) {
    const std::weak_ordering order = largerFirst(a.score, b.score);
    return order != 0 ? order < 0 : a.head < b.head;
}

} // namespace

bool HeadProbe::has(HeadIndex head) const {
    if (head.layer < 0 || head.layer >= layers || head.head < 0 || head.head >= heads) return false;
    return std::all_of(scoreFields.begin(), scoreFields.end(),
                       [&](const ScoreField& field) { return std::isfinite(of(head).*field.value); });
}

HeadProber::HeadProber(const Model& model) : m_model(model), m_ordinary(ordinaryTokens(model)) {
    std::tie(m_before, m_after) = frameOf(model.tokenizer());
    const Config& config = model.config();
    const int room = config.context - int(m_before.size()) - int(m_after.size());
    const int length = std::min({period, int(m_ordinary.size()), room / repeats});
    if (length < shortest)
        throw Error(ErrorKind::OutOfRange, "the heads of " + model.name() + " cannot be probed: it takes " +
                                               std::to_string(config.context) + " tokens of " +
                                               std::to_string(m_ordinary.size()) + " ordinary ones, and " +
                                               std::to_string(shortest) + " different ones have to be said " +
                                               std::to_string(repeats) + " times over.");
    m_sums = {config.layers, config.heads, length, repeats, seeds, {}};
    m_sums.scores.resize(std::size_t(config.layers) * std::size_t(config.heads));
}

std::vector<TokenId> HeadProber::sequence(int pass) const {
    const std::vector<TokenId> once = draw(m_ordinary, m_sums.period, pass);
    std::vector<TokenId> ids = m_before;
    for (int i = 0; i < repeats; ++i) ids.insert(ids.end(), once.begin(), once.end());
    ids.insert(ids.end(), m_after.begin(), m_after.end());
    return ids;
}

bool HeadProber::step(const GiveUp& giveUp) {
    if (m_done == passes()) return true;
    const auto trace = forward(m_model, sequence(m_done), {}, nullptr, giveUp);
    if (!trace) return false;
    for (int h = 0; h < int(m_sums.scores.size()); ++h) {
        const HeadIndex head{h / m_sums.heads, h % m_sums.heads};
        const HeadScores scores =
            scoreHead(*trace, head, int(m_before.size()), m_sums.period, int(m_after.size()));
        for (const ScoreField& field : scoreFields)
            m_sums.scores[std::size_t(h)].*field.value += scores.*field.value;
    }
    ++m_done;
    return true;
}

HeadProbe HeadProber::finish() const {
    HeadProbe probe = m_sums;
    for (HeadScores& scores : probe.scores)
        for (const ScoreField& field : scoreFields) scores.*field.value /= float(passes());
    return probe;
}

HeadProbe probeHeads(const Model& model) {
    HeadProber prober(model);
    while (prober.done() < prober.passes()) prober.step();
    return prober.finish();
}

std::vector<ScoredHead> sortedBy(const HeadProbe& probe, float HeadScores::*score) {
    std::vector<ScoredHead> sorted;
    for (int layer = 0; layer < probe.layers; ++layer)
        for (int head = 0; head < probe.heads; ++head)
            sorted.push_back({{layer, head}, probe.of({layer, head}).*score});
    std::sort(sorted.begin(), sorted.end(), isBefore);
    return sorted;
}

std::optional<ScoredHead> bestOf(const HeadProbe& probe, HeadLabel label) {
    for (const ScoredHead& each : sortedBy(probe, scoreOf(label)))
        if (probe.has(each.head) && probe.label(each.head) == label) return each;
    return std::nullopt;
}

} // namespace mayfly
