#include "engine/model/model.h"

#include "engine/error.h"
#include "engine/forward/kernels.h"
#include "engine/model/checkpoint.h"
#include "engine/model/hub.h"
#include "engine/files/in_quotes.h"

#include <utility>

namespace mayfly {

namespace {

void checkVocabulary(const Tokenizer& tokenizer, const Config& config, const std::filesystem::path& folder) {
    if (tokenizer.size() > config.vocab)
        throw Error(ErrorKind::Malformed, folder.string() + ": its tokenizer has ids up to " +
                                              std::to_string(tokenizer.size() - 1) + ", but its embedding has only " +
                                              std::to_string(config.vocab) + " rows: they are not of the same model.");
}

std::string warningOf(const Checkpoint& checkpoint) {
    if (checkpoint.nonFinite.empty()) return {};
    return "the weights hold values that are not finite numbers (first in " + inQuotes(checkpoint.nonFinite) +
           "): what is computed from them means nothing.";
}

} // namespace

std::shared_ptr<const Model> Model::load(const std::filesystem::path& folder, std::string name,
                                         const LoadProgress& progress) {
    return load(folder, chosenKernels(), std::move(name), progress);
}

std::shared_ptr<const Model> Model::load(const std::filesystem::path& folder, const Kernels& kernels, std::string name,
                                         const LoadProgress& progress) try {
    Checkpoint checkpoint = readCheckpoint(folder, progress);
    std::unique_ptr<const Tokenizer> tokenizer = loadTokenizer(folder, checkpoint.config.vocab);
    if (tokenizer) checkVocabulary(*tokenizer, checkpoint.config, folder);
    if (name.empty()) name = modelName(folder);
    std::string warning = warningOf(checkpoint);
    return std::make_shared<const Model>(std::move(name), folder, std::move(checkpoint.config),
                                         std::move(checkpoint.weights), std::move(tokenizer), std::move(warning), kernels);
} catch (const GivenUp&) {
    return nullptr;
}

Model::Model(std::string name, std::filesystem::path folder, Config config, Weights weights,
             std::unique_ptr<const Tokenizer> tokenizer, std::string warning)
    : Model(std::move(name), std::move(folder), std::move(config), std::move(weights), std::move(tokenizer),
            std::move(warning), chosenKernels()) {}

Model::Model(std::string name, std::filesystem::path folder, Config config, Weights weights,
             std::unique_ptr<const Tokenizer> tokenizer, std::string warning, const Kernels& kernels)
    : m_name(std::move(name)), m_folder(std::move(folder)), m_config(std::move(config)),
      m_weights(std::make_unique<const Weights>(std::move(weights))), m_tokenizer(std::move(tokenizer)),
      m_warning(std::move(warning)), m_kernels(kernels) {}

Model::~Model() = default;

} // namespace mayfly
