#include "app/command/npz_file.h"

#include "app/saving/whole_file.h"
#include "engine/error.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include <zip.h>

namespace command {

namespace {

static_assert(std::endian::native == std::endian::little, "arrays are written as they lie in memory");

constexpr std::size_t itemBytes = 4;
constexpr zip_uint16_t firstDosDate = 0x21; ///< 1 January 1980, so that the same trace makes the same file

/// An array as libzip reads it: the header, then row after row.
class ArrayBytes {
public:
    ArrayBytes(std::string header, std::size_t rows, std::size_t rowBytes, NpzFile::Row row)
        : m_header(std::move(header)), m_rows(rows), m_rowBytes(rowBytes), m_row(std::move(row)) {}

    zip_uint64_t size() const { return m_header.size() + m_rows * m_rowBytes; }

    void rewind() {
        m_next = 0;
        m_used = 0;
        m_piece = m_header;
    }

    zip_int64_t read(char* out, zip_uint64_t length) {
        zip_uint64_t done = 0;
        while (done < length && fill()) {
            const std::size_t part = std::min(std::size_t(length - done), m_piece.size() - m_used);
            std::memcpy(out + done, m_piece.data() + m_used, part);
            m_used += part;
            done += part;
        }
        return zip_int64_t(done);
    }

private:
    /// False at the end.
    bool fill() {
        while (m_used == m_piece.size()) {
            if (m_next == m_rows) return false;
            m_piece = m_row(m_next++);
            m_used = 0;
        }
        return true;
    }

    std::string m_header;
    std::size_t m_rows;
    std::size_t m_rowBytes;
    NpzFile::Row m_row;
    std::size_t m_next = 0; ///< row
    std::string m_piece;    ///< the header or a row
    std::size_t m_used = 0; ///< bytes of it that were read
};

zip_int64_t describe(const ArrayBytes& array, void* data, zip_uint64_t length) {
    if (length < sizeof(zip_stat_t)) return -1;
    zip_stat_t stat;
    zip_stat_init(&stat);
    stat.valid = ZIP_STAT_SIZE;
    stat.size = array.size();
    std::memcpy(data, &stat, sizeof stat);
    return sizeof stat;
}

/// What libzip calls; no exception may pass through it.
zip_int64_t serve(void* state, void* data, zip_uint64_t length, zip_source_cmd_t what) noexcept {
    auto* array = static_cast<ArrayBytes*>(state);
    switch (what) {
    case ZIP_SOURCE_SUPPORTS:
        return ZIP_SOURCE_SUPPORTS_READABLE;
    case ZIP_SOURCE_OPEN:
        array->rewind();
        return 0;
    case ZIP_SOURCE_READ:
        return array->read(static_cast<char*>(data), length);
    case ZIP_SOURCE_STAT:
        return describe(*array, data, length);
    case ZIP_SOURCE_CLOSE:
        return 0;
    case ZIP_SOURCE_FREE:
        delete array;
        return 0;
    default:
        return -1;
    }
}

std::size_t product(const std::vector<std::size_t>& sides) {
    std::size_t all = 1;
    for (const std::size_t side : sides) all *= side;
    return all;
}

[[noreturn]] void failToWrite(const QString& file, const char* reason) {
    const QString sentence = QCoreApplication::translate("command", "cannot write %1: %2.");
    throw mayfly::Error(mayfly::ErrorKind::NotWritten, sentence.arg(file, QString::fromUtf8(reason)).toStdString());
}

zip_t* open(const QString& file) {
    saving::requirePlaceForFile(file);
    int code = 0;
    zip_t* archive = zip_open(QFile::encodeName(file).constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (archive != nullptr) return archive;
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string reason = zip_error_strerror(&error);
    zip_error_fini(&error);
    failToWrite(file, reason.c_str());
}

} // namespace

NpzFile::NpzFile(const QString& file) : m_file(file), m_archive(open(file), zip_discard) {}

NpzFile::~NpzFile() = default;

void NpzFile::add(const std::string& name, const std::string& type, const std::vector<std::size_t>& shape, Row row) {
    const std::size_t width = shape.empty() ? 1 : shape.back();
    const std::size_t rows = width == 0 ? 0 : product(shape) / width;
    auto array = std::make_unique<ArrayBytes>(npyHeader(type, shape), rows, width * itemBytes, std::move(row));
    zip_source_t* source = zip_source_function(m_archive.get(), serve, array.get());
    if (source == nullptr) fail();
    array.release(); // ZIP_SOURCE_FREE deletes it
    const zip_int64_t at = zip_file_add(m_archive.get(), (name + ".npy").c_str(), source, ZIP_FL_ENC_UTF_8);
    if (at < 0) {
        zip_source_free(source);
        fail();
    }
    zip_set_file_compression(m_archive.get(), zip_uint64_t(at), ZIP_CM_STORE, 0);
    zip_file_set_dostime(m_archive.get(), zip_uint64_t(at), 0, firstDosDate, 0);
}

void NpzFile::close() {
    if (zip_close(m_archive.get()) != 0) fail();
    [[maybe_unused]] const zip* closed = m_archive.release();
}

void NpzFile::fail() const {
    failToWrite(m_file, zip_strerror(m_archive.get()));
}

std::string npyHeader(const std::string& type, const std::vector<std::size_t>& shape) {
    constexpr std::size_t alignment = 64;
    const std::string magic("\x93NUMPY\x01\x00", 8);
    std::string header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (";
    for (const std::size_t side : shape) header += std::to_string(side) + ", ";
    header += "), }";
    const std::size_t used = magic.size() + 2 + header.size() + 1;
    header.append((alignment - used % alignment) % alignment, ' ');
    header += '\n';
    return magic + char(header.size() & 0xFFU) + char(header.size() >> 8U) + header;
}

} // namespace command
