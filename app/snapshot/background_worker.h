#pragma once

#include "app/snapshot/background.h"
#include "app/snapshot/mailbox.h"

#include <QDebug>

#include <chrono>
#include <exception>
#include <optional>
#include <thread>
#include <utility>

/// A thread of its own that does one order after another. A newer order replaces one that waits; what is under way is
/// finished, also when this is destroyed. To be the last member of its owner, so that all that the work uses is there before
/// the thread starts and after it ends.
template <typename Order>
class BackgroundWorker {
public:
    /// How long to wait for the next order before the work is called without one; for ever if empty.
    using Patience = std::optional<std::chrono::milliseconds>;

    /// `work(std::optional<Order>&) -> Patience` is called on the thread alone. What it throws costs that one order: it is
    /// logged, and the next one is waited for.
    template <typename Work>
    explicit BackgroundWorker(Work work)
        : m_thread([this, work = std::move(work)]() mutable {
              stepBack();
              Patience patience;
              for (std::optional<Order> order; m_orders.wait(order, patience);) {
                  patience.reset();
                  try {
                      patience = work(order);
                  } catch (const std::exception& error) {
                      qWarning("%s", error.what());
                  }
              }
          }) {}

    ~BackgroundWorker() {
        m_orders.close();
        m_thread.join();
    }
    BackgroundWorker(const BackgroundWorker&) = delete;
    BackgroundWorker& operator=(const BackgroundWorker&) = delete;

    void put(Order order) { m_orders.put(std::move(order)); }

private:
    Mailbox<Order> m_orders;
    std::thread m_thread; ///< last, so that all it uses is there before it starts
};
