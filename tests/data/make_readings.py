#!/usr/bin/python3
"""Makes readings/*.json: what PyTorch says that can be read from the references of four of this folder's models.

usage: make_readings.py      needs PyTorch and NumPy (Debian: python3-torch); the same files come out every time

Each is worked out in float64 from the model's weights and its expected.safetensors, by the formula of the paper and not as
the engine does it:

    sizes    [H][T]   ‖v_j W_O‖ in the last layer (Kobayashi et al. 2020)
    output   [D]      Σ_j weight_ij v_j W_O of the last layer's last head and the last token
    reach    [L+1][T] attention rollout of the last token (Abnar & Zuidema 2020)
    lens     [L+1]    the logit lens of the last token: [id, probability] of the three best; absent for an encoder
    path              two principal components of all residual vectors, by SVD: points [L+1][T][2], explained [2]
    unitPath          the same of vectors of length 1, the first token left out of mean and basis"""
import json
import struct

import numpy as np
import torch

from make_gpt2 import HERE

TYPES = {"F32": torch.float32, "F16": torch.float16, "BF16": torch.bfloat16}

# folder: (name of the output projection by layer, whether it is stored out x in, final norm, unembedding)
MODELS = {
    "tiny_gpt2": ("h.{}.attn.c_proj.weight", False, "ln_f", "wte.weight"),
    "families/llama": ("model.layers.{}.self_attn.o_proj.weight", True, "model.norm", "lm_head.weight"),
    "families/gemma2": ("model.layers.{}.self_attn.o_proj.weight", True, "model.norm", "model.embed_tokens.weight"),
    "families/bert": ("bert.encoder.layer.{}.attention.output.dense.weight", True, None, None),
}


def read(path):
    data = path.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    tensors = {}
    for name, about in json.loads(data[8:8 + size]).items():
        if name == "__metadata__":
            continue
        first, last = (8 + size + o for o in about["data_offsets"])
        if last > first:
            values = torch.frombuffer(bytearray(data[first:last]), dtype=TYPES[about["dtype"]])
            tensors[name] = values.to(torch.float64).reshape(about["shape"])
    return tensors


def rounded(tensor):
    return np.round(tensor.numpy(), 9).tolist()


def values(expected, output, out_in):
    """What the last layer's heads carry: for each head T x D."""
    v = expected["v"][-1]
    heads, d = expected["weights"].shape[1], v.shape[-1]
    matrix = (output.T if out_in else output).reshape(heads, d, -1)
    v = v.repeat_interleave(heads // v.shape[0], 0)
    return torch.einsum("htd,hde->hte", v, matrix)


def rollout(weights):
    reach = [torch.eye(weights.shape[-1], dtype=torch.float64)[-1]]
    for layer in range(len(weights) - 1, -1, -1):
        mixed = 0.5 * weights[layer].mean(0) + 0.5 * torch.eye(weights.shape[-1], dtype=torch.float64)
        reach.insert(0, reach[0] @ (mixed / mixed.sum(-1, keepdim=True)))
    return torch.stack(reach)


def final_norm(x, config, w, name):
    if name + ".bias" in w:
        return torch.nn.functional.layer_norm(x, x.shape[-1:], w[name + ".weight"], w[name + ".bias"],
                                              config["layer_norm_epsilon"])
    gain = w[name + ".weight"] + (1 if config["model_type"].startswith("gemma") else 0)
    return x / torch.sqrt((x * x).mean(-1, keepdim=True) + config["rms_norm_eps"]) * gain


def lens(residual, config, w, norm, unembedding):
    logits = final_norm(residual[:, -1], config, w, norm) @ w[unembedding].T
    if cap := config.get("final_logit_softcapping"):
        logits = cap * torch.tanh(logits / cap)
    best = torch.softmax(logits, -1).topk(3)
    return [[[int(i), round(float(p), 9)] for i, p in zip(ids, ps)] for ids, ps in zip(best.indices, best.values)]


def path(residual, fitted):
    mean = fitted.reshape(-1, fitted.shape[-1]).mean(0)
    _, sizes, directions = torch.linalg.svd(fitted.reshape(-1, fitted.shape[-1]) - mean, full_matrices=False)
    directions = directions[:2]
    at = directions.abs().argmax(-1)
    directions = directions * torch.sign(directions[torch.arange(2), at])[:, None]
    variance = sizes**2
    return {"points": rounded((residual - mean) @ directions.T), "explained": rounded(variance[:2] / variance.sum())}


def make(folder, output, out_in, norm, unembedding):
    config = json.loads((HERE / folder / "config.json").read_text())
    w, expected = read(HERE / folder / "model.safetensors"), read(HERE / folder / "expected.safetensors")
    carried = values(expected, w[output.format(len(expected["weights"]) - 1)], out_in)
    residual = expected["residual"]
    unit = residual / residual.norm(dim=-1, keepdim=True)
    readings = {"ids": expected["ids"].int().tolist(),
                "sizes": rounded(carried.norm(dim=-1)),
                "output": rounded(expected["weights"][-1, -1, -1] @ carried[-1]),
                "reach": rounded(rollout(expected["weights"])),
                "path": path(residual, residual), "unitPath": path(unit, unit[:, 1:])}
    if unembedding:
        readings["lens"] = lens(residual, config, w, norm, unembedding)
    file = HERE / "readings" / (folder.split("/")[-1] + ".json")
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(readings, separators=(",", ":")).replace('],"', '],\n"') + "\n")
    print(folder, file.stat().st_size, "bytes")


if __name__ == "__main__":
    torch.set_grad_enabled(False)
    torch.set_num_threads(1)
    for name, model in MODELS.items():
        make(name, *model)
