#include "engine/model/memory.h"

#include "engine/error.h"

#include <cstdio>
#include <fstream>

namespace mayfly {

namespace {

/// "3.2 GB", in units of 1000 as files are listed.
std::string gigabytes(std::uint64_t bytes) {
    char text[32];
    std::snprintf(text, sizeof text, "%.1f GB", double(bytes) * 1e-9);
    return text;
}

} // namespace

std::uint64_t availableMemory() {
    std::ifstream file("/proc/meminfo");
    std::string name;
    std::uint64_t kibibytes = 0;
    std::string unit;
    while (file >> name >> kibibytes) {
        if (name == "MemAvailable:") return kibibytes * 1024;
        std::getline(file, unit);
    }
    return 0;
}

void requireMemory(const std::string& model, std::uint64_t needed, std::uint64_t available) {
    if (available == 0 || needed <= available) return;
    throw Error(ErrorKind::Unsupported, model + " needs " + gigabytes(needed) + " of memory, and only " +
                                            gigabytes(available) +
                                            " are free: close other programs, or take a smaller model.");
}

} // namespace mayfly
