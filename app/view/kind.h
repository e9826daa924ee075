#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace view {

/// Which picture of the attention is shown.
enum class Kind {
    Graph,  ///< one node a token, an edge from a query to each key
    Matrix, ///< a cell for each query and key
    Steps,  ///< the matrices on the way from dots to weights
    Values, ///< weights, and the size of what they carry
    Path,   ///< the residual stream from layer to layer
    Flow,   ///< attention rollout through the layers
};

/// In the order of their tabs.
inline constexpr std::array kinds{Kind::Graph, Kind::Matrix, Kind::Steps, Kind::Values, Kind::Path, Kind::Flow};

/// As the command line and session files say it: "graph", "matrix", "steps", "values", "path", "flow".
const char* nameOf(Kind kind);
std::optional<Kind> kindNamed(std::string_view name);

/// Whether it shows the chosen heads, and not the model as a whole.
bool isOfHeads(Kind kind);

} // namespace view
