#pragma once

#include "engine/reading/head_probe.h"

#include <QString>

#include <array>

/// What a head is said to do, in words. A label is a claim, so wherever there is room the score and the probe stand by it.
namespace headwords {

/// In the order of filters and legends.
inline constexpr std::array<mayfly::HeadLabel, mayfly::headLabels> labels{
    mayfly::HeadLabel::Previous, mayfly::HeadLabel::Induction, mayfly::HeadLabel::Duplicate, mayfly::HeadLabel::Current,
    mayfly::HeadLabel::Next,     mayfly::HeadLabel::Sink,      mayfly::HeadLabel::Local,     mayfly::HeadLabel::Broad};

/// "induction", "previous token", ...
QString word(mayfly::HeadLabel label);

/// One letter for a thumbnail's corner, another for each label; empty for Broad, which claims nothing.
QString mark(mayfly::HeadLabel label);

/// "3.6 (induction)"; the number alone where nothing is known, or nothing is claimed. `probe` may be null.
QString titled(mayfly::HeadIndex head, const mayfly::HeadProbe* probe);

/// What the head's label stands on: "0.91 of its attention goes to what followed the same token last time". Plain text.
QString claim(const mayfly::HeadProbe& probe, mayfly::HeadIndex head);

/// How the scores were come by: random tokens, how many, how often. Plain text.
QString method(const mayfly::HeadProbe& probe);

/// Label, claim, every score, and the probe; rich text. The head alone where nothing is known; `probe` may be null.
QString tooltip(mayfly::HeadIndex head, const mayfly::HeadProbe* probe);

/// A score with two decimals, in the locale.
QString score(double value);

} // namespace headwords
