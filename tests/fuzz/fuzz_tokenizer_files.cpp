// A tokenizer in several files, with a NUL between each: vocab.json, merges.txt, tokenizer_config.json,
// special_tokens_map.json and added_tokens.json.

#include "tokenizing.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const fuzz::Folder folder;
    const auto files = fuzz::cut<5>(asText(data, size));
    folder.write("vocab.json", files[0]);
    folder.write("merges.txt", files[1]);
    folder.write("tokenizer_config.json", files[2]);
    folder.write("special_tokens_map.json", files[3]);
    folder.write("added_tokens.json", files[4]);
    fuzz::loadAndEncode(folder);
    return 0;
}
