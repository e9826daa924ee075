#include "engine/model/checkpoint.h"

#include "engine/model/family.h"
#include "engine/model/memory.h"
#include "engine/model/model_folder.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace mayfly {

namespace {

bool equal(const Stored& a, const Stored& b) {
    return a.precision == b.precision && a.bytes.size() == b.bytes.size() &&
           std::memcmp(a.bytes.data(), b.bytes.data(), a.bytes.size()) == 0;
}

/// Float32 holds infinities that the widening of halves in the kernels would not.
Stored safelyStored(Stored values) {
    if (values.precision != Precision::F16 || allFinite(values)) return values;
    Stored wide(Precision::F32, values.count());
    for (std::size_t i = 0; i < wide.count(); ++i) wide.as<float>()[i] = values.at(i);
    return wide;
}

/// The rows of a matrix with `columns` columns in another order: row r is row `from(r)` of `all`.
template<typename From>
Stored gatherRows(const Stored& all, int rows, int columns, const From& from) {
    Stored picked(all.precision, std::size_t(rows) * std::size_t(columns));
    const std::size_t width = std::size_t(columns) * sizeOf(all.precision);
    for (int r = 0; r < rows; ++r)
        std::memcpy(picked.bytes.data() + std::size_t(r) * width, all.bytes.data() + std::size_t(from(r)) * width, width);
    return picked;
}

/// Reads the weights that a Config calls for, by a family's names.
class WeightReader {
public:
    WeightReader(Tensors& tensors, const Config& config, const TensorNames& names)
        : m_tensors(tensors), m_config(config), m_names(names) {}

    Weights read() {
        Weights weights;
        weights.embedding = table(named(m_names.embedding), m_config.vocab);
        if (m_config.learnedPositions) weights.positions = positions();
        if (m_config.embeddingNorm) weights.embeddingNorm = norm(m_names.embeddingNorm, m_config.dModel);
        for (int l = 0; l < m_config.layers; ++l) {
            m_prefix = std::string(m_names.layers) + std::to_string(l) + '.';
            weights.layers.push_back(layer());
        }
        m_prefix.clear();
        if (m_config.normPlace != NormPlace::After) weights.finalNorm = norm(m_names.finalNorm, m_config.dModel);
        if (m_config.causal) weights.unembedding = unembedding(weights.embedding);
        return weights;
    }

    /// Whether any layer has a bias on its queries, keys or values; known once all is read.
    bool biasedQueryKeyValue() const { return m_biasedQueryKeyValue; }

private:
    std::string named(std::string_view name) const { return m_prefix + std::string(name); }

    LayerWeights layer() {
        const int D = m_config.dModel;
        LayerWeights layer;
        layer.attentionNorm = norm(m_names.attentionNorm, D);
        readQueryKeyValue(layer);
        layer.output = linear(m_names.output, m_config.heads * m_config.dHead, D, m_config.biases.output);
        if (m_config.queryKeyNorm) {
            layer.queryNorm = norm(m_names.queryNorm, m_config.dHead);
            layer.keyNorm = norm(m_names.keyNorm, m_config.dHead);
        }
        if (m_config.normPlace == NormPlace::Around) {
            layer.afterAttention = norm(m_names.afterAttention, D);
            layer.afterMlp = norm(m_names.afterMlp, D);
        }
        layer.mlpNorm = norm(m_names.mlpNorm, D);
        if (m_config.gatedMlp) layer.gate = linear(m_names.gate, D, m_config.dMlp, m_config.biases.mlp);
        layer.up = linear(m_names.up, D, m_config.dMlp, m_config.biases.mlp);
        layer.down = linear(m_names.down, m_config.dMlp, D, m_config.biases.mlp);
        return layer;
    }

    void readQueryKeyValue(LayerWeights& layer) {
        const int D = m_config.dModel;
        const int H = m_config.heads * m_config.dHead;
        const int G = m_config.kvHeads * m_config.dHead;
        const bool biased = m_config.biases.queryKeyValue;
        for (const std::string_view part : {m_names.query, m_names.key, m_names.value})
            m_biasedQueryKeyValue = m_biasedQueryKeyValue || m_tensors.has(named(part) + ".bias");
        if (m_names.fused == TensorNames::Fused::No) {
            layer.query = linear(m_names.query, D, H, biased);
            layer.key = linear(m_names.key, D, G, biased);
            layer.value = linear(m_names.value, D, G, biased);
            return;
        }
        const bool byHead = m_names.fused == TensorNames::Fused::ByHead;
        const std::string name = named(m_names.query);
        const Stored all = safelyStored(
            m_tensors.read(name + ".weight", byHead ? TensorShape{3 * D, D} : TensorShape{D, 3 * D}));
        const FloatBuffer bias = biasOf(name, 3 * D, biased);
        layer.query = byHead ? partByHead(all, bias, 0) : third(all, bias, 0);
        layer.key = byHead ? partByHead(all, bias, 1) : third(all, bias, 1);
        layer.value = byHead ? partByHead(all, bias, 2) : third(all, bias, 2);
    }

    /// Columns of D × (q | k | v).
    Linear third(const Stored& all, const FloatBuffer& bias, int part) {
        const int D = m_config.dModel;
        const auto cut = bias.empty() ? std::span<const float>()
                                      : bias.span().subspan(std::size_t(part * D), std::size_t(D));
        return packColumns(all, D, 3 * D, part * D, D, cut, m_arena);
    }

    /// Rows of H × (q | k | v) × d.
    Linear partByHead(const Stored& all, const FloatBuffer& bias, int part) {
        const int D = m_config.dModel;
        const int d = m_config.dHead;
        const auto from = [=](int row) { return (row / d * 3 + part) * d + row % d; };
        std::vector<float> cut;
        for (int r = 0; r < D && !bias.empty(); ++r) cut.push_back(bias.data()[from(r)]);
        return packLinear(gatherRows(all, D, D, from), D, D, WeightLayout::OutIn, cut, m_arena);
    }

    NormWeights norm(std::string_view name, int width) {
        // BERT's first files call the two by the letters of the paper.
        const bool greek = m_tensors.has(named(name) + ".gamma");
        NormWeights norm;
        norm.gain = widened(m_tensors.read(named(name) + (greek ? ".gamma" : ".weight"), {width}));
        if (m_names.gainLessOne)
            for (std::size_t i = 0; i < norm.gain.size(); ++i) norm.gain.data()[i] += 1;
        if (m_config.norm == Norm::Layer)
            norm.bias = widened(m_tensors.read(named(name) + (greek ? ".beta" : ".bias"), {width}));
        return norm;
    }

    FloatBuffer biasOf(const std::string& name, int out, bool needed) {
        if (!needed && !m_tensors.has(name + ".bias")) return {};
        return widened(m_tensors.read(name + ".bias", {out}));
    }

    Linear linear(std::string_view name, int in, int out, bool biased) {
        const bool inOut = m_names.layout == WeightLayout::InOut;
        const Stored weights = safelyStored(
            m_tensors.read(named(name) + ".weight", inOut ? TensorShape{in, out} : TensorShape{out, in}));
        return packLinear(weights, in, out, m_names.layout, biasOf(named(name), out, biased).span(), m_arena);
    }

    VectorTable table(const std::string& name, int rows) {
        VectorTable table;
        table.values = safelyStored(m_tensors.read(name + ".weight", {rows, m_config.dModel}));
        table.rows = rows;
        table.columns = m_config.dModel;
        return table;
    }

    /// The rows that are used, each with the first segment's vector added: there is only one segment here.
    Matrix positions() {
        const int D = m_config.dModel;
        const int end = m_config.padding + 1 + m_config.context;
        const VectorTable all = table(named(m_names.positions), end);
        const int first = std::max(m_config.padding, 0);
        Matrix positions(end - first, D);
        for (int r = 0; r < positions.rows; ++r) all.copyRow(first + r, positions.row(r));
        if (m_config.tokenTypes == 0) return positions;
        FloatBuffer segment{std::size_t(D)};
        table(named(m_names.tokenTypes), m_config.tokenTypes).copyRow(0, segment.data());
        for (int r = 0; r < positions.rows; ++r)
            for (int i = 0; i < D; ++i) positions.row(r)[i] += segment.data()[i];
        return positions;
    }

    /// Empty where the embedding serves.
    VectorTable unembedding(const VectorTable& embedding) {
        const std::string name(m_names.unembedding);
        if (m_config.tiedUnembed && !m_tensors.has(name + ".weight")) return {};
        VectorTable own = table(name, m_config.vocab);
        return equal(own.values, embedding.values) ? VectorTable() : std::move(own);
    }

    Tensors& m_tensors;
    const Config& m_config;
    const TensorNames& m_names;
    Arena m_arena;        ///< in which the linear maps lie, as they are read
    std::string m_prefix; ///< of the layer that is being read
    bool m_biasedQueryKeyValue = false;
};

} // namespace

Checkpoint readCheckpoint(const std::filesystem::path& folder, const LoadProgress& progress) {
    requireModelFolder(folder);
    Checkpoint checkpoint;
    checkpoint.config = readConfig(folder / "config.json");
    const TensorNames& names = *findFamily(checkpoint.config.family)->names;
    Tensors tensors(folder, std::string(names.base), progress);
    requireMemory(folder.string(), tensors.bytes(), availableMemory());
    WeightReader reader(tensors, checkpoint.config, names);
    checkpoint.weights = reader.read();
    checkpoint.config.tiedUnembed = checkpoint.weights.unembedding.rows == 0;
    checkpoint.config.biases.queryKeyValue = reader.biasedQueryKeyValue();
    checkpoint.nonFinite = tensors.nonFinite();
    return checkpoint;
}

} // namespace mayfly
