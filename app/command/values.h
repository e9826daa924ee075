#pragma once

#include "engine/forward/head_index.h"

#include <QByteArray>
#include <QSize>

#include <optional>
#include <vector>

/// What the values of options mean. Each function throws Wrong with the option's name and the value. Numbers are read
/// the same in every locale.
namespace command {

/// "0,5": integers between commas, spaces around them allowed, none at all for an empty value. Whether a
/// model has such a layer, head or id is for later, and exits with 1; so does, at once, a number beyond what an int holds.
std::vector<int> integers(const QByteArray& option, const QByteArray& value);

/// The same with "all" for no choice; an empty list is wrong.
std::optional<std::vector<int>> integersOrAll(const QByteArray& option, const QByteArray& value);

/// "3.6,2.1": at least one, each kept once. Numbers that no model has, such as -1.0, exit with 1.
std::vector<mayfly::HeadIndex> headList(const QByteArray& option, const QByteArray& value);

/// A finite number within [least, most].
double number(const QByteArray& option, const QByteArray& value, double least, double most);

/// "1200x700", each side from 100 to 20000.
QSize sizeOf(const QByteArray& option, const QByteArray& value);

} // namespace command
