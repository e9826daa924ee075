#include "engine/model/fingerprint.h"

#include "engine/files/file.h"
#include "engine/model/model_folder.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <vector>

namespace mayfly {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t blockBytes = 1U << 16U;
constexpr std::uint64_t mostBlocks = 1U << 14U; ///< of one file: 1 GiB

/// The files beside the weights that say what a model does with a text.
constexpr std::array<const char*, 7> smallFiles{"config.json",           "tokenizer.json",          "vocab.json",
                                                "merges.txt",            "tokenizer_config.json",   "special_tokens_map.json",
                                                "added_tokens.json"};

/// Four sums side by side, of 64 bits each; a step is a bijection of the word that it takes, so that one changed word
/// always changes its sum.
class Hash {
public:
    /// A piece; its length counts, and a last word that is not full is filled up with zeros.
    void add(const char* bytes, std::size_t length) {
        take(0, length);
        std::size_t at = 0;
        for (; at + 32 <= length; at += 32)
            for (std::size_t lane = 0; lane < 4; ++lane) take(lane, wordAt(bytes + at + 8 * lane, 8));
        for (; at < length; at += 8) take(1, wordAt(bytes + at, std::min<std::size_t>(8, length - at)));
    }
    void add(std::uint64_t number) { take(2, number); }

    std::string digits() const {
        std::uint64_t first = 0;
        std::uint64_t second = 0;
        for (std::size_t lane = 0; lane < 4; ++lane) {
            first = mixed(first + m_lanes[lane]);
            second = mixed(second * 3 + std::rotl(m_lanes[lane], 32) + 1);
        }
        return hexadecimal(first) + hexadecimal(second);
    }

private:
    static std::uint64_t wordAt(const char* bytes, std::size_t length) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes, length);
        return word;
    }
    void take(std::size_t lane, std::uint64_t word) {
        m_lanes[lane] = std::rotl((m_lanes[lane] ^ word) * 0x9E3779B97F4A7C15U, 29) + 0x632BE59BD9B4E019U;
    }
    static std::uint64_t mixed(std::uint64_t x) {
        x = (x ^ (x >> 32U)) * 0xD6E8FEB86659FD93U;
        x = (x ^ (x >> 29U)) * 0xA0761D6478BD642FU;
        return x ^ (x >> 32U);
    }
    static std::string hexadecimal(std::uint64_t value) {
        std::string digits;
        for (int shift = 60; shift >= 0; shift -= 4) digits += "0123456789abcdef"[(value >> unsigned(shift)) & 15U];
        return digits;
    }

    std::array<std::uint64_t, 4> m_lanes{1, 2, 3, 4};
};

/// False if given up.
bool addFile(const fs::path& file, const std::function<bool()>& giveUp, Hash& hash) {
    OpenFile open = openFile(file);
    hash.add(open.size);
    const std::uint64_t blocks = (open.size + blockBytes - 1) / blockBytes;
    const std::uint64_t taken = std::min(blocks, mostBlocks);
    std::vector<char> block(blockBytes);
    for (std::uint64_t i = 0; i < taken; ++i) {
        if (giveUp && giveUp()) return false;
        const std::uint64_t at = taken < blocks ? i * (blocks - 1) / (taken - 1) : i;
        if (taken < blocks) open.stream.seekg(std::streamoff(at * blockBytes));
        open.stream.read(block.data(), std::streamsize(block.size()));
        hash.add(block.data(), std::size_t(open.stream.gcount()));
        open.stream.clear();
    }
    return true;
}

} // namespace

std::optional<std::string> fingerprintOf(const fs::path& folder, const std::function<bool()>& giveUp) {
    std::vector<fs::path> files = findWeightFiles(folder).files;
    for (const char* name : smallFiles) files.push_back(folder / name);
    Hash hash;
    for (const fs::path& file : files) {
        std::error_code error;
        const bool there = fs::exists(file, error);
        hash.add(std::uint64_t(there)); // so that one file's content cannot be taken for the next one's
        if (there && !addFile(file, giveUp, hash)) return std::nullopt;
    }
    return hash.digits();
}

} // namespace mayfly
