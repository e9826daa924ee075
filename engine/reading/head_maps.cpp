#include "engine/reading/head_maps.h"

#include "engine/reading/weight_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace mayfly {

namespace {

int cellFor(int tokens) {
    int cell = 1;
    while (cell * HeadMaps::largestSide < tokens) cell *= 2;
    return cell;
}

int cellStart(int token, int cell) { return token / cell * cell; }

/// Raises cells to others, where these are larger.
void raiseTo(const std::uint8_t* others, int count, std::uint8_t* cells) {
    for (int i = 0; i < count; ++i) cells[i] = std::max(cells[i], others[i]);
}

/// None for what is no number, as weights of a damaged model are.
std::uint8_t levelOf(float weight) {
    return weight > 0 ? std::uint8_t(255 * std::sqrt(std::min(weight, 1.0F)) + 0.5F) : std::uint8_t(0);
}

void raiseShared(std::uint8_t& cell, std::uint8_t level) {
    const std::atomic_ref<std::uint8_t> shared(cell);
    std::uint8_t old = shared.load(std::memory_order_relaxed);
    while (old < level && !shared.compare_exchange_weak(old, level, std::memory_order_relaxed)) {}
}

/// The largest weight of each key in `count` rows from row `first` on, in the place of that row. Returns the keys that any of
/// them sees: later rows see keys that begin and end later.
KeyRange foldRows(const FreshWeights& weights, int first, int count) {
    float* largest = weights.exponentials + std::size_t(first) * weights.step;
    KeyRange keys;
    for (int r = first; r < first + count; ++r) {
        const int i = weights.first + r;
        const KeyRange seen{weights.rule.first(i), weights.rule.visible(i, weights.tokens)};
        const float* row = weights.exponentials + std::size_t(r) * weights.step;
        const float inverse = 1.0F / weights.sums[r];
        if (r == first) {
            keys = seen;
            for (int j = seen.first; j < seen.end; ++j) largest[j] *= inverse;
            continue;
        }
        for (; keys.end < seen.end; ++keys.end) largest[keys.end] = 0;
        for (int j = seen.first; j < seen.end; ++j) largest[j] = std::max(largest[j], row[j] * inverse);
    }
    return keys;
}

} // namespace

HeadMapping::HeadMapping(const TraceLayout& layout, bool causal, int tokens, const HeadMaps* before, int unchanged)
    : m_firstSeen(tokens) {
    m_maps.layers = layout.layers;
    m_maps.heads = layout.heads;
    m_maps.tokens = tokens;
    m_maps.cell = cellFor(tokens);
    m_maps.side = (tokens + m_maps.cell - 1) / m_maps.cell;
    m_maps.levels.assign(std::size_t(maps()) * std::size_t(m_maps.side * m_maps.side), 0);
    m_maps.singles.assign(std::size_t(maps()) * std::size_t(m_maps.cell * m_maps.side), 0);
    m_maps.firstSingle = m_maps.lastCells();
    if (!causal || before == nullptr) return;
    m_firstStale = firstStaleRow(*before, unchanged);
    if (m_firstStale > m_maps.lastCells() && m_maps.lastCells() < before->firstSingle) m_maps.firstSingle = m_firstStale;
    for (int map = 0; map < maps(); ++map) {
        takeCells(*before, map, m_firstStale);
        takeSingles(*before, map, m_firstStale);
    }
}

std::uint8_t* HeadMapping::cellsOf(int map, int token) {
    return m_maps.levels.data() + std::size_t(map * m_maps.side + token / m_maps.cell) * std::size_t(m_maps.side);
}

std::uint8_t* HeadMapping::single(int map, int token) {
    return m_maps.singles.data() + m_maps.singleAt(map, token);
}

/// The first token whose row has to be looked at anew: those before it are in the maps of before. A cell that holds a row which
/// the text no longer has, and whose rows nobody kept, is made anew whole.
int HeadMapping::firstStaleRow(const HeadMaps& before, int unchanged) const {
    if (before.cell != m_maps.cell || before.layers != m_maps.layers || before.heads != m_maps.heads) return 0;
    const int same = std::min({unchanged, before.tokens, m_maps.tokens});
    const int start = cellStart(same, m_maps.cell);
    return same == before.tokens || start >= before.firstSingle ? same : start;
}

/// Takes the cells of the rows before `end` from a map before.
void HeadMapping::takeCells(const HeadMaps& before, int map, int end) {
    // A causal row ends at its own cell, so the narrower of two maps holds all of it.
    const int columns = std::min(before.side, m_maps.side);
    const std::uint8_t* from = before.levels.data() + std::size_t(map * before.side) * std::size_t(before.side);
    const bool single = cellStart(end, m_maps.cell) >= before.firstSingle;
    const int whole = single ? cellStart(end, m_maps.cell) : end;
    for (int i = 0; i < whole; i += m_maps.cell, from += before.side) std::copy_n(from, columns, cellsOf(map, i));
    for (int i = whole; i < end; ++i) raiseTo(before.singles.data() + before.singleAt(map, i), columns, cellsOf(map, i));
}

/// Takes the single rows before `end`, if this text ends within the same cells.
void HeadMapping::takeSingles(const HeadMaps& before, int map, int end) {
    const int first = m_maps.lastCells();
    for (int i = first; i < end && first >= before.firstSingle; ++i)
        std::copy_n(before.singles.data() + before.singleAt(map, i), std::min(before.side, m_maps.side), single(map, i));
}

void HeadMapping::look(const FreshWeights& weights) noexcept {
    int first = m_firstSeen.load(std::memory_order_relaxed);
    while (weights.first < first && !m_firstSeen.compare_exchange_weak(first, weights.first, std::memory_order_relaxed)) {}
    const int map = weights.head.layer * m_maps.heads + weights.head.head;
    for (int r = 0, count = 0; r < weights.rows; r += count) {
        const int i = weights.first + r;
        const bool last = i >= m_maps.lastCells();
        count = last ? 1 : std::min(m_maps.cell - i % m_maps.cell, weights.rows - r);
        const KeyRange keys = foldRows(weights, r, count);
        raise(weights.exponentials + std::size_t(r) * weights.step, keys, last ? single(map, i) : cellsOf(map, i));
    }
}

/// Raises a row of cells to the largest of their keys.
void HeadMapping::raise(const float* largest, KeyRange keys, std::uint8_t* cells) const {
    // Of a long text several blocks of rows, which threads have at once, lie in one row of cells.
    const bool shared = m_maps.cell > TraceLayout::rows;
    cells += keys.first / m_maps.cell;
    for (int j = keys.first, end = j - j % m_maps.cell; j < keys.end; j = end, ++cells) {
        end = std::min(end + m_maps.cell, keys.end);
        const std::uint8_t level = levelOf(*std::max_element(largest + j, largest + end));
        if (shared)
            raiseShared(*cells, level);
        else
            *cells = std::max(*cells, level);
    }
}

HeadMaps HeadMapping::finish(const Trace& trace) {
    const int end = m_firstSeen.load(std::memory_order_relaxed);
    // A short text is read sooner than a second thread wakes.
    [[maybe_unused]] const std::int64_t pairs = std::int64_t(maps()) * std::max(end - m_firstStale, 0) * m_maps.tokens;
#pragma omp parallel for schedule(dynamic) if (pairs > (1 << 16))
    for (int h = 0; h < maps(); ++h) readRows(trace, {h / m_maps.heads, h % m_maps.heads}, end);
    for (int h = 0; h < maps(); ++h)
        for (int i = m_maps.firstSingle; i < m_maps.tokens; ++i) raiseTo(single(h, i), m_maps.side, cellsOf(h, i));
    return std::move(m_maps);
}

/// Looks at those rows of a head that are neither in the maps before nor have been seen, which begin at `end`.
void HeadMapping::readRows(const Trace& trace, HeadIndex head, int end) {
    if (m_firstStale >= end) return;
    static constexpr auto ones = [] {
        std::array<float, TraceLayout::rows> sums{};
        sums.fill(1);
        return sums;
    }();
    WeightRows room(trace);
    for (int first = m_firstStale, count = 0; first < end; first += count) {
        count = std::min(TraceLayout::rows - first % TraceLayout::rows, end - first);
        look({.head = head,
              .rule = trace.rule(head.layer),
              .tokens = trace.tokens(),
              .first = first,
              .rows = count,
              .exponentials = room.read(head, first, count),
              .step = room.step(),
              .sums = ones.data()});
    }
}

HeadMaps mapHeads(const Trace& trace, const HeadMaps* before, int unchanged) {
    const bool causal = trace.layers() > 0 && trace.rule(0).causal;
    return HeadMapping(trace.layout(), causal, trace.tokens(), before, unchanged).finish(trace);
}

} // namespace mayfly
