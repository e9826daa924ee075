#!/usr/bin/env python3
"""Mayfly and its peers side by side: GPT-2 small's shape, random weights, one run, alternating rounds.

    tests/bench/peers.py MAYFLY [--rounds 3] [--tokens 16,64,256,1024] [--blas FOLDER] [--gguf FILE]

Prints a line for each kind of pass: median milliseconds, and the peer's time over Mayfly's of the same round, as median
and range, and of PyTorch the share of its BLAS's own sgemm peak that Mayfly reaches. The clock of a machine drifts, so only
times that were taken one after the other are compared.

PyTorch runs at its best: weights stored as the product reads them, keys and values in buffers that are not copied, one
thread or all of them, and the BLAS in FOLDER (found by itself where Debian puts OpenBLAS with OpenMP). ONNX Runtime takes part where
Python has it and PyTorch can export to it, llama.cpp where llama-bench is on the PATH and FILE is a model for it.
"""

import argparse
import glob
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

LAYERS, HEADS, WIDTH, VOCABULARY, CONTEXT = 12, 12, 768, 50257, 1024
ENOUGH = 1.5  # seconds for one kind of pass in one round


# --- What a peer's own process does ---

def timed(action):
    """The median of some rounds, in milliseconds."""
    action()
    times = []
    while len(times) < 3 or (sum(times) < ENOUGH and len(times) < 30):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return 1000 * statistics.median(times)


def make_gpt2(torch):
    """A function (ids, start, keys, values) -> (logits of the last token, patterns of all heads)."""
    size = WIDTH // HEADS

    def linear(inputs, outputs):
        return torch.randn(inputs, outputs) * 0.02, torch.zeros(outputs)

    layers = [(linear(WIDTH, 3 * WIDTH), linear(WIDTH, WIDTH), linear(WIDTH, 4 * WIDTH), linear(4 * WIDTH, WIDTH))
              for _ in range(LAYERS)]
    embedding, positions = torch.randn(VOCABULARY, WIDTH) * 0.02, torch.randn(CONTEXT, WIDTH) * 0.02
    gain, bias = torch.ones(WIDTH), torch.zeros(WIDTH)

    def apply(map_, x):
        return torch.addmm(map_[1], x, map_[0])

    def norm(x):
        return torch.nn.functional.layer_norm(x, (WIDTH,), gain, bias)

    def run(ids, start, keys, values):
        count, end = len(ids), start + len(ids)
        x = embedding[ids] + positions[start:end]
        mask = torch.full((count, end), float("-inf")).triu_(start + 1)
        patterns = []
        for layer, (attention, output, up, down) in enumerate(layers):
            query, key, value = apply(attention, norm(x)).view(count, 3, HEADS, size).permute(1, 2, 0, 3)
            keys[layer][:, start:end] = key
            values[layer][:, start:end] = value
            scores = torch.baddbmm(mask, query, keys[layer][:, :end].transpose(1, 2), alpha=size ** -0.5)
            patterns.append(torch.softmax(scores, -1))
            mixed = torch.bmm(patterns[-1], values[layer][:, :end])
            x = x + apply(output, mixed.permute(1, 0, 2).reshape(count, WIDTH))
            x = x + apply(down, torch.nn.functional.gelu(apply(up, norm(x)), approximate="tanh"))
        return norm(x[-1:]) @ embedding.t(), patterns

    return run


class Torch:
    def __init__(self):
        import torch
        torch.set_grad_enabled(False)
        self.torch, self.run = torch, make_gpt2(torch)
        shape = (LAYERS, HEADS, CONTEXT, WIDTH // HEADS)
        self.keys, self.values = torch.zeros(shape), torch.zeros(shape)

    def measure(self, tokens):
        """With one thread or all of them, whichever is faster: where others compute too, its threads wait for each other."""
        times = [self.measure_with(threads, tokens) for threads in sorted({1, os.cpu_count()})]
        return {work: min(each[work] for each in times) for work in times[0]} | {"sgemm": self.sgemm()}

    def sgemm(self):
        """Its BLAS's peak with all threads, in GFLOP/s."""
        size = 2048
        a, product = self.torch.ones(size, size), self.torch.empty(size, size)
        times = []
        for _ in range(6):
            start = time.perf_counter()
            self.torch.mm(a, a, out=product)
            times.append(time.perf_counter() - start)
        return 2e-9 * size ** 3 / min(times)

    def measure_with(self, threads, tokens):
        self.torch.set_num_threads(threads)
        ids = self.torch.randint(0, VOCABULARY, (tokens,))
        full = timed(lambda: self.run(ids, 0, self.keys, self.values))
        append = timed(lambda: self.run(ids[-1:], tokens - 1, self.keys, self.values))
        return {"full": full, "append": append}


class Onnx:
    """Texts at once only; the graph that PyTorch exports keeps no keys."""

    def __init__(self):
        import io
        import numpy
        import onnxruntime
        import torch
        torch.set_grad_enabled(False)
        run, self.numpy = make_gpt2(torch), numpy

        class Module(torch.nn.Module):
            def forward(self, ids):
                keys = [torch.zeros(HEADS, len(ids), WIDTH // HEADS) for _ in range(LAYERS)]
                logits, patterns = run(ids, 0, keys, [torch.zeros_like(key) for key in keys])
                return (logits, *patterns)

        def session(tokens):
            file = io.BytesIO()
            torch.onnx.export(Module(), torch.zeros(tokens, dtype=torch.long), file, opset_version=14)
            options = onnxruntime.SessionOptions()
            options.intra_op_num_threads = os.cpu_count()
            return onnxruntime.InferenceSession(file.getvalue(), options, providers=["CPUExecutionProvider"])

        self.session = session

    def measure(self, tokens):
        session = self.session(tokens)
        ids = self.numpy.random.randint(0, VOCABULARY, tokens)
        name = session.get_inputs()[0].name
        return {"full": timed(lambda: session.run(None, {name: ids}))}


def serve(kind):
    """Answers each number of tokens on a line with a line of JSON."""
    peer = {"torch": Torch, "onnx": Onnx}[kind]()
    print("{}", flush=True)
    for line in sys.stdin:
        print(json.dumps(peer.measure(int(line))), flush=True)


# --- The comparison ---

class Worker:
    """A peer in a process of its own, which waits while others are measured."""

    def __init__(self, kind, environment):
        self.process = subprocess.Popen([sys.executable, __file__, "--serve", kind], env=environment, text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.there = self.process.stdout.readline() != ""

    def measure(self, tokens):
        self.process.stdin.write(f"{tokens}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline() or "{}")


class Llama:
    def __init__(self, program, model):
        self.command = [program, "-m", model, "-t", str(os.cpu_count()), "-o", "json"]

    def measure(self, tokens):
        def run(*arguments):
            result = subprocess.run([*self.command, *arguments], capture_output=True, text=True)
            return json.loads(result.stdout)[0]["avg_ns"] * 1e-6
        return {"full": run("-p", str(tokens), "-n", "0"), "append": run("-p", "0", "-n", "1", "-d", str(tokens - 1))}


def measure_mayfly(program, tokens, environment):
    result = subprocess.run([program, "bench", "--shape", "gpt2", "--tokens", str(tokens), "--edits", "100", "--json"],
                            env=environment, capture_output=True, text=True, check=True)
    found = json.loads(result.stdout)
    times = {f"{row['work']} {row['weights']}": row for row in found["rows"] if row["work"] != "edit"}
    return found["limits"], times


def find_peers(arguments, environment):
    peers = {"PyTorch f32": Worker("torch", environment), "ONNX Runtime f32": Worker("onnx", environment)}
    peers = {name: peer for name, peer in peers.items() if peer.there}
    if arguments.gguf and shutil.which("llama-bench"):
        peers["llama.cpp"] = Llama(shutil.which("llama-bench"), arguments.gguf)
    return peers


def peer_environment(blas):
    environment = dict(os.environ, OMP_NUM_THREADS=str(os.cpu_count()))
    environment.pop("OPENBLAS_CORETYPE", None)  # a wrong one slows it
    folders = [blas] if blas else glob.glob("/usr/lib/*/openblas-openmp")
    if folders:
        environment["LD_LIBRARY_PATH"] = ":".join(folders + [environment.get("LD_LIBRARY_PATH", "")])
    return at_its_best(environment)


PRODUCT = """
import time, torch
torch.set_num_threads(1)
a, times = torch.ones(1024, 1024), []
for _ in range(6):
    start = time.process_time()
    a @ a
    times.append(time.process_time() - start)
print(min(times))
"""


def at_its_best(environment):
    """With the kernels of OpenBLAS that multiply soonest: a processor that is newer than it, it takes for one of 2004."""
    def seconds(core):
        result = subprocess.run([sys.executable, "-c", PRODUCT], env=environment | core, capture_output=True, text=True)
        return float(result.stdout) if result.returncode == 0 else float("inf")
    return environment | min(({}, *({"OPENBLAS_CORETYPE": core} for core in ("Haswell", "SkylakeX"))), key=seconds)


def print_ratios(work, tokens, rounds):
    """`rounds`: of one length, Mayfly's rows and the peers' times."""
    for weights in ("f32", "bf16", "f16"):
        own = [round_["mayfly"][f"{work} {weights}"] for round_ in rounds]
        line = f"{work:7}{tokens:6}  {weights:5}{statistics.median(row['ms'] for row in own):9.1f} ms"
        line += f"{statistics.median(row['ratio_to_limit'] for row in own):8.2f} of limit"
        for name, times in rounds[0]["peers"].items():
            if work not in times:
                continue
            ratios = sorted(round_["peers"][name][work] / row["ms"] for round_, row in zip(rounds, own))
            line += f"   {name} {statistics.median(ratios):.2f} [{ratios[0]:.2f}-{ratios[-1]:.2f}] x"
            if work == "full" and "sgemm" in times:
                shares = [row["gflops"] / round_["peers"][name]["sgemm"] for round_, row in zip(rounds, own)]
                line += f", {statistics.median(shares):.2f} of its sgemm"
        print(line, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mayfly", nargs="?", default="build/mayfly")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tokens", default="16,64,256,1024")
    parser.add_argument("--blas", help="a folder with a libblas.so.3 for PyTorch")
    parser.add_argument("--gguf", help="a model of this shape for llama-bench")
    parser.add_argument("--serve", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.serve:
        return serve(arguments.serve)
    environment = peer_environment(arguments.blas)
    peers = find_peers(arguments, environment)
    print("Peers:", ", ".join(peers) or "none found", flush=True)
    for tokens in map(int, arguments.tokens.split(",")):
        rounds = []
        for _ in range(arguments.rounds):
            limits, own = measure_mayfly(arguments.mayfly, tokens, environment)
            rounds.append({"mayfly": own, "peers": {name: peer.measure(tokens) for name, peer in peers.items()}})
        for work in ("full", "append"):
            print_ratios(work, tokens, rounds)
    print(f"Limits in the last run: {limits['sgemm_gflops']:.0f} GFLOP/s, {limits['read_gbps']:.1f} GB/s")


if __name__ == "__main__":
    main()
