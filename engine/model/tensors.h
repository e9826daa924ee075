#pragma once

#include "engine/model/load_progress.h"
#include "engine/model/safetensors.h"

namespace mayfly {

/// What reading throws when its progress says no. Not an Error: nothing went wrong.
struct GivenUp {};

/// The tensors of one model by name, whichever file they are in.
class Tensors {
public:
    /// Reads the headers of the weight files of a folder. `base` is what the family's class for language models puts
    /// before the names of its trunk: "transformer.". Throws Error as findWeightFiles and SafeTensors do; Malformed for
    /// a tensor that is in two files, or not in the one that the index names.
    Tensors(const std::filesystem::path& folder, std::string base, LoadProgress progress);

    /// Whether there is a tensor of that name, with or without the base before it.
    bool has(const std::string& name) const { return find(name) != m_fileOf.end(); }
    /// Reads a tensor. Throws Error as SafeTensors::readStored does, NotFound for one that is nowhere, and GivenUp.
    Stored read(const std::string& name, const TensorShape& shape);

    /// Bytes of all tensors.
    std::uint64_t bytes() const { return m_bytes; }
    /// The first tensor read that holds a NaN or an infinity; empty if none does.
    const std::string& nonFinite() const { return m_nonFinite; }

private:
    using FileOf = std::map<std::string, std::size_t>;

    void checkIndex(const FileOf& index) const;
    FileOf::const_iterator find(const std::string& name) const;
    void report(std::uint64_t bytes);

    std::filesystem::path m_folder;
    std::string m_base;
    LoadProgress m_progress;
    std::vector<SafeTensors> m_files;
    FileOf m_fileOf;
    std::uint64_t m_bytes = 0;
    std::uint64_t m_done = 0;
    std::string m_nonFinite;
};

} // namespace mayfly
