#pragma once

#include "engine/model/config.h"
#include "engine/model/load_progress.h"
#include "engine/text/tokenizer.h"

#include <filesystem>
#include <memory>
#include <string>

namespace mayfly {

struct Kernels;
struct Weights;

/// A configuration, its weights and its tokenizer; const after `load`, so every thread may share it.
class Model {
public:
    /// Loads a folder in Hugging Face's layout. `name` is what the reader sees; `modelName(folder)` (hub.h) if empty.
    /// Throws Error with one sentence, also where the tokenizer's files cannot be used or have ids beyond the embedding
    /// (an embedding that is larger is usual padding); nothing of a failed load stays behind. Null where `progress` gave
    /// it up.
    static std::shared_ptr<const Model> load(const std::filesystem::path& folder, std::string name = {},
                                             const LoadProgress& progress = {});
    /// The same, with a kernel that the caller has chosen.
    static std::shared_ptr<const Model> load(const std::filesystem::path& folder, const Kernels& kernels,
                                             std::string name = {}, const LoadProgress& progress = {});

    Model(std::string name, std::filesystem::path folder, Config config, Weights weights,
          std::unique_ptr<const Tokenizer> tokenizer, std::string warning = {});
    Model(std::string name, std::filesystem::path folder, Config config, Weights weights,
          std::unique_ptr<const Tokenizer> tokenizer, std::string warning, const Kernels& kernels);
    ~Model();

    const std::string& name() const { return m_name; }
    const std::filesystem::path& folder() const { return m_folder; }
    const Config& config() const { return m_config; }
    /// Null where the folder has no tokenizer files: such a model takes ids only.
    const Tokenizer* tokenizer() const { return m_tokenizer.get(); }
    const Weights& weights() const { return *m_weights; }
    /// What its passes are computed with: `chosenKernels()` (forward/kernels.h) unless the constructor was given others.
    const Kernels& kernels() const { return m_kernels; }
    /// One sentence about something that the reader should know, such as weights that are not numbers; empty if none.
    const std::string& warning() const { return m_warning; }

private:
    std::string m_name;
    std::filesystem::path m_folder;
    Config m_config;
    std::unique_ptr<const Weights> m_weights;
    std::unique_ptr<const Tokenizer> m_tokenizer;
    std::string m_warning;
    const Kernels& m_kernels;
};

} // namespace mayfly
