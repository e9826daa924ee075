#include "engine/model/layer_windows.h"

#include "engine/files/in_quotes.h"

namespace mayfly {

void readWindows(const ConfigFields& fields, Config& config, int fallback,
                 const std::function<bool(int layer)>& hasWindow) {
    if (fields.isNull("sliding_window")) return;
    const int window = fields.count({"sliding_window"}, fallback, mostContext);
    const std::vector<std::string> kinds = fields.layerNames("layer_types", config.layers);
    for (const std::string& kind : kinds)
        if (kind != "full_attention" && kind != "sliding_attention")
            fields.fail(ErrorKind::Unsupported,
                        "layer_types has " + inQuotes(kind) +
                            ", which is not supported; these are: full_attention, sliding_attention.");
    config.windows.clear();
    for (int layer = 0; layer < config.layers; ++layer) {
        const bool slides = kinds.empty() ? hasWindow(layer) : kinds[std::size_t(layer)] == "sliding_attention";
        config.windows.push_back(slides ? window : 0);
    }
}

} // namespace mayfly
