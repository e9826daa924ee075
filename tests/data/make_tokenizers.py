#!/usr/bin/python3
"""Makes the tiny tokenizers of this folder, one for each way in which models come with theirs, and what they encode.

usage: make_tokenizers.py          needs Debian's python3-regex; the same files come out every time

Each folder of tokenizers/ has the files of one tokenizer and expected.json: a list of texts with their ids. The ids come
from the reference in this script, which is written from the published algorithms, plainly and slowly: GPT-2's byte-level
BPE, SentencePiece's BPE and unigram, and BERT's WordPiece."""
import base64
import json
import math
import pathlib
import struct
import unicodedata

import regex

HERE = pathlib.Path(__file__).resolve().parent / "tokenizers"
CORPUS = ("The cat eats his soup, and the dog eats the cat's soup. Don't they'll we've 12 123 1984 the end. "
          "naïve café über 日本語 の テスト the girl looked at her mother and her mother looked back \n\n once upon a time").split(" ")
TEXTS = ["", " ", "The cat eats his soup.", "the cat's soup, DON'T they'LL", "in 1984x2 12345", "  two  spaces \n\n and\ttab ",
         "naïve cafe\u0301 \ufb01ne u\u0308ber \u212b", "日本語のテスト", "😀 👩\u200d🚀 ❤\ufe0f", "the<s>cat", "a  <mask> b<mask>",
         "</s> the", "it's<|end|>x", "unfoundablequxwords soup", "\u00a0\u3000 \u2003x", "▁the▁cat", "##s s", "ÀÉ Σς İ", "[MASK]the [CLS]",
         "once upon a time the girl looked at her mother and her mother looked back"]
GPT2 = r"""'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"""
LLAMA3 = (r"""(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+"""
          r"""|\s+(?!\S)|\s+""")
QWEN2 = LLAMA3.replace("{1,3}", "")


# ---- byte pairs -----------------------------------------------------------------------------------------------------

def byte_alphabet():
    """GPT-2's printable stand-in of each byte."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [b for b in range(256) if b not in plain]
    return {**{b: chr(b) for b in plain}, **{b: chr(256 + i) for i, b in enumerate(rest)}}


LETTERS = byte_alphabet()


def merged(parts, rank):
    """The lowest-ranked pair of neighbours first, the leftmost of equals; rank may be a function or a dictionary."""
    parts = list(parts)
    rank = rank if callable(rank) else rank.get
    while ranked := [(r, i) for i, p in enumerate(zip(parts, parts[1:])) if (r := rank(p)) is not None]:
        at = min(ranked)[1]
        parts[at:at + 2] = [parts[at] + parts[at + 1]]
    return parts


def train(words, count):
    """The merges that byte-pair encoding learns from words."""
    words, merges = [list(w) for w in words], []
    for _ in range(count):
        pairs = {}
        for word in words:
            for pair in zip(word, word[1:]):
                pairs[pair] = pairs.get(pair, 0) + 1
        merges.append(min(pairs, key=lambda p: (-pairs[p], p)))
        words = [merged(w, {merges[-1]: 0}) for w in words]
    return merges


BYTE_MERGES = train(["".join(LETTERS[b] for b in (" " + w).encode()) for w in CORPUS], 70)


def byte_vocabulary(*more):
    tokens = [*more[:-1], *LETTERS.values(), *("".join(m) for m in BYTE_MERGES), more[-1]]
    return {token: i for i, token in enumerate(tokens)}


def byte_level(text, vocab, words, ignore_merges=False):
    """words: the text, cut."""
    rank = {pair: i for i, pair in enumerate(BYTE_MERGES)}
    ids = []
    for word in words(text):
        letters = "".join(LETTERS[b] for b in word.encode())
        whole = ignore_merges and letters in vocab
        ids += [vocab[p] for p in ([letters] if whole else merged(letters, rank))]
    return ids


# ---- what all share -------------------------------------------------------------------------------------------------

def around(special, encode):
    """Encodes a text with special tokens cut out: text -> (id, takes the space before it, and behind it). The first piece
    is told that it is."""
    pattern = "|".join((r"\s*" if left else "") + regex.escape(t) for t, (_, left) in special.items())

    def whole(text):
        ids, at = [], 0
        for match in regex.finditer(pattern, text):
            if match.start() > at:
                ids += encode(text[at:match.start()], at == 0)
            ids.append(special[match[0].strip()][0])
            at = match.end()
        return ids + (encode(text[at:], at == 0) if at < len(text) else [])
    return whole


def added(special, **more):
    return [{"id": i, "content": t, "single_word": False, "lstrip": left, "rstrip": False, "normalized": False, "special": True, **more}
            for t, (i, left) in special.items()]


def template(before, after):
    """before and after: lists of (text, id)."""
    def token(text):
        return {"SpecialToken": {"id": text, "type_id": 0}}
    return {"type": "TemplateProcessing",
            "single": [*(token(t) for t, _ in before), {"Sequence": {"id": "A", "type_id": 0}}, *(token(t) for t, _ in after)],
            "pair": [], "special_tokens": {t: {"id": t, "ids": [i], "tokens": [t]} for t, i in before + after}}


def write_json(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def write_expected(folder, encode):
    lines = [json.dumps([text, encode(text)], ensure_ascii=False) for text in TEXTS]
    (folder / "expected.json").write_text("[" + ",\n".join(lines) + "]\n", encoding="utf-8")


def make(name):
    folder = HERE / name
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    return folder


# ---- byte-level families --------------------------------------------------------------------------------------------

def byte_level_json(normalizer, pretokenizer, post, vocab, special, **model):
    return {"version": "1.0", "added_tokens": added(special), "normalizer": normalizer, "pre_tokenizer": pretokenizer,
            "post_processor": post, "decoder": {"type": "ByteLevel"},
            "model": {"type": "BPE", "dropout": None, "unk_token": None, "continuing_subword_prefix": "", "end_of_word_suffix": "",
                      "fuse_unk": False, "vocab": vocab, "merges": [" ".join(m) for m in BYTE_MERGES], **model}}


def split(pattern):
    return {"type": "Split", "pattern": {"Regex": pattern}, "behavior": "Isolated", "invert": False}


def byte_level_step(use_regex, prefix=False):
    return {"type": "ByteLevel", "add_prefix_space": prefix, "trim_offsets": True, "use_regex": use_regex}


def sequence(name, *members):
    return {"type": "Sequence", name: list(members)}


def llama3():
    vocab = byte_vocabulary("Ġmotherland", "<s>")
    special = {"<s>": (vocab["<s>"], False), "<|end|>": (len(vocab), False)}
    bos = template([("<s>", vocab["<s>"])], [])
    pretokenizer = sequence("pretokenizers", split(LLAMA3), byte_level_step(False))
    post = sequence("processors", byte_level_step(True), bos)
    folder = make("llama3")
    whole = byte_level_json(None, pretokenizer, post, vocab, special, ignore_merges=True)
    whole["model"]["merges"] = [list(m) for m in BYTE_MERGES]
    write_json(folder / "tokenizer.json", whole)
    encode = around(special, lambda t, _: byte_level(t, vocab, regex.compile(LLAMA3).findall, True))
    write_expected(folder, lambda t: [vocab["<s>"], *encode(t)])


def qwen2():
    vocab = byte_vocabulary("<|end|>")
    special = {"<|end|>": (vocab["<|end|>"], False), "<s>": (len(vocab) + 3, False)}
    encode = around(special, lambda t, _: byte_level(unicodedata.normalize("NFC", t), vocab, regex.compile(QWEN2).findall))
    folder = make("qwen2")
    write_json(folder / "tokenizer.json", byte_level_json(
        {"type": "NFC"}, sequence("pretokenizers", split(QWEN2), byte_level_step(False)), byte_level_step(False), vocab, special))
    write_expected(folder, encode)
    folder = make("qwen2_files")
    write_json(folder / "vocab.json", vocab)
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(" ".join(m) for m in BYTE_MERGES) + "\n", encoding="utf-8")
    write_json(folder / "tokenizer_config.json", {
        "tokenizer_class": "Qwen2Tokenizer", "add_prefix_space": False, "bos_token": None, "eos_token": "<|end|>", "unk_token": None,
        "added_tokens_decoder": {str(t["id"]): {k: v for k, v in t.items() if k != "id"} for t in added(special)},
        "chat_template": "{{ raise_exception('never run') }}"})
    write_expected(folder, encode)


def neox():
    vocab = byte_vocabulary("<|end|>")
    special = {"<|end|>": (vocab["<|end|>"], False)}
    folder = make("neox")
    write_json(folder / "tokenizer.json", byte_level_json(
        {"type": "NFC"}, byte_level_step(True), byte_level_step(True), vocab, special))
    write_expected(folder, around(special, lambda t, _: byte_level(unicodedata.normalize("NFC", t), vocab, regex.compile(GPT2).findall)))


def smollm():
    def words(text):
        return [w for part in regex.findall(r"\p{N}|\P{N}+", text) for w in regex.findall(GPT2, part)]

    vocab = byte_vocabulary("<|end|>")
    special = {"<|end|>": (vocab["<|end|>"], False)}
    folder = make("smollm")
    pretokenizer = sequence("pretokenizers", {"type": "Digits", "individual_digits": True}, byte_level_step(True))
    write_json(folder / "tokenizer.json", byte_level_json(None, pretokenizer, None, vocab, special))
    write_expected(folder, around(special, lambda t, _: byte_level(t, vocab, words)))


def roberta():
    vocab = byte_vocabulary("<s>", "<pad>", "</s>", "<unk>", "<mask>")
    special = {t: (vocab[t], t == "<mask>") for t in ("<s>", "<pad>", "</s>", "<unk>", "<mask>")}
    encode = around(special, lambda t, _: byte_level(t, vocab, regex.compile(GPT2).findall))

    def prefixed(text, _):
        return byte_level(text if text.startswith(" ") else " " + text, vocab, regex.compile(GPT2).findall)

    folder = make("roberta")
    post = {"type": "RobertaProcessing", "sep": ["</s>", vocab["</s>"]], "cls": ["<s>", vocab["<s>"]], "trim_offsets": True,
            "add_prefix_space": True}
    write_json(folder / "tokenizer.json", byte_level_json(None, byte_level_step(True, True), post, vocab, special))
    write_expected(folder, lambda t: [vocab["<s>"], *around(special, prefixed)(t), vocab["</s>"]])
    folder = make("roberta_files")
    write_json(folder / "vocab.json", vocab)
    (folder / "merges.txt").write_text("\n".join(" ".join(m) for m in BYTE_MERGES), encoding="utf-8")
    write_json(folder / "special_tokens_map.json", {
        "bos_token": "<s>", "eos_token": "</s>", "unk_token": "<unk>", "pad_token": "<pad>", "cls_token": "<s>", "sep_token": "</s>"})
    mask = {"content": "<mask>", "lstrip": True, "normalized": False, "special": True}
    config = {"tokenizer_class": "RobertaTokenizer", "added_tokens_decoder": {str(vocab["<mask>"]): mask}}
    write_json(folder / "tokenizer_config.json", config)
    write_expected(folder, lambda t: [vocab["<s>"], *encode(t), vocab["</s>"]])


# ---- SentencePiece --------------------------------------------------------------------------------------------------

NORMAL, UNKNOWN, CONTROL, USER_DEFINED, UNUSED, BYTE = range(1, 7)
SPACE = "▁"
PIECE_MERGES = train([SPACE + w for w in CORPUS if "\n" not in w], 60)
CONTROLS = [("<unk>", 0.0, UNKNOWN), ("<s>", 0.0, CONTROL), ("</s>", 0.0, CONTROL)]
BYTES = [(f"<0x{b:02X}>", 0.0, BYTE) for b in range(256)]
CHARACTERS = sorted(set("".join(CORPUS) + SPACE) - {"語", "\n"})  # what is left out needs its bytes


def bpe_pieces():
    """Pieces that two merges make have one score, so that ties come up."""
    texts = ["".join(m) for m in PIECE_MERGES] + CHARACTERS
    return CONTROLS + BYTES + [(t, -float(i // 2), NORMAL) for i, t in enumerate(dict.fromkeys(texts))]


def pieces_to_ids(parts, ids, byte_fallback):
    out = []
    for part in parts:
        if part in ids:
            out.append(ids[part])
        elif byte_fallback:
            out += [ids[f"<0x{b:02X}>"] for b in part.encode()]
        elif not (out and out[-1] == 0):
            out.append(0)
    return out


def sentencepiece_bpe(text, pieces):
    """The best score first, the leftmost of equals."""
    score = {t: -s for t, s, kind in pieces if kind == NORMAL}
    return pieces_to_ids(merged(text, lambda pair: score.get(pair[0] + pair[1])), {t: i for i, (t, *_) in enumerate(pieces)}, True)


def field(number, value):
    """A field of a Protocol Buffers message: bytes, text, float or whole number."""
    def varint(n):
        return bytes([n]) if n < 128 else bytes([n % 128 + 128]) + varint(n // 128)
    if isinstance(value, float):
        return varint(number * 8 + 5) + struct.pack("<f", value)
    if isinstance(value, int):
        return varint(number * 8) + varint(value)
    value = value.encode() if isinstance(value, str) else value
    return varint(number * 8 + 2) + varint(len(value)) + value


def model_proto(pieces, model_type, prefix, collapse, characters_map=b""):
    out = b"".join(field(1, field(1, t) + field(2, s) + (field(3, kind) if kind != NORMAL else b"")) for t, s, kind in pieces)
    trainer = field(3, model_type) + field(35, 1) + field(4, len(pieces))
    normalizer = field(1, "identity") + field(2, characters_map) + field(3, int(prefix)) + field(4, int(collapse)) + field(5, 1)
    return out + field(2, trainer) + field(3, normalizer)


def llama():
    pieces = bpe_pieces()
    special = {t: (i, False) for i, (t, *_) in enumerate(CONTROLS)}
    encode = around(special, lambda t, first: sentencepiece_bpe(SPACE + t.replace(" ", SPACE), pieces))
    later = around(special, lambda t, first: sentencepiece_bpe(SPACE * first + t.replace(" ", SPACE), pieces))

    folder = make("llama_model")
    (folder / "tokenizer.model").write_bytes(model_proto(pieces, 2, True, False))
    write_json(folder / "tokenizer_config.json", {"tokenizer_class": "LlamaTokenizer", "add_bos_token": True, "bos_token": "<s>"})
    write_expected(folder, lambda t: [1, *encode(t)])
    folder = make("llama_model_not_legacy")
    (folder / "tokenizer.model").write_bytes(model_proto(pieces, 2, True, False))
    write_json(folder / "tokenizer_config.json", {"tokenizer_class": "LlamaTokenizerFast", "add_bos_token": False, "legacy": False,
                                                  "add_eos_token": True})
    write_expected(folder, lambda t: [*later(t), 2])

    # As merges: in the order in which they were learnt, not by score.
    vocab = {t: i for i, (t, *_) in enumerate(pieces)}
    rank = {pair: i for i, pair in enumerate(PIECE_MERGES)}
    model = {"type": "BPE", "dropout": None, "unk_token": "<unk>", "continuing_subword_prefix": None, "end_of_word_suffix": None,
             "fuse_unk": True, "byte_fallback": True, "vocab": vocab, "merges": [" ".join(m) for m in PIECE_MERGES]}

    def ranked(text):
        return pieces_to_ids(merged(text, rank), vocab, True)

    replace = {"type": "Replace", "pattern": {"String": " "}, "content": SPACE}
    whole = {"version": "1.0", "added_tokens": added(special), "model": model, "decoder": {"type": "Fuse"},
             "normalizer": sequence("normalizers", {"type": "Prepend", "prepend": SPACE}, replace), "pre_tokenizer": None,
             "post_processor": template([("<s>", 1)], [])}
    folder = make("llama")
    write_json(folder / "tokenizer.json", whole)
    write_expected(folder, lambda t: [1, *around(special, lambda t, first: ranked(SPACE + t.replace(" ", SPACE)))(t)])

    folder = make("llama_metaspace")
    metaspace = {"type": "Metaspace", "replacement": SPACE, "prepend_scheme": "first", "split": False}
    write_json(folder / "tokenizer.json", {**whole, "normalizer": None, "pre_tokenizer": metaspace})

    def first_only(text, first):
        text = text.replace(" ", SPACE)
        return ranked(SPACE * (first and not text.startswith(SPACE)) + text)
    write_expected(folder, lambda t: [1, *around(special, first_only)(t)])

    folder = make("gemma")
    cut = {"type": "Split", "pattern": {"String": " "}, "behavior": "MergedWithPrevious", "invert": False}
    write_json(folder / "tokenizer.json", {**whole, "normalizer": replace, "pre_tokenizer": cut})
    write_expected(folder, lambda t: [1, *around(special, lambda t, first: ranked(t.replace(" ", SPACE)))(t)])


def viterbi(text, score, unknown_score):
    """The pieces of the most probable way to cut a text; unknown characters in a row are one piece."""
    best = [(0.0, 0, True)] + [(-math.inf, 0, True)] * len(text)
    for at in range(len(text)):
        for end in range(at + 1, len(text) + 1):
            piece = text[at:end]
            if piece in score or end == at + 1:
                candidate = best[at][0] + score.get(piece, unknown_score)
                if candidate > best[end][0]:
                    best[end] = (candidate, at, piece in score)
    parts, end = [], len(text)
    while end > 0:
        _, at, known = best[end]
        if parts and not known and not parts[0][1]:
            parts[0] = (text[at:end] + parts[0][0], False)
        else:
            parts.insert(0, (text[at:end], known))
        end = at
    return [p for p, _ in parts]


def unigram_pieces():
    """No two ways to cut a text may be as probable as each other, so scores have digits to tell them apart."""
    texts = [*("".join(m) for m in PIECE_MERGES), *(c for c in CHARACTERS if c not in "ï本")]
    return CONTROLS + [(t, round(-2.0 - 0.1371 * i - (0 if len(t) > 1 else 1), 4), NORMAL)
                       for i, t in enumerate(dict.fromkeys(texts))]


def characters_map(rules):
    """SentencePiece's precompiled_charsmap: a double-array trie of texts, and what replaces them."""
    units, bases, replacements = {0: 0}, set(), b""

    def insert(entries, place):
        """Two nodes never share a base, for a unit says what it is reached by, and not from where."""
        nonlocal replacements
        heads = sorted({e[0][:1] for e in entries})
        labels = [h[0] if h else 0 for h in heads]
        base = next(b for b in range(1, 1 << 20) if b not in bases and not any((b ^ l) in units for l in labels))
        bases.add(base)
        units[place] |= (base ^ place) << 10
        for label in labels:
            units[base ^ label] = label
        for head, label in zip(heads, labels):
            if label:
                insert([(k[1:], v) for k, v in entries if k[:1] == head], base ^ label)
            else:
                units[place] |= 1 << 8
                units[base] = 1 << 31 | len(replacements)
                replacements += entries[[k for k, _ in entries].index(b"")][1] + b"\0"

    insert([(k.encode(), v.encode()) for k, v in rules.items()], 0)
    trie = b"".join(struct.pack("<I", units.get(i, 0)) for i in range(max(units) + 1))
    return struct.pack("<I", len(trie)) + trie + replacements


RULES = {"ﬁ": "fi", "Å": "Å", "\n": " ", "\t": " ", "\u00a0": " ", "\u3000": " ", "e\u0301": "é", "u\u0308": "ü", "\u200d": ""}


def mapped(text):
    for key, value in sorted(RULES.items(), key=lambda rule: -len(rule[0])):
        text = text.replace(key, value)
    return text


def unigram():
    pieces = unigram_pieces()
    ids = {t: i for i, (t, *_) in enumerate(pieces)}
    score = {t: s for t, s, kind in pieces if kind == NORMAL}
    special = {t: (i, False) for i, (t, *_) in enumerate(CONTROLS)}

    def encode(text):
        return pieces_to_ids(viterbi(text, score, min(score.values()) - 10), ids, False)

    def words(text, _):
        """As XLM-RoBERTa and T5: characters, white space, then each word with its ▁."""
        out = []
        for word in mapped(text).replace(SPACE, SPACE).split():
            marked = word if word.startswith(SPACE) else SPACE + word
            for piece in regex.findall(f"{SPACE}?[^{SPACE}]+|{SPACE}", marked):
                out += encode(piece)
        return out

    folder = make("unigram")
    write_json(folder / "tokenizer.json", {
        "version": "1.0", "added_tokens": added(special),
        "normalizer": sequence("normalizers", {"type": "Precompiled", "precompiled_charsmap":
                                               base64.b64encode(characters_map(RULES)).decode()},
                               {"type": "Replace", "pattern": {"Regex": " {2,}"}, "content": " "}),
        "pre_tokenizer": sequence("pretokenizers", {"type": "WhitespaceSplit"},
                                  {"type": "Metaspace", "replacement": SPACE, "add_prefix_space": True}),
        "post_processor": template([("<s>", 1)], [("</s>", 2)]),
        "model": {"type": "Unigram", "unk_id": 0, "vocab": [[t, s] for t, s, _ in pieces]}})
    write_expected(folder, lambda t: [1, *around(special, words)(t), 2])

    def whole(text, _):
        """As SentencePiece itself: spaces at the ends and all but one of a run dropped."""
        text = regex.sub(" +", " ", mapped(text)).strip(" ")
        text = regex.sub(f"{SPACE}+$", "", text.replace(" ", SPACE))
        return encode(SPACE + text) if text else []

    folder = make("unigram_model")
    (folder / "tokenizer.model").write_bytes(model_proto(pieces, 1, True, True, characters_map(RULES)))
    write_expected(folder, lambda t: [1, *around(special, whole)(t)])


# ---- WordPiece ------------------------------------------------------------------------------------------------------

IDEOGRAPHS = [(0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
              (0x2B820, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F)]


def bert_words(text, lower):
    """BERT's BasicTokenizer."""
    def is_punctuation(c):
        return unicodedata.category(c).startswith("P") or (ord(c) < 128 and not c.isalnum() and not c.isspace())
    text = "".join(" " if c in "\t\n\r" or unicodedata.category(c) == "Zs" else c for c in text
                   if c in "\t\n\r" or not (c in "\0\ufffd" or unicodedata.category(c) in ("Cc", "Cf")))
    text = "".join(f" {c} " if any(a <= ord(c) <= b for a, b in IDEOGRAPHS) else c for c in text)
    if lower:
        text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
        text = "".join(c.lower() for c in text)
    text = "".join(f" {c} " if is_punctuation(c) else c for c in text)
    return text.split()


def word_piece(word, vocab):
    ids, at = [], 0
    while at < len(word):
        end = next((e for e in range(len(word), at, -1) if ("##" if at else "") + word[at:e] in vocab), None)
        if end is None:
            return [vocab["[UNK]"]]
        ids.append(vocab[("##" if at else "") + word[at:end]])
        at = end
    return ids


def bert():
    names = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    letters = sorted(set("abcdefghijklmnopqrstuvwxyz0123456789.,'#[]<>/|σ日本Ti"))
    words = ["the", "cat", "eat", "soup", "his", "nai", "mother", "look", "don", "was", "##ther", "##s", "##ed", "##ve", "##fe", "##ber", "The"]
    tokens = list(dict.fromkeys(names + letters + ["##" + c for c in letters if c.isalpha() and c.isascii() and c != "q"] + words))
    vocab = {t: i for i, t in enumerate(tokens)}
    special = {t: (vocab[t], False) for t in names}

    def encoder(lower):
        encode = around(special, lambda t, _: [i for w in bert_words(t, lower) for i in word_piece(w, vocab)])
        return lambda t: [vocab["[CLS]"], *encode(t), vocab["[SEP]"]]

    folder = make("bert")
    write_json(folder / "tokenizer.json", {
        "version": "1.0", "added_tokens": added(special), "pre_tokenizer": {"type": "BertPreTokenizer"},
        "normalizer": {"type": "BertNormalizer", "clean_text": True, "handle_chinese_chars": True, "strip_accents": None, "lowercase": True},
        "post_processor": {"type": "BertProcessing", "sep": ["[SEP]", vocab["[SEP]"]], "cls": ["[CLS]", vocab["[CLS]"]]},
        "decoder": {"type": "WordPiece", "prefix": "##", "cleanup": True},
        "model": {"type": "WordPiece", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100, "vocab": vocab}})
    write_expected(folder, encoder(True))
    for name, config, lower in (("bert_files", None, True), ("bert_files_cased", {"do_lower_case": False}, False)):
        folder = make(name)
        (folder / "vocab.txt").write_text("\n".join(tokens) + "\n", encoding="utf-8")
        if config:
            write_json(folder / "tokenizer_config.json", {"tokenizer_class": "BertTokenizer", **config})
        write_expected(folder, encoder(lower))


if __name__ == "__main__":
    for family in (llama3, qwen2, neox, smollm, roberta, llama, unigram, bert):
        family()
    for folder in sorted(HERE.iterdir()):
        print(folder.name, sum(f.stat().st_size for f in folder.iterdir()), "bytes")
