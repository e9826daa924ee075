// config.json, and what the forward pass takes for granted of an architecture.

#include "engine/model/config.h"

#include "fuzz.h"

#include <cmath>

using namespace mayfly;

namespace {

void check(const Config& config) {
    fuzz::require(config.layers > 0 && config.heads > 0 && config.kvHeads > 0, "there are layers and heads");
    fuzz::require(config.dModel > 0 && config.dHead > 0 && config.dMlp > 0, "nothing is empty");
    fuzz::require(config.context > 0 && config.vocab > 0, "a text fits");
    fuzz::require(std::int64_t(config.heads) * config.dHead < (1 << 24), "all heads side by side can be counted");
    fuzz::require(config.windows.empty() || config.windows.size() == std::size_t(config.layers), "a window a layer");
    for (const Rotary& rotary : {config.rotary, config.windowRotary})
        fuzz::require(rotary.dims >= 0 && rotary.dims <= config.dHead && rotary.dims % 2 == 0, "pairs are turned");
    fuzz::require(config.heads % config.kvHeads == 0, "every key head serves as many query heads");
    fuzz::require(config.keyHeadOf(config.heads - 1) == config.kvHeads - 1, "the last head reads the last key head");
    for (const int layer : {0, config.layers - 1})
        fuzz::require(std::isfinite(config.scaleOf(layer)) && config.scaleOf(layer) > 0, "the scale is a number");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    folder.write("config.json", asText(data, size));
    fuzz::takes([&] { readFamily(folder.path("config.json")); });
    fuzz::takes([&] { check(readConfig(folder.path("config.json"))); });
    return 0;
}
