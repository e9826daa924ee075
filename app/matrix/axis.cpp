#include "app/matrix/axis.h"

#include "app/drawing/font.h"

#include <algorithm>
#include <cmath>

namespace matrix {

namespace {

constexpr double lineSpacing = 1.25;
constexpr double gap = 6;
constexpr double leastFont = 11;

/// The text, cut with an ellipsis to a width.
QString cut(const QString& text, double font, double width, bool bold) {
    if (drawing::textWidth(text, font, bold) <= width) return text;
    QString part = text;
    while (!part.isEmpty() && drawing::textWidth(part + u'\u2026', font, bold) > width)
        part.chop(part.size() > 1 && part.back().isLowSurrogate() ? 2 : 1);
    return part + u'\u2026';
}

QString numbered(const std::vector<QString>& labels, int token, bool withNumber) {
    const QString& text = labels[std::size_t(token)];
    return withNumber ? QString::number(token) + u' ' + text : text;
}

/// 1, 2, 5, 10, 20, ... and at least `least`.
int roundStep(double least) {
    for (int power = 1;; power *= 10)
        for (const int step : {1, 2, 5})
            if (step * power >= least || power >= 100'000'000) return step * power;
}

double roomOf(const Lettering& lettering, bool upright) {
    return upright ? lettering.width + gap : lettering.font * lineSpacing;
}

} // namespace

int thinning(const Lettering& lettering, bool upright, double pitch) {
    return roundStep(roomOf(lettering, upright) / std::max(pitch, 1e-6));
}

Lettering fitLettering(const std::vector<QString>& labels, double pitch, double widest, double largestFont) {
    Lettering lettering;
    lettering.font = std::clamp(std::floor(pitch / lineSpacing), std::max(leastFont, 0.75 * largestFont),
                                std::max(leastFont, largestFont));
    const int every = thinning(lettering, false, pitch);
    for (int token = 0; token < int(labels.size()); token += every)
        lettering.width =
            std::max(lettering.width, drawing::textWidth(numbered(labels, token, every > 1), lettering.font, true));
    lettering.width = std::min(std::max(lettering.width, 3 * lettering.font), widest);
    lettering.upright = every == 1 && lettering.width + gap <= pitch;
    return lettering;
}

std::vector<AxisLabel> axisLabels(const std::vector<QString>& labels, const Lettering& lettering, const Axis& axis,
                                  const std::vector<int>& pointedOut) {
    const int every = thinning(lettering, axis.upright, axis.pitch);
    const double room = roomOf(lettering, axis.upright);
    std::vector<AxisLabel> chosen;
    const auto add = [&](int token, bool bold) {
        const double at = axis.from + (token + 0.5) * axis.pitch;
        if (at < axis.low || at > axis.high) return;
        const auto touches = [&](const AxisLabel& other) { return std::abs(other.at - at) < room * 0.98; };
        if (std::any_of(chosen.begin(), chosen.end(), touches)) return;
        chosen.push_back({token, cut(numbered(labels, token, every > 1), lettering.font, lettering.width, bold), at, bold});
    };
    for (const int token : pointedOut)
        if (token >= 0 && token < int(labels.size())) add(token, true);
    const int first = std::max(0, int((axis.low - axis.from) / axis.pitch) / every * every);
    for (int token = first; token < int(labels.size()) && axis.from + token * axis.pitch <= axis.high; token += every)
        add(token, false);
    return chosen;
}

} // namespace matrix
