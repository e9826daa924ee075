# SPDX-License-Identifier: GPL-3.0-or-later
"""What the model is trained on: windows of text, and windows of repetition.

Text alone makes the heads that copy only after far longer training. So some windows hold
random tokens of which a part can be foretold by whoever looks back at the right place. Every
kind below is a function (rng, n) -> Window of n tokens.
"""
from typing import NamedTuple

import numpy as np
import torch


class Window(NamedTuple):
    """n tokens, their positions, and 1 where the token is to be foretold, else 0; each [n]."""
    ids: np.ndarray
    positions: np.ndarray
    trained: np.ndarray


class Draft:
    """A window of n tokens that grows piece by piece; what is beyond n is cut off."""

    def __init__(self, n, positions):
        """positions: how many there are; gaps are made only while there are some to spare."""
        self.n, self.spare, self.place = n, max(0, positions - n), 0
        self.ids, self.positions, self.trained = [], [], []

    def full(self):
        return len(self.ids) >= self.n

    def add(self, tokens, trained):
        """Appends tokens; `trained` is one number for all of them."""
        self.ids += [*tokens]
        self.positions += range(self.place, self.place + len(tokens))
        self.trained += [trained] * len(tokens)
        self.place += len(tokens)

    def gap(self, size):
        """The next token lies `size` positions further away."""
        size = min(size, self.spare)
        self.spare -= size
        self.place += size

    def window(self):
        return Window(*(np.array(x[:self.n], np.int64)
                        for x in (self.ids, self.positions, self.trained)))


class Books:
    """The tokens of the training books, and the kinds of windows."""

    def __init__(self, ids, starts, weights, end_of_text, positions):
        """ids uint16 [N]: all books; starts [P]: where paragraphs begin; weights [P]: their
        chances of being drawn; positions: the model's context."""
        self.ids, self.starts, self.end_of_text = ids, starts, end_of_text
        self.edges = np.cumsum(weights)
        self.most = positions

    def passage(self, rng, n):
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

    def symbols(self, rng, *shape):
        """Random tokens."""
        return rng.integers(0, self.end_of_text, shape)

    def text(self, rng, n):
        """Plain text."""
        draft = Draft(n, self.most)
        draft.add(self.passage(rng, n), 1)
        return draft.window()

    def text_again(self, rng, n):
        """A passage, another one, the first again, another one, and so on."""
        draft, length = Draft(n, self.most), int(rng.integers(8, max(9, n // 3)))
        again = self.passage(rng, length)
        while not draft.full():
            draft.add(again, 1)
            draft.add(self.passage(rng, int(rng.integers(0, length))), 1)
        return draft.window()

    def repeated(self, rng, n):
        """Random tokens over and over."""
        draft, symbols = Draft(n, self.most), self.symbols(rng, int(rng.integers(4, 65)))
        draft.add(symbols, 0)
        while not draft.full():
            draft.add(symbols, 1)
        return draft.window()

    def reordered(self, rng, n):
        """The same random tokens in a new order every time, each order two or three times: the
        latest match is the right one."""
        draft, symbols = Draft(n, self.most), self.symbols(rng, int(rng.integers(4, 65)))
        while not draft.full():
            symbols = rng.permutation(symbols)
            for i in range(int(rng.integers(2, 4))):
                draft.add(symbols, int(i > 0))
        return draft.window()

    def backwards(self, rng, n):
        """Random tokens, then the same ones backwards; new ones, and so on."""
        draft = Draft(n, self.most)
        while not draft.full():
            symbols = self.symbols(rng, int(rng.integers(4, 65)))
            draft.add(symbols, 0)
            draft.add(symbols[::-1], 1)
        return draft.window()

    def asked(self, rng, n):
        """Pairs a b (or triples a b c) of random tokens, with a gap in the positions after each;
        then, in another order, b (or b c), whereupon a is to be foretold.

        It takes a head that looks at the last occurrence of the current token. The same could be
        read one token later, where heads that copy look anyway, if that token knew what is before
        it; the gap hides that from it. The same tokens are paired anew a few times, so that it is
        the last occurrence that counts.
        """
        draft, size = Draft(n, self.most), 2 if rng.random() < 0.7 else 3
        while not draft.full():
            groups = self.symbols(rng, int(rng.integers(2, 13)), size)
            for _ in range(int(rng.integers(1, 7))):
                groups = rng.permutation(groups.reshape(-1)).reshape(-1, size)
                for group in groups:
                    draft.add(group, 0)
                    draft.gap(int(rng.integers(2, 5)))
                for group in rng.permutation(groups):
                    draft.add(group[1:], 0)
                    draft.add(group[:1], 1)
        return draft.window()


def batch(books, rng, kinds, rows, n, anywhere):
    """ids [rows, n + 1], positions [rows, n], trained [rows, n] (of the tokens after the first).

    kinds: {name of a method of Books: its share of the windows}. anywhere: the share of the
    windows that lie at a random place in the context instead of its beginning.
    """
    names, shares = list(kinds), list(kinds.values())
    windows = [getattr(books, names[rng.choice(len(names), p=shares)])(rng, n + 1)
               for _ in range(rows)]
    ids, positions, trained = (torch.from_numpy(np.stack(x)) for x in zip(*windows))
    positions = positions[:, :-1]
    room = books.most - 1 - positions[:, -1].numpy()
    moved = rng.integers(0, room + 1) * (rng.random(rows) < anywhere)
    return ids, positions + torch.from_numpy(moved)[:, None], trained[:, 1:].float()
