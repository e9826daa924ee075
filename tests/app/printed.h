#pragma once

#include "app/command/command_line.h"

#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

namespace fixture {

/// What a command writes to one of the standard streams; its exit code goes to `code`.
template<typename Request>
QByteArray written(const Request& request, std::FILE* stream, int& code) {
    QTemporaryFile file;
    if (!file.open()) return {};
    std::fflush(stream);
    const int kept = dup(fileno(stream));
    dup2(file.handle(), fileno(stream));
    code = command::run(request);
    std::fflush(stream);
    dup2(kept, fileno(stream));
    close(kept);
    file.seek(0);
    return file.readAll();
}

/// What a command prints to standard output; its exit code goes to `code`.
template<typename Request>
QByteArray printed(const Request& request, int& code) {
    return written(request, stdout, code);
}

} // namespace fixture
