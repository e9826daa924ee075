#include "app/matrix/colour_map.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace matrix {

namespace {

/// Every fifteenth of viridis' 256 published colours (CC0); straight lines between them are within 3/255 of the others.
constexpr std::array<QRgb, 18> viridis = {0x440154, 0x481769, 0x472a7a, 0x433d84, 0x3d4e8a, 0x355e8d,
                                          0x2e6d8e, 0x297b8e, 0x23898e, 0x1f978b, 0x21a585, 0x2eb37c,
                                          0x46c06f, 0x65cb5e, 0x89d548, 0xb0dd2f, 0xd8e219, 0xfde725};

int between(int from, int to, double part) {
    return int(std::lround(from + (to - from) * part));
}

/// A colour `part` of the way from one to another, 0..1.
QColor mix(QRgb from, QRgb to, double part) {
    return {between(qRed(from), qRed(to), part), between(qGreen(from), qGreen(to), part),
            between(qBlue(from), qBlue(to), part)};
}

/// Blue, nothing, orange: as far apart for who sees no red or no green. Steps of the same size look alike on both sides.
constexpr std::array<QRgb, 5> onLight = {0x0b3c8c, 0x6fa8dc, 0xf4f5f6, 0xf0a35e, 0x8f3b00};
constexpr std::array<QRgb, 5> onDark = {0x8ec5ff, 0x2f6fb5, 0x24282d, 0xb5651d, 0xffc078};

/// The colour at 0..1 of a list of equally spaced ones.
template<std::size_t Count>
QColor along(const std::array<QRgb, Count>& colours, double at) {
    const double place = std::clamp(at, 0.0, 1.0) * double(Count - 1);
    const std::size_t below = std::min(std::size_t(place), Count - 2);
    return mix(colours[below], colours[below + 1], place - double(below));
}

/// The next of 1, 1.5, 2, 3, 5, 7 times a power of ten.
double roundUp(double value) {
    const double power = std::pow(10.0, std::floor(std::log10(value)));
    for (const double step : {1.0, 1.5, 2.0, 3.0, 5.0, 7.0})
        if (step * power >= value * (1 - 1e-9)) return step * power;
    return 10 * power;
}

} // namespace

int levelOf(double weight) {
    return weight > 0 ? int(std::lround(std::sqrt(std::min(weight, 1.0)) * (colourLevels - 1))) : 0;
}

QColor weightColour(int level, bool darkPaper) {
    const double weight = double(level) / (colourLevels - 1);
    return along(viridis, darkPaper ? weight : 1 - weight);
}

int Scale::level(double value) const {
    if (!isSigned) return levelOf(value);
    if (std::isnan(value)) return colourLevels / 2;
    return int(std::lround(shareOf(value) * colourLevels));
}

double Scale::shareOf(double value) const {
    if (!isSigned) return std::sqrt(std::clamp(value, 0.0, 1.0));
    const double part = std::clamp(value / most, -1.0, 1.0);
    return ((byRoot ? std::copysign(std::sqrt(std::abs(part)), part) : part) + 1) / 2;
}

QColor Scale::colour(int level) const {
    if (!isSigned) return weightColour(level, darkPaper);
    return along(darkPaper ? onDark : onLight, double(level) / colourLevels);
}

double Scale::discOf(double value) const {
    return std::isnan(value) ? 0 : std::sqrt(std::min(std::abs(value) / most, 1.0));
}

Scale signedScale(double largest, bool darkPaper) {
    return {true, largest > 0 ? roundUp(largest) : 1.0, darkPaper};
}

} // namespace matrix
