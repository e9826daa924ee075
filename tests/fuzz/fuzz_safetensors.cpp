// model.safetensors: a whole file, or, behind a zero, a header and data whose length field is made to fit.

#include "engine/model/safetensors.h"

#include "fuzz.h"

using namespace mayfly;

namespace {

void readAll(const std::filesystem::path& file) {
    const SafeTensors tensors(file);
    const std::uint64_t size = std::filesystem::file_size(file);
    for (const auto& [name, info] : tensors.tensors()) {
        fuzz::require(info.begin <= info.end && info.end <= size, "a tensor lies in its file");
        fuzz::takes([&, &name = name, &info = info] {
            const FloatBuffer values = tensors.read(name, info.shape);
            fuzz::require(values.size() == info.count(), "a tensor is read whole");
        });
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    const std::string_view input = asText(data, size);
    if (input.starts_with('\0')) {
        const auto [header, values] = fuzz::cut<2>(input.substr(1));
        folder.write("model.safetensors", fuzz::safetensors(header, values));
    } else {
        folder.write("model.safetensors", input);
    }
    fuzz::takes([&] { readAll(folder.path("model.safetensors")); });
    return 0;
}
