#pragma once

namespace drawing {

/// alpha / 256 of what is above over what is below, rounded: of a channel, or of several in the lanes of a vector.
template<typename Channel>
Channel mix(Channel below, Channel above, Channel alpha) {
    return (below * (256 - alpha) + above * alpha + 128) >> 8;
}

} // namespace drawing
