#include "app/command/trace_npz.h"

#include "app/command/npz_file.h"

#include <span>
#include <utility>

namespace command {

namespace {

using Shape = std::vector<std::size_t>;

template<typename Value>
std::string bytesOf(const std::vector<Value>& values) {
    const auto bytes = std::as_bytes(std::span(values));
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// A list of numbers that is at hand.
template<typename Value>
void addList(NpzFile& npz, const std::string& name, const std::string& type, const std::vector<Value>& values) {
    npz.add(name, type, {values.size()}, [bytes = bytesOf(values)](std::size_t) { return bytes; });
}

/// For each head and each token a row of `width` numbers, which `row(head, token)` makes.
template<typename MakeRow>
void addRows(NpzFile& npz, const std::string& name, const std::vector<mayfly::HeadIndex>& heads, int tokens, int width,
             MakeRow row) {
    const auto count = std::size_t(tokens);
    npz.add(name, "<f4", {heads.size(), count, std::size_t(width)},
            [&heads, count, row](std::size_t at) { return bytesOf(row(heads[at / count], int(at % count))); });
}

void addNames(NpzFile& npz, const mayfly::Trace& trace, const std::vector<mayfly::HeadIndex>& heads) {
    std::vector<std::int32_t> layers, numbers;
    std::vector<float> scales;
    for (const mayfly::HeadIndex head : heads) {
        layers.push_back(head.layer);
        numbers.push_back(head.head);
        scales.push_back(trace.rule(head.layer).scale);
    }
    addList(npz, "ids", "<i4", std::vector<std::int32_t>(trace.ids().begin(), trace.ids().end()));
    addList(npz, "layer", "<i4", layers);
    addList(npz, "head", "<i4", numbers);
    addList(npz, "scale", "<f4", scales);
}

} // namespace

void writeTraceNpz(const Snapshot& snapshot, const TraceChoice& choice, const QString& file) {
    const mayfly::Trace& trace = *snapshot.trace;
    const int count = trace.tokens();
    const std::vector<mayfly::HeadIndex> heads = count == 0 ? std::vector<mayfly::HeadIndex>() : choice.heads;
    NpzFile npz(file);
    addNames(npz, trace, heads);
    std::vector<float> row(static_cast<std::size_t>(count));
    addRows(npz, "dot", heads, count, count, [&](auto head, int i) { return trace.dots(head, i, row), row; });
    addRows(npz, "weight", heads, count, count, [&](auto head, int i) { return trace.weights(head, i, row), row; });
    if (choice.vectors) {
        const int d = trace.dHead();
        addRows(npz, "q", heads, count, d, [&](auto head, int i) { return trace.query(head, i); });
        addRows(npz, "k", heads, count, d, [&](auto head, int i) { return trace.key(head, i); });
        addRows(npz, "v", heads, count, d, [&](auto head, int i) { return trace.value(head, i); });
    }
    npz.close();
}

} // namespace command
