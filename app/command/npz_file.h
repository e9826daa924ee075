#pragma once

#include <QString>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

struct zip;

namespace command {

/// NumPy's archive: a ZIP file with one .npy file an array. libzip writes it, since it does the 64-bit sizes, the
/// checksums and the change of the finished file for the old one.
class NpzFile {
public:
    /// Throws mayfly::Error, as `close` does, naming the file and the reason.
    explicit NpzFile(const QString& file);
    ~NpzFile(); ///< without `close`, nothing is written

    /// The bytes of one row of an array, all of equal length; called in order while the file is being closed.
    using Row = std::function<std::string(std::size_t row)>;

    /// `type` is NumPy's: "<i4" or "<f4", both four bytes wide. Rows are cells of the last dimension.
    void add(const std::string& name, const std::string& type, const std::vector<std::size_t>& shape, Row row);
    void close();

private:
    [[noreturn]] void fail() const;

    QString m_file;
    std::unique_ptr<zip, void (*)(zip*)> m_archive;
};

/// The start of a .npy file, a multiple of 64 bytes long.
std::string npyHeader(const std::string& type, const std::vector<std::size_t>& shape);

} // namespace command
