// Text of any bytes, through the built-in model's tokenizer, whose tokens must make the text again.

#include "tokenizing.h"

using namespace mayfly;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto tokenizer = loadTokenizer(MAYFLY_RESOURCES "/built-in");
    const std::string_view text = asText(data, size);
    std::string again;
    for (const Token& token : fuzz::encode(*tokenizer, text)) again += tokenizer->bytes(token.id);
    fuzz::require(again == text, "the tokens' bytes are the text's");
    fuzz::require(isValidUtf8(visibleText(text)), "any bytes can be shown");
    fuzz::require(isValidUtf8(replaceInvalidUtf8(text)), "any bytes can be written");
    return 0;
}
