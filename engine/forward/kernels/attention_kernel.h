#pragma once

#include "engine/forward/kernels/functions.h"
#include "engine/forward/kernels/linear_kernel.h"
#include "engine/forward/kernels/tiles.h"
#include "engine/forward/trace_layout.h"

namespace mayfly {
namespace {

constexpr int blockRows = TraceLayout::rows;
constexpr float infinity = __builtin_huge_valf();

inline int greater(int a, int b) { return a > b ? a : b; }
inline int blockStart(int key) { return key / blockRows * blockRows; }
inline int blockEnd(int key) { return blockStart(key + blockRows - 1); }

/// The dots of `Rows` queries, d values each and one behind another, with the 32 keys of a block. A function of its own, so that
/// its loop has all registers.
template<int Rows>
[[gnu::noinline]] void tileDots(const float* queries, const float* keys, int d, float* out, std::size_t step) {
    constexpr int width = tileRegisters * laneCount;
    for (int column = 0; column < blockRows; column += width) {
        Lanes sums[Rows][tileRegisters] = {};
        for (int x = 0; x < d; ++x) {
            Lanes key[tileRegisters];
            for (int c = 0; c < tileRegisters; ++c) key[c] = load(keys + x * blockRows + column + c * laneCount);
            for (int r = 0; r < Rows; ++r)
                for (int c = 0; c < tileRegisters; ++c) sums[r][c] += queries[r * d + x] * key[c];
        }
        for (int r = 0; r < Rows; ++r)
            for (int c = 0; c < tileRegisters; ++c)
                store(out + std::size_t(r) * step + column + c * laneCount, sums[r][c]);
    }
}

template<int Rows>
inline void blockDots(int rows, const float* queries, const float* keys, int d, float* out, std::size_t step) {
    int r = 0;
    for (; r + Rows <= rows; r += Rows)
        tileDots<Rows>(queries + r * d, keys, d, out + std::size_t(r) * step, step);
    if constexpr (Rows > 1)
        if (r < rows) blockDots<Rows / 2>(rows - r, queries + r * d, keys, d, out + std::size_t(r) * step, step);
}

inline void rowDots(const float* query, Tiles keys, int d, KeyRange range, float* out) {
    for (int first = blockStart(range.first); first < range.end; first += blockRows)
        tileDots<1>(query, keys[std::size_t(first / blockRows)], d, out + first, 0);
}

inline Lanes scaledScores(Lanes dots, const ScoreRule& rule) {
    const Lanes scores = dots * rule.scale;
    return rule.cap > 0 ? rule.cap * hyperbolicTangent(scores / rule.cap) : scores;
}

/// The scores of keys from `at` on as softmax takes them.
inline Lanes seen(Lanes scores, int at, KeyRange range) {
    if (at >= range.first && at + laneCount <= range.end) return scores;
    const LaneInts key = laneNumbers() + at;
    return (key >= range.first) & (key < range.end) ? scores : all(-infinity);
}

inline RowSums exponentiate(float* dots, KeyRange range, const ScoreRule& rule) {
    const int begin = blockStart(range.first);
    const int end = blockEnd(range.end);
    if (range.first >= range.end) {
        for (int at = begin; at < end; ++at) dots[at] = 0;
        return {};
    }
    Lanes peaks = all(-infinity);
    for (int at = begin; at < end; at += laneCount) {
        const Lanes scores = seen(scaledScores(load(dots + at), rule), at, range);
        store(dots + at, scores);
        peaks = larger(peaks, scores);
    }
    const float peak = largest(peaks);
    Lanes total = {};
    for (int at = begin; at < end; at += laneCount) {
        const Lanes weights = exponential(load(dots + at) - peak);
        store(dots + at, weights);
        total += weights;
    }
    return {peak, sum(total)};
}

/// out += Σ_j factor_j v_j over some keys, of `Rows` rows and `Registers` registers of columns. A function of its own, so that
/// its loop has all registers.
template<int Rows, int Registers>
[[gnu::noinline]] void mixTile(RowsIn factors, RowsOut out, const float* values, int d, int keys) {
    Lanes sums[Rows][Registers];
    for (int r = 0; r < Rows; ++r)
        for (int c = 0; c < Registers; ++c) sums[r][c] = load(out.row(r) + c * laneCount);
    for (int j = 0; j < keys; ++j) {
        Lanes value[Registers];
        for (int c = 0; c < Registers; ++c) value[c] = load(values + j * d + c * laneCount);
        for (int r = 0; r < Rows; ++r) {
            const float factor = factors.row(r)[j];
            for (int c = 0; c < Registers; ++c) sums[r][c] += factor * value[c];
        }
    }
    for (int r = 0; r < Rows; ++r)
        for (int c = 0; c < Registers; ++c) store(out.row(r) + c * laneCount, sums[r][c]);
}

/// All d columns of `Rows` rows.
template<int Rows>
inline void mixColumns(RowsIn factors, RowsOut out, const float* values, int d, int keys) {
    int column = 0;
    for (; column + mixRegisters * laneCount <= d; column += mixRegisters * laneCount)
        mixTile<Rows, mixRegisters>(factors, out.across(column), values + column, d, keys);
    for (; column + laneCount <= d; column += laneCount)
        mixTile<Rows, 1>(factors, out.across(column), values + column, d, keys);
    for (int r = 0; r < Rows; ++r)
        for (int x = column; x < d; ++x) {
            float& sum = out.row(r)[x];
            for (int j = 0; j < keys; ++j) sum += factors.row(r)[j] * values[j * d + x];
        }
}

inline void weightedSum(const float* exponentials, float sum, Tiles values, int d, KeyRange range, float* out) {
    for (int x = 0; x < d; ++x) out[x] = 0;
    if (range.first >= range.end) return;
    for (int first = blockStart(range.first); first < range.end; first += blockRows) {
        const int begin = greater(first, range.first);
        const float* value = values[std::size_t(first / blockRows)] + (begin - first) * d;
        mixColumns<1>({exponentials + begin}, {out}, value, d, smaller(first + blockRows, range.end) - begin);
    }
    const float inverse = 1.0F / sum;
    for (int x = 0; x < d; ++x) out[x] *= inverse;
}

/// The fresh rows of one head within a block, from dots to mixed values. Each row is summed as it would be alone.
class HeadRows {
public:
    explicit HeadRows(const AttentionRows& task) : m_task(task) {
        m_begin = m_end = 0;
        for (int r = 0; r < task.rows; ++r) {
            m_ranges[r] = {task.rule.first(task.first + r), task.rule.visible(task.first + r, task.tokens)};
            m_begin = r == 0 ? m_ranges[r].first : smaller(m_begin, m_ranges[r].first);
            m_end = greater(m_end, m_ranges[r].end);
        }
        m_begin = blockStart(m_begin);
    }

    void multiply() const {
        for (int at = m_begin; at < m_end; at += blockRows)
            blockDots<tileRows>(m_task.rows, m_task.queries, m_task.keys[std::size_t(at / blockRows)], m_task.d,
                                m_task.scores + at, m_task.scoreStep);
    }

    /// Exponentials in the place of dots, and each row's peak and sum.
    void score() {
        for (int r = 0; r < m_task.rows; ++r) m_sums[r] = exponentiate(scores(r), m_ranges[r], m_task.rule);
    }

    /// Weights in the place of dots, row by row, as long as a row is in the first cache.
    void weigh() const {
        for (int r = 0; r < m_task.rows; ++r) {
            const float inverse = 1.0F / exponentiate(scores(r), m_ranges[r], m_task.rule).sum;
            for (int at = blockStart(m_ranges[r].first); at < m_ranges[r].end; at += laneCount)
                store(scores(r) + at, load(scores(r) + at) * inverse);
        }
    }

    void mix() const {
        for (int r = 0; r < m_task.rows; ++r) {
            m_task.peaks[r] = m_sums[r].peak;
            m_task.sums[r] = m_sums[r].sum;
            for (int x = 0; x < m_task.d; ++x) mixed(r)[x] = 0;
        }
        if (m_task.silent) return;
        for (int at = m_begin; at < m_end; at += blockRows) mixBlock(at);
        for (int r = 0; r < m_task.rows; ++r) {
            const float inverse = 1.0F / m_sums[r].sum;
            for (int x = 0; x < m_task.d; ++x) mixed(r)[x] *= inverse;
        }
    }

private:
    float* scores(int r) const { return m_task.scores + std::size_t(r) * m_task.scoreStep; }
    float* mixed(int r) const { return m_task.mixed.row(r); }

    /// The values of the block that begins with key `at`.
    void mixBlock(int at) const {
        int r = 0;
        for (; r + mixRows <= m_task.rows; r += mixRows) mixTogether(r, at);
        for (; r < m_task.rows; ++r) mixAlone(r, {at, at + blockRows});
    }

    /// The keys of a part of the block that row r sees.
    void mixAlone(int r, KeyRange part) const {
        const int begin = greater(part.first, m_ranges[r].first);
        const int end = smaller(part.end, m_ranges[r].end);
        if (begin < end) mixColumns<1>({scores(r) + begin}, {mixed(r)}, valueOf(begin), m_task.d, end - begin);
    }

    /// What all of some rows see at once; before and after it, what one sees and another does not.
    void mixTogether(int r, int at) const {
        KeyRange shared{at, at + blockRows};
        for (int i = r; i < r + mixRows; ++i) {
            shared.first = greater(shared.first, m_ranges[i].first);
            shared.end = smaller(shared.end, m_ranges[i].end);
        }
        if (shared.first >= shared.end) shared = {at + blockRows, at + blockRows};
        for (int i = r; i < r + mixRows; ++i) mixAlone(i, {at, shared.first});
        if (shared.first < shared.end)
            mixColumns<mixRows>({scores(r) + shared.first, m_task.scoreStep}, m_task.mixed.after(r), valueOf(shared.first),
                                m_task.d, shared.end - shared.first);
        for (int i = r; i < r + mixRows; ++i) mixAlone(i, {shared.end, at + blockRows});
    }

    const float* valueOf(int j) const {
        return m_task.values[std::size_t(j / blockRows)] + j % blockRows * m_task.d;
    }

    const AttentionRows& m_task;
    KeyRange m_ranges[blockRows];
    RowSums m_sums[blockRows];
    int m_begin; ///< of the blocks that any row sees
    int m_end;
};

inline void attend(const AttentionRows& task) {
    HeadRows rows(task);
    rows.multiply();
    rows.score();
    rows.mix();
}

inline void weigh(const AttentionRows& task) {
    const HeadRows rows(task);
    rows.multiply();
    rows.weigh();
}

inline float accumulate(const float* weights, KeyRange range, float* sums) {
    Lanes largestOf = {};
    int j = range.first;
    for (; j + laneCount <= range.end; j += laneCount) {
        const Lanes some = load(weights + j);
        store(sums + j, load(sums + j) + some);
        largestOf = larger(largestOf, some);
    }
    float most = largest(largestOf);
    for (; j < range.end; ++j) {
        sums[j] += weights[j];
        most = weights[j] > most ? weights[j] : most;
    }
    return most;
}

} // namespace
} // namespace mayfly
