// tokenizer.json, the layout of Hugging Face's tokenizers library.

#include "tokenizing.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    folder.write("tokenizer.json", asText(data, size));
    fuzz::loadAndEncode(folder);
    return 0;
}
