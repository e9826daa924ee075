#include "engine/forward/trace_builder.h"

#include <algorithm>
#include <utility>

namespace mayfly {

namespace {

constexpr int rows = TraceLayout::rows;

} // namespace

TraceBuilder::TraceBuilder(const TraceLayout& layout, int tokens, int first, const Trace* before)
    : m_layout(layout), m_tokens(tokens), m_first(first) {
    for (int b = 0; b * rows < tokens; ++b) {
        const int good = std::clamp(first - b * rows, 0, rows);
        if (b * rows + good == std::min((b + 1) * rows, tokens))
            m_shared.push_back(before->blocks()[std::size_t(b)]);
        else
            m_own.push_back(freshBlock(b, good, before));
    }
}

/// The block in which the texts part goes on after the rows that are still good, unless another trace does so already.
std::shared_ptr<TraceBlock> TraceBuilder::freshBlock(int b, int good, const Trace* before) const {
    const int end = std::min(m_tokens - b * rows, rows);
    if (good > 0)
        if (auto block = TraceBlock::after(before->blocks()[std::size_t(b)], good, end)) return block;
    auto block = std::make_shared<TraceBlock>(m_layout.size(), end);
    // Keys of rows that the text has not yet are multiplied with the others of their block, so they are numbers from the start.
    for (int l = 0; l < m_layout.layers && end < rows; ++l)
        std::fill(block->data() + m_layout.key(l, 0), block->data() + m_layout.key(l, m_layout.kvHeads), 0.0F);
    if (good > 0) copyRows(good, std::as_const(*before->blocks()[std::size_t(b)]).data(), block->data());
    return block;
}

/// Copies the first rows of a block.
void TraceBuilder::copyRows(int good, const float* from, float* to) const {
    const auto copy = [&](std::size_t at, int width) { std::copy_n(from + at, good * width, to + at); };
    const int d = m_layout.dHead;
    for (int l = 0; l < m_layout.layers; ++l) {
        for (int g = 0; g < m_layout.kvHeads; ++g) {
            for (int x = 0; x < d; ++x) std::copy_n(from + m_layout.key(l, g) + x * rows, good, to + m_layout.key(l, g) + x * rows);
            copy(m_layout.value(l, g), d);
        }
        for (int h = 0; h < m_layout.heads; ++h) {
            copy(m_layout.query(l, h), d);
            copy(m_layout.peak(l, h), 1);
            copy(m_layout.sum(l, h), 1);
        }
    }
    for (int depth = 0; depth <= m_layout.layers; ++depth) copy(m_layout.residual(depth, 0), m_layout.dModel);
}

const float* TraceBuilder::block(int token) const {
    const auto b = std::size_t(token / rows);
    return b < m_shared.size() ? m_shared[b]->data() : m_own[b - m_shared.size()]->data();
}

void TraceBuilder::keepStream(int depth, RowsIn x, int row, int count) {
    for (int r = row; r < row + count; ++r)
        std::copy_n(x.row(r), m_layout.dModel, blockOf(r) + m_layout.residual(depth, rowInBlock(r)));
}

void TraceBuilder::keepVectors(int layer, RowsIn queries, RowsIn keys, RowsIn values, int row, int count) {
    const int d = m_layout.dHead;
    const auto keep = [&](std::size_t part, RowsIn vectors) {
        for (int r = 0; r < count; ++r)
            std::copy_n(vectors.row(r), d, blockOf(row + r) + part + std::size_t(rowInBlock(row + r)) * std::size_t(d));
    };
    for (int h = 0; h < m_layout.heads; ++h) keep(m_layout.query(layer, h), queries.across(h * d));
    for (int g = 0; g < m_layout.kvHeads; ++g) {
        keep(m_layout.value(layer, g), values.across(g * d));
        keepKeys(layer, g, keys.across(g * d), row, count);
    }
}

/// One head's, which lie transposed: a place's line takes all rows while it is in the first cache.
void TraceBuilder::keepKeys(int layer, int keyHead, RowsIn keys, int row, int count) {
    for (int r = 0; r < count; ++r) {
        float* to = blockOf(row + r) + m_layout.key(layer, keyHead) + rowInBlock(row + r);
        for (int x = 0; x < m_layout.dHead; ++x) to[x * rows] = keys.row(r)[x];
    }
}

float* TraceBuilder::peaks(HeadIndex head, int row) {
    return blockOf(row) + m_layout.peak(head.layer, head.head) + std::size_t(rowInBlock(row));
}

float* TraceBuilder::sums(HeadIndex head, int row) {
    return blockOf(row) + m_layout.sum(head.layer, head.head) + std::size_t(rowInBlock(row));
}

const float* TraceBuilder::query(HeadIndex head, int row) const {
    return block(m_first + row) + m_layout.query(head.layer, head.head) +
           std::size_t(rowInBlock(row)) * std::size_t(m_layout.dHead);
}

const float* TraceBuilder::lastResidual(int depth) const {
    return block(m_tokens - 1) + m_layout.residual(depth, (m_tokens - 1) % rows);
}

std::vector<const float*> TraceBuilder::keyTiles(int layer, int keyHead) const {
    std::vector<const float*> tiles;
    for (int t = 0; t < m_tokens; t += rows) tiles.push_back(block(t) + m_layout.key(layer, keyHead));
    return tiles;
}

std::vector<const float*> TraceBuilder::valueTiles(int layer, int keyHead) const {
    std::vector<const float*> tiles;
    for (int t = 0; t < m_tokens; t += rows) tiles.push_back(block(t) + m_layout.value(layer, keyHead));
    return tiles;
}

std::vector<Trace::Block> TraceBuilder::take() {
    std::vector<Trace::Block> blocks = std::move(m_shared);
    for (auto& own : m_own) blocks.push_back(std::move(own));
    m_own.clear();
    return blocks;
}

} // namespace mayfly
