"""Writes a model of GPT-2 small's shape with random float32 weights as a GGUF file, which llama.cpp reads.

The format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md (version 3).
"""

import struct

import numpy

from shape import CONTEXT, HEADS, LAYERS, VOCABULARY, WIDTH

ALIGNMENT = 32
UINT32, FLOAT32, STRING, ARRAY = 4, 6, 8, 9


def text(value):
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def field(name, value):
    if isinstance(value, str):
        return text(name) + struct.pack("<I", STRING) + text(value)
    if isinstance(value, list):
        return text(name) + struct.pack("<IIQ", ARRAY, STRING, len(value)) + b"".join(map(text, value))
    return text(name) + struct.pack("<If" if isinstance(value, float) else "<II",
                                    FLOAT32 if isinstance(value, float) else UINT32, value)


def fields():
    """The tokens are names that stand for nothing: only ids are given to the model."""
    return {
        "general.architecture": "gpt2",
        "general.alignment": ALIGNMENT,
        "gpt2.context_length": CONTEXT,
        "gpt2.embedding_length": WIDTH,
        "gpt2.feed_forward_length": 4 * WIDTH,
        "gpt2.block_count": LAYERS,
        "gpt2.attention.head_count": HEADS,
        "gpt2.attention.layer_norm_epsilon": 1e-5,
        "tokenizer.ggml.model": "gpt2",
        "tokenizer.ggml.pre": "gpt-2",
        "tokenizer.ggml.tokens": [f"t{i}" for i in range(VOCABULARY)],
        "tokenizer.ggml.merges": ["t 0"],
        "tokenizer.ggml.bos_token_id": 0,
        "tokenizer.ggml.eos_token_id": 0,
    }


def shapes():
    """Of each tensor, slowest dimension first."""
    yield "token_embd.weight", (VOCABULARY, WIDTH)
    yield "position_embd.weight", (CONTEXT, WIDTH)
    for layer in range(LAYERS):
        for name, shape in (("attn_norm", (WIDTH,)), ("attn_qkv", (3 * WIDTH, WIDTH)), ("attn_output", (WIDTH, WIDTH)),
                            ("ffn_norm", (WIDTH,)), ("ffn_up", (4 * WIDTH, WIDTH)), ("ffn_down", (WIDTH, 4 * WIDTH))):
            yield f"blk.{layer}.{name}.weight", shape
            yield f"blk.{layer}.{name}.bias", shape[:1]
    yield "output_norm.weight", (WIDTH,)
    yield "output_norm.bias", (WIDTH,)


def write(path):
    random = numpy.random.default_rng(1)
    tensors = list(shapes())
    header = struct.pack("<4sIQQ", b"GGUF", 3, len(tensors), len(fields()))
    header += b"".join(field(name, value) for name, value in fields().items())
    at = 0
    for name, shape in tensors:
        header += text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *reversed(shape), 0, at)
        at += -(-4 * numpy.prod(shape, dtype=int) // ALIGNMENT) * ALIGNMENT
    with open(path, "wb") as file:
        file.write(header + bytes(-len(header) % ALIGNMENT))
        for _, shape in tensors:
            data = (random.standard_normal(shape, dtype=numpy.float32) * numpy.float32(0.02)).tobytes()
            file.write(data + bytes(-len(data) % ALIGNMENT))
