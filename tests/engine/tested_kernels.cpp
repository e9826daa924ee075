#include "tests/engine/tested_kernels.h"

#include "engine/forward/kernels/all.h"
#include "engine/forward/kernels/split_kernel.h"
#include "tests/engine/plain_tiles.h"

#include <algorithm>

using namespace mayfly;

const std::vector<const Kernels*>& testedKernels() {
    static const Kernels tiles = [] {
        Kernels table = splitTable<PlainTiles>(portableKernels);
        table.name = "tiles";
        return table;
    }();
    static const std::vector<const Kernels*> all = [] {
        std::vector<const Kernels*> found(runnableKernels().begin(), runnableKernels().end());
        found.push_back(&tiles);
        return found;
    }();
    return all;
}

const Kernels& testedKernel(std::string_view name) {
    return **std::ranges::find_if(testedKernels(), [&](const Kernels* each) { return each->name == name; });
}
