#!/usr/bin/python3
"""Writes the first inputs of the fuzz targets, seeds/<target>/<name>, and the words that they should know,
seeds/<target>.dict. Small and right, so that what is one step beside right is soon found.

usage: make_seeds.py          needs nothing but Python; the same files come out every time"""
import json
import pathlib
import shutil
import struct

SEEDS = pathlib.Path(__file__).resolve().parent / "seeds"
NUL = b"\0"


def text(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def pack(*parts):
    """Several files as one input."""
    return NUL.join(part if isinstance(part, bytes) else text(part) for part in parts)


def write(target, seeds, words):
    (SEEDS / target).mkdir(parents=True)
    for name, content in seeds.items():
        (SEEDS / target / name).write_bytes(content)
    lines = []
    for word in words:
        data = word if isinstance(word, bytes) else word.encode()
        lines.append('"' + "".join(chr(b) if 32 < b < 127 and b not in b'"\\' else f"\\x{b:02X}" for b in data) + '"')
    (SEEDS / f"{target}.dict").write_text("\n".join(lines) + "\n")


def keys(*names):
    return [f'"{name}":' for name in names]


JSON = ["null", "true", "false", "-1", "0", "1", "16777216", "18446744073709551615", "1e400", "0.5", "[]", "{}", '""',
        "\\ud800", "\\u0000", "\\ufeff", "\\ufdd0", "\u00e9", b"\xff", b"\xef\xbb\xbf", b"\x00", "[[[[[[[[", '","', "\\n"]
LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"


# ---- weights --------------------------------------------------------------------------------------------------------

def entry(dtype, shape, begin, end, **more):
    return {"dtype": dtype, "shape": shape, "data_offsets": [begin, end], **more}


def safetensors():
    dtypes = {"BOOL": 1, "U8": 1, "I16": 2, "F16": 2, "BF16": 2, "F32": 4, "F64": 8}
    header, end = {"__metadata__": {"format": "pt"}}, 0
    for dtype, size in dtypes.items():
        header[dtype] = entry(dtype, [1], end, end + size)
        end += size
    small = text({"a": entry("F32", [2], 0, 8)})
    seeds = {
        "whole": struct.pack("<Q", len(small)) + small + b"12345678",
        "whole-empty": struct.pack("<Q", 2) + b"{}",
        "fitted": NUL + pack(header, bytes(range(1, end + 1))),
        "gaps": NUL + pack({"b": entry("F16", [2, 0], 4, 4), "c": entry("BF16", [1, 2], 4, 8),
                            "a": entry("F32", [], 0, 4, more=[{}])}, b"12345678"),
        "pointer": LFS,
    }
    words = keys("dtype", "shape", "data_offsets", "__metadata__") + [f'"{d}"' for d in dtypes] + \
        ["[0,4]", "[4,8]", "[4611686018427387905]", "[4294967296,4294967296]"]
    write("safetensors", seeds, words + JSON)


def index():
    seeds = {
        "two": text({"metadata": {"total_size": 4}, "weight_map": {"a": "a.safetensors"}}),
        "missing": text({"weight_map": {"a": "a.safetensors", "b": "b.safetensors", "c": "c.safetensors"}}),
        "elsewhere": text({"weight_map": {"a": "../a.safetensors", "b": "/etc/passwd"}}),
        "pointer": LFS,
    }
    words = keys("weight_map", "metadata") + ['"a"', '"b.safetensors"', "a.safetensors", "../", "/", "..", "."]
    write("index", seeds, words + JSON)


# ---- models ---------------------------------------------------------------------------------------------------------

def gpt2(**more):
    return {"model_type": "gpt2", "architectures": ["GPT2LMHeadModel"], "n_layer": 1, "n_head": 2, "n_embd": 4,
            "n_inner": 6, "n_positions": 8, "vocab_size": 5, **more}


def llama(model_type="llama", **more):
    return {"model_type": model_type, "architectures": ["LlamaForCausalLM"], "num_hidden_layers": 1,
            "num_attention_heads": 2, "num_key_value_heads": 1, "hidden_size": 4, "intermediate_size": 6,
            "max_position_embeddings": 8, "vocab_size": 5, "rms_norm_eps": 1e-5, "rope_theta": 10000.0,
            "hidden_act": "silu", "tie_word_embeddings": False, **more}


def gpt2_tensors():
    lines = ["wte.weight F32 5 4", "wpe.weight F32 8 4", "ln_f.weight F32 4", "ln_f.bias F32 4"]
    for norm in ("ln_1", "ln_2"):
        lines += [f"h.0.{norm}.weight F32 4", f"h.0.{norm}.bias F16 4"]
    for name, rows, columns in (("attn.c_attn", 4, 12), ("attn.c_proj", 4, 4), ("mlp.c_fc", 4, 6), ("mlp.c_proj", 6, 4)):
        lines += [f"h.0.{name}.weight BF16 {rows} {columns}", f"h.0.{name}.bias F32 {columns}"]
    return "\n".join(lines).encode()


def llama_tensors(biases=False, head_norms=False, tied=False):
    base = "model.layers.0."
    lines = ["model.embed_tokens.weight F32 5 4", "model.norm.weight F32 4",
             f"{base}input_layernorm.weight F32 4", f"{base}post_attention_layernorm.weight F32 4"]
    for name, rows, columns in (("self_attn.q_proj", 4, 4), ("self_attn.k_proj", 2, 4), ("self_attn.v_proj", 2, 4),
                                ("self_attn.o_proj", 4, 4), ("mlp.gate_proj", 6, 4), ("mlp.up_proj", 6, 4),
                                ("mlp.down_proj", 4, 6)):
        lines.append(f"{base}{name}.weight BF16 {rows} {columns}")
        if biases and name[10] in "qkv" and name.startswith("self"):
            lines.append(f"{base}{name}.bias F32 {rows}")
    if head_norms:
        lines += [f"{base}self_attn.q_norm.weight F32 2", f"{base}self_attn.k_norm.weight F32 2"]
    if not tied:
        lines.append("lm_head.weight F16 5 4")
    return "\n".join(lines).encode()


NUMBERS = struct.pack("<7f", 0.5, -1.0, 2.0, 0.25, -3.0, 1e30, -0.125)
ODD_NUMBERS = struct.pack("<5f", float("nan"), float("inf"), 1.0, -float("inf"), 3e38)
SCALED = {"rope_type": "llama3", "factor": 32.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
          "original_max_position_embeddings": 64}
CONFIG_WORDS = keys(
    "model_type", "architectures", "n_layer", "n_head", "n_embd", "n_inner", "n_positions", "n_ctx", "vocab_size",
    "layer_norm_epsilon", "activation_function", "scale_attn_weights", "scale_attn_by_inverse_layer_idx",
    "tie_word_embeddings", "add_cross_attention", "num_hidden_layers", "num_attention_heads", "num_key_value_heads",
    "hidden_size", "head_dim", "intermediate_size", "max_position_embeddings", "rms_norm_eps", "rope_theta",
    "rope_scaling", "rope_parameters", "rope_type", "type", "factor", "low_freq_factor", "high_freq_factor",
    "original_max_position_embeddings", "hidden_act", "hidden_activation", "attention_bias", "mlp_bias",
    "sliding_window", "use_sliding_window", "max_window_layers", "layer_types", "attn_logit_softcapping",
    "final_logit_softcapping", "query_pre_attn_scalar", "partial_rotary_factor", "rotary_pct", "use_parallel_residual",
    "type_vocab_size", "layer_norm_eps", "position_embedding_type", "is_decoder", "text_config") + \
    [f'"{word}"' for word in ("gpt2", "llama", "mistral", "qwen2", "qwen3", "gemma", "gemma2", "gpt_neox", "bert", "phi3",
                              "GPT2LMHeadModel", "LlamaForCausalLM", "gelu_new", "gelu", "relu", "silu", "llama3",
                              "linear", "dynamic", "yarn", "default", "full_attention", "sliding_attention")]


def config():
    seeds = {
        "gpt2": text(gpt2(layer_norm_epsilon=1e-5, activation_function="gelu_new", scale_attn_weights=True)),
        "gpt2-names": text({"architectures": ["GPT2Model"], "num_hidden_layers": 2, "n_ctx": 9}),
        "llama": text(llama(rope_scaling=SCALED)),
        "qwen2": text(llama("qwen2", sliding_window=4, use_sliding_window=False, max_window_layers=1)),
        "qwen3": text(llama("qwen3", head_dim=2)),
        "gemma2": text(llama("gemma2", query_pre_attn_scalar=2, attn_logit_softcapping=50.0,
                             final_logit_softcapping=30.0, hidden_activation="gelu_pytorch_tanh")),
        "bert": text({"model_type": "bert", "num_hidden_layers": 1, "num_attention_heads": 2, "hidden_size": 4,
                      "intermediate_size": 6, "max_position_embeddings": 8, "vocab_size": 5, "type_vocab_size": 2,
                      "layer_norm_eps": 1e-12, "hidden_act": "gelu"}),
    }
    write("config", seeds, CONFIG_WORDS + JSON)


def model():
    inverse = gpt2(scale_attn_by_inverse_layer_idx=True, activation_function="gelu")
    seeds = {
        "gpt2": pack(gpt2(), gpt2_tensors(), NUMBERS),
        "gpt2-untied": pack(gpt2(tie_word_embeddings=False), gpt2_tensors() + b"\nlm_head.weight F32 5 4", NUMBERS),
        "gpt2-odd": pack(inverse, gpt2_tensors(), ODD_NUMBERS),
        "llama": pack(llama(), llama_tensors(), NUMBERS),
        "llama3": pack(llama(rope_scaling=SCALED, tie_word_embeddings=True), llama_tensors(tied=True), NUMBERS),
        "qwen2": pack(llama("qwen2"), llama_tensors(biases=True), NUMBERS),
        "qwen3": pack(llama("qwen3", head_dim=2), llama_tensors(head_norms=True), ODD_NUMBERS),
    }
    words = [line.decode() + "\n" for line in (gpt2_tensors() + b"\n" + llama_tensors(True, True)).split(b"\n")]
    write("model", seeds, words + CONFIG_WORDS + JSON)


def hub():
    seeds = {
        "model": pack(b"openai-community--gpt2", b"607a30d783dfa663caf39e06633721c8d4cfcd7e", gpt2()),
        "no-ref": pack(b"a--b--c", b"", b"{"),
        "elsewhere": pack(b"--..--", b"../../..", {}),
    }
    write("hub", seeds, ["--", "..", "607a30d783dfa663caf39e06633721c8d4cfcd7e\n", b"\x00", b"\xff", b"\x1b"] +
          keys("model_type", "n_layer"))


def listing():
    commit = "607a30d783dfa663caf39e06633721c8d4cfcd7e"
    names = ["config.json", "tokenizer.json", "model.safetensors.index.json", "a.safetensors", "b.safetensors", "onnx/x"]
    whole = {"sha": commit, "siblings": [{"rfilename": name} for name in names]}
    shards = {"weight_map": {"a": "a.safetensors", "b": "b.safetensors"}}
    seeds = {
        "shards": pack(whole, shards, b"openai-community/gpt2@main"),
        "single": pack({"sha": commit, "siblings": [{"rfilename": "config.json"}, {"rfilename": "model.safetensors"}]}, {},
                       b"https://huggingface.co/a/b/tree/refs%2Fpr%2F1"),
    }
    words = keys("sha", "siblings", "rfilename", "weight_map") + names + \
        ["https://huggingface.co/", "/tree/", "/blob/", "@", "..", "%2e%2e", "%2F", "?", "#", "hf.co/"]
    write("listing", seeds, words + JSON)


# ---- text -----------------------------------------------------------------------------------------------------------

VOCABULARY = {"a": 0, "b": 1, "ab": 2, "\u0120": 3, "\u0120a": 4, "\u00c3": 5, "\u00a9": 6}
MERGES = ["a b", "\u0120 a"]


def added(content, number, **flags):
    return {"id": number, "content": content, "single_word": False, "lstrip": False, "rstrip": False,
            "normalized": False, "special": True, **flags}


def byte_level(**more):
    return {"version": "1.0", "added_tokens": [added("<|endoftext|>", 7), added("<s>", 8, lstrip=True, rstrip=True)],
            "normalizer": None, "pre_tokenizer": {"type": "ByteLevel", "add_prefix_space": False, "use_regex": True},
            "post_processor": None, "decoder": {"type": "ByteLevel"},
            "model": {"type": "BPE", "unk_token": None, "vocab": VOCABULARY, "merges": MERGES, "ignore_merges": False},
            **more}


def split_by(pattern):
    return {"type": "Sequence", "pretokenizers": [
        {"type": "Split", "pattern": {"Regex": pattern}, "behavior": "Isolated", "invert": False},
        {"type": "ByteLevel", "add_prefix_space": False, "trim_offsets": True, "use_regex": False}]}


LLAMA3 = (r"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|"
          r"\s+(?!\S)|\s+")
TEMPLATE = {"type": "TemplateProcessing",
            "single": [{"SpecialToken": {"id": "<s>", "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}],
            "pair": [], "special_tokens": {"<s>": {"id": "<s>", "ids": [8], "tokens": ["<s>"]}}}


def sentence_pieces():
    """As Llama 2's tokenizer.json has it."""
    vocabulary = {"<unk>": 0, "<s>": 1, "</s>": 2, "<0x0A>": 3, "\u2581": 4, "a": 5, "b": 6, "\u2581a": 7}
    return {"added_tokens": [added(text_, i) for i, text_ in enumerate(["<unk>", "<s>", "</s>"])],
            "normalizer": {"type": "Sequence", "normalizers": [
                {"type": "Prepend", "prepend": "\u2581"},
                {"type": "Replace", "pattern": {"String": " "}, "content": "\u2581"}]},
            "pre_tokenizer": None, "post_processor": None,
            "decoder": {"type": "Sequence", "decoders": [
                {"type": "Replace", "pattern": {"String": "\u2581"}, "content": " "}, {"type": "ByteFallback"},
                {"type": "Fuse"}, {"type": "Strip", "content": " ", "start": 1, "stop": 0}]},
            "model": {"type": "BPE", "unk_token": "<unk>", "fuse_unk": True, "byte_fallback": True,
                      "vocab": vocabulary, "merges": ["\u2581 a"]}}


def word_pieces():
    vocabulary = {"[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "the": 4, "cat": 5, "##s": 6, "'": 7}
    return {"added_tokens": [added(text_, i) for i, text_ in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])],
            "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True,
                           "strip_accents": None, "lowercase": True},
            "pre_tokenizer": {"type": "BertPreTokenizer"},
            "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", 3], "cls": ["[CLS]", 2]},
            "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
            "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##",
                      "max_input_chars_per_word": 100, "vocab": vocabulary}}


def unigram():
    """As T5's and XLM-RoBERTa's tokenizer.json have it."""
    return {"added_tokens": [added("<unk>", 0), added("</s>", 1), added("ab", 4, special=False, normalized=True)],
            "normalizer": {"type": "Sequence", "normalizers": [
                {"type": "NFKC"}, {"type": "Lowercase"},
                {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}]},
            "pre_tokenizer": {"type": "Sequence", "pretokenizers": [
                {"type": "WhitespaceSplit"}, {"type": "Metaspace", "replacement": "\u2581", "prepend_scheme": "always"}]},
            "post_processor": {"type": "RobertaProcessing", "sep": ["</s>", 1], "cls": ["</s>", 1]},
            "model": {"type": "Unigram", "unk_id": 0, "byte_fallback": False,
                      "vocab": [["<unk>", 0.0], ["</s>", 0.0], ["\u2581", -2.0], ["\u2581a", -3.5], ["ab", -4.25], ["b", -3.0]]}}


def tokenizer_json():
    pairs = byte_level()
    pairs["model"] = dict(pairs["model"], merges=[["a", "b"]], ignore_merges=True)
    seeds = {
        "byte-level": text(byte_level(post_processor=TEMPLATE)),
        "pairs": text(pairs),
        "llama3": text(byte_level(pre_tokenizer=split_by(LLAMA3))),
        "qwen2": text(byte_level(pre_tokenizer=split_by(LLAMA3.replace("{1,3}", "")), normalizer={"type": "NFC"})),
        "sentence-pieces": text(sentence_pieces()),
        "word-pieces": text(word_pieces()),
        "unigram": text(unigram()),
    }
    words = keys("added_tokens", "id", "content", "single_word", "lstrip", "rstrip", "normalized", "special", "normalizer",
                 "pre_tokenizer", "post_processor", "decoder", "model", "type", "vocab", "merges", "unk_token",
                 "continuing_subword_prefix", "end_of_word_suffix", "fuse_unk", "byte_fallback", "ignore_merges",
                 "add_prefix_space", "use_regex", "pattern", "Regex", "String", "behavior", "invert", "normalizers",
                 "pretokenizers", "processors", "single", "pair", "special_tokens", "ids", "tokens", "Sequence",
                 "SpecialToken", "prepend", "replacement", "prepend_scheme", "split", "lowercase", "strip_accents",
                 "handle_chinese_chars", "clean_text", "max_input_chars_per_word", "sep", "cls")
    words += [f'"{word}"' for word in (
        "BPE", "WordPiece", "Unigram", "ByteLevel", "Split", "Sequence", "Metaspace", "Prepend", "Replace", "NFC", "NFKC",
        "BertNormalizer", "BertPreTokenizer", "BertProcessing", "RobertaProcessing", "TemplateProcessing", "Digits",
        "Isolated", "Removed", "ByteFallback", "Fuse", "Strip", "first", "always", "never", "<s>", "ab", "a b")]
    write("tokenizer_json", seeds, words + JSON)


def tokenizer_files():
    merges = b"#version: 0.2\n" + "\n".join(MERGES).encode() + b"\n"
    tokenizer_config = {"tokenizer_class": "GPT2Tokenizer", "add_prefix_space": True, "add_bos_token": True,
                        "bos_token": "<|endoftext|>", "unk_token": {"content": "a"},
                        "added_tokens_decoder": {"7": {"content": "<|endoftext|>", "special": True}}}
    seeds = {
        "plain": pack(VOCABULARY, merges),
        "all": pack(VOCABULARY, merges, tokenizer_config,
                    {"pad_token": "<pad>", "additional_special_tokens": ["b", {"content": "a"}]}, {"<pad>": 9}),
    }
    words = keys("tokenizer_class", "add_prefix_space", "add_bos_token", "bos_token", "unk_token", "eos_token", "pad_token",
                 "additional_special_tokens", "added_tokens_decoder", "content", "special", "lstrip", "rstrip",
                 "single_word", "a", "b", "7", "9") + \
        ['"GPT2Tokenizer"', '"<|endoftext|>"', "#version: 0.2\n", "a b\n", "ab b\n", "\r\n", "\u0120"]
    write("tokenizer_files", seeds, words + JSON)


def varint(number):
    out = b""
    while number > 127:
        out += bytes([number & 127 | 128])
        number >>= 7
    return out + bytes([number])


def field(number, value):
    """A field of a Protocol Buffers message: an integer, a float, or bytes."""
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    if isinstance(value, float):
        return varint(number << 3 | 5) + struct.pack("<f", value)
    return varint(number << 3 | 2) + varint(len(value)) + value


NORMAL, UNKNOWN, CONTROL, USER_DEFINED, BYTE = 1, 2, 3, 4, 6
PIECES = [("<unk>", 0.0, UNKNOWN), ("<s>", 0.0, CONTROL), ("</s>", 0.0, CONTROL), ("<0x0A>", 0.0, BYTE),
          ("<0xC3>", 0.0, BYTE), ("\u2581a", -1.0, NORMAL), ("\u2581", -2.0, NORMAL), ("a", -3.0, NORMAL),
          ("b", -4.0, NORMAL), ("ab", -5.0, NORMAL), ("<x>", 0.0, USER_DEFINED)]


def sentencepiece(model_type, characters_map=b"", collapse=0):
    message = b"".join(field(1, field(1, piece.encode()) + field(2, score) + field(3, kind)) for piece, score, kind in PIECES)
    message += field(2, field(3, model_type) + field(35, 1) + field(40, 0) + field(46, b"<s>") + field(47, b"</s>"))
    return message + field(3, field(1, b"identity") + field(2, characters_map) + field(3, 1) + field(4, collapse) + field(5, 1))


def tokenizer_model():
    # A character map is a trie of 32-bit units, here one in which "A" becomes "a", and the texts that it leads to.
    trie = [1 << 10] + [0] * 127
    trie[1 ^ ord("A")] = ord("A") | ((1 ^ ord("A")) ^ 2) << 10 | 1 << 8
    trie[2] = 1 << 31
    characters_map = struct.pack("<I", 4 * len(trie)) + struct.pack(f"<{len(trie)}I", *trie) + b"a\0"
    llama = {"tokenizer_class": "LlamaTokenizer", "add_bos_token": True, "add_eos_token": False, "legacy": False,
             "bos_token": "<s>", "unk_token": "<unk>"}
    seeds = {
        "pairs": pack(llama, sentencepiece(2)),
        "pairs-legacy": pack(dict(llama, legacy=True, add_prefix_space=False), sentencepiece(2, collapse=1)),
        "unigram": pack({"tokenizer_class": "T5Tokenizer"}, sentencepiece(1)),
        "unigram-map": pack(b"", sentencepiece(1, characters_map, 1)),
    }
    words = keys("tokenizer_class", "add_bos_token", "add_eos_token", "legacy", "add_prefix_space", "bos_token") + \
        ["<0x41>", "\u2581", "<unk>", field(1, field(1, b"aa") + field(2, -1.5)), field(3, 1), field(3, 2), field(24, 1),
         field(2, float("nan")), field(5, 0), b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", b"\x00"]
    write("tokenizer_model", seeds, words + JSON)


def vocab_txt():
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "the", "cat", "##s", "'", "\u00e9", "##at", "c"]
    seeds = {
        "lower": pack({"tokenizer_class": "BertTokenizer", "do_lower_case": True}, "\n".join(words).encode() + b"\n"),
        "plain": pack({"do_lower_case": False, "strip_accents": True, "tokenize_chinese_chars": False},
                      "\r\n".join(words).encode()),
        "alone": pack(b"", b"[UNK]\na\n##a\n\n"),
    }
    write("vocab_txt", seeds, keys("tokenizer_class", "do_lower_case", "strip_accents", "tokenize_chinese_chars", "cls_token",
                                   "sep_token", "unk_token") + ['"BertTokenizer"', "##", "\n", "\r\n", "[UNK]"] + JSON)


def encode():
    seeds = {
        "words": "The cat's soup, 42!  A\n\n\t end ".encode(),
        "letters": "\u00e9 \u0130\u0131 \u00df \u4f60\u597d \u05e9\u05dc\u05d5\u05dd \U0001F431\u200D\U0001F4BB e\u0301".encode(),
        "broken": b"a\xff\xc3 \xe2\x82 \xf0\x9f\x90 \xed\xa0\x80 \xc0\x80\x00 b",
        "special": b" <|endoftext|> <|endoftext|><|endof",
        "spaces": "\u00a0\u1680\u2003\u2028\u180e\u3000 \r\n \x0b\x0c\x85".encode(),
    }
    words = ["<|endoftext|>", "'ll", "'S", "   ", "\r\n", "\u2581", "\u0301", "\u180e", "\ufeff", b"\xf0\x9f", b"\xff",
             b"\xed\xa0\x80", b"\x00", " \u00e9", "\U0001F431", "aaaaaaaa", "1234"]
    write("encode", seeds, words)


def session():
    whole = {"mayfly": 1, "model": "built-in", "text": "The cat\n\u00e9", "layout": "columns", "topMass": 55,
             "hideFirst": True, "wholeWords": True, "heads": ["3.6", "0.1"], "pin": {"query": 4, "key": 1, "head": 1},
             "moved": [{"token": 0, "x": 1.5, "y": -2}]}
    seeds = {"whole": text(whole), "least": text({"mayfly": 1}), "newer": text({"mayfly": 2})}
    words = keys("mayfly", "model", "text", "layout", "topMass", "hideFirst", "wholeWords", "heads", "pin", "query", "key", "head", "moved",
                 "token", "x", "y") + ['"arc"', '"columns"', '"built-in"', '"0.0"', "1e308", "-1e-308", "2147483648"]
    write("session", seeds, words + JSON)


shutil.rmtree(SEEDS, ignore_errors=True)
for target in (safetensors, index, config, model, hub, listing, tokenizer_json, tokenizer_files, tokenizer_model,
               vocab_txt, encode, session):
    target()
