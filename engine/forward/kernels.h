#pragma once

#include "engine/forward/attention.h"
#include "engine/forward/rows.h"
#include "engine/model/config.h"
#include "engine/model/linear.h"
#include "engine/model/weights.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace mayfly {

/// Panels [first, end) of a linear map, and rows [first, end) of a table.
struct PanelRange {
    int first = 0;
    int end = 0;
};
using RowRange = PanelRange;

/// Consecutive rows of one head within one block of the trace: what goes into attention and where its results go.
struct AttentionRows {
    ScoreRule rule;
    int first = 0;  ///< the token of the first row
    int rows = 0;   ///< at most TraceLayout::rows
    int tokens = 0; ///< T, all keys
    int d = 0;
    const float* queries = nullptr; ///< rows × d
    Tiles keys, values;             ///< of all blocks
    /// Room for rows × scoreStep floats; `attend` leaves the exponentials there of the keys that each row sees.
    float* scores = nullptr;
    std::size_t scoreStep = 0;      ///< at least paddedRow(T)
    float* peaks = nullptr;         ///< one a row
    float* sums = nullptr;          ///< one a row
    RowsOut mixed = {};             ///< Σ_j weight_ij v_j, d floats a row
    bool silent = false;            ///< an ablated head: zeros are mixed, the pattern is worked out all the same
};

/// The most rows that `Kernels::linear` takes at once.
inline constexpr int linearRows = 256;

/// How a kernel's linear maps take their rows, where they do not take them as they are.
struct Staging {
    int rows;          ///< rows are staged in groups of so many,
    int inputs;        ///< and their values too; every group takes the room of a whole one
    std::size_t bytes; ///< of each value
    /// Stages `rows` rows of `in` values, on a cache line's boundary.
    void (*stage)(RowsIn x, int rows, int in, std::byte* staged);
};

/// The inner loops of a pass, compiled for one set of instructions; each runs on the thread that calls it. One kernel gives
/// the same bits whatever rows are computed together; two kernels agree to rounding.
struct Kernels {
    const char* name; ///< "amx", "avx512", "avx2" or "portable"; on AArch64 "neon"

    const Staging* staging; ///< null where `linear` takes rows as they are
    /// y = x W + b in the columns of some panels, for at most linearRows rows: x is rows × in floats, or what they were staged
    /// as; y is rows × out. Each output is summed over the inputs in order, whatever `rows` is.
    void (*linear)(const Linear& map, PanelRange panels, RowsOf<const std::byte> x, int rows, RowsOut y);
    /// y[r] = table row r · x, for some rows.
    void (*tableRows)(const VectorTable& table, RowRange rows, const float* x, float* y);
    /// Normalises each of `rows` rows of `width` values. Layer: (x − mean) / √(variance + ε) · gain + bias, with the biased
    /// variance (Ba et al. 2016). RMS: x / √(mean of squares + ε) · gain (Zhang & Sennrich 2019). y may be x.
    void (*normalise)(Norm norm, const NormWeights& weights, float epsilon, RowsIn x, int rows, int width, RowsOut y);
    /// The MLP's activation, in place, of `count` values.
    void (*activate)(Activation activation, float* x, std::size_t count);

    /// q · k for one query of d values and the keys of a range, in whole blocks. `out` has room for paddedRow(keys.end)
    /// floats; blocks before the range are not touched.
    void (*rowDots)(const float* query, Tiles keys, int d, KeyRange range, float* out);
    /// Scales and caps dots and returns the peak and the sum of their exponentials, which replace them; zeros fill up the
    /// blocks at both ends. The largest is subtracted first, so no score overflows. An empty range: zeros, and a sum of 1.
    RowSums (*exponentiate)(float* dots, KeyRange range, const ScoreRule& rule);
    /// out = Σ_j exponentials[j] · v_j / sum over the values of a range; d floats.
    void (*weightedSum)(const float* exponentials, float sum, Tiles values, int d, KeyRange range, float* out);
    /// The three of them for some rows of a head, to the same bits.
    void (*attend)(const AttentionRows& task);
    /// The first two alone, and weights in the place of exponentials; peaks, sums and mixtures are not looked at. Scores of
    /// keys that a row does not see are anything.
    void (*weigh)(const AttentionRows& task);
    /// sums += weights, key by key over a range; returns the largest weight, which is not negative.
    float (*accumulate)(const float* weights, KeyRange range, float* sums);

    /// How fast the processor can be (see limits.h).
    double (*multiplyProbe)(int times);
    float (*readProbe)(const float* values, std::size_t count);
};

/// The kernels that this processor can run, the fastest first; never empty.
std::span<const Kernels* const> runnableKernels();

/// The kernel of that name. Throws Error (Unsupported) naming those that there are, if this processor has not got it.
const Kernels& kernelsNamed(std::string_view name);

/// The kernel that the environment variable MAYFLY_KERNEL names, else the fastest. Throws as `kernelsNamed` does.
const Kernels& chosenKernels();

} // namespace mayfly
