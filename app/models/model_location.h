#pragma once

#include <QString>

#include <filesystem>
#include <memory>
#include <string>

namespace mayfly {
struct Kernels;
class Model;
}

namespace models {

/// Where the model lies that Mayfly comes with: beside the program, where it was installed, or where it was built from.
/// Needs a QCoreApplication. Throws mayfly::Error (NotFound) saying where it was looked for.
std::filesystem::path builtInFolder();

/// A model's folder and the name that the reader sees.
struct ModelLocation {
    std::filesystem::path folder;
    std::string name;
};

/// Finds what --model means: "built-in", a folder, or a name in the Hugging Face cache such as openai-community/gpt2.
/// Throws mayfly::Error (NotFound) saying what was looked for and what to do.
ModelLocation locateModel(const QString& model);

/// Finds and loads, for the kernel of the environment or for that one. Throws mayfly::Error.
std::shared_ptr<const mayfly::Model> loadModel(const QString& model);
std::shared_ptr<const mayfly::Model> loadModel(const QString& model, const mayfly::Kernels& kernels);

} // namespace models
