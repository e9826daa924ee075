#include "app/download/file_lock.h"

#ifdef __linux__
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace download {

#ifdef __linux__
FileLock::FileLock(const QString& file)
    : m_descriptor(::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644)) {
    if (m_descriptor >= 0 && ::flock(m_descriptor, LOCK_EX | LOCK_NB) != 0) m_held = errno != EWOULDBLOCK;
}

FileLock::~FileLock() {
    if (m_descriptor >= 0) ::close(m_descriptor);
}
#else
FileLock::FileLock(const QString&) {}
FileLock::~FileLock() = default;
#endif

} // namespace download
