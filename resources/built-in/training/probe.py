#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the built-in model has learned: heads, held-out loss, continuations.

usage: probe.py MODEL_DIR [--corpus CORPUS_DIR] [--sets 20]

Heads: 25 random tokens three times over, three seeds (the repeated-random-token probe of
Olsson et al. 2022, "In-context learning and induction heads"). A score is the mean attention
weight at one offset only, over the queries of the second and third repeat: -1 previous token,
1 - 25 induction (the token after the last occurrence of this one), -25 duplicate token (the
last occurrence itself). Beside them, the weight on the first token of the text. --sets repeats it
with as many other sets of three seeds.
Dependencies: made-up sentences, see dependencies.py.
The weight on the first token of held-out text, the held-out loss and its n-gram baseline need
the corpus.
"""
import argparse
import math
from pathlib import Path

import numpy as np
import torch

import corpus
import dependencies
import model
from ngram import NGram
from tokenizer import Tokenizer

PERIOD, REPEATS, SEEDS = 25, 3, (0, 1, 2)
PASSAGES, LENGTH, FROM = 8, 64, 8  # of each held-out book; tokens of each; the first query
PROMPTS = ("Once upon a time there was a", "The little girl looked at the great black horse and",
           '"Where are you going?" asked the')


def head_scores(p, config, seeds=SEEDS):
    """{"previous" | "induction" | "duplicate" | "first": [layers, heads]}, means over the seeds."""
    layers, heads = config["n_layer"], config["n_head"]
    offsets = {"previous": -1, "induction": 1 - PERIOD, "duplicate": -PERIOD}
    scores = {name: np.zeros((layers, heads)) for name in (*offsets, "first")}
    queries = np.arange(PERIOD, PERIOD * REPEATS)
    for seed in seeds:
        rng = np.random.default_rng(seed)
        ids = np.tile(rng.choice(config["vocab_size"] - 1, PERIOD, replace=False), REPEATS)
        keep = []
        with torch.no_grad():
            model.forward(p, config, torch.from_numpy(ids)[None],
                          torch.arange(len(ids))[None], keep=keep)
        weights = torch.stack([w[0] for w in keep]).numpy()  # [layers, heads, T, T]
        for name, offset in offsets.items():
            scores[name] += weights[:, :, queries, queries + offset].mean(-1) / len(seeds)
        scores["first"] += weights[:, :, queries, 0].mean(-1) / len(seeds)
    return scores


def print_heads(p, config):
    scores = head_scores(p, config)
    print("head   " + "  ".join(f"{name:>9}" for name in scores))
    for layer in range(config["n_layer"]):
        for head in range(config["n_head"]):
            row = (f"{s[layer, head]:9.3f}" for s in scores.values())
            print(f"{layer}.{head}    " + "  ".join(row))
    print_best(scores)


def print_best(scores):
    """The four highest scores of each kind; scores: {name: [layers, heads]}."""
    for name, s in scores.items():
        best = sorted(((v, f"{at[0]}.{at[1]}") for at, v in np.ndenumerate(s)), reverse=True)[:4]
        print(f"best {name}: " + ", ".join(f"{head} {v:.3f}" for v, head in best))


def print_ranges(p, config, sets):
    """The least and the greatest score of the four best heads of each kind, over sets of seeds."""
    all_scores = [head_scores(p, config, range(3 * i + 3, 3 * i + 6)) for i in range(sets)]
    for name in all_scores[0]:
        s = np.stack([scores[name] for scores in all_scores])  # [sets, layers, heads]
        best = sorted(((v, at) for at, v in np.ndenumerate(s.mean(0))), reverse=True)[:4]
        print(f"{name} over {sets} sets: " + ", ".join(
            f"{at[0]}.{at[1]} {s[:, at[0], at[1]].min():.3f} to {s[:, at[0], at[1]].max():.3f}"
            for _, at in best))


def print_dependencies(p, config, tokenizer):
    """The heads with the greatest weights, and in how many rows that weight is the largest."""
    for kind, (weight, largest) in dependencies.scores(p, config, tokenizer).items():
        best = sorted(((v, at) for at, v in np.ndenumerate(weight)), reverse=True)[:4]
        print(f"{kind}: " + ", ".join(f"{at[0]}.{at[1]} {v:.2f} ({largest[at]:.0%})"
                                      for v, at in best))


def text_sinks(p, config, tokenizer, folder):
    """[layers, heads]: mean weight on the first token of passages of the held-out books, over
    the queries from FROM on."""
    windows = []
    for _, text in corpus.books(folder, held_out=True):
        ids = np.array(tokenizer.encode(text))
        windows += [ids[start:start + LENGTH] for start in
                    np.linspace(0, len(ids) - LENGTH, PASSAGES).astype(int)]
    ids, keep = torch.from_numpy(np.stack(windows)), []
    with torch.no_grad():
        model.forward(p, config, ids, torch.arange(LENGTH).expand(ids.shape), keep=keep)
    return np.stack([w[:, :, FROM:, 0].mean((0, 2)).numpy() for w in keep])


def sample(p, config, ids, n, generator, temperature=0.8):
    """ids and n more, drawn from the softmax of logits / temperature."""
    for _ in range(n):
        recent = torch.tensor(ids[-config["n_positions"]:])[None]
        with torch.no_grad():
            h = model.forward(p, config, recent, torch.arange(recent.shape[1])[None])
        logits = h[0, -1] @ p["wte.weight"].t()
        chances = torch.softmax(logits / temperature, -1)
        ids = ids + [int(torch.multinomial(chances, 1, generator=generator))]
    return ids


def book_loss(p, config, ids):
    """Sum of -ln p over ids[1:]; windows of the context's size, half
    overlapping, so that from the second on a target has half a context or more before it."""
    size = config["n_positions"]
    total = 0.0
    for start in range(0, len(ids) - 1, size // 2):
        window = torch.from_numpy(ids[start:start + size])[None]
        fresh = 0 if start == 0 else size // 2 - 1  # as many targets the last window had
        if window.shape[1] - 1 > fresh:
            total += float(model.token_losses(p, config, window)[0, fresh:].sum())
    return total


def print_losses(p, config, tokenizer, folder):
    end = tokenizer.end_of_text
    train = []
    for _, text in corpus.books(folder):
        train += [end, *tokenizer.encode(text)]
    train = np.array(train)
    grams = {n: NGram(train, n, config["vocab_size"]) for n in (3, 5)}
    sums = np.zeros(3)
    n_bytes = n_tokens = 0
    names = ("model", "3-gram", "5-gram")
    print(f"\nheld-out bits per byte ({len(train)} training tokens)")
    for name, text in corpus.books(folder, held_out=True):
        ids = np.array([end, *tokenizer.encode(text)])
        row = [book_loss(p, config, ids)]
        for n, gram in grams.items():
            row.append(gram.losses(np.concatenate((np.full(n - 2, end), ids))).sum())
        size = len(text.encode("utf-8"))
        bits = np.array(row) / math.log(2)
        sums, n_bytes, n_tokens = sums + bits, n_bytes + size, n_tokens + len(ids) - 1
        print(f"{name}: " + ", ".join(f"{n} {b / size:.3f}" for n, b in zip(names, bits)))
    print("all: " + ", ".join(f"{n} {b / n_bytes:.3f}" for n, b in zip(names, sums))
          + f" ({n_bytes} bytes, {n_tokens} tokens;"
          + f" model {sums[0] * math.log(2) / n_tokens:.3f} nats per token)")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model_dir", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--sets", type=int, default=0, help="of other random tokens")
    parser.add_argument("--tokens", type=int, default=70, help="length of a continuation")
    args = parser.parse_args()
    p, config = model.load(args.model_dir)
    tokenizer = Tokenizer(args.model_dir)
    print_heads(p, config)
    if args.sets:
        print_ranges(p, config, args.sets)
    print()
    print_dependencies(p, config, tokenizer)
    for i, prompt in enumerate(PROMPTS):
        ids = sample(p, config, tokenizer.encode(prompt), args.tokens,
                     torch.Generator().manual_seed(i))
        print("\n> " + tokenizer.decode(ids))
    if args.corpus:
        print()
        print_best({"first on text": text_sinks(p, config, tokenizer, args.corpus)})
        print_losses(p, config, tokenizer, args.corpus)


if __name__ == "__main__":
    main()
