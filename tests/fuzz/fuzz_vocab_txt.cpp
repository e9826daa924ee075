// vocab.txt, BERT's layout, behind a tokenizer_config.json and a NUL.

#include "tokenizing.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    const auto [config, words] = fuzz::cut<2>(asText(data, size));
    folder.write("tokenizer_config.json", config);
    folder.write("vocab.txt", words);
    fuzz::loadAndEncode(folder);
    return 0;
}
