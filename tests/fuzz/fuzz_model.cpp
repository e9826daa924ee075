// A whole model folder, with a NUL between its parts: config.json; a line "NAME DTYPE DIMENSION..." for each tensor;
// and bytes, repeated as often as the tensors take. Where they fit together, a forward pass and all that is read from
// it, whatever numbers those bytes are.

#include "engine/forward/forward.h"
#include "engine/model/model.h"
#include "engine/reading/graph.h"
#include "engine/reading/head_maps.h"
#include "engine/reading/neighbours.h"
#include "engine/reading/next_tokens.h"
#include "engine/reading/terms.h"

#include "fuzz.h"

#include <algorithm>
#include <sstream>
#include <vector>

using namespace mayfly;

namespace {

constexpr int longestPass = 5;
constexpr std::uint64_t largestFile = 1 << 18;

std::uint64_t bytesOf(const std::string& dtype) {
    return dtype == "F32" ? 4 : 2;
}

/// One line's entry of the header; `end` is where the tensors so far end, and is moved.
std::string entry(const std::string& line, std::uint64_t& end) {
    std::istringstream words(line);
    std::string name, dtype, shape;
    words >> name >> dtype;
    std::uint64_t bytes = bytesOf(dtype);
    for (std::uint64_t dim = 0; words >> dim && bytes <= largestFile; bytes *= dim)
        shape += (shape.empty() ? "" : ",") + std::to_string(dim = std::min(dim, largestFile));
    const std::uint64_t begin = end;
    end += std::min(bytes, largestFile);
    return '"' + name + R"(":{"dtype":")" + dtype + R"(","shape":[)" + shape + R"(],"data_offsets":[)" +
           std::to_string(begin) + ',' + std::to_string(end) + "]}";
}

std::string weightsFile(std::string_view lines, std::string_view bytes) {
    std::istringstream stream{std::string(lines)};
    std::string header;
    std::uint64_t end = 0;
    for (std::string line; end <= largestFile && std::getline(stream, line);)
        header += (header.empty() ? "{" : ",") + entry(line, end);
    std::string data(std::min(end, largestFile), '\0');
    for (std::size_t i = 0; i < data.size() && !bytes.empty(); ++i) data[i] = bytes[i % bytes.size()];
    return fuzz::safetensors(header.empty() ? "{}" : header + '}', data);
}

void readPass(const Trace& trace) {
    const int last = trace.tokens() - 1;
    GraphChoice choice;
    for (int head = 0; head < std::min(trace.heads(), 8); ++head) {
        const HeadIndex index{trace.layers() - 1, head};
        choice.heads.push_back(index);
        readPair(trace, index, last, 0);
        readWord(trace, index, last, last + 1, 3);
    }
    fuzz::require(selectEdges(trace, choice).tokens == trace.tokens(), "a graph has a node for each token");
    fuzz::require(mapHeads(trace).tokens == trace.tokens(), "maps have a row for each token");
    fuzz::require(!nextTokens(trace).empty(), "something follows");
}

void pass(const Model& model) {
    std::vector<TokenId> ids(std::size_t(std::min(longestPass, model.config().context)));
    for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = int(i) % model.config().vocab;
    const auto trace = forward(model, ids);
    fuzz::require(trace && trace->tokens() == int(ids.size()), "a pass has a row for each token");
    readPass(*trace);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    const auto [config, tensors, bytes] = fuzz::cut<3>(asText(data, size));
    folder.write("config.json", config);
    folder.write("model.safetensors", weightsFile(tensors, bytes));
    fuzz::takes([&] { pass(*Model::load(folder.path())); });
    return 0;
}
