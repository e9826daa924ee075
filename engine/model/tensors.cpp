#include "engine/model/tensors.h"

#include "engine/error.h"
#include "engine/files/in_quotes.h"
#include "engine/model/model_folder.h"

#include <utility>

namespace mayfly {

Tensors::Tensors(const std::filesystem::path& folder, std::string base, LoadProgress progress)
    : m_folder(folder), m_base(std::move(base)), m_progress(std::move(progress)) {
    const WeightFiles found = findWeightFiles(folder);
    for (const auto& path : found.files) {
        for (const auto& [name, info] : m_files.emplace_back(path).tensors()) {
            m_bytes += info.end - info.begin;
            if (const auto [at, isNew] = m_fileOf.emplace(name, m_files.size() - 1); !isNew)
                throw Error(ErrorKind::Malformed, "tensor " + inQuotes(name) + " is in two files, " +
                                                      m_files[at->second].file().string() + " and " + path.string() +
                                                      '.');
        }
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

Tensors::FileOf::const_iterator Tensors::find(const std::string& name) const {
    const auto plain = m_fileOf.find(name);
    return plain != m_fileOf.end() ? plain : m_fileOf.find(m_base + name);
}

Stored Tensors::read(const std::string& name, const TensorShape& shape) {
    const auto at = find(name);
    if (at == m_fileOf.end())
        throw Error(ErrorKind::NotFound, m_folder.string() + ": the weights lack tensor " + inQuotes(name) +
                                             ", which its config.json calls for.");
    Stored values =
        m_files[at->second].readStored(at->first, shape, [this](std::uint64_t bytes) { report(bytes); });
    if (!allFinite(values) && m_nonFinite.empty()) m_nonFinite = at->first;
    return values;
}

void Tensors::report(std::uint64_t bytes) {
    m_done += bytes;
    if (m_progress && !m_progress(m_done, m_bytes)) throw GivenUp{};
}

} // namespace mayfly
