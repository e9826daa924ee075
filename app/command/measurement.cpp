#include "app/command/measurement.h"

#include "engine/forward/cost.h"
#include "engine/forward/forward.h"
#include "engine/reading/head_maps.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <map>
#include <mutex>
#include <random>
#include <thread>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace command {

namespace {

constexpr int fewest = 3;
constexpr int most = 30;
constexpr double enough = 1500; // milliseconds for one row

/// From now on the peak is that of what follows. What was freed, but not given back to the system, is no part of it.
void forgetPeak() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly)) file.write("5");
}

/// A line of what the system says about this program, in bytes; 0 where it does not say.
qint64 bytesOf(const char* name) {
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    for (const QByteArray& line : file.readAll().split('\n'))
        if (line.startsWith(name)) return line.sliced(qsizetype(qstrlen(name))).trimmed().split(' ').front().toLongLong() * 1024;
    return 0;
}

std::vector<mayfly::TokenId> randomTokens(int count, int vocabulary) {
    std::minstd_rand random(7);
    std::vector<mayfly::TokenId> ids;
    for (int i = 0; i < count; ++i) ids.push_back(mayfly::TokenId(random() % unsigned(vocabulary)));
    return ids;
}

class Bench {
public:
    Bench(const mayfly::Model& model, const mayfly::Limits& limits) : m_model(model), m_limits(limits) {}

    /// Computes the tokens from `kept` on, again and again.
    Measurement run(const QString& work, int tokens, int kept) const {
        std::vector<mayfly::TokenId> ids = randomTokens(tokens, m_model.config().vocab);
        const auto before = kept > 0 ? mayfly::forward(m_model, {ids.data(), std::size_t(kept)}) : nullptr;
        forgetPeak();
        const qint64 resident = bytesOf("VmRSS:");
        std::vector<double> times;
        double all = 0;
        while (int(times.size()) < fewest || (all < enough && int(times.size()) < most)) {
            QElapsedTimer timer;
            timer.start();
            const auto trace = mayfly::forward(m_model, ids, {}, before.get());
            times.push_back(double(timer.nsecsElapsed()) * 1e-6);
            all += times.back();
        }
        const qint64 peak = bytesOf("VmHWM:");
        const std::vector<double> mapTimes = timesOfMaps(ids, before.get());
        return judged({.work = work, .tokens = tokens, .kept = kept, .peakBytes = peak, .passBytes = peak - resident}, times,
                      mapTimes);
    }

private:
    /// What the maps of all heads take, beside a pass on the thread that has most of them, and before and after it.
    std::vector<double> timesOfMaps(const std::vector<mayfly::TokenId>& ids, const mayfly::Trace* before) const {
        const mayfly::HeadMaps mapsBefore = before ? mayfly::mapHeads(*before) : mayfly::HeadMaps();
        std::vector<double> times;
        while (int(times.size()) < fewest) {
            QElapsedTimer timer;
            timer.start();
            mayfly::HeadMapping mapping(mayfly::TraceLayout(m_model.config()), m_model.config().causal, int(ids.size()),
                                        before ? &mapsBefore : nullptr, before ? before->tokens() : 0);
            qint64 alone = timer.nsecsElapsed();
            std::mutex mutex;
            std::map<std::thread::id, qint64> beside; // nanoseconds
            const auto trace = mayfly::forward(m_model, ids, {}, before, {}, [&](const mayfly::FreshWeights& weights) {
                QElapsedTimer looking;
                looking.start();
                mapping.look(weights);
                const qint64 took = looking.nsecsElapsed();
                const std::lock_guard lock(mutex);
                beside[std::this_thread::get_id()] += took;
            });
            timer.start();
            mapping.finish(*trace);
            alone += timer.nsecsElapsed();
            qint64 longest = 0;
            for (const auto& [thread, took] : beside) longest = std::max(longest, took);
            times.push_back(double(alone + longest) * 1e-6);
        }
        return times;
    }

    Measurement judged(Measurement row, std::vector<double> times, std::vector<double> mapTimes) const {
        std::sort(times.begin(), times.end());
        std::sort(mapTimes.begin(), mapTimes.end());
        row.median = times[times.size() / 2];
        row.maps = mapTimes[mapTimes.size() / 2];
        row.least = times.front();
        const mayfly::Cost cost = mayfly::costOf(m_model, row.kept, row.tokens);
        row.gflops = cost.flops * 1e-6 / row.least;
        row.gigabytesPerSecond = cost.bytes * 1e-6 / row.least;
        row.ratioToLimit = row.work == QLatin1String("append") ? row.gigabytesPerSecond / m_limits.gigabytesPerSecond
                                                               : row.gflops / m_limits.gflops;
        return row;
    }

    const mayfly::Model& m_model;
    const mayfly::Limits& m_limits;
};

} // namespace

void measure(const mayfly::Model& model, const Measuring& measuring, const mayfly::Limits& limits,
             const std::function<void(const Measurement&)>& take) {
    const Bench bench(model, limits);
    for (const int tokens : measuring.tokens) {
        if (tokens > model.config().context) continue;
        take(bench.run(QStringLiteral("full"), tokens, 0));
        take(bench.run(QStringLiteral("append"), tokens, tokens - 1));
        for (const int percent : measuring.edits)
            take(bench.run(QStringLiteral("edit"), tokens, std::min(int(qint64(tokens) * percent / 100), tokens - 1)));
    }
}

} // namespace command
