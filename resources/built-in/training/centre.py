#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Move the keys of a trained model so that their mean is zero.

usage: centre.py MODEL_DIR CORPUS_DIR

A vector that is added to all keys of a head adds the same number to every score of a query, and
softmax takes it away again: no weight changes. So training leaves that vector to chance, and with
it the sign of every q.k. Here it is chosen, through the bias of the keys, such that the mean key
of ordinary text is zero: a score then says how much more, or less, a key suits a query than the
keys do on average.
"""
import argparse
from pathlib import Path

import numpy as np
import torch

import corpus
import model
from tokenizer import Tokenizer

PASSAGES, LENGTH = 8, 20  # of each training book; tokens, as many as a typed sentence has


def passages(tokenizer, folder):
    """ids [B, LENGTH] of passages from the training books."""
    out = []
    for _, text in corpus.books(folder):
        ids = np.array(tokenizer.encode(text[:20_000]))
        out += [ids[start:start + LENGTH] for start in
                np.linspace(0, len(ids) - LENGTH, PASSAGES).astype(int)]
    return torch.from_numpy(np.stack(out))


def centre(p, config, ids):
    """Changes the key part of each layer's attention bias: the mean key over all tokens is then 0,
    but for the first of each passage, which many heads only rest on."""
    d, keys = config["n_embd"], []
    with torch.no_grad():
        model.forward(p, config, ids, torch.arange(ids.shape[1]).expand(ids.shape), keys=keys)
    for layer, k in enumerate(keys):
        p[f"h.{layer}.attn.c_attn.bias"][d:2 * d] -= k[:, :, 1:].mean((0, 2)).reshape(d)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("model_dir", type=Path)
    parser.add_argument("corpus_dir", type=Path)
    args = parser.parse_args()
    p, config = model.load(args.model_dir)
    centre(p, config, passages(Tokenizer(args.model_dir), args.corpus_dir))
    model.save(args.model_dir, p, config)


if __name__ == "__main__":
    main()
