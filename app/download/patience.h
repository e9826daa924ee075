#pragma once

namespace download {

/// How long, in milliseconds, and how often a server is waited for.
struct Patience {
    int silence = 30'000;   ///< a connection that brings nothing for so long counts as broken
    int firstPause = 1'000; ///< before the second try; each further pause is twice as long
    int longestPause = 30'000;
    int tries = 6; ///< without anything new, before it is given up
};

/// The tries at one thing.
class Tries {
public:
    explicit Tries(const Patience& patience) : m_patience(patience) {}

    /// A try has failed: whether there is to be another.
    bool another() { return ++m_failed < m_patience.tries; }
    /// Something new has come, so that counting begins again.
    void forget() { m_failed = 0; }
    /// Milliseconds to wait before the next try.
    int pause() const;

private:
    Patience m_patience;
    int m_failed = 0;
};

} // namespace download
