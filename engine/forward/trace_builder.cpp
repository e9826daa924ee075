#include "engine/forward/trace_builder.h"

#include <algorithm>
#include <utility>

namespace mayfly {

namespace {

constexpr int rows = TraceLayout::rows;

} // namespace

TraceBuilder::TraceBuilder(const TraceLayout& layout, int tokens, int first, const Trace* before)
    : m_layout(layout), m_tokens(tokens), m_first(first) {
    const int whole = first / rows;
    for (int b = 0; b < whole; ++b) m_shared.push_back(before->blocks()[std::size_t(b)]);
    for (int b = whole; b * rows < tokens; ++b) startBlock(b, before);
}

/// Of the block in which the texts part the first rows are still good; all else is written anew. Keys of rows that the
/// text has not yet are multiplied with the others of their block, so they are numbers from the start.
void TraceBuilder::startBlock(int b, const Trace* before) {
    m_own.push_back(std::make_shared<FloatBuffer>(FloatBuffer::untouched(m_layout.size())));
    float* to = m_own.back()->data();
    const int good = std::max(m_first - b * rows, 0);
    const float* from = good > 0 ? before->blocks()[std::size_t(b)]->data() : nullptr;
    const auto copy = [&](std::size_t at, int width) { std::copy_n(from + at, good * width, to + at); };
    const int d = m_layout.dHead;
    for (int l = 0; l < m_layout.layers; ++l) {
        const std::size_t keys = m_layout.key(l, 0);
        const std::size_t keysEnd = m_layout.key(l, m_layout.kvHeads);
        if (good == 0) {
            std::fill(to + keys, to + keysEnd, 0.0F);
            continue;
        }
        std::copy(from + keys, from + keysEnd, to + keys);
        for (int g = 0; g < m_layout.kvHeads; ++g) copy(m_layout.value(l, g), d);
        for (int h = 0; h < m_layout.heads; ++h) {
            copy(m_layout.query(l, h), d);
            copy(m_layout.peak(l, h), 1);
            copy(m_layout.sum(l, h), 1);
        }
    }
    for (int depth = 0; depth <= m_layout.layers && good > 0; ++depth) copy(m_layout.residual(depth, 0), m_layout.dModel);
}

const float* TraceBuilder::block(int token) const {
    const auto b = std::size_t(token / rows);
    return b < m_shared.size() ? m_shared[b]->data() : m_own[b - m_shared.size()]->data();
}

void TraceBuilder::keepStream(int depth, const float* x, int row, int count) {
    for (int r = row; r < row + count; ++r)
        std::copy_n(x + std::size_t(r) * std::size_t(m_layout.dModel), m_layout.dModel,
                    freshBlock(r) + m_layout.residual(depth, rowInBlock(r)));
}

void TraceBuilder::keepVectors(int layer, const float* queries, const float* keys, const float* values, int row,
                               int count) {
    const int d = m_layout.dHead;
    for (int r = row; r < row + count; ++r) {
        float* to = freshBlock(r);
        const int place = rowInBlock(r);
        for (int h = 0; h < m_layout.heads; ++h, queries += d)
            std::copy_n(queries, d, to + m_layout.query(layer, h) + std::size_t(place) * std::size_t(d));
        for (int g = 0; g < m_layout.kvHeads; ++g, keys += d, values += d) {
            std::copy_n(values, d, to + m_layout.value(layer, g) + std::size_t(place) * std::size_t(d));
            float* transposed = to + m_layout.key(layer, g) + place;
            for (int x = 0; x < d; ++x) transposed[std::size_t(x) * rows] = keys[x];
        }
    }
}

float* TraceBuilder::peaks(HeadIndex head, int row) {
    return freshBlock(row) + m_layout.peak(head.layer, head.head) + std::size_t(rowInBlock(row));
}

float* TraceBuilder::sums(HeadIndex head, int row) {
    return freshBlock(row) + m_layout.sum(head.layer, head.head) + std::size_t(rowInBlock(row));
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
