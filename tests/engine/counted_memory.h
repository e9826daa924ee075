#pragma once

// Counts what a test's program allocates, by an operator new of its own: to be included once in a program. The thread
// sanitizer has one too, so such tests are left out there.

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <new>

namespace countedmemory {

/// What this program has asked for and not given back, and the most that it ever was.
inline std::atomic<std::size_t> held = 0;
inline std::atomic<std::size_t> mostHeld = 0;
/// The most that it asked for at once.
inline std::atomic<std::size_t> largest = 0;

/// Several threads may ask at once.
inline void raise(std::atomic<std::size_t>& most, std::size_t value) {
    for (std::size_t before = most; before < value && !most.compare_exchange_weak(before, value);) {}
}

inline void* counted(void* p) {
    if (p == nullptr) std::abort();
    const std::size_t size = malloc_usable_size(p);
    raise(mostHeld, held += size);
    raise(largest, size);
    return p;
}

inline void release(void* p) {
    held -= malloc_usable_size(p);
    std::free(p);
}

/// The most bytes that an action held at any time beyond those that were held before; `largest` is the action's, too.
template<typename Action>
std::size_t mostHeldDuring(const Action& action) {
    const std::size_t before = held;
    mostHeld = before;
    largest = 0;
    action();
    return mostHeld - before;
}

} // namespace countedmemory

void* operator new(std::size_t size) {
    return countedmemory::counted(std::malloc(size));
}
void* operator new(std::size_t size, std::align_val_t alignment) {
    const auto step = std::size_t(alignment);
    return countedmemory::counted(std::aligned_alloc(step, (size + step - 1) / step * step));
}
// In a plain build this one rests on the first; the address sanitizer has one of its own.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
    return countedmemory::counted(std::malloc(size));
}
void operator delete(void* p) noexcept {
    countedmemory::release(p);
}
void operator delete(void* p, std::size_t) noexcept {
    countedmemory::release(p);
}
void operator delete(void* p, const std::nothrow_t&) noexcept {
    countedmemory::release(p);
}
void operator delete(void* p, std::align_val_t) noexcept {
    countedmemory::release(p);
}
void operator delete(void* p, std::size_t, std::align_val_t) noexcept {
    countedmemory::release(p);
}
