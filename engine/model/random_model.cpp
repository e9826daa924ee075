#include "engine/model/random_model.h"

#include "engine/model/model.h"
#include "engine/model/weights.h"

#include <random>
#include <vector>

namespace mayfly {

namespace {

constexpr int layers = 12;
constexpr int heads = 12;
constexpr int width = 768;
constexpr int context = 1024;
constexpr int vocabulary = 50257;

/// Weights about as large as trained ones, so that no number is subnormal or infinite.
class RandomWeights {
public:
    explicit RandomWeights(Precision precision) : m_precision(precision) {}

    Stored values(std::size_t count) {
        Stored stored(m_precision, count);
        withType(m_precision, [&](auto type) {
            auto* to = stored.as<decltype(type)>();
            for (std::size_t i = 0; i < count; ++i) write(to[i]);
        });
        return stored;
    }

    Linear linear(int in, int out) {
        const std::vector<float> bias(std::size_t(out), 0.01F);
        return packLinear(values(std::size_t(in) * std::size_t(out)), in, out, WeightLayout::InOut, bias, m_arena);
    }

    VectorTable table(int rows) { return {rows, width, values(std::size_t(rows) * std::size_t(width))}; }

    float next() { return float(int(m_random() & 0xFFFF) - 0x8000) * (0.06F / 0x8000); }

private:
    void write(float& value) { value = next(); }
    void write(Bfloat& value) { value.bits = std::uint16_t(std::bit_cast<std::uint32_t>(next()) >> 16); }
    // any sign and fraction, 1/64 to 1/32
    void write(Half& value) { value.bits = std::uint16_t((m_random() & 0x83FFU) | 0x2400U); }

    Precision m_precision;
    Arena m_arena;
    std::minstd_rand m_random{1};
};

NormWeights unitNorm() {
    NormWeights norm{FloatBuffer(width), FloatBuffer(width)};
    for (int i = 0; i < width; ++i) norm.gain.data()[i] = 1;
    return norm;
}

LayerWeights randomLayer(RandomWeights& random) {
    LayerWeights layer;
    layer.attentionNorm = unitNorm();
    layer.query = random.linear(width, width);
    layer.key = random.linear(width, width);
    layer.value = random.linear(width, width);
    layer.output = random.linear(width, width);
    layer.mlpNorm = unitNorm();
    layer.up = random.linear(width, 4 * width);
    layer.down = random.linear(4 * width, width);
    return layer;
}

Config gpt2Config() {
    Config config;
    config.family = "gpt2";
    config.layers = layers;
    config.heads = config.kvHeads = heads;
    config.dModel = width;
    config.dHead = width / heads;
    config.dMlp = 4 * width;
    config.context = context;
    config.vocab = vocabulary;
    config.scale.size = config.dHead;
    return config;
}

} // namespace

std::shared_ptr<const Model> randomGpt2(Precision precision, const Kernels& kernels,
                                        std::unique_ptr<const Tokenizer> tokenizer) {
    RandomWeights random(precision);
    Weights weights;
    weights.embedding = random.table(vocabulary);
    weights.positions = Matrix(context, width);
    for (int i = 0; i < context * width; ++i) weights.positions.values.data()[i] = random.next();
    for (int l = 0; l < layers; ++l) weights.layers.push_back(randomLayer(random));
    weights.finalNorm = unitNorm();
    return std::make_shared<const Model>("gpt2-shape", std::filesystem::path(), gpt2Config(), std::move(weights),
                                         std::move(tokenizer), std::string(), kernels);
}

} // namespace mayfly
