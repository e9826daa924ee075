#include "app/command/model_json.h"

#include "app/command/number_text.h"
#include "app/command/trace_json.h"

namespace command {

void appendModelJson(std::string& out, const mayfly::Model& model) {
    const mayfly::Config& config = model.config();
    const auto field = [&out](const char* name, int value) {
        out += name;
        appendNumber(out, value);
    };
    out += "{\"name\": ";
    appendJsonString(out, model.name());
    out += ", \"family\": ";
    appendJsonString(out, config.family);
    field(", \"layers\": ", config.layers);
    field(", \"heads\": ", config.heads);
    field(", \"kv_heads\": ", config.kvHeads);
    field(", \"d_model\": ", config.dModel);
    field(", \"d_head\": ", config.dHead);
    out += config.causal ? ", \"causal\": true}" : ", \"causal\": false}";
}

} // namespace command
