#!/usr/bin/env python3
"""Counts the instructions of a small pass and a small picture and compares them with recorded ones.

    tests/bench/instructions.py BUILD_FOLDER [--record]

Unlike milliseconds, instructions hardly depend on what else the machine does. Needs valgrind, which knows no AVX-512, so
the avx2 kernel is counted, on one thread. Another compiler gives other counts: record them anew with it, before a change.
Exits with 1 if a count has grown by more than a fiftieth.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

RECORDED = pathlib.Path(__file__).with_name("instructions.json")
TOLERANCE = 1.02
TEXT = "The old king looked at his daughter, and she looked back at the king."
# The function that is counted, with all that it calls, and the command that calls it.
CASES = {
    "pass": ("mayfly::Team::gather(*", ["trace", "--text", TEXT, "--layers", "0", "--heads", "0", "-o", "{}/a.csv"]),
    "picture": ("exporting::encode(*", ["export", "--text", TEXT, "--head", "3.6", "-o", "{}/a.png"]),
}


def count(program, function, arguments, folder):
    environment = dict(os.environ, MAYFLY_KERNEL="avx2", OMP_NUM_THREADS="1", QT_QPA_PLATFORM="offscreen")
    command = ["valgrind", "--tool=callgrind", f"--toggle-collect={function}", f"--callgrind-out-file={folder}/out", program]
    result = subprocess.run(command + [word.format(folder) for word in arguments], env=environment, capture_output=True,
                            text=True)
    found = re.search(r"Collected : (\d+)", result.stderr)
    if result.returncode != 0 or not found:
        sys.exit(f"{' '.join(command)} failed:\n{result.stderr}")
    return int(found.group(1))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--record", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        counts = {name: count(str(arguments.build / "mayfly"), *case, folder) for name, case in CASES.items()}
    if arguments.record:
        RECORDED.write_text(json.dumps(counts, indent=1) + "\n")
        return
    recorded = json.loads(RECORDED.read_text())
    for name, instructions in counts.items():
        print(f"{name:8} {instructions:13,} instructions, {instructions / recorded[name]:.3f} of the recorded")
    if any(counts[name] > TOLERANCE * recorded[name] for name in counts):
        sys.exit("Some counts have grown.")


if __name__ == "__main__":
    main()
