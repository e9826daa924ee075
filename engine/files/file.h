#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>

namespace mayfly {

/// A file of a model, open for reading, and its length when it was opened.
struct OpenFile {
    std::ifstream stream;
    std::uint64_t size = 0;
};

/// Whether something of that name is there. A link into nowhere and what cannot be reached are: requireFile says what is the
/// matter with them.
bool isListed(const std::filesystem::path& file);

/// Throws Error unless `file` is a regular file that holds what it is named for: NotFound if it is not there, cannot be
/// reached, is a link into nowhere (an interrupted download), a folder, or something that would block, such as a pipe;
/// Unsupported if it is a Git LFS pointer, with how to fetch it.
void requireFile(const std::filesystem::path& file);

/// `requireFile`, then opens it. NotFound as well if it cannot be opened.
OpenFile openFile(const std::filesystem::path& file);

/// `openFile` for settings and vocabularies. Malformed as well if it has more than 128 MiB, which none has.
OpenFile openSettings(const std::filesystem::path& file);

} // namespace mayfly
