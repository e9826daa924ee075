# SPDX-License-Identifier: GPL-3.0-or-later
"""The baseline: an interpolated Kneser-Ney n-gram model on tokens.

Kneser and Ney 1995; in the interpolated form of Chen and Goodman 1999, one discount per order:
    p(w | h) = (c(hw) - D)+ / c(h.)  +  D N(h.) / c(h.)  p(w | h')
N(h.) is the number of different words after h, h' is h without its first word, and below the
highest order c(hw) is the number of different words before hw. D = n1 / (n1 + 2 n2).
"""
import numpy as np


class NGram:
    def __init__(self, ids, order, vocab_size):
        """ids: int64 [N], the training tokens."""
        self.order, self.v, self.tables = order, vocab_size, {}
        grams, counts = np.unique(self.keys(ids, order), return_counts=True)
        for k in range(order, 0, -1):
            contexts, first = np.unique(grams // vocab_size, return_index=True)
            totals = np.add.reduceat(counts, first)
            kinds = np.diff(np.append(first, len(grams)))
            n1, n2 = (counts == 1).sum(), (counts == 2).sum()
            discount = n1 / max(1, n1 + 2 * n2)
            self.tables[k] = grams, counts, contexts, totals, kinds, discount
            grams, counts = np.unique(grams % vocab_size ** (k - 1), return_counts=True)

    def keys(self, ids, k):
        """Every k-gram of ids as one integer; the i-th begins at ids[i]."""
        n = len(ids) - k + 1
        key = np.zeros(n, np.int64)
        for j in range(k):
            key = key * self.v + ids[j:n + j]
        return key

    def losses(self, ids):
        """-ln p of ids[order - 1:], each given the order - 1 tokens before it."""
        full = self.keys(ids, self.order)
        p = np.full(len(full), 1.0 / self.v)
        for k in range(1, self.order + 1):
            grams, counts, contexts, totals, kinds, discount = self.tables[k]
            key = full % self.v ** k
            count = look_up(grams, counts, key)
            total = look_up(contexts, totals, key // self.v)
            kind = look_up(contexts, kinds, key // self.v)
            known = total > 0
            total = np.maximum(total, 1)
            mixed = np.maximum(count - discount, 0) / total + discount * kind / total * p
            p = np.where(known, mixed, p)
        return -np.log(p)


def look_up(sorted_keys, values, wanted):
    """values of the wanted keys, 0 for those that are not there."""
    at = np.minimum(np.searchsorted(sorted_keys, wanted), len(sorted_keys) - 1)
    return np.where(sorted_keys[at] == wanted, values[at], 0)
