#pragma once

#include <QString>

namespace command {

/// What --help prints, for the program and for each command.
QString generalHelp();
QString traceHelp();
QString exportHelp();
QString explainHelp();
QString modelsHelp();
QString benchHelp();
QString headsHelp();

} // namespace command
