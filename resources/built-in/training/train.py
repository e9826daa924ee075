#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Train the built-in model.

usage: train.py CORPUS_DIR OUT_DIR --cache FOLDER [--minutes MINUTES] [--export-every 15]

OUT_DIR holds vocab.json and merges.txt (tokenizer.py makes them) and receives config.json and
model.safetensors. FOLDER, which should lie outside the repository, keeps the encoded corpus,
the checkpoints and a log; started again with the same folder the training goes on where it was.
The schedule, PHASES, follows the clock, however fast the machine is.

On the way the model grows from four layers to six: a copy of layer 0 comes after layer 0 and
one of layer 2 after layer 2, with output projections of zero, so that they change nothing at
first (copies: Gong et al. 2019, progressive stacking; a deeper network that computes the same:
Chen et al. 2016, Net2Net). For some of the phases the loss has a term that draws one head to
the last occurrence of the current token, nudge(); the training goes on long after it is gone.

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
from typing import NamedTuple

import numpy as np
import torch

import corpus
import model
import windows
from tokenizer import Tokenizer

SEED = 20_260
NOVEL_WEIGHT = 0.5     # a novel's paragraph is drawn half as often as a children's story's
MATRIX_RATE, OTHER_RATE, POSITION_RATE = 0.02, 0.0015, 0.0003
WARM_UP_STEPS = 50
GROWTH = (0, 0, 1, 2, 2, 3)  # the layer that each of the six is made from
NUDGED = (1, 4)              # layer, head


class Phase(NamedTuple):
    """A part of the training. A step takes windows of plain text and windows of repetition."""
    minutes: float
    layers: int
    text: tuple         # windows of text in a step, tokens of each
    drill: tuple        # windows of repetition in a step, tokens of each
    kinds: dict         # of repetition: methods of windows.Books, and the share of each
    drill_weight: float  # share of the repetition in the loss
    anywhere: float     # share of windows at a random place of the context, not its beginning
    rate: tuple         # learning rate, from and to, in units of the base rates
    nudge: float = 0.0  # weight of nudge() in the loss


COPY = {"text_again": 0.20, "repeated": 0.28, "reordered": 0.12, "backwards": 0.40}
ASK = {"asked": 0.75, "repeated": 0.10, "reordered": 0.10, "backwards": 0.05}
BOTH = {"asked": 0.60, "text_again": 0.10, "repeated": 0.15, "reordered": 0.10, "backwards": 0.05}
LAST = {"asked": 0.35, "text_again": 0.10, "repeated": 0.35, "reordered": 0.15, "backwards": 0.05}
PHASES = (
    Phase(9, 4, (27, 128), (5, 128), COPY, 0.10, 0.5, (1.0, 1.0)),
    Phase(18, 4, (27, 256), (5, 256), COPY, 0.10, 0.5, (1.0, 1.0)),
    Phase(33, 4, (14, 512), (2, 512), COPY, 0.10, 0.0, (1.0, 0.0)),
    Phase(20, 6, (16, 256), (16, 256), ASK, 0.50, 0.0, (0.6, 0.6)),
    Phase(6, 6, (16, 256), (16, 256), ASK, 0.50, 0.0, (0.6, 0.6), 0.3),
    Phase(4, 6, (14, 512), (4, 256), BOTH, 0.25, 0.0, (0.6, 0.6), 0.3),
    Phase(10, 6, (7, 512), (2, 256), BOTH, 0.20, 0.0, (0.4, 0.3)),
    Phase(27, 6, (7, 512), (1, 256), LAST, 0.12, 0.0, (0.3, 0.0)),
)


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


def phase_at(minutes):
    """(phase, share of it that is over) after these minutes of the schedule."""
    for phase in PHASES:
        if minutes < phase.minutes:
            break
        minutes -= phase.minutes
    return phase, min(1.0, minutes / phase.minutes)


def rate_at(phase, share, step):
    """Learning rate in units of the base rates; the very first steps warm it up."""
    start, end = phase.rate
    return min(1.0, (step + 1) / WARM_UP_STEPS) * (start + (end - start) * share)


def grow(p, state):
    """(p, state) of the deeper model: its layers are those named by GROWTH, and where a layer
    comes a second time its copy adds nothing to the residual stream yet."""
    deep, deep_state = ({k: v for k, v in x.items() if not k.startswith("h.")} for x in (p, state))
    for new, old in enumerate(GROWTH):
        copy = new > 0 and GROWTH[new - 1] == old
        for name in [k for k in p if k.startswith(f"h.{old}.")]:
            to = name.replace(f"h.{old}.", f"h.{new}.", 1)
            silent = copy and ".c_proj." in name
            deep[to] = torch.zeros_like(p[name]) if silent else p[name].detach().clone()
            deep_state[to] = [torch.zeros_like(t) if copy else t for t in state[name]]
    return deep, deep_state


def last_occurrence(ids):
    """[B, T]: where the token was last before, or -1, for ids [B, T]."""
    t = ids.shape[1]
    equal = (ids[:, :, None] == ids[:, None, :]).tril(-1)
    return torch.where(equal, torch.arange(t, device=ids.device), -1).max(2).values


def nudge(weights, ids):
    """Mean of -ln of the attention weight on the last occurrence of the query's own token, over
    the queries whose token has occurred before. weights [B, T, T] of one head, ids [B, T]."""
    last = last_occurrence(ids)
    known = last >= 0
    there = weights.gather(2, last.clamp(min=0)[:, :, None])[:, :, 0]
    return -there[known].clamp(min=1e-6).log().mean()


class Run:
    """The model, its optimizer and how far they are; kept in cache/checkpoint.pt."""

    def __init__(self, cache, config, device):
        self.path, self.config, self.device = cache / "checkpoint.pt", config, device
        self.spent, self.seen = 0.0, 0
        first = {**config, "n_layer": PHASES[0].layers}
        self.set(model.initial_parameters(first, torch.Generator().manual_seed(SEED)))
        if self.path.exists():
            saved = torch.load(self.path, map_location=device)
            self.set(saved["p"], saved["state"], saved["steps"])
            self.spent, self.seen = saved["spent"], saved["seen"]

    def set(self, p, state=None, steps=0):
        self.p = {k: v.to(self.device).requires_grad_(True) for k, v in p.items()}
        self.optimizer = Optimizer(self.p)
        self.optimizer.state = state or self.optimizer.state
        self.optimizer.steps = steps
        layers = sum(k.endswith("ln_1.weight") for k in p)
        self.config = {**self.config, "n_layer": layers}

    def checkpoint(self):
        temporary = self.path.with_suffix(".part")
        torch.save({"p": {k: v.detach() for k, v in self.p.items()},
                    "state": self.optimizer.state, "steps": self.optimizer.steps,
                    "spent": self.spent, "seen": self.seen}, temporary)
        os.replace(temporary, self.path)

    def step(self, books, phase, share):
        """One step; returns the mean loss of the text and that of the repetition, in nats."""
        if phase.layers > self.config["n_layer"]:
            self.set(*grow(self.p, self.optimizer.state), self.optimizer.steps)
        rng = np.random.default_rng([SEED, self.optimizer.steps])
        text = windows.batch(books, rng, {"text": 1.0}, *phase.text, phase.anywhere)
        drill = windows.batch(books, rng, phase.kinds, *phase.drill, phase.anywhere)
        losses = (self.backward(text, 1 - phase.drill_weight, phase.nudge),
                  self.backward(drill, phase.drill_weight, phase.nudge))
        with torch.no_grad():
            self.optimizer.step(rate_at(phase, share, self.optimizer.steps))
        self.seen += text[1].numel() + drill[1].numel()
        return losses

    def backward(self, batch, weight, nudging):
        """Adds the gradients of weight times the mean loss of `batch`, and of `nudging` times
        nudge() of the head NUDGED; returns that mean loss."""
        ids, positions, trained = (t.to(self.device) for t in batch)
        keep = [] if nudging else None
        h = model.forward(self.p, self.config, ids[:, :-1], positions, torch.bfloat16, keep)
        loss = model.TiedCrossEntropy.apply(
            h.reshape(-1, h.shape[2]), self.p["wte.weight"].to(torch.bfloat16),
            ids[:, 1:].reshape(-1), (trained * (weight / trained.sum())).reshape(-1))
        extra = 0.0
        if nudging:
            layer, head = NUDGED
            extra = nudging * nudge(keep[layer][:, head].float(), ids[:, :-1])
        (loss + extra).backward()
        return float(loss) / weight


def main():
    total = sum(phase.minutes for phase in PHASES)
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus_dir", type=Path)
    parser.add_argument("out_dir", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=total, help="squeezes the schedule")
    parser.add_argument("--checkpoint-every", type=float, default=2, metavar="MINUTES")
    parser.add_argument("--export-every", type=float, default=15, metavar="MINUTES")
    args = parser.parse_args()
    args.cache.mkdir(parents=True, exist_ok=True)
    keep_memory()
    torch.set_flush_denormal(True)
    torch.manual_seed(SEED)

    tokenizer = Tokenizer(args.out_dir)
    config = model.make_config(len(tokenizer.vocab))
    books = windows.Books(*encode_corpus(args.corpus_dir, tokenizer, args.cache),
                          tokenizer.end_of_text, config["n_positions"])
    run = Run(args.cache, config, "cuda" if torch.cuda.is_available() else "cpu")
    stop, threads = [], Threads(torch.get_num_threads())
    signal.signal(signal.SIGTERM, lambda *_: stop.append(True))  # ends with a checkpoint
    log = open(args.cache / "log.jsonl", "a", buffering=1, encoding="utf-8")
    last = saved_at = exported_at = time.monotonic()
    recent = []
    while run.spent < args.minutes * 60 and not stop:
        minutes = run.spent / 60 * total / args.minutes
        before = run.seen
        recent.append(run.step(books, *phase_at(minutes)))
        now = time.monotonic()
        threads.after_step((run.seen - before) / (now - last))
        run.spent, last = run.spent + now - last, now
        if run.optimizer.steps % 20 == 0:
            text, drill = np.mean(recent, 0)
            line = {"step": run.optimizer.steps, "minutes": round(run.spent / 60, 2),
                    "threads": threads.now, "text": round(text, 4),
                    "repetition": round(drill, 4), "tokens": run.seen}
            log.write(json.dumps(line) + "\n")
            print(line, flush=True)
            recent = []
        if now - saved_at > args.checkpoint_every * 60:
            run.checkpoint()
            saved_at = now
        if now - exported_at > args.export_every * 60:
            model.save(args.out_dir, run.p, run.config)
            exported_at = now
    run.checkpoint()
    if not stop:
        model.save(args.out_dir, run.p, run.config)
        print(f"done: {run.optimizer.steps} steps, {run.seen} tokens, {run.spent / 60:.1f} minutes")


if __name__ == "__main__":
    main()
