#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Train a byte-level BPE tokenizer in the manner of GPT-2.

usage: tokenizer.py CORPUS_DIR OUT_DIR [--merges 4096]

Sources of the method: Sennrich, Haddow and Birch 2016 (byte-pair encoding of words);
Radford et al. 2019, section 2.2 (on bytes, with a pre-tokenizing regular expression).
Writes vocab.json and merges.txt in the Hugging Face layout. Token ids: 0-255 the bytes in
GPT-2's order, then one per merge, last <|endoftext|>.
"""
import argparse
import heapq
import json
import os
from collections import Counter, defaultdict
from pathlib import Path

import regex

import corpus

END_OF_TEXT = "<|endoftext|>"
PATTERN = regex.compile(
    r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+")


def byte_symbols():
    """The 256 printable characters that stand for bytes in vocab.json, as {byte: character}.

    Bytes that print in Latin-1 stand for themselves; the rest take U+0100 onwards. The
    dictionary's order is the order of GPT-2's first 256 ids.
    """
    plain = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    rest = [b for b in range(256) if b not in set(plain)]
    return {**{b: chr(b) for b in plain}, **{b: chr(0x100 + i) for i, b in enumerate(rest)}}


def replace_pair(word, pair, new):
    """The list `word` with every non-overlapping (left to right) `pair` replaced by `new`."""
    out, i = [], 0
    while i < len(word):
        if i + 1 < len(word) and word[i] == pair[0] and word[i + 1] == pair[1]:
            out.append(new)
            i += 2
        else:
            out.append(word[i])
            i += 1
    return out


def train(word_counts, n_merges):
    """Merges, in order, as [(left id, right id)]; the k-th makes token 256 + k.

    word_counts: {bytes: count}. The most frequent pair is merged; of equally frequent ones
    the smallest ids. Counts are kept per unique word and only the words that hold the merged
    pair are touched; the heap's stale entries are skipped when they come up.
    """
    to_id = {b: i for i, b in enumerate(byte_symbols())}
    words = [[to_id[b] for b in w] for w in word_counts]
    freqs = list(word_counts.values())
    counts, where = Counter(), defaultdict(set)
    for i, word in enumerate(words):
        for pair in zip(word, word[1:]):
            counts[pair] += freqs[i]
            where[pair].add(i)
    heap = [(-n, pair) for pair, n in counts.items()]
    heapq.heapify(heap)
    merges = []
    while len(merges) < n_merges and heap:
        negative, pair = heapq.heappop(heap)
        if counts.get(pair, 0) != -negative or not negative:
            continue
        new = 256 + len(merges)
        merges.append(pair)
        changed = set()
        for i in where.pop(pair):
            old = words[i]
            merged = replace_pair(old, pair, new)
            for p in zip(old, old[1:]):
                counts[p] -= freqs[i]
                changed.add(p)
            for p in zip(merged, merged[1:]):
                counts[p] += freqs[i]
                where[p].add(i)
                changed.add(p)
            words[i] = merged
        for p in changed:
            if counts[p] > 0:
                heapq.heappush(heap, (-counts[p], p))
            else:
                del counts[p]
    return merges


class Tokenizer:
    """A trained byte-level BPE: encode text to ids and back."""

    def __init__(self, folder):
        """Reads vocab.json and merges.txt of `folder`."""
        folder = Path(folder)
        vocab = json.loads((folder / "vocab.json").read_text(encoding="utf-8"))
        lines = (folder / "merges.txt").read_text(encoding="utf-8").split("\n")
        self.ranks = {tuple(line.split(" ")): i for i, line in enumerate(lines[1:]) if line}
        self.vocab = vocab
        self.symbols = byte_symbols()
        self.end_of_text = vocab[END_OF_TEXT]
        back = {s: b for b, s in self.symbols.items()}
        self.bytes_of = [b""] * len(vocab)
        for token, i in vocab.items():
            self.bytes_of[i] = (token.encode() if i == self.end_of_text
                                else bytes(back[c] for c in token))
        self.cache = {}

    def encode_word(self, word):
        """Ids of one pre-token: the merge of the lowest rank first, until none is left."""
        ids = self.cache.get(word)
        if ids is None:
            parts = [self.symbols[b] for b in word.encode("utf-8")]
            while len(parts) > 1:
                pair = min(zip(parts, parts[1:]), key=lambda p: self.ranks.get(p, 1 << 30))
                if pair not in self.ranks:
                    break
                parts = replace_pair(parts, pair, pair[0] + pair[1])
            ids = self.cache[word] = [self.vocab[p] for p in parts]
        return ids

    def encode(self, text):
        """List of ids of `text` (special tokens in it are taken as plain text)."""
        return [i for word in PATTERN.findall(text) for i in self.encode_word(word)]

    def decode(self, ids):
        """The text of a list of ids."""
        return b"".join(self.bytes_of[i] for i in ids).decode("utf-8", errors="replace")


def write(path, text):
    """Write a file so that no reader ever sees half of it."""
    temporary = path.with_name("." + path.name + ".part")
    temporary.write_text(text, encoding="utf-8", newline="\n")
    os.replace(temporary, path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus_dir", type=Path)
    parser.add_argument("out_dir", type=Path)
    parser.add_argument("--merges", type=int, default=4096)
    args = parser.parse_args()

    counts = Counter()
    for _, text in corpus.books(args.corpus_dir):
        counts.update(PATTERN.findall(text))
    merges = train({w.encode("utf-8"): n for w, n in counts.items()}, args.merges)

    tokens = list(byte_symbols().values())
    lines = ["#version: 0.2"]
    for left, right in merges:
        lines.append(f"{tokens[left]} {tokens[right]}")
        tokens.append(tokens[left] + tokens[right])
    tokens.append(END_OF_TEXT)
    vocab = {token: i for i, token in enumerate(tokens)}
    if len(vocab) != len(tokens):
        raise SystemExit("two merges make the same token")
    args.out_dir.mkdir(parents=True, exist_ok=True)
    write(args.out_dir / "vocab.json", json.dumps(vocab, ensure_ascii=False))
    write(args.out_dir / "merges.txt", "\n".join(lines) + "\n")

    tokenizer = Tokenizer(args.out_dir)
    sample = "The little girl looked at the great black horse and said nothing to her mother"
    ids = tokenizer.encode(sample)
    assert tokenizer.decode(ids) == sample
    print(f"{len(counts)} different words, {len(merges)} merges, vocabulary {len(tokens)}")
    print(f"{len(ids)} tokens:", "|".join(tokenizer.decode([i]) for i in ids))


if __name__ == "__main__":
    main()
