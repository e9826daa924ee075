"""GPT-2 small's shape in PyTorch, at its best: weights stored as the product reads them, keys and values in buffers that are
not copied. Measures it, and writes it as ONNX for a peer that reads that."""

import os
import statistics
import time

from shape import CONTEXT, ENOUGH, HEADS, LAYERS, VOCABULARY, WIDTH

import torch

torch.set_grad_enabled(False)
SIZE = WIDTH // HEADS


def timed(action):
    """The median of some rounds, in milliseconds."""
    action()
    times = []
    while len(times) < 3 or (sum(times) < ENOUGH and len(times) < 30):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def linear(inputs, outputs):
    return torch.randn(inputs, outputs) * 0.02, torch.zeros(outputs)


def apply(map_, x):
    return torch.addmm(map_[1], x, map_[0])


class Buffers:
    """Keys and values of all tokens so far, written in place."""

    def __init__(self):
        shape = (LAYERS, HEADS, CONTEXT, SIZE)
        self.all = torch.zeros(shape), torch.zeros(shape)

    def extended(self, layer, start, fresh):
        for buffer, rows in zip(self.all, fresh):
            buffer[layer][:, start:start + rows.shape[1]] = rows
        return [buffer[layer][:, :start + fresh[0].shape[1]] for buffer in self.all]


class Inputs:
    """Keys and values of `start` tokens that come as inputs, LAYERS x HEADS x start x SIZE each, as an exported graph has them."""

    def __init__(self, keys, values):
        self.all = keys, values
        self.fresh = []

    def extended(self, layer, start, fresh):
        self.fresh.extend(fresh)
        return [torch.cat([past[layer], rows], 1) for past, rows in zip(self.all, fresh)] if start > 0 else fresh


class Gpt2:
    def __init__(self):
        self.layers = [(linear(WIDTH, 3 * WIDTH), linear(WIDTH, WIDTH), linear(WIDTH, 4 * WIDTH), linear(4 * WIDTH, WIDTH))
                       for _ in range(LAYERS)]
        self.embedding, self.positions = torch.randn(VOCABULARY, WIDTH) * 0.02, torch.randn(CONTEXT, WIDTH) * 0.02
        self.gain, self.bias = torch.ones(WIDTH), torch.zeros(WIDTH)

    def norm(self, x):
        return torch.nn.functional.layer_norm(x, (WIDTH,), self.gain, self.bias)

    def run(self, ids, start, cache):
        """Logits of the last token, and the patterns of all heads."""
        count, end = len(ids), start + len(ids)
        x = self.embedding[ids] + self.positions[start:end]
        mask = torch.full((count, end), float("-inf")).triu_(start + 1)
        patterns = []
        for layer, (attention, output, up, down) in enumerate(self.layers):
            query, key, value = apply(attention, self.norm(x)).view(count, 3, HEADS, SIZE).permute(1, 2, 0, 3)
            keys, values = cache.extended(layer, start, (key, value))
            scores = torch.baddbmm(mask, query, keys.transpose(1, 2), alpha=SIZE ** -0.5)
            patterns.append(torch.softmax(scores, -1))
            mixed = torch.bmm(patterns[-1], values)
            x = x + apply(output, mixed.permute(1, 0, 2).reshape(count, WIDTH))
            x = x + apply(down, torch.nn.functional.gelu(apply(up, self.norm(x)), approximate="tanh"))
        return self.norm(x[-1:]) @ self.embedding.t(), patterns


class Peer:
    def __init__(self):
        self.model, self.buffers = Gpt2(), Buffers()

    def measure(self, tokens):
        """With one thread or all of them, whichever is faster: where others compute too, its threads wait for each other."""
        times = [self.measure_with(threads, tokens) for threads in sorted({1, os.cpu_count()})]
        return {work: min(each[work] for each in times) for work in times[0]} | {"sgemm": self.sgemm()}

    def measure_with(self, threads, tokens):
        torch.set_num_threads(threads)
        ids = torch.randint(0, VOCABULARY, (tokens,))
        return {"full": timed(lambda: self.model.run(ids, 0, self.buffers)),
                "append": timed(lambda: self.model.run(ids[-1:], tokens - 1, self.buffers))}

    def sgemm(self):
        """Its BLAS's peak with all threads, in GFLOP/s."""
        size = 2048
        a, product = torch.ones(size, size), torch.empty(size, size)
        times = []
        for _ in range(6):
            start = time.perf_counter()
            torch.mm(a, a, out=product)
            times.append(time.perf_counter() - start)
        return 2e-9 * size ** 3 / min(times)


class Exported(torch.nn.Module):
    """From ids, keys and values to logits, all patterns, and the keys and values of the new tokens."""

    def __init__(self, kept):
        super().__init__()
        self.model, self.kept = Gpt2(), kept

    def forward(self, ids, keys, values):
        cache = Inputs(keys, values)
        logits, patterns = self.model.run(ids, self.kept, cache)
        return (logits, *patterns, *cache.fresh)


def export(path, tokens, kept):
    past = torch.zeros(LAYERS, HEADS, kept, SIZE)
    torch.onnx.export(Exported(kept), (torch.zeros(tokens - kept, dtype=torch.long), past, past.clone()), path,
                      opset_version=14, input_names=["ids", "keys", "values"])
