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

} // namespace

int levelOf(double weight) {
    return int(std::lround(std::clamp(weight, 0.0, 1.0) * (colourLevels - 1)));
}

QColor weightColour(int level, bool darkPaper) {
    const double weight = double(level) / (colourLevels - 1);
    const double at = (darkPaper ? weight : 1 - weight) * double(viridis.size() - 1);
    const std::size_t below = std::min(std::size_t(at), viridis.size() - 2);
    const QRgb from = viridis[below];
    const QRgb to = viridis[below + 1];
    const double part = at - double(below);
    return {between(qRed(from), qRed(to), part), between(qGreen(from), qGreen(to), part),
            between(qBlue(from), qBlue(to), part)};
}

} // namespace matrix
