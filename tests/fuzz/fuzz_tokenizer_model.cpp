// tokenizer.model, SentencePiece's layout.

#include "tokenizing.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    folder.write("tokenizer.model", asText(data, size));
    fuzz::loadAndEncode(folder);
    return 0;
}
