#pragma once

#include <QString>

#include <functional>

namespace command {

/// One line on standard error, after the program's name; what names in it would do to the screen is escaped.
void complain(const QString& sentence);

/// Runs `work` and returns 0, or complains of what it threw and returns 1.
int reporting(const std::function<void()>& work);

} // namespace command
