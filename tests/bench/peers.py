#!/usr/bin/env python3
"""Mayfly and its peers side by side: GPT-2 small's shape, random float32 weights, one run, alternating rounds.

    tests/bench/peers.py MAYFLY [--rounds 3] [--tokens 16,64,256,1024] [--blas FOLDER] [--packages FOLDER]

Prints a line for each kind of pass: median milliseconds, and the peer's time over Mayfly's of the same round, as median
and range, and of PyTorch the share of its BLAS's own sgemm peak that Mayfly reaches. The clock of a machine drifts, so only
times that were taken one after the other are compared.

PyTorch runs at its best: one thread or all of them, and the BLAS in FOLDER (found by itself where Debian puts OpenBLAS with
OpenMP). ONNX Runtime and llama.cpp take part where Node finds their packages, installed by
`npm install onnxruntime-node node-llama-cpp --ignore-scripts` in the folder that --packages names, and llama.cpp also where
llama-bench is on the PATH. Their models are written first, two gigabytes for each length, to the temporary folder.
"""

import argparse
import glob
import json
import os
import pathlib
import runpy
import shutil
import statistics
import subprocess
import sys
import tempfile

PEERS = pathlib.Path(__file__).with_name("peers")
SHAPE = {name: value for name, value in runpy.run_path(str(PEERS / "shape.py")).items() if name.isupper()}
THREADS = str(os.cpu_count())


class Worker:
    """A peer in a process of its own, which waits while others are measured."""

    def __init__(self, command, environment):
        self.process = subprocess.Popen(command, env=environment, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self.there = self.process.stdout.readline() != ""

    def measure(self, tokens):
        self.process.stdin.write(f"{tokens}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline() or "{}")


class Llama:
    """llama.cpp's own bench."""

    there = True

    def __init__(self, model):
        self.command = [shutil.which("llama-bench"), "-m", model, "-t", THREADS, "-o", "json"]

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


def python_peer(*arguments):
    return [sys.executable, str(PEERS / "peer.py"), *arguments]


def node_peer(kind, package, packages, folder, environment, write_models):
    """None where Node has no such package in that folder."""
    if not packages or not shutil.which("node") or not (pathlib.Path(packages) / "node_modules" / package).exists():
        return None
    write_models()
    command = ["node", str(PEERS / "peer.mjs"), kind, str(pathlib.Path(packages).resolve()), folder, THREADS, json.dumps(SHAPE)]
    return Worker(command, environment)


def find_peers(arguments, environment, lengths, folder):
    def write(*what):
        subprocess.run(python_peer(*what), env=environment, check=True, capture_output=True)

    def write_onnx():
        for tokens in lengths:
            for kept in (0, tokens - 1):
                write("onnx", f"{folder}/{tokens}-{kept}.onnx", str(tokens), str(kept))

    def write_gguf():
        write("gguf", f"{folder}/gpt2.gguf")

    def llama():
        peer = node_peer("llama", "node-llama-cpp", arguments.packages, folder, environment, write_gguf)
        if peer or not shutil.which("llama-bench"):
            return peer
        write_gguf()
        return Llama(f"{folder}/gpt2.gguf")

    makers = {
        "PyTorch": lambda: Worker(python_peer("pytorch"), environment),
        "ONNX Runtime": lambda: node_peer("onnx", "onnxruntime-node", arguments.packages, folder, environment, write_onnx),
        "llama.cpp": llama,
    }
    peers = {}
    for name, make in makers.items():
        try:
            peer = make()
        except subprocess.CalledProcessError as error:
            print(f"{name} is left out: its model could not be written.\n{error.stderr.decode()}")
            continue
        if peer and peer.there:
            peers[name] = peer
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
    parser.add_argument("--packages", help="the folder in which onnxruntime-node and node-llama-cpp are installed")
    arguments = parser.parse_args()
    lengths = [int(tokens) for tokens in arguments.tokens.split(",")]
    environment = peer_environment(arguments.blas)
    with tempfile.TemporaryDirectory() as folder:
        compare(arguments, find_peers(arguments, environment, lengths, folder), lengths, environment)


def compare(arguments, peers, lengths, environment):
    print("Peers:", ", ".join(peers) or "none found", flush=True)
    for tokens in lengths:
        rounds = []
        for _ in range(arguments.rounds):
            limits, own = measure_mayfly(arguments.mayfly, tokens, environment)
            rounds.append({"mayfly": own, "peers": {name: peer.measure(tokens) for name, peer in peers.items()}})
        for work in ("full", "append"):
            print_ratios(work, tokens, rounds)
    print(f"Limits in the last run: {limits['sgemm_gflops']:.0f} GFLOP/s, {limits['read_gbps']:.1f} GB/s")


if __name__ == "__main__":
    main()
