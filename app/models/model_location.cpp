#include "app/models/model_location.h"

#include "engine/error.h"
#include "engine/forward/kernels.h"
#include "engine/model/hub.h"
#include "engine/model/model.h"

#include <QCoreApplication>
#include <QFile>

#include <vector>

namespace models {

namespace fs = std::filesystem;

namespace {

constexpr const char* builtIn = "built-in";

fs::path pathOf(const QString& text) {
    return fs::path(QFile::encodeName(text).toStdString());
}

/// In the order they are looked at: where a build, an unpacked archive and an installation have it.
std::vector<fs::path> builtInPlaces() {
    const fs::path program = pathOf(QCoreApplication::applicationDirPath());
    std::vector<fs::path> places = {program / "resources" / builtIn, program.parent_path() / "resources" / builtIn,
                                    program.parent_path() / "share" / "mayfly" / builtIn};
#ifdef MAYFLY_SOURCE_RESOURCES
    places.push_back(fs::path(MAYFLY_SOURCE_RESOURCES) / builtIn);
#endif
    return places;
}

bool isModelFolder(const fs::path& folder) {
    std::error_code error;
    return fs::is_regular_file(folder / "config.json", error);
}

[[noreturn]] void notFound(const char* sentence, const QString& first, const fs::path& second) {
    throw mayfly::Error(mayfly::ErrorKind::NotFound, QCoreApplication::translate("command", sentence)
                                                         .arg(first, QString::fromStdString(second.string()))
                                                         .toStdString());
}

} // namespace

fs::path builtInFolder() {
    const std::vector<fs::path> places = builtInPlaces();
    for (const fs::path& place : places)
        if (isModelFolder(place)) return place.lexically_normal();
    notFound(QT_TRANSLATE_NOOP("command", "the built-in model is neither in %1 nor in %2; install Mayfly again, or "
                                          "give another model's folder."),
             QString::fromStdString(places[0].string()), places[2].lexically_normal());
}

ModelLocation locateModel(const QString& model) {
    if (model == QLatin1String(builtIn)) return {builtInFolder(), builtIn};
    std::error_code error;
    const fs::path folder = pathOf(model);
    if (fs::is_directory(folder, error)) return {folder, mayfly::modelName(folder)};
    if (fs::exists(folder, error))
        notFound(QT_TRANSLATE_NOOP("command", "%1 is a file; give the folder that it is in, %2."), model,
                 folder.has_parent_path() ? folder.parent_path() : fs::path("."));
    const fs::path cache = mayfly::hubCache();
    const std::string name = model.toStdString();
    for (const mayfly::FoundModel& found : mayfly::findModels(cache))
        if (found.name == name) return {found.folder, found.name};
    notFound(QT_TRANSLATE_NOOP("command", "there is no model %1: it is neither a folder nor in the Hugging Face cache, "
                                          "%2; mayfly models lists those that are there."),
             model, cache);
}

std::shared_ptr<const mayfly::Model> loadModel(const QString& model) {
    return loadModel(model, mayfly::chosenKernels());
}

std::shared_ptr<const mayfly::Model> loadModel(const QString& model, const mayfly::Kernels& kernels) {
    const ModelLocation location = locateModel(model);
    return mayfly::Model::load(location.folder, kernels, location.name);
}

} // namespace models
