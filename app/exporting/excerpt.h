#pragma once

#include <QString>

#include <functional>

namespace exporting {

/// The longest of a text's beginning and end, with an ellipsis between them, that `fits`: as long each, and cut between
/// words where there are any. A text that fits is whole. Line ends become spaces where it is cut.
QString excerpt(const QString& text, const std::function<bool(const QString&)>& fits);

} // namespace exporting
