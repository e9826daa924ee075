#pragma once

#include "app/saving/whole_file.h"

#include <QString>

#include <optional>
#include <string_view>

namespace command {

/// Where a command's result goes: a file that is there whole or not at all, or standard output for "-". Throws
/// mayfly::Error naming the file and the reason.
class Output {
public:
    explicit Output(const QString& file);

    void write(std::string_view bytes);
    void commit();

private:
    std::optional<saving::WholeFile> m_file; ///< none: standard output
};

} // namespace command
