#include "engine/forward/team.h"

#include <omp.h>

#include <exception>
#include <thread>

namespace mayfly {

namespace {

constexpr int indexBits = 20;
constexpr std::uint64_t indexMask = (1U << indexBits) - 1;

/// Waits a little: in the next moments there may be work, and later the processor belongs to others first.
void pause(int& idle) {
    if (++idle > 2000) return std::this_thread::yield();
#if defined(__x86_64__)
    __builtin_ia32_pause();
#elif defined(__aarch64__)
    asm volatile("yield");
#endif
}

} // namespace

void Team::gather(bool alone, const std::function<void(Team&)>& body) {
    Team team(alone ? 1 : omp_get_max_threads());
    if (team.m_size == 1) return body(team);
    std::exception_ptr thrown;
#pragma omp parallel num_threads(team.m_size)
    if (omp_get_thread_num() > 0) {
        team.help(omp_get_thread_num());
    } else {
        try {
            body(team);
        } catch (...) {
            thrown = std::current_exception();
        }
        team.m_over.store(true, std::memory_order_release);
    }
    if (thrown) std::rethrow_exception(thrown);
}

void Team::handOut(int count) {
    m_done.store(0, std::memory_order_relaxed);
    const std::uint64_t step = (m_claims.load(std::memory_order_relaxed) >> (2 * indexBits)) + 1;
    m_claims.store(step << (2 * indexBits) | std::uint64_t(count) << indexBits, std::memory_order_release);
    while (takeOne(0)) {}
    for (int idle = 0; m_done.load(std::memory_order_acquire) < count;) pause(idle);
}

void Team::help(int thread) {
    for (int idle = 0; !m_over.load(std::memory_order_acquire);) {
        if (takeOne(thread))
            idle = 0;
        else
            pause(idle);
    }
}

/// Does the next task; false if there is none.
bool Team::takeOne(int thread) {
    std::uint64_t claims = m_claims.load(std::memory_order_acquire);
    do {
        if ((claims & indexMask) >= (claims >> indexBits & indexMask)) return false;
    } while (!m_claims.compare_exchange_weak(claims, claims + 1, std::memory_order_acq_rel, std::memory_order_acquire));
    m_call(m_task, int(claims & indexMask), thread);
    m_done.fetch_add(1, std::memory_order_release);
    return true;
}

} // namespace mayfly
