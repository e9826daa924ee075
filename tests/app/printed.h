#pragma once

#include "app/command/command_line.h"

#include <QTemporaryFile>

#include <cstdio>
#include <unistd.h>

namespace fixture {

/// What a command prints to standard output; its exit code goes to `code`.
template<typename Request>
QByteArray printed(const Request& request, int& code) {
    QTemporaryFile file;
    if (!file.open()) return {};
    std::fflush(stdout);
    const int kept = dup(STDOUT_FILENO);
    dup2(file.handle(), STDOUT_FILENO);
    code = command::run(request);
    std::fflush(stdout);
    dup2(kept, STDOUT_FILENO);
    close(kept);
    file.seek(0);
    return file.readAll();
}

} // namespace fixture
