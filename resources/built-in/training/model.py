# SPDX-License-Identifier: GPL-3.0-or-later
"""The GPT-2 architecture (Radford et al. 2019) in plain PyTorch, and its safetensors file.

Shapes: B windows, T tokens, D = n_embd, H heads of size D / H, V vocabulary. Weights are kept
as [in, out] (y = x W + b), which is how GPT-2 checkpoints store them.
"""
import json
import math
import os
import struct

import numpy as np
import torch
import torch.nn.functional as F

CONFIG = {
    "activation_function": "gelu_new",
    "architectures": ["GPT2LMHeadModel"],
    "attn_pdrop": 0.0,
    "bos_token_id": None,
    "embd_pdrop": 0.0,
    "eos_token_id": None,
    "initializer_range": 0.02,
    "layer_norm_epsilon": 1e-05,
    "model_type": "gpt2",
    "n_ctx": 512,
    "n_embd": 256,
    "n_head": 8,
    "n_inner": None,
    "n_layer": 6,
    "n_positions": 512,
    "resid_pdrop": 0.0,
    "tie_word_embeddings": True,
    "torch_dtype": "float16",
    "vocab_size": None,
}
CHUNK = 128  # queries of one attention block: keys after the block are never multiplied


def make_config(vocab_size):
    """CONFIG for a vocabulary whose last id is <|endoftext|>."""
    return {**CONFIG, "vocab_size": vocab_size,
            "bos_token_id": vocab_size - 1, "eos_token_id": vocab_size - 1}


def sinusoids(n, d, std=0.04):
    """Initial position vectors [n, d]: pairs of sine and cosine (Vaswani et al. 2017), with rates
    in geometric steps from 2 to 1/300 radians a token. Moving by one position is then a rotation,
    which a head of size 32 can learn; from random vectors that takes far longer."""
    rates = 2.0 * (1 / 600) ** (torch.arange(d // 2) / (d // 2 - 1))
    angles = torch.arange(n)[:, None] * rates
    return torch.cat((angles.sin(), angles.cos()), 1) * std * math.sqrt(2)


def initial_parameters(config, generator):
    """{name: float32 tensor}. N(0, 0.02); projections into the residual stream are divided by
    sqrt(2 n_layer), as in Radford et al. 2019, section 2.3; zero biases; sinusoids for wpe."""
    d, layers = config["n_embd"], config["n_layer"]
    std = config["initializer_range"]

    def normal(*shape, scale=1.0):
        return torch.randn(*shape, generator=generator) * std * scale

    p = {"wte.weight": normal(config["vocab_size"], d),
         "wpe.weight": sinusoids(config["n_positions"], d)}
    for layer in range(layers):
        h = f"h.{layer}."
        for norm in ("ln_1", "ln_2"):
            p[h + norm + ".weight"], p[h + norm + ".bias"] = torch.ones(d), torch.zeros(d)
        down = (2 * layers) ** -0.5
        for name, n_in, n_out, scale in (
                ("attn.c_attn", d, 3 * d, 1.0), ("attn.c_proj", d, d, down),
                ("mlp.c_fc", d, 4 * d, 1.0), ("mlp.c_proj", 4 * d, d, down)):
            p[h + name + ".weight"] = normal(n_in, n_out, scale=scale)
            p[h + name + ".bias"] = torch.zeros(n_out)
    p["ln_f.weight"], p["ln_f.bias"] = torch.ones(d), torch.zeros(d)
    return p


def attention(q, k, v, keep=None):
    """Causal softmax(q k^T / sqrt(hd)) v; q, k, v and the result [B*H, T, hd].

    In blocks of CHUNK queries. A list given as `keep` receives the weights of each block.
    """
    t, out = q.shape[1], []
    q = q * (1.0 / math.sqrt(q.shape[2]))
    for start in range(0, t, CHUNK):
        end = min(start + CHUNK, t)
        scores = torch.bmm(q[:, start:end], k[:, :end].transpose(1, 2))
        scores[:, :, start:] += torch.full((end - start, end - start), -math.inf,
                                           dtype=q.dtype, device=q.device).triu(1)
        weights = torch.softmax(scores, -1)
        if keep is not None:
            keep.append(weights)
        out.append(torch.bmm(weights, v[:, :end]))
    return torch.cat(out, 1)


def forward(p, config, ids, positions, dtype=torch.float32, keep=None, keys=None):
    """Final hidden states [B, T, D] (after ln_f) of ids [B, T] at positions [B, T].

    p: parameters, float32; matrices are multiplied in `dtype`, the residual stream stays
    float32. A list given as `keep` receives each layer's attention weights [B, H, T, T], one given
    as `keys` its keys [B, H, T, D/H].
    """
    b, t = ids.shape
    d, heads, eps = config["n_embd"], config["n_head"], config["layer_norm_epsilon"]

    def norm(x, name):
        return F.layer_norm(x, (d,), p[name + ".weight"], p[name + ".bias"], eps).to(dtype)

    def linear(x, name):
        w, bias = p[name + ".weight"].to(dtype), p[name + ".bias"].to(dtype)
        return torch.addmm(bias, x, w)

    def split(y):  # [B*T, D] -> [B*H, T, hd]
        return y.view(b, t, heads, d // heads).transpose(1, 2).reshape(b * heads, t, d // heads)

    x = (F.embedding(ids, p["wte.weight"]) + F.embedding(positions, p["wpe.weight"])).view(b * t, d)
    for layer in range(config["n_layer"]):
        h = f"h.{layer}."
        q, k, v = (split(y) for y in linear(norm(x, h + "ln_1"), h + "attn.c_attn").split(d, -1))
        if keys is not None:
            keys.append(k.view(b, heads, t, d // heads))
        kept = None if keep is None else []
        z = attention(q, k, v, kept)
        if keep is not None:
            keep.append(torch.cat([F.pad(w, (0, t - w.shape[2])) for w in kept], 1)
                        .view(b, heads, t, t))
        z = z.view(b, heads, t, d // heads).transpose(1, 2).reshape(b * t, d)
        x = x + linear(z, h + "attn.c_proj")
        y = GeluNew.apply(linear(norm(x, h + "ln_2"), h + "mlp.c_fc"))
        x = x + linear(y, h + "mlp.c_proj")
    return norm(x, "ln_f").view(b, t, d)


class GeluNew(torch.autograd.Function):
    """gelu_new, 0.5 x (1 + tanh(u / 2)) with u = K x (1 + 0.044715 x^2), K = 2 sqrt(2 / pi)
    (Hendrycks and Gimpel 2016), written as x sigmoid(u), which a CPU does much faster; in blocks
    of rows that stay in its cache. Any shape [N, D]."""
    ROWS, K, CUBE = 512, 2 * math.sqrt(2 / math.pi), 0.044715

    @staticmethod
    def forward(ctx, x):
        ctx.save_for_backward(x)
        out = torch.empty_like(x)
        for rows, b in GeluNew.blocks(x):
            out[rows] = (b * b).mul_(GeluNew.K * GeluNew.CUBE).add_(GeluNew.K).mul_(b) \
                .sigmoid_().mul_(b)
        return out

    @staticmethod
    def backward(ctx, grad):
        """d/dx x s(u) = s (1 + x (1 - s) u'), u' = K (1 + 3 * 0.044715 x^2)."""
        x, = ctx.saved_tensors
        out = torch.empty_like(x)
        for rows, b in GeluNew.blocks(x):
            square = b * b
            s = (square * (GeluNew.K * GeluNew.CUBE)).add_(GeluNew.K).mul_(b).sigmoid_()
            out[rows] = square.mul_(3 * GeluNew.K * GeluNew.CUBE).add_(GeluNew.K).mul_(b) \
                .mul_(1 - s).add_(1).mul_(s).mul_(grad[rows])
        return out

    @staticmethod
    def blocks(x):
        for start in range(0, x.shape[0], GeluNew.ROWS):
            rows = slice(start, start + GeluNew.ROWS)
            yield rows, x[rows].float()


class TiedCrossEntropy(torch.autograd.Function):
    """sum_i weight_i (logsumexp(h_i W^T) - (h_i W^T)[target_i]), in row blocks.

    h [N, D], W [V, D] of one dtype, target [N], weight [N] float32. The gradient of the logits
    is weight (softmax - onehot); it is made in the forward pass, so that the [N, V] logits
    are never kept.
    """
    ROWS = 1024

    @staticmethod
    def forward(ctx, h, w, target, weight):
        total = torch.zeros((), device=h.device)
        dh, dw = torch.empty_like(h), torch.zeros(w.shape, device=w.device)
        for start in range(0, h.shape[0], TiedCrossEntropy.ROWS):
            rows = slice(start, min(start + TiedCrossEntropy.ROWS, h.shape[0]))
            y, wt = target[rows, None], weight[rows, None]
            logits = torch.mm(h[rows], w.t()).float()
            probability = torch.log_softmax(logits, -1)
            total -= (probability.gather(1, y) * wt).sum()
            probability.exp_().scatter_add_(1, y, torch.full_like(y, -1, dtype=torch.float32))
            grad = probability.mul_(wt).to(h.dtype)
            dh[rows] = torch.mm(grad, w)
            dw += torch.mm(grad.t(), h[rows])
        ctx.save_for_backward(dh, dw.to(w.dtype))
        return total

    @staticmethod
    def backward(ctx, grad):
        dh, dw = ctx.saved_tensors
        return dh * grad, dw * grad, None, None


def token_losses(p, config, ids):
    """-log p(ids[:, 1:] | before), in nats, float32 [B, T-1]; no gradient. Runs in bfloat16."""
    with torch.no_grad():
        ids = ids.to(p["wte.weight"].device)
        positions = torch.arange(ids.shape[1], device=ids.device).expand(ids.shape)
        h = forward(p, config, ids, positions, torch.bfloat16)[:, :-1]
        logits = (h.reshape(-1, h.shape[2]) @ p["wte.weight"].to(torch.bfloat16).t()).float()
        loss = F.cross_entropy(logits, ids[:, 1:].reshape(-1), reduction="none")
        return loss.view(ids.shape[0], -1)


def save(folder, p, config):
    """Write config.json and model.safetensors (F16); readers never see half a file."""
    arrays = {k: v.detach().cpu().numpy().astype("<f2") for k, v in sorted(p.items())}
    if not all(np.isfinite(a).all() for a in arrays.values()):
        raise ValueError("a weight does not fit into float16")
    header, offset = {"__metadata__": {"format": "pt"}}, 0
    for name, a in arrays.items():
        header[name] = {"dtype": "F16", "shape": list(a.shape),
                        "data_offsets": [offset, offset + a.nbytes]}
        offset += a.nbytes
    head = json.dumps(header, separators=(",", ":")).encode()
    head += b" " * (-len(head) % 8)
    blob = struct.pack("<Q", len(head)) + head + b"".join(a.tobytes() for a in arrays.values())
    text = (json.dumps(config, indent=2, sort_keys=True) + "\n").encode()
    for name, data in (("config.json", text), ("model.safetensors", blob)):
        temporary = folder / ("." + name + ".part")
        temporary.write_bytes(data)
        os.replace(temporary, folder / name)


def load(folder):
    """(parameters as float32 tensors, config) of a folder written by save()."""
    config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    blob = (folder / "model.safetensors").read_bytes()
    start = 8 + struct.unpack("<Q", blob[:8])[0]
    p = {}
    for name, entry in json.loads(blob[8:start]).items():
        if name != "__metadata__":
            begin, end = (start + x for x in entry["data_offsets"])
            a = np.frombuffer(blob[begin:end], "<f2").reshape(entry["shape"])
            p[name] = torch.tensor(a.astype(np.float32))
    return p, config
