#pragma once

#include "engine/error.h"
#include "engine/text/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

/// What fuzz targets share. A target is the function that libFuzzer calls with one input after another; it lets a
/// reader have the input as its file and says what must hold whatever is in it.
namespace fuzz {

/// Ends the program, which libFuzzer reports together with the input, unless `holds`.
inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

/// Whether a message can be shown as it is: one line of UTF-8 that ends as a sentence does and is not endless.
inline bool isSentence(std::string_view text) {
    for (const char c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) return false;
    return text.ends_with('.') && text.size() < 1000 && mayfly::isValidUtf8(text);
}

/// Calls a reader, which may refuse its input with an Error, but with no other exception and only in a sentence.
/// Returns whether it took it.
template<typename Read>
bool takes(const Read& read) {
    try {
        read();
        return true;
    } catch (const mayfly::Error& error) {
        if (!isSentence(error.what())) std::fprintf(stderr, "said: %s\n", error.what());
        require(isSentence(error.what()), "the refusal is not a sentence");
        return false;
    }
}

/// Cuts an input at its NULs, which no text file holds, into the contents of several files; the last one has the rest.
template<std::size_t count>
std::array<std::string_view, count> cut(std::string_view input) {
    std::array<std::string_view, count> parts;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        const std::size_t end = std::min(input.find('\0'), input.size());
        parts[i] = input.substr(0, end);
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    parts.back() = input;
    return parts;
}

/// A folder that lies in memory where the system has such a place, so that an input costs microseconds; gone with the
/// program.
class Folder {
public:
    Folder() {
        std::string name = std::filesystem::exists("/dev/shm") ? "/dev/shm/mayfly-XXXXXX" : "/tmp/mayfly-XXXXXX";
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("cannot make a folder like " + name);
        m_path = name;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::filesystem::path path(const char* name = "") const { return m_path / name; }

    /// Writes a file; one without content is not there.
    void write(const char* name, std::string_view content) const {
        if (content.empty()) {
            std::filesystem::remove(path(name));
            return;
        }
        std::ofstream file(path(name), std::ios::binary);
        file.write(content.data(), std::streamsize(content.size()));
    }

private:
    std::filesystem::path m_path;
};

/// A safetensors file with this header and data.
inline std::string safetensors(std::string_view header, std::string_view data) {
    std::string file;
    for (int shift = 0; shift < 64; shift += 8) file.push_back(char(std::uint64_t(header.size()) >> shift & 0xFFU));
    return file.append(header).append(data);
}

} // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// The input of that function as text.
inline std::string_view asText(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}
