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
    for (int b = whole; b * rows < tokens; ++b) {
        m_own.push_back(std::make_shared<FloatBuffer>(m_layout.size()));
        // The block in which the texts part is copied: its first rows are still good, the others are written anew.
        if (b * rows < first)
            std::copy_n(before->blocks()[std::size_t(b)]->data(), m_layout.size(), m_own.back()->data());
    }
}

const float* TraceBuilder::block(int token) const {
    const auto b = std::size_t(token / rows);
    return b < m_shared.size() ? m_shared[b]->data() : m_own[b - m_shared.size()]->data();
}

void TraceBuilder::keepStream(int depth, const float* x) {
    for (int r = 0; r < fresh(); ++r)
        std::copy_n(x + std::size_t(r) * std::size_t(m_layout.dModel), m_layout.dModel,
                    freshBlock(r) + m_layout.residual(depth, rowInBlock(r)));
}

void TraceBuilder::keepVectors(int layer, const float* queries, const float* keys, const float* values) {
    const int d = m_layout.dHead;
    for (int r = 0; r < fresh(); ++r) {
        float* to = freshBlock(r);
        const int row = rowInBlock(r);
        for (int h = 0; h < m_layout.heads; ++h, queries += d)
            std::copy_n(queries, d, to + m_layout.query(layer, h) + std::size_t(row) * std::size_t(d));
        for (int g = 0; g < m_layout.kvHeads; ++g, keys += d, values += d) {
            std::copy_n(values, d, to + m_layout.value(layer, g) + std::size_t(row) * std::size_t(d));
            float* transposed = to + m_layout.key(layer, g) + row;
            for (int x = 0; x < d; ++x) transposed[std::size_t(x) * rows] = keys[x];
        }
    }
}

void TraceBuilder::keepSums(HeadIndex head, int row, float peak, float sum) {
    float* to = freshBlock(row);
    to[m_layout.peak(head.layer, head.head) + std::size_t(rowInBlock(row))] = peak;
    to[m_layout.sum(head.layer, head.head) + std::size_t(rowInBlock(row))] = sum;
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
