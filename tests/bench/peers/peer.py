"""A peer in a process of its own: `peer.py pytorch` answers each number of tokens on a line with a line of JSON, and
`peer.py onnx FILE TOKENS KEPT` and `peer.py gguf FILE` write the model for those of peer.mjs."""

import json
import sys


def serve(peer):
    print("{}", flush=True)
    for line in sys.stdin:
        print(json.dumps(peer.measure(int(line))), flush=True)


def main():
    kind, *rest = sys.argv[1:]
    if kind == "pytorch":
        import pytorch
        serve(pytorch.Peer())
    elif kind == "onnx":
        import pytorch
        pytorch.export(rest[0], int(rest[1]), int(rest[2]))
    elif kind == "gguf":
        import gguf
        gguf.write(rest[0])


main()
