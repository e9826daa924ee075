#pragma once

#include <QtGlobal>

/// The most characters (of UTF-16) that the window takes as a text, however they come in: many times what a model takes, and
/// few enough to be laid out anew with every key.
inline constexpr qsizetype longestText = 200'000;
