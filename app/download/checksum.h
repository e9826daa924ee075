#pragma once

#include <QByteArray>
#include <QCryptographicHash>

namespace download {

/// The checksum by which the Hub names a file: SHA-256 of large ones, and Git's own of the rest, which is SHA-1 of
/// "blob SIZE", a zero byte and the contents. The name tells which by its length.
class Checksum {
public:
    /// Whether `name` is the name of either kind: 64 or 40 lower-case hexadecimal digits.
    static bool isName(const QByteArray& name);

    /// `name` must be one; `size` is the whole file's, in bytes.
    Checksum(QByteArray name, qint64 size);

    void add(const QByteArray& bytes);
    /// Begins again.
    void reset();
    bool matches() const;

private:
    QByteArray m_name;
    qint64 m_size;
    QCryptographicHash m_hash;
};

} // namespace download
