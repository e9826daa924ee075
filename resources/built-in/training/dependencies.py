# SPDX-License-Identifier: GPL-3.0-or-later
"""Which heads look from a word to a word it depends on.

Short sentences are made from patterns: {kind} is a word drawn at random, <word> is the query,
[word] the key. A kind of dependency has patterns of several distances between the two, so that a
head which looks at a fixed distance scores low.
"""
import re

import numpy as np
import torch

import model

SENTENCES, SEED = 150, 7  # of each kind
WORDS = {
    "adjective": "little old great poor black white good strange golden dark green brave happy",
    "noun": "girl boy man woman king horse dog cat bird child prince princess witch wolf giant",
    "verb": "looked came went ran stood sat laughed cried walked turned spoke",
    "took": "saw took found ate heard loved",
    "place": "house castle garden forest wood",
    "she": "girl queen princess woman mother sister lady",
    "he": "boy king prince man father brother giant",
    "name": "Mary John Tom Peter Alice Jack George",
    "did": "opened the door|went home|looked at the house|was tired",
    "saw": "looked at|spoke to|thought of|ran to",
}
KINDS = {
    "noun to its adjective": ("The [{adjective}] <{noun}>",
                              "Then the [{adjective}] {adjective} <{noun}>",
                              "The [{adjective}] and {adjective} <{noun}>"),
    "noun to its article": ("And [the] {adjective} <{noun}>", "And [the] <{noun}>",
                            "And [the] {adjective} {adjective} <{noun}>"),
    "verb to its subject": ("The [{noun}] <{verb}>", "The [{noun}] of the {place} <{verb}>",
                            "The [{noun}] who lived in the {place} <{verb}>"),
    "object to its verb": ("The {noun} [{took}] the <{noun}>",
                           "The {noun} [{took}] the {adjective} <{noun}>",
                           "The {noun} [{took}] the {adjective} {adjective} <{noun}>"),
    "pronoun to its noun": ("The [{she}] {did} and <she>", "The [{he}] {did} and <he>"),
    "pronoun to its name": ("[{name}] {did} and <he>", "One day [{name}] {did} and <she>"),
    "his, her to whose it is": ("The [{she}] {saw} <her>", "The [{he}] {saw} <his>",
                                "The [{he}] {did} and {saw} <his>"),
}


def sentence(pattern, rng, tokenizer):
    """(token ids, index of the query, index of the key); a word's last token counts."""
    def draw(match):
        words = WORDS[match[1]]
        return str(rng.choice(words.split("|" if "|" in words else " ")))

    ids, at = [], {}
    for word in re.sub(r"{(\w+)}", draw, pattern).split(" "):
        plain = word.strip("<[]>")
        ids += tokenizer.encode(" " + plain if ids else plain)
        at[word[0]] = len(ids) - 1
    return ids, at["<"], at["["]


def scores(p, config, tokenizer):
    """{kind: (mean weight [layers, heads], share of rows in which it is the largest)}."""
    out = {}
    for kind, patterns in KINDS.items():
        rng, found = np.random.default_rng(SEED), []
        for i in range(SENTENCES):
            ids, query, key = sentence(patterns[i % len(patterns)], rng, tokenizer)
            keep = []
            with torch.no_grad():
                model.forward(p, config, torch.tensor(ids)[None], torch.arange(len(ids))[None],
                              keep=keep)
            rows = torch.stack([w[0, :, query] for w in keep]).numpy()  # [layers, heads, keys]
            found.append((rows[:, :, key], rows.argmax(-1) == key))
        out[kind] = tuple(np.mean(x, 0) for x in zip(*found))
    return out
