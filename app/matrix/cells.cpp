#include "app/matrix/cells.h"

#include <algorithm>
#include <cmath>

namespace matrix {

namespace {

/// Which of two pairs stands for both: one that is shown before one that is not, a number before what is none, then the
/// larger magnitude.
float stronger(float a, float b) {
    if (!Cells::isShown(b)) return a == Cells::hidden ? b : a;
    if (!Cells::isShown(a)) return b;
    return std::abs(b) > std::abs(a) || std::isnan(a) ? b : a;
}

bool masks(const Reading& reading) {
    return reading.masks || reading.quantity == Quantity::Weight;
}

void addTo(float& sum, float part) {
    sum = (sum == Cells::masked ? 0 : sum) + part;
}

void addRow(const std::vector<float>& row, int query, Read& read) {
    double sum = 0;
    float* cells = read.cells.values.data() + std::size_t(query / read.cells.span) * std::size_t(read.cells.side);
    for (std::size_t key = 0; key < row.size(); ++key) {
        float& cell = cells[key / std::size_t(read.cells.span)];
        cell = stronger(cell, row[key]);
        if (!Cells::isShown(row[key])) continue;
        sum += double(row[key]);
        const double magnitude = std::abs(double(row[key]));
        if (magnitude > read.largest && std::isfinite(magnitude)) read.largest = magnitude;
    }
    read.sums.push_back(sum);
}

Cells emptyCells(int span, int side) {
    Cells cells;
    cells.span = span;
    cells.side = side;
    cells.values.assign(std::size_t(side) * std::size_t(side), Cells::hidden);
    return cells;
}

} // namespace

void readRow(const mayfly::Trace& trace, const Reading& reading, int query, std::vector<float>& row,
             std::vector<float>& mean) {
    std::fill(mean.begin(), mean.end(), Cells::masked);
    for (const mayfly::HeadIndex head : reading.heads) {
        const mayfly::ScoreRule& rule = trace.rule(head.layer);
        if (reading.quantity == Quantity::Weight)
            trace.weights(head, query, row);
        else
            trace.dots(head, query, row);
        const int first = masks(reading) ? rule.first(query) : 0;
        const int end = masks(reading) ? rule.visible(query, trace.tokens()) : trace.tokens();
        for (auto key = std::size_t(first); key < std::size_t(end); ++key) {
            const float value = reading.quantity == Quantity::Scaled ? rule.scaled(row[key]) : row[key];
            addTo(mean[key], value / float(reading.heads.size()));
        }
    }
}

Read poolRows(int tokens, int mostCells, const std::function<void(int, std::vector<float>&)>& fill) {
    const int span = std::max(1, (tokens + mostCells - 1) / mostCells);
    Read read;
    read.cells = emptyCells(span, (tokens + span - 1) / span);
    std::vector<float> values(static_cast<std::size_t>(tokens));
    for (int query = 0; query < tokens; ++query) {
        fill(query, values);
        addRow(values, query, read);
    }
    return read;
}

Read readCells(const mayfly::Trace& trace, const Reading& reading, int mostCells) {
    const int tokens = trace.tokens();
    std::vector<float> room(static_cast<std::size_t>(tokens));
    double onFirst = 0;
    Read read = poolRows(tokens, mostCells, [&](int query, std::vector<float>& values) {
        readRow(trace, reading, query, room, values);
        if (reading.quantity == Quantity::Weight) onFirst += std::max(0.0, double(values[0])) / tokens;
        if (reading.hideFirst) values[0] = Cells::hidden;
    });
    read.onFirst = onFirst;
    return read;
}

Cells pool(const Cells& cells, int factor) {
    if (factor <= 1) return cells;
    Cells pooled = emptyCells(cells.span * factor, (cells.side + factor - 1) / factor);
    const float* value = cells.values.data();
    for (int query = 0; query < cells.side; ++query) {
        float* row = pooled.values.data() + std::size_t(query / factor) * std::size_t(pooled.side);
        for (int key = 0; key < cells.side; ++key, ++value) row[key / factor] = stronger(row[key / factor], *value);
    }
    return pooled;
}

float valueOf(const mayfly::Trace& trace, const Reading& reading, int query, int key) {
    if (reading.hideFirst && key == 0) return Cells::hidden;
    float mean = Cells::masked;
    for (const mayfly::HeadIndex head : reading.heads) {
        const mayfly::ScoreRule& rule = trace.rule(head.layer);
        if (masks(reading) && !rule.sees(query, key)) continue;
        const float dot = reading.quantity == Quantity::Weight ? 0 : trace.dot(head, query, key);
        const float value = reading.quantity == Quantity::Weight   ? trace.weight(head, query, key)
                            : reading.quantity == Quantity::Scaled ? rule.scaled(dot)
                                                                   : dot;
        addTo(mean, value / float(reading.heads.size()));
    }
    return mean;
}

} // namespace matrix
