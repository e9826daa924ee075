#include "app/download/checksum.h"

#include <algorithm>
#include <utility>

namespace download {

namespace {

constexpr qsizetype gitDigits = 40;
constexpr qsizetype sha256Digits = 64;

bool isDigit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

} // namespace

bool Checksum::isName(const QByteArray& name) {
    return (name.size() == gitDigits || name.size() == sha256Digits) && std::all_of(name.begin(), name.end(), isDigit);
}

Checksum::Checksum(QByteArray name, qint64 size)
    : m_name(std::move(name)), m_size(size),
      m_hash(m_name.size() == gitDigits ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256) {
    reset();
}

void Checksum::reset() {
    m_hash.reset();
    if (m_name.size() == gitDigits) m_hash.addData("blob " + QByteArray::number(m_size) + '\0');
}

void Checksum::add(const QByteArray& bytes) { m_hash.addData(bytes); }

bool Checksum::matches() const { return m_hash.result().toHex() == m_name; }

} // namespace download
