#include "engine/model/checkpoint.h"

#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/model/model_folder.h"
#include "engine/model/safetensors.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace mayfly {

namespace {

bool allFinite(std::span<const float> values) {
    std::uint32_t found = 0; // integers, and no early exit: so the loop vectorises
    for (const float value : values) found |= (std::bit_cast<std::uint32_t>(value) & 0x7F800000U) == 0x7F800000U;
    return found == 0;
}

bool equal(const FloatBuffer& a, const FloatBuffer& b) {
    return std::equal(a.data(), a.data() + a.size(), b.data(), b.data() + b.size());
}

/// The tensors of one model by name, whichever file they are in.
class Tensors {
public:
    /// `base` is what the family's class for language models puts before the names of its trunk: "transformer.".
    Tensors(const std::filesystem::path& folder, std::string base);

    bool has(const std::string& name) const { return find(name) != m_fileOf.end(); }
    /// The values of a tensor of the trunk, with or without the base before its name, or of any other tensor.
    FloatBuffer read(const std::string& name, const TensorShape& shape);
    Matrix readMatrix(const std::string& name, int rows, int columns);

    const std::string& nonFinite() const { return m_nonFinite; }

private:
    using FileOf = std::map<std::string, std::size_t>;

    void checkIndex(const FileOf& index) const;
    FileOf::const_iterator find(const std::string& name) const {
        const auto plain = m_fileOf.find(name);
        return plain != m_fileOf.end() ? plain : m_fileOf.find(m_base + name);
    }

    std::filesystem::path m_folder;
    std::string m_base;
    std::vector<SafeTensors> m_files;
    FileOf m_fileOf;
    std::string m_nonFinite;
};

Tensors::Tensors(const std::filesystem::path& folder, std::string base) : m_folder(folder), m_base(std::move(base)) {
    const WeightFiles found = findWeightFiles(folder);
    for (const auto& path : found.files) {
        for (const auto& [name, info] : m_files.emplace_back(path).tensors())
            if (const auto [at, isNew] = m_fileOf.emplace(name, m_files.size() - 1); !isNew)
                throw Error(ErrorKind::Malformed, "tensor " + inQuotes(name) + " is in two files, " +
                                                      m_files[at->second].file().string() + " and " + path.string() +
                                                      '.');
    }
    if (m_fileOf.empty()) throw Error(ErrorKind::Malformed, found.files.front().string() + " holds no tensors.");
    checkIndex(found.index);
}

void Tensors::checkIndex(const FileOf& index) const {
    for (const auto& [name, file] : index)
        if (const auto at = m_fileOf.find(name); at == m_fileOf.end() || at->second != file)
            throw Error(ErrorKind::Malformed, m_files[file].file().string() + " lacks tensor " + inQuotes(name) +
                                                  ", which the index says is in it.");
}

FloatBuffer Tensors::read(const std::string& name, const TensorShape& shape) {
    const auto at = find(name);
    if (at == m_fileOf.end())
        throw Error(ErrorKind::NotFound, m_folder.string() + ": the weights lack tensor " + inQuotes(name) +
                                             ", which its config.json calls for.");
    FloatBuffer values = m_files[at->second].read(at->first, shape);
    if (m_nonFinite.empty() && !allFinite(values.span())) m_nonFinite = at->first;
    return values;
}

Matrix Tensors::readMatrix(const std::string& name, int rows, int columns) {
    Matrix matrix;
    matrix.values = read(name, {rows, columns});
    matrix.rows = rows;
    matrix.columns = columns;
    return matrix;
}

/// GPT-2's names. Its `attn.bias` and `attn.masked_bias` are the causal mask, not parameters, and never asked for.
class Gpt2 {
public:
    Gpt2(Tensors& tensors, const Config& config) : m_tensors(tensors), m_config(config) {}

    Weights read() {
        Weights weights;
        weights.embedding = m_tensors.readMatrix("wte.weight", m_config.vocab, m_config.dModel);
        weights.positions = m_tensors.readMatrix("wpe.weight", m_config.context, m_config.dModel);
        for (int l = 0; l < m_config.layers; ++l) weights.layers.push_back(layer("h." + std::to_string(l) + '.'));
        weights.finalNorm = norm("ln_f");
        weights.unembedding = unembedding(weights.embedding);
        return weights;
    }

private:
    LayerWeights layer(const std::string& prefix) {
        const int D = m_config.dModel;
        LayerWeights layer;
        layer.attentionNorm = norm(prefix + "ln_1");
        const FloatBuffer qkv = m_tensors.read(prefix + "attn.c_attn.weight", {D, 3 * D}); // D × (q | k | v)
        const FloatBuffer bias = m_tensors.read(prefix + "attn.c_attn.bias", {3 * D});
        const auto part = [&](int i) {
            return packColumns(qkv.span(), D, 3 * D, i * D, D, bias.span().subspan(std::size_t(i * D), std::size_t(D)));
        };
        layer.query = part(0);
        layer.key = part(1);
        layer.value = part(2);
        layer.output = linear(prefix + "attn.c_proj", D, D);
        layer.mlpNorm = norm(prefix + "ln_2");
        layer.up = linear(prefix + "mlp.c_fc", D, m_config.dMlp);
        layer.down = linear(prefix + "mlp.c_proj", m_config.dMlp, D);
        return layer;
    }

    NormWeights norm(const std::string& name) {
        return {m_tensors.read(name + ".weight", {m_config.dModel}), m_tensors.read(name + ".bias", {m_config.dModel})};
    }

    Linear linear(const std::string& name, int in, int out) {
        const FloatBuffer weights = m_tensors.read(name + ".weight", {in, out});
        const FloatBuffer bias = m_tensors.read(name + ".bias", {out});
        return packLinear(weights.span(), in, out, WeightLayout::InOut, bias.span());
    }

    /// Empty where the embedding serves.
    Matrix unembedding(const Matrix& embedding) {
        if (m_config.tiedUnembed && !m_tensors.has("lm_head.weight")) return {};
        Matrix own = m_tensors.readMatrix("lm_head.weight", m_config.vocab, m_config.dModel);
        return equal(own.values, embedding.values) ? Matrix() : std::move(own);
    }

    Tensors& m_tensors;
    const Config& m_config;
};

} // namespace

Checkpoint readCheckpoint(const std::filesystem::path& folder) {
    requireModelFolder(folder);
    Checkpoint checkpoint;
    checkpoint.config = readConfig(folder / "config.json");
    Tensors tensors(folder, "transformer."); // readConfig lets no other family through
    checkpoint.weights = Gpt2(tensors, checkpoint.config).read();
    checkpoint.config.tiedUnembed = checkpoint.weights.unembedding.rows == 0;
    checkpoint.nonFinite = tensors.nonFinite();
    return checkpoint;
}

} // namespace mayfly
