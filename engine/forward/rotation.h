#pragma once

#include "engine/model/rotary.h"

#include <vector>

namespace mayfly {

/// The rotations of consecutive positions, made once for a pass: sines and cosines in double, rounded to float32.
class Rotation {
public:
    /// Of positions [first, first + rows).
    Rotation(const Rotary& rotary, int first, int rows);

    /// Turns `heads` vectors of d values in each of the rows: the pair (x_i, x_{i + dims/2}) by position × rate_i. Of all
    /// rows, or of `count` from row `first` on, with which x begins then.
    void turn(float* x, int heads, int d) const { turn(x, 0, m_rows, heads, d); }
    void turn(float* x, int first, int count, int heads, int d) const;

private:
    int m_rows;
    int m_pairs;
    std::vector<float> m_cosines, m_sines; ///< rows × pairs
};

} // namespace mayfly
