#include "engine/files/file.h"

#include "engine/error.h"

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>

namespace mayfly {

namespace fs = std::filesystem;

namespace {

[[noreturn]] void fail(ErrorKind kind, const fs::path& file, const std::string& what) {
    throw Error(kind, file.string() + ' ' + what);
}

constexpr std::uint64_t largestSettings = 128U << 20U;
constexpr std::uint64_t largestPointer = 1024;

/// Git LFS leaves this text in place of a large file until `git lfs pull` is run.
bool isLfsPointer(const fs::path& file) {
    static constexpr std::string_view mark = "version https://git-lfs.github.com/";
    std::error_code error;
    // What claims to be empty is not touched: among the system's own files are some that never end.
    const std::uintmax_t size = fs::file_size(file, error);
    if (error || size < mark.size() || size > largestPointer) return false;
    std::array<char, mark.size()> start{};
    std::ifstream(file, std::ios::binary).read(start.data(), std::streamsize(start.size()));
    return std::string_view(start.data(), start.size()) == mark;
}

} // namespace

bool isListed(const fs::path& file) {
    std::error_code error;
    return fs::symlink_status(file, error).type() != fs::file_type::not_found;
}

void requireFile(const fs::path& file) {
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    std::error_code ignored;
    if (status.type() == fs::file_type::not_found && fs::is_symlink(fs::symlink_status(file, ignored)))
        fail(ErrorKind::NotFound, file,
             "is a link to a file that is not there: the download was interrupted, fetch the model again.");
    if (status.type() == fs::file_type::not_found) fail(ErrorKind::NotFound, file, "is not there.");
    // Links that go round in a circle, a name that is too long, a folder that may not be entered.
    if (!fs::exists(status)) fail(ErrorKind::NotFound, file, "cannot be read: " + error.message() + '.');
    // A device or a pipe would block, or never end.
    if (!fs::is_regular_file(status)) fail(ErrorKind::NotFound, file, "is not a file.");
    if (isLfsPointer(file))
        fail(ErrorKind::Unsupported, file,
             "is a Git LFS pointer and not the file itself: run \"git lfs pull\" in its folder to fetch it.");
}

OpenFile openFile(const fs::path& file) {
    requireFile(file);
    errno = 0;
    OpenFile open{std::ifstream(file, std::ios::binary | std::ios::ate), 0};
    const std::streamoff size = open.stream ? std::streamoff(open.stream.tellg()) : -1;
    if (size < 0) fail(ErrorKind::NotFound, file, "cannot be read: " + std::generic_category().message(errno) + '.');
    open.size = std::uint64_t(size);
    open.stream.seekg(0);
    return open;
}

OpenFile openSettings(const fs::path& file) {
    OpenFile open = openFile(file);
    if (open.size > largestSettings)
        fail(ErrorKind::Malformed, file,
             "has " + std::to_string(open.size) + " bytes; more than 128 MiB cannot be right for such a file.");
    return open;
}

} // namespace mayfly
