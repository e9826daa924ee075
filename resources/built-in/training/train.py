#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Train the built-in model.

usage: train.py CORPUS_DIR OUT_DIR --cache FOLDER [--minutes 60] [--export-every 15]

OUT_DIR holds vocab.json and merges.txt (tokenizer.py makes them) and receives config.json and
model.safetensors. FOLDER, which should lie outside the repository, keeps the encoded corpus,
the checkpoints and a log; started again with the same folder the training goes on where it was.
The schedule follows the clock: windows of 128, 256 and 512 tokens and a learning rate that
falls to zero when the minutes are spent, however fast the machine is.

Optimizer: the matrices of the blocks by momentum orthogonalised with a Newton-Schulz iteration
(Muon: Jordan et al. 2024; Bernstein and Newhouse 2024), all else by AdamW (Loshchilov and
Hutter 2019).
"""
import argparse
import ctypes
import json
import math
import os
import signal
import sys
import time
from pathlib import Path

import numpy as np
import torch

import corpus
import model
from tokenizer import Tokenizer

SEED = 20_260
NOVEL_WEIGHT = 0.5     # a novel's paragraph is drawn half as often as a children's story's
REPEAT_SHARE = 0.15    # windows that hold repeated segments instead of plain text
# until this share of the time: window, tokens of one step
PHASES = ((0.15, 128, 4096), (0.45, 256, 8192), (1.00, 512, 8192))
MATRIX_RATE, OTHER_RATE, POSITION_RATE = 0.02, 0.0015, 0.0003
WARM_UP_STEPS, DECAY_FROM = 50, 0.45


# ---------------------------------------------------------------- data

def encode_corpus(corpus_dir, tokenizer, cache):
    """(ids uint16 [N], starts [P], weights [P]): all training books, each begun by
    <|endoftext|>, and the places where a paragraph begins with its chance of being drawn."""
    path = cache / "corpus.npz"
    if not path.exists():
        ids, starts, weights = [], [], []
        for name, text in corpus.books(corpus_dir):
            weight = NOVEL_WEIGHT if name.startswith("B_") else 1.0
            ids.append(tokenizer.end_of_text)
            for line in text.splitlines(keepends=True):
                tokens = tokenizer.encode(line)
                starts.append(len(ids))
                weights.append(weight * len(tokens))
                ids += tokens
        temporary = cache / "corpus.part.npz"
        np.savez(temporary, ids=np.array(ids, np.uint16), starts=np.array(starts),
                 weights=np.array(weights))
        os.replace(temporary, path)
    data = np.load(path)
    return data["ids"], data["starts"], data["weights"] / data["weights"].sum()


class Windows:
    """Draws windows of training tokens; what it draws depends on (SEED, step) alone."""

    def __init__(self, ids, starts, weights, end_of_text):
        self.ids, self.starts, self.end_of_text = ids, starts, end_of_text
        self.edges = np.cumsum(weights)

    def text(self, rng, n):
        """n consecutive tokens of a book: from a paragraph's beginning, from anywhere, or from
        a paragraph's beginning with <|endoftext|> before it."""
        i = min(int(np.searchsorted(self.edges, rng.random())), len(self.starts) - 1)
        start, kind = int(self.starts[i]), rng.random()
        if kind < 0.4:
            start += int(rng.integers(0, 200))
        start = max(0, min(start, len(self.ids) - n))
        out = self.ids[start:start + n].astype(np.int64)
        if kind > 0.95:
            out = np.concatenate(([self.end_of_text], out[:-1]))
        return out

    def repeats(self, rng, n):
        """(tokens [n], trained [n]): one of four kinds of repetition. `trained` is 0 where a
        random token comes for the first time, which nobody can foretell.

        1. random tokens, repeated;  2. the same few tokens in a new order every time, each order
        repeated (the latest match is the right one);  3. random tokens, then the same backwards;
        4. a passage of text, some other text, the passage again.
        """
        kind = rng.random()
        if kind < 0.20:
            length = int(rng.integers(8, max(9, n // 3)))
            part = self.text(rng, length)
            out, trained = [], []
            while len(out) < n:
                other = self.text(rng, int(rng.integers(0, max(1, length))))
                out += [*part, *other]
                trained += [1] * (len(part) + len(other))
            return np.array(out[:n]), np.array(trained[:n])
        length = int(rng.integers(4, 65))
        symbols = rng.integers(0, self.end_of_text, length)
        out, trained, first = [], [], 0
        while len(out) < n:
            if kind < 0.48:
                parts = [symbols] * (n // length + 1)
            elif kind < 0.60:
                parts = [rng.permutation(symbols)] * int(rng.integers(2, 4))
            else:
                parts = [symbols, symbols[::-1]]
                symbols = rng.integers(0, self.end_of_text, length)
            for i, part in enumerate(parts):
                out += [*part]
                trained += [int(i > 0)] * length
        return np.array(out[:n]), np.array(trained[:n])

    def batch(self, step, window, tokens, longest):
        """ids [B, window + 1], positions [B, window], weights [B, window] that sum to 1.

        Half of the windows shorter than the context lie at a random place in it, so that every
        position vector is trained from the start."""
        rng = np.random.default_rng([SEED, step])
        rows = tokens // window
        ids = np.empty((rows, window + 1), np.int64)
        weights = np.ones((rows, window), np.float32)
        places = np.zeros((rows, 1), np.int64)
        for row in range(rows):
            if rng.random() < REPEAT_SHARE:
                ids[row], trained = self.repeats(rng, window + 1)
                weights[row] = trained[1:]
            else:
                ids[row] = self.text(rng, window + 1)
            if rng.random() < 0.5:
                places[row] = rng.integers(0, longest - window + 1)
        positions = places + np.arange(window)
        return tuple(torch.from_numpy(a) for a in (ids, positions, weights / weights.sum()))


# ---------------------------------------------------------------- optimizer

def orthogonalise(g, steps=5):
    """The nearest (semi-)orthogonal matrices of g [K, m, n], m <= n, about: singular values end
    between 0.7 and 1.2. Newton-Schulz with the quintic a x + b x^3 + c x^5, whose coefficients
    (Jordan et al. 2024) are chosen for a steep slope at zero."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = (g / (g.norm(dim=(1, 2), keepdim=True) + 1e-7)).to(torch.bfloat16)
    for _ in range(steps):
        s = torch.bmm(x, x.transpose(1, 2).contiguous())
        x = a * x + torch.bmm(b * s + c * torch.bmm(s, s), x)
    return x.float()


class Optimizer:
    """Muon for the matrices h.*.weight [in, out], AdamW for the rest. State: {name: tensors}."""

    def __init__(self, p):
        self.p = p
        self.matrices = [k for k, v in p.items() if k.startswith("h.") and v.dim() == 2]
        self.others = [k for k in p if k not in self.matrices]
        self.state = {k: [torch.zeros_like(v) for _ in range(1 if k in self.matrices else 2)]
                      for k, v in p.items()}
        self.steps = 0

    def step(self, rate):
        """One step at `rate` (1 = full) times the base rates; gradients are cleared."""
        self.steps += 1
        momentum = 0.85 + 0.10 * min(1.0, self.steps / 300)
        for name in self.matrices:
            w, (m,) = self.p[name], self.state[name]
            m.lerp_(w.grad, 1 - momentum)
            g = w.grad.lerp(m, momentum)
            wide = g if g.shape[0] <= g.shape[1] else g.t()
            # q, k and v are three matrices, and c_fc is left whole
            parts = 3 if name.endswith("c_attn.weight") else 1
            blocks = torch.stack(wide.chunk(parts, 1))
            update = torch.cat(list(orthogonalise(blocks)), 1)
            update = update if wide is g else update.t()
            size = math.sqrt(max(1.0, w.shape[1] / parts / w.shape[0]))
            w.mul_(1 - MATRIX_RATE * rate * 0.05).sub_(update, alpha=MATRIX_RATE * rate * size)
        b1, b2 = 0.9, 0.98
        for name in self.others:
            w, (m, v) = self.p[name], self.state[name]
            m.lerp_(w.grad, 1 - b1)
            v.mul_(b2).addcmul_(w.grad, w.grad, value=1 - b2)
            lr = rate * (POSITION_RATE if name == "wpe.weight" else OTHER_RATE)
            if w.dim() == 2:
                w.mul_(1 - lr * 0.01)
            denominator = (v / (1 - b2 ** self.steps)).sqrt_().add_(1e-10)
            w.addcdiv_(m, denominator, value=-lr / (1 - b1 ** self.steps))
        for w in self.p.values():
            w.grad = None


# ---------------------------------------------------------------- the run

def keep_memory():
    """Ask glibc to keep freed memory: giving large tensors back to the kernel after every
    operation and faulting them in again costs a fifth of the speed."""
    if sys.platform == "linux":
        trim_threshold, top_pad, mmap_max = -1, -2, -4
        mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
        if mallopt:
            mallopt(mmap_max, 0)
            mallopt(trim_threshold, 2**31 - 1)
            mallopt(top_pad, 2**28)


class Threads:
    """Picks one thread or all, whichever was faster lately: on a machine that does other work as
    well, several threads that wait for the slowest are often slower than one."""

    def __init__(self, most):
        self.choices = [1, most] if most > 1 else [1]
        self.speeds = {n: math.inf for n in self.choices}
        self.now, self.steps = most, 0
        torch.set_num_threads(most)

    def after_step(self, tokens_per_second):
        """Notes the speed of the step just done; every eighth step tries the other choice."""
        old = self.speeds[self.now]
        self.speeds[self.now] = (tokens_per_second if math.isinf(old)
                                 else 0.5 * old + 0.5 * tokens_per_second)
        self.steps += 1
        best = max(self.choices, key=self.speeds.get)
        other = next((n for n in self.choices if n != best), best)
        self.now = other if self.steps % 8 == 0 else best
        torch.set_num_threads(self.now)


def rate_at(share, step):
    """Share of the base learning rate: warm-up by steps, constant, linear fall to 0 by time."""
    return min(1.0, (step + 1) / WARM_UP_STEPS, max(0.0, (1 - share) / (1 - DECAY_FROM)))


def phase_at(share):
    """(window, tokens of one step) after this share of the time."""
    return next(phase for until, *phase in PHASES if share < until or until == 1.0)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus_dir", type=Path)
    parser.add_argument("out_dir", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--checkpoint-every", type=float, default=2, metavar="MINUTES")
    parser.add_argument("--export-every", type=float, default=15, metavar="MINUTES")
    args = parser.parse_args()
    args.cache.mkdir(parents=True, exist_ok=True)
    keep_memory()
    torch.set_flush_denormal(True)
    device = "cuda" if torch.cuda.is_available() else "cpu"

    tokenizer = Tokenizer(args.out_dir)
    windows = Windows(*encode_corpus(args.corpus_dir, tokenizer, args.cache), tokenizer.end_of_text)
    config = model.make_config(len(tokenizer.vocab))
    torch.manual_seed(SEED)
    p = model.initial_parameters(config, torch.Generator().manual_seed(SEED))
    p = {k: v.to(device).requires_grad_(True) for k, v in p.items()}
    optimizer, spent, seen = Optimizer(p), 0.0, 0
    path = args.cache / "checkpoint.pt"
    if path.exists():
        saved = torch.load(path, map_location=device)
        with torch.no_grad():
            for k, v in p.items():
                v.copy_(saved["p"][k])
        optimizer.state, optimizer.steps = saved["state"], saved["steps"]
        spent, seen = saved["spent"], saved["seen"]

    def checkpoint():
        temporary = args.cache / "checkpoint.part"
        torch.save({"p": {k: v.detach() for k, v in p.items()}, "state": optimizer.state,
                    "steps": optimizer.steps, "spent": spent, "seen": seen}, temporary)
        os.replace(temporary, path)

    budget = args.minutes * 60
    log = open(args.cache / "log.jsonl", "a", buffering=1, encoding="utf-8")
    last = saved_at = exported_at = time.monotonic()
    if optimizer.steps == 0:
        exported_at -= args.export_every * 60 - 45  # an early export, for whoever waits for one
    total, count = 0.0, 0
    stop, threads = [], Threads(torch.get_num_threads())
    signal.signal(signal.SIGTERM, lambda *_: stop.append(True))  # ends with a checkpoint
    while spent < budget and not stop:
        share = spent / budget
        window, tokens = phase_at(share)
        batch = windows.batch(optimizer.steps, window, tokens, config["n_positions"])
        ids, positions, weights = (t.to(device) for t in batch)
        h = model.forward(p, config, ids[:, :-1], positions, torch.bfloat16)
        loss = model.TiedCrossEntropy.apply(
            h.reshape(-1, h.shape[2]), p["wte.weight"].to(torch.bfloat16),
            ids[:, 1:].reshape(-1), weights.reshape(-1))
        loss.backward()
        with torch.no_grad():
            optimizer.step(rate_at(share, optimizer.steps))
        total, count, seen = total + float(loss), count + 1, seen + ids[:, 1:].numel()
        now = time.monotonic()
        threads.after_step(ids[:, 1:].numel() / (now - last))
        spent, last = spent + now - last, now
        if optimizer.steps % 20 == 0:
            line = {"step": optimizer.steps, "minutes": round(spent / 60, 2), "window": window,
                    "threads": threads.now, "loss": round(total / count, 4), "tokens": seen}
            log.write(json.dumps(line) + "\n")
            print(line, flush=True)
            total, count = 0.0, 0
        if now - saved_at > args.checkpoint_every * 60:
            checkpoint()
            saved_at = now
        if now - exported_at > args.export_every * 60:
            model.save(args.out_dir, p, config)
            exported_at = now
    checkpoint()
    if stop:
        return
    model.save(args.out_dir, p, config)
    print(f"done: {optimizer.steps} steps, {seen} tokens, {spent / 60:.1f} minutes")


if __name__ == "__main__":
    main()
