#include "engine/model/family.h"

#include <algorithm>
#include <array>

namespace mayfly {

std::span<const Family> families() {
    static constexpr std::array<Family, 12> all{{
        {"gpt2", "GPT2", readGpt2, &gpt2Names},
        {"gpt_neox", "GPTNeoX", readGptNeox, &gptNeoxNames},
        {"llama", "Llama", readLlama, &llamaNames},
        {"mistral", "Mistral", readMistral, &llamaNames},
        {"qwen2", "Qwen2", readQwen2, &llamaNames},
        {"qwen3", "Qwen3", readQwen3, &llamaNames},
        {"gemma", "Gemma", readGemma, &gemmaNames},
        {"gemma2", "Gemma2", readGemma2, &gemmaAroundNames},
        {"gemma3_text", "Gemma3", readGemma3, &gemmaAroundNames},
        {"bert", "Bert", readBert, &bertNames},
        {"roberta", "Roberta", readRoberta, &robertaNames},
        {"distilbert", "DistilBert", readDistilBert, &distilBertNames},
    }};
    return all;
}

const Family* findFamily(std::string_view modelType) {
    const auto all = families();
    const auto found = std::ranges::find(all, modelType, &Family::modelType);
    return found == all.end() ? nullptr : &*found;
}

} // namespace mayfly
