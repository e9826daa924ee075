#pragma once

// Of text/'s sources alone, as json_fields.h is.

#include "engine/text/json_fields.h"
#include "engine/text/tokenizer_draft.h"

namespace mayfly {

// The parts of a tokenizer.json. `top` is the whole of it. They throw Error: Malformed, or Unsupported with the name of
// what Mayfly does not know.

[[noreturn]] void failUnsupported(const JsonFields& fields, const std::string& what);

void readNormalizer(const JsonFields& top, TokenizerDraft& draft);
void readPretokenizer(const JsonFields& top, TokenizerDraft& draft); ///< also tells the spelling

/// The words of the vocabulary and the model of them; after the pretokenizer.
void readModel(const JsonFields& top, TokenizerDraft& draft);

/// The template; after all tokens.
void readPostProcessor(const JsonFields& top, TokenizerDraft& draft);

/// The members of a Sequence, or the object itself. What may be in a sequence is known, so sequences in sequences are
/// read to a depth of 8; and so are 32 members at most, each of which may cost kilobytes. `name` is the field that holds them.
std::vector<JsonFields> flattened(const JsonFields& fields, std::string_view name, int depth = 8);

} // namespace mayfly
