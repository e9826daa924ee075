#include "app/command/trace_json.h"

#include "app/command/model_json.h"
#include "app/command/number_text.h"
#include "engine/reading/next_tokens.h"
#include "engine/text/token_text.h"
#include "engine/text/utf8.h"

#include <cmath>
#include <utility>

namespace command {

namespace {

/// A comma and a line break before every item but the first.
const char* before(std::size_t item) {
    return item == 0 ? "\n  " : ",\n  ";
}

void appendRow(std::string& out, std::span<const float> row) {
    char separator = '[';
    for (const float value : row) {
        out += std::exchange(separator, ',');
        std::isfinite(value) ? appendNumber(out, value) : void(out += "null");
    }
    out += row.empty() ? "[]" : "]";
}

/// Gathers JSON and hands it on in pieces.
class Writer {
public:
    Writer(const Snapshot& snapshot, const TraceChoice& choice, const Sink& sink)
        : m_snapshot(snapshot), m_trace(*snapshot.trace), m_choice(choice), m_sink(sink) {}

    void write() {
        writeModel();
        m_out += ",\n \"text\": ";
        appendJsonString(m_out, {m_snapshot.text.constData(), std::size_t(m_snapshot.text.size())});
        writeTokens();
        writeAttention();
        writeNext();
        m_out += "}\n";
        m_sink(m_out);
    }

private:
    void writeModel() {
        m_out += "{\"model\": ";
        appendModelJson(m_out, *m_snapshot.model);
    }

    void writeTokens() {
        m_out += ",\n \"tokens\": [";
        for (std::size_t i = 0; i < m_snapshot.tokens.size(); ++i) {
            const mayfly::Token& token = m_snapshot.tokens[i];
            const mayfly::Tokenizer* tokenizer = m_snapshot.model->tokenizer();
            const bool known = tokenizer != nullptr && tokenizer->knows(token.id);
            m_out += before(i);
            writeToken(token.id);
            field(", \"begin\": ", known ? token.begin : 0);
            field(", \"end\": ", known ? token.end : 0);
            m_out += '}';
        }
        m_out += "]";
    }

    void writeToken(mayfly::TokenId id) {
        field("{\"id\": ", id);
        m_out += ", \"text\": ";
        appendJsonString(m_out, mayfly::tokenText(m_snapshot.model->tokenizer(), id));
    }

    void writeAttention() {
        m_out += ",\n \"attention\": [";
        const std::size_t count = m_trace.tokens() == 0 ? 0 : m_choice.heads.size();
        for (std::size_t i = 0; i < count; ++i) {
            m_out += before(i);
            writeHead(m_choice.heads[i]);
        }
        m_out += "]";
    }

    void writeHead(mayfly::HeadIndex head) {
        std::vector<float> row(std::size_t(m_trace.tokens()));
        field("{\"layer\": ", head.layer);
        field(", \"head\": ", head.head);
        m_out += ", \"scale\": ";
        appendNumber(m_out, m_trace.rule(head.layer).scale);
        rows("dot", [&](int i) { return m_trace.dots(head, i, row), row; });
        rows("weight", [&](int i) { return m_trace.weights(head, i, row), row; });
        if (m_choice.vectors) {
            rows("q", [&](int i) { return m_trace.query(head, i); });
            rows("k", [&](int i) { return m_trace.key(head, i); });
            rows("v", [&](int i) { return m_trace.value(head, i); });
        }
        m_out += '}';
    }

    /// A matrix, one row for each token.
    template<typename Row>
    void rows(const char* name, const Row& row) {
        m_out += ",\n   \"";
        m_out += name;
        m_out += "\": [";
        for (int i = 0; i < m_trace.tokens(); ++i) {
            m_out += i == 0 ? "\n    " : ",\n    ";
            appendRow(m_out, row(i));
            handOn();
        }
        m_out += ']';
    }

    void writeNext() {
        m_out += ",\n \"next\": [";
        const auto next = mayfly::nextTokens(m_trace);
        for (std::size_t i = 0; i < next.size(); ++i) {
            m_out += before(i);
            writeToken(next[i].id);
            m_out += ", \"probability\": ";
            std::isfinite(next[i].probability) ? appendNumber(m_out, next[i].probability) : void(m_out += "null");
            m_out += '}';
        }
        m_out += "]";
    }

    template<typename Integer>
    void field(const char* name, Integer value) {
        m_out += name;
        appendNumber(m_out, value);
    }

    void handOn() {
        constexpr std::size_t piece = 1U << 16U;
        if (m_out.size() < piece) return;
        m_sink(m_out);
        m_out.clear();
    }

    const Snapshot& m_snapshot;
    const mayfly::Trace& m_trace;
    const TraceChoice& m_choice;
    const Sink& m_sink;
    std::string m_out;
};

} // namespace

void appendJsonString(std::string& out, std::string_view bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char c : mayfly::replaceInvalidUtf8(bytes)) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += c;
        }
    }
    out += '"';
}

void writeTraceJson(const Snapshot& snapshot, const TraceChoice& choice, const Sink& sink) {
    Writer(snapshot, choice, sink).write();
}

} // namespace command
