#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <utility>

/// Where one thread leaves something for another: what is newer replaces what still waits there.
template <typename Value>
class Mailbox {
public:
    /// Returns whether nothing waited, so that who takes has to be told; while something waits, that is still to come.
    bool put(Value value) {
        std::optional<Value> letter(std::move(value));
        {
            const std::lock_guard lock(m_mutex);
            std::swap(letter, m_value);
        }
        m_changed.notify_one();
        return !letter; // what was replaced is let go of without the lock
    }

    /// What waits, if anything.
    std::optional<Value> take() {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_value, std::nullopt);
    }

    /// Lets go of `value`, and waits until there is another or `atMost` is over, which leaves it empty. False once closed.
    bool wait(std::optional<Value>& value, std::optional<std::chrono::milliseconds> atMost = {}) {
        value.reset();
        std::unique_lock lock(m_mutex);
        const auto called = [this] { return m_closed || m_value; };
        if (atMost)
            m_changed.wait_for(lock, *atMost, called);
        else
            m_changed.wait(lock, called);
        value = std::exchange(m_value, std::nullopt);
        return !m_closed;
    }

    /// Who waits stops waiting, now and later.
    void close() {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_changed.notify_one();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<Value> m_value;
    bool m_closed = false;
};
