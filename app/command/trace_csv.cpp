#include "app/command/trace_csv.h"

#include "app/command/number_text.h"
#include "engine/text/token_text.h"

namespace command {

namespace {

constexpr std::string_view names = "layer,head,query,key,query_text,key_text,dot,weight\n";

std::vector<std::string> tokenFields(const Snapshot& snapshot) {
    std::vector<std::string> fields;
    for (const mayfly::Token& token : snapshot.tokens)
        fields.push_back(csvField(mayfly::tokenText(snapshot.model->tokenizer(), token.id)));
    return fields;
}

/// One query of one head: a line for each key.
class Row {
public:
    Row(const mayfly::Trace& trace, const std::vector<std::string>& tokens)
        : m_trace(trace), m_tokens(tokens), m_dots(tokens.size()), m_weights(tokens.size()) {}

    void append(mayfly::HeadIndex head, int query, std::string& out) {
        m_trace.dots(head, query, m_dots);
        m_trace.weights(head, query, m_weights);
        for (std::size_t key = 0; key < m_tokens.size(); ++key) {
            for (const int index : {head.layer, head.head, query, int(key)}) {
                appendNumber(out, index);
                out += ',';
            }
            out += m_tokens[std::size_t(query)];
            out += ',';
            out += m_tokens[key];
            out += ',';
            appendNumber(out, m_dots[key]);
            out += ',';
            appendNumber(out, m_weights[key]);
            out += '\n';
        }
    }

private:
    const mayfly::Trace& m_trace;
    const std::vector<std::string>& m_tokens;
    std::vector<float> m_dots, m_weights; ///< T
};

} // namespace

std::string csvField(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

void writeTraceCsv(const Snapshot& snapshot, const TraceChoice& choice, const Sink& sink) {
    sink(names);
    const std::vector<std::string> tokens = tokenFields(snapshot);
    Row row(*snapshot.trace, tokens);
    std::string out;
    for (const mayfly::HeadIndex head : choice.heads)
        for (int query = 0; query < int(tokens.size()); ++query) {
            row.append(head, query, out);
            sink(out);
            out.clear();
        }
}

} // namespace command
