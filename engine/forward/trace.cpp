#include "engine/forward/trace.h"

#include "engine/forward/kernels.h"
#include "engine/model/config.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace mayfly {

namespace {

constexpr int rows = TraceLayout::rows;

/// One vector per row, `width` values, at `offset` of a block.
std::vector<float> rowOf(const float* block, std::size_t offset, int row, int width) {
    const float* first = block + offset + std::size_t(row) * std::size_t(width);
    return {first, first + width};
}

} // namespace

Trace::Trace(const Kernels& kernels, TraceLayout layout, std::vector<TokenId> ids, std::vector<AttentionBlock> attention,
             Experiment experiment, std::vector<Block> blocks, FloatBuffer logits)
    : m_kernels(kernels), m_layout(layout), m_ids(std::move(ids)), m_attention(std::move(attention)),
      m_experiment(std::move(experiment)),
      m_blocks(std::move(blocks)), m_logits(std::move(logits)) {}

bool Trace::has(HeadIndex head) const {
    return head.layer >= 0 && head.layer < layers() && head.head >= 0 && head.head < heads();
}

std::vector<float> Trace::query(HeadIndex head, int i) const {
    return rowOf(block(i), m_layout.query(head.layer, head.head), i % rows, dHead());
}

std::vector<float> Trace::key(HeadIndex head, int j) const {
    const float* first = block(j) + m_layout.key(head.layer, keyHead(head)) + j % rows;
    std::vector<float> key(std::size_t(m_layout.dHead));
    for (std::size_t x = 0; x < key.size(); ++x) key[x] = first[x * rows];
    return key;
}

std::vector<float> Trace::value(HeadIndex head, int j) const {
    return rowOf(block(j), m_layout.value(head.layer, keyHead(head)), j % rows, dHead());
}

std::span<const float> Trace::residual(int depth, int i) const {
    return {block(i) + m_layout.residual(depth, i % rows), std::size_t(dModel())};
}

KeyRange Trace::range(HeadIndex head, int i) const {
    return {rule(head.layer).first(i), rule(head.layer).visible(i, tokens())};
}

KeyTiles Trace::keys(HeadIndex head) const {
    KeyTiles keys(tokens(), dHead());
    for (const Block& each : m_blocks) keys.add(each->data() + m_layout.key(head.layer, keyHead(head)));
    return keys;
}

/// The dots of a range of keys, in a row that is zero elsewhere.
std::vector<float> Trace::paddedDots(HeadIndex head, int i, KeyRange range) const {
    std::vector<float> row(std::size_t(paddedRow(tokens())), 0.0F);
    m_kernels.rowDots(query(head, i).data(), keys(head), dHead(), range, row.data());
    return row;
}

float Trace::dot(HeadIndex head, int i, int j) const {
    // The whole tile, as the pass computes it: the same instructions give the same bits.
    const int first = j / rows * rows;
    KeyTiles tile(std::min(tokens() - first, rows), dHead());
    tile.add(block(j) + m_layout.key(head.layer, keyHead(head)));
    float dots[rows];
    m_kernels.rowDots(query(head, i).data(), tile, dHead(), {0, rows}, dots);
    return dots[j % rows];
}

float Trace::weight(HeadIndex head, int i, int j) const {
    if (!rule(head.layer).sees(i, j)) return 0;
    const float peak = block(i)[m_layout.peak(head.layer, head.head) + std::size_t(i % rows)];
    const float sum = block(i)[m_layout.sum(head.layer, head.head) + std::size_t(i % rows)];
    return std::exp(rule(head.layer).scaled(dot(head, i, j)) - peak) / sum;
}

float Trace::logSumExp(HeadIndex head, int i) const {
    const float peak = block(i)[m_layout.peak(head.layer, head.head) + std::size_t(i % rows)];
    const float sum = block(i)[m_layout.sum(head.layer, head.head) + std::size_t(i % rows)];
    return peak + std::log(sum);
}

void Trace::dots(HeadIndex head, int i, std::span<float> out) const {
    std::copy_n(paddedDots(head, i, {0, tokens()}).begin(), out.size(), out.begin());
}

void Trace::weights(HeadIndex head, int i, std::span<float> out) const {
    const KeyRange seen = range(head, i);
    std::vector<float> row = paddedDots(head, i, seen);
    const float inverse = 1.0F / m_kernels.exponentiate(row.data(), seen, rule(head.layer)).sum;
    for (std::size_t j = 0; j < out.size(); ++j) out[j] = row[j] * inverse;
}

void Trace::weights(HeadIndex head, int i, int count, float* out, std::size_t step) const {
    const KeyTiles keyTiles = keys(head);
    const float* queries = block(i) + m_layout.query(head.layer, head.head) + std::size_t(i % rows * dHead());
    m_kernels.weigh({.rule = rule(head.layer),
                     .first = i,
                     .rows = count,
                     .tokens = tokens(),
                     .d = dHead(),
                     .queries = queries,
                     .keys = keyTiles,
                     .values = {},
                     .scores = out,
                     .scoreStep = step});
}

} // namespace mayfly
