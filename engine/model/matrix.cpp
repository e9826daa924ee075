#include "engine/model/matrix.h"

#include <cstdint>
#include <new>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace mayfly {

namespace {

constexpr std::align_val_t cacheLine{64};

/// Only what fills a huge page becomes one, so that no memory is wasted.
void askForHugePages([[maybe_unused]] void* bytes, [[maybe_unused]] std::size_t size) {
#ifdef MADV_HUGEPAGE
    constexpr std::uintptr_t page = 2 << 20;
    const auto first = (reinterpret_cast<std::uintptr_t>(bytes) + page - 1) / page * page;
    const auto end = (reinterpret_cast<std::uintptr_t>(bytes) + size) / page * page;
    // A wish: where it is not granted, small pages do.
    if (first < end) madvise(reinterpret_cast<void*>(first), end - first, MADV_HUGEPAGE);
#endif
}

} // namespace

void* allocateBytes(std::size_t size) {
    void* bytes = ::operator new(size, cacheLine);
    askForHugePages(bytes, size);
    return bytes;
}

void freeBytes(void* bytes) { ::operator delete(bytes, cacheLine); }

} // namespace mayfly
