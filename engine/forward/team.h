#pragma once

#include <atomic>
#include <cstdint>
#include <functional>

namespace mayfly {

/// OpenMP's threads during one pass: one of them walks through the pass and hands out the tasks of each step, the others
/// wait for some. A step ends when its tasks are done, not when every thread has come by: one that the system has put
/// aside holds nobody up. Which thread does a task changes no result.
class Team {
public:
    /// Calls `body` on this thread with the whole team, or with a team of this thread alone where `alone`. What the body
    /// throws comes out of here; a task must not throw.
    static void gather(bool alone, const std::function<void(Team&)>& body);

    int size() const { return m_size; }

    /// Calls task(i, thread) for every i in [0, count), the first ones first, and returns when all are done; thread is in
    /// [0, size()). Fewer than 2^20 tasks.
    template<typename Task>
    void share(int count, const Task& task) {
        m_task = &task;
        m_call = [](const void* context, int i, int thread) { (*static_cast<const Task*>(context))(i, thread); };
        if (m_size == 1 || count < 2)
            for (int i = 0; i < count; ++i) m_call(m_task, i, 0);
        else
            handOut(count);
    }

private:
    explicit Team(int size) : m_size(size) {}

    void handOut(int count);
    void help(int thread);
    bool takeOne(int thread);

    int m_size;
    // Of the step at hand. Only who has claimed one of its tasks may look.
    const void* m_task = nullptr;
    void (*m_call)(const void*, int, int) = nullptr;
    /// The step's number, its count of tasks, and the next one to be claimed, in one word: a thread that comes late cannot
    /// claim from a later step what it meant to take from an earlier one.
    alignas(64) std::atomic<std::uint64_t> m_claims{0};
    alignas(64) std::atomic<int> m_done{0};
    std::atomic<bool> m_over{false};
};

} // namespace mayfly
