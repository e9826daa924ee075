#!/usr/bin/python3
"""Makes the tiny GPT-2 checkpoints of this folder and what PyTorch says that they compute.

usage: make_gpt2.py          needs PyTorch and NumPy (Debian: python3-torch); the same files come out every time

    tiny_gpt2               F32, tied, gelu_new, byte-level BPE of 256 bytes, 13 merges and <|endoftext|>
    tiny_gpt2_untied_bf16   BF16, names begin with "transformer.", untied, 3 heads, n_inner not 4 x n_embd, relu, and no
                            tokenizer
    tiny_gpt2_f16_inverse   F16 in two shards with an index, exact gelu, scale_attn_by_inverse_layer_idx, mask buffers

Each has expected.safetensors (of prompt.txt, where there is a tokenizer), all F32: ids [T], dots and weights [L,H,T,T]
(dots before scale and mask), residual [L+1,T,D] (the last before the final norm), q, k, v [L,H,T,d], logits [V] of the
last token."""
import json
import math
import pathlib
import struct

import numpy as np
import torch

HERE = pathlib.Path(__file__).resolve().parent
WORDS = ["The", " cat", ",", " the", " hat", ":", " é", "!"]  # as GPT-2 splits the prompt
IDS = [3, 0, 256, 17, 41, 41, 200, 99, 3]  # for the models without a tokenizer


# ---- files ----------------------------------------------------------------------------------------------------------

def raw(tensor, dtype):
    """The bytes of a tensor in a dtype of the format."""
    if dtype == "BF16":
        return tensor.to(torch.bfloat16).contiguous().view(torch.int16).numpy().tobytes()
    kind = {"F32": np.float32, "F16": np.float16, "U8": np.uint8}[dtype]
    return np.ascontiguousarray(tensor.numpy().astype(kind)).tobytes()


def write_safetensors(path, tensors):
    """tensors: name -> (tensor, dtype), written in this order."""
    header, data = {"__metadata__": {"format": "pt"}}, b""
    for name, (tensor, dtype) in tensors.items():
        piece = raw(tensor, dtype)
        header[name] = {"dtype": dtype, "shape": list(tensor.shape), "data_offsets": [len(data), len(data) + len(piece)]}
        data += piece
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + data)


def write_json(path, value):
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


# ---- tokenizer ------------------------------------------------------------------------------------------------------

MERGES = ["Ġ t", "h e", "Ġt he", "a t", "T he", "Ġ c", "Ġ h", "Ġc at", "Ġh at", "i n", "e r", "Ġ Ġ", "Ã ©"]


def byte_alphabet():
    """GPT-2's printable stand-in of each byte."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    rest = [b for b in range(256) if b not in plain]
    return {**{b: chr(b) for b in plain}, **{b: chr(256 + i) for i, b in enumerate(rest)}}


def vocabulary():
    tokens = [*byte_alphabet().values(), *(m.replace(" ", "") for m in MERGES), "<|endoftext|>"]
    return {token: i for i, token in enumerate(tokens)}


def encode(words):
    """Byte pair encoding of a text that is cut into words already: the lowest-ranked merge first."""
    alphabet, vocab = byte_alphabet(), vocabulary()
    rank = {tuple(m.split(" ")): i for i, m in enumerate(MERGES)}
    ids = []
    for word in words:
        parts = [alphabet[b] for b in word.encode()]
        while ranked := [(rank[p], i) for i, p in enumerate(zip(parts, parts[1:])) if p in rank]:
            at = min(ranked)[1]
            parts[at:at + 2] = [parts[at] + parts[at + 1]]
        ids += [vocab[p] for p in parts]
    return ids


def write_tokenizer(folder):
    write_json(folder / "vocab.json", vocabulary())
    (folder / "merges.txt").write_text("#version: 0.2\n" + "\n".join(MERGES) + "\n", encoding="utf-8")
    (folder / "prompt.txt").write_text("".join(WORDS), encoding="utf-8")


# ---- model ----------------------------------------------------------------------------------------------------------

def random_weights(c, untied):
    """Weights large enough for attention to be far from even."""
    D, inner = c["n_embd"], c.get("n_inner") or 4 * c["n_embd"]

    def normal(*shape, scale=0.25):
        return torch.randn(*shape) * scale

    w = {"wte.weight": normal(c["vocab_size"], D, scale=0.7), "wpe.weight": normal(c["n_positions"], D, scale=0.3)}
    for layer in range(c["n_layer"]):
        p = f"h.{layer}."
        for norm in ("ln_1", "ln_2"):
            w |= {p + norm + ".weight": 1 + normal(D), p + norm + ".bias": normal(D)}
        for name, rows, columns in (("attn.c_attn", D, 3 * D), ("attn.c_proj", D, D), ("mlp.c_fc", D, inner),
                                    ("mlp.c_proj", inner, D)):
            w |= {p + name + ".weight": normal(rows, columns, scale=1.5 / math.sqrt(rows)), p + name + ".bias": normal(columns)}
    w |= {"ln_f.weight": 1 + normal(D), "ln_f.bias": normal(D)}
    if untied:
        w["lm_head.weight"] = normal(c["vocab_size"], D, scale=0.5)
    return w


def activate(name, x):
    if name == "relu":
        return torch.relu(x)
    if name == "gelu":
        return 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))
    return 0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))


def forward(c, w, ids):
    L, H, D, T = c["n_layer"], c["n_head"], c["n_embd"], len(ids)
    d = D // H
    future = torch.ones(T, T, dtype=torch.bool).triu(1)

    def norm(x, name):
        centred = x - x.mean(-1, keepdim=True)
        variance = (centred**2).mean(-1, keepdim=True)
        return centred / torch.sqrt(variance + c["layer_norm_epsilon"]) * w[name + ".weight"] + w[name + ".bias"]

    def linear(x, name):
        return x @ w[name + ".weight"] + w[name + ".bias"]

    x = w["wte.weight"][ids] + w["wpe.weight"][:T]
    out = {"dots": [], "weights": [], "residual": [x], "q": [], "k": [], "v": []}
    for layer in range(L):
        p = f"h.{layer}."
        qkv = linear(norm(x, p + "ln_1"), p + "attn.c_attn")
        q, k, v = (part.reshape(T, H, d).transpose(0, 1) for part in qkv.split(D, -1))
        dots = q @ k.transpose(1, 2)
        scores = dots / math.sqrt(d) if c.get("scale_attn_weights", True) else dots
        if c.get("scale_attn_by_inverse_layer_idx", False):
            scores = scores / (layer + 1)
        weights = torch.softmax(scores.masked_fill(future, -math.inf), -1)
        x = x + linear((weights @ v).transpose(0, 1).reshape(T, D), p + "attn.c_proj")
        x = x + linear(activate(c["activation_function"], linear(norm(x, p + "ln_2"), p + "mlp.c_fc")), p + "mlp.c_proj")
        for name, value in (("dots", dots), ("weights", weights), ("residual", x), ("q", q), ("k", k), ("v", v)):
            out[name].append(value)
    out = {name: torch.stack(values) for name, values in out.items()}
    out["logits"] = norm(x, "ln_f")[-1] @ w.get("lm_head.weight", w["wte.weight"]).T
    out["ids"] = torch.tensor(ids, dtype=torch.float32)
    return out


# ---- checkpoints ----------------------------------------------------------------------------------------------------

def config(**departures):
    return {"architectures": ["GPT2LMHeadModel"], "model_type": "gpt2", "activation_function": "gelu_new",
            "layer_norm_epsilon": 1e-5, **departures}


def rounded(w, dtype):
    """What is left of the weights in the file's dtype, as float32."""
    kind = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}[dtype]
    return {name: tensor.to(kind).float() for name, tensor in w.items()}


def write_expected(folder, c, w, ids):
    write_safetensors(folder / "expected.safetensors", {n: (t, "F32") for n, t in forward(c, w, ids).items()})


def write_shards(folder, tensors, count=2):
    """Every count-th tensor to the same shard, so that no layer lies in one file."""
    names = [f"model-{i + 1:05}-of-{count:05}.safetensors" for i in range(count)]
    shard_of = {tensor: names[i % count] for i, tensor in enumerate(tensors)}
    for name in names:
        write_safetensors(folder / name, {n: t for n, t in tensors.items() if shard_of[n] == name})
    size = sum(len(raw(*t)) for t in tensors.values())
    write_json(folder / "model.safetensors.index.json", {"metadata": {"total_size": size}, "weight_map": shard_of})


def tiny_gpt2(folder):
    c = config(n_layer=2, n_head=2, n_embd=16, n_positions=32, n_inner=None, vocab_size=len(vocabulary()) + 2)
    w = random_weights(c, untied=False)
    write_json(folder / "config.json", c)
    write_safetensors(folder / "model.safetensors", {n: (t, "F32") for n, t in w.items()})
    write_tokenizer(folder)
    write_expected(folder, c, w, encode(WORDS))


def tiny_gpt2_untied_bf16(folder):
    c = config(n_layer=2, n_head=3, n_embd=12, n_positions=24, n_inner=20, vocab_size=257, activation_function="relu",
               tie_word_embeddings=False, layer_norm_epsilon=1e-3)
    w = rounded(random_weights(c, untied=True), "BF16")
    prefixed = {n if n == "lm_head.weight" else "transformer." + n: (t, "BF16") for n, t in w.items()}
    write_json(folder / "config.json", c)
    write_safetensors(folder / "model.safetensors", prefixed)
    write_expected(folder, c, w, IDS)


def tiny_gpt2_f16_inverse(folder):
    c = config(n_layer=3, n_head=5, n_embd=20, n_positions=16, vocab_size=len(vocabulary()), activation_function="gelu",
               scale_attn_by_inverse_layer_idx=True)
    w = rounded(random_weights(c, untied=False), "F16")
    tensors = {n: (t, "F16") for n, t in w.items()}
    context = c["n_positions"]
    for layer in range(c["n_layer"]):
        mask = torch.ones(context, context).tril().reshape(1, 1, context, context)
        tensors |= {f"h.{layer}.attn.bias": (mask, "U8"), f"h.{layer}.attn.masked_bias": (torch.tensor(-1e4), "F16")}
    write_json(folder / "config.json", c)
    write_shards(folder, tensors)
    write_tokenizer(folder)
    write_expected(folder, c, w, encode(WORDS))


if __name__ == "__main__":
    torch.set_grad_enabled(False)
    torch.set_num_threads(1)
    for seed, make in enumerate((tiny_gpt2, tiny_gpt2_untied_bf16, tiny_gpt2_f16_inverse)):
        torch.manual_seed(seed)
        (HERE / make.__name__).mkdir(exist_ok=True)
        make(HERE / make.__name__)
        print(make.__name__, sum(f.stat().st_size for f in (HERE / make.__name__).iterdir()), "bytes")
