#pragma once

#include <QString>

namespace download {

/// Holds a file locked as long as it lives, in the way of Hugging Face's library (flock), so that two programs never write
/// the same blob. Where the system or the disk knows no such lock, it holds nothing and is said to be held.
class FileLock {
public:
    /// Tries once; the file is made.
    explicit FileLock(const QString& file);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    /// False if another program has it.
    bool isHeld() const { return m_held; }

private:
    int m_descriptor = -1;
    bool m_held = true;
};

} // namespace download
