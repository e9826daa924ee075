#pragma once

#include <QtGlobal>

#include <deque>
#include <optional>

namespace download {

/// How fast bytes have come of late, and how long the rest will take; times are given, so that it needs no clock.
class Pace {
public:
    /// At `milliseconds`, `bytes` of them were there. Fewer than before: counting begins again.
    void note(qint64 milliseconds, qint64 bytes);

    /// Bytes in a second, over the last ten seconds; none before a second has been seen.
    std::optional<double> speed() const;
    /// Seconds that the rest will take at that speed; none if it is not known, or nothing comes.
    std::optional<qint64> secondsLeft(qint64 total) const;

private:
    struct Sample {
        qint64 milliseconds;
        qint64 bytes;
    };

    std::deque<Sample> m_samples;
};

} // namespace download
