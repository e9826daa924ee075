#!/usr/bin/python3
"""Makes a tiny random checkpoint of each family but GPT-2, and what PyTorch says that it computes.

usage: make_families.py      needs PyTorch and NumPy (Debian: python3-torch); the same files come out every time

Each folder is named by its model_type, or by what is special about it. expected.safetensors is as in make_gpt2.py; the
encoders, which foretell nothing, have no logits. The forward passes are written down family by family from the papers and
from what the checkpoints' own classes compute, so that they share nothing with the engine's one pass for all."""
import math

import torch

from make_gpt2 import HERE, rounded, write_json, write_safetensors

IDS = [5, 17, 3, 17, 17, 0, 38, 5, 22, 9, 31]
VOCAB, CONTEXT = 40, 32


# ---- parts ----------------------------------------------------------------------------------------------------------

def rms_norm(x, gain, epsilon):
    return x * torch.rsqrt((x * x).mean(-1, keepdim=True) + epsilon) * gain


def layer_norm(x, w, name, epsilon):
    return torch.nn.functional.layer_norm(x, x.shape[-1:], w[name + ".weight"], w[name + ".bias"], epsilon)


def linear(x, w, name):
    y = x @ w[name + ".weight"].T
    return y + w[name + ".bias"] if name + ".bias" in w else y


def activate(name, x):
    return {"silu": torch.nn.functional.silu, "gelu": torch.nn.functional.gelu, "relu": torch.relu,
            "gelu_pytorch_tanh": lambda y: torch.nn.functional.gelu(y, approximate="tanh")}[name](x)


def heads_first(x, heads):
    """T x (heads d) -> heads x T x d"""
    return x.reshape(x.shape[0], heads, -1).transpose(0, 1)


def rotate(x, base, dims=None, scaling=None):
    """RoPE on the first `dims` dimensions of heads x T x d, halves paired."""
    dims = dims or x.shape[-1]
    rate = 1.0 / base ** (torch.arange(0, dims, 2, dtype=torch.float64) / dims)
    kind = (scaling or {}).get("rope_type", (scaling or {}).get("type"))
    if kind == "linear":
        rate = rate / scaling["factor"]
    if kind == "llama3":
        low, high, old = (scaling[k] for k in ("low_freq_factor", "high_freq_factor", "original_max_position_embeddings"))
        for i, r in enumerate(rate.tolist()):
            wavelength = 2 * math.pi / r
            if wavelength > old / low:
                rate[i] = r / scaling["factor"]
            elif wavelength >= old / high:
                smooth = (old / wavelength - low) / (high - low)
                rate[i] = (1 - smooth) * r / scaling["factor"] + smooth * r
    angle = torch.arange(x.shape[1], dtype=torch.float64)[:, None] * rate
    cos, sin = angle.cos().float(), angle.sin().float()
    a, b, rest = x[..., :dims // 2], x[..., dims // 2:dims], x[..., dims:]
    return torch.cat([a * cos - b * sin, b * cos + a * sin, rest], -1)


class Record:
    """Collects what the engine's trace holds."""

    def __init__(self, x):
        self.out = {"dots": [], "weights": [], "residual": [x], "q": [], "k": [], "v": []}

    def attend(self, q, k, v, scale, visible, cap=None):
        """q: H x T x d; k, v: G x T x d. Returns T x (H d)."""
        groups = q.shape[0] // k.shape[0]
        dots = q @ k.repeat_interleave(groups, 0).transpose(1, 2)
        scores = dots * scale
        if cap:
            scores = cap * torch.tanh(scores / cap)
        weights = torch.softmax(scores.masked_fill(~visible, -math.inf), -1)
        for name, value in (("dots", dots), ("weights", weights), ("q", q), ("k", k), ("v", v)):
            self.out[name].append(value)
        mixed = weights @ v.repeat_interleave(groups, 0)
        return mixed.transpose(0, 1).reshape(q.shape[1], -1)

    def finish(self, logits):
        return {**{name: torch.stack(values) for name, values in self.out.items()}, "logits": logits,
                "ids": torch.tensor(IDS, dtype=torch.float32)}


def causal(window=None):
    i, j = torch.arange(len(IDS))[:, None], torch.arange(len(IDS))[None]
    return (j <= i) & ((i - j < window) if window else True)


# ---- forward passes -------------------------------------------------------------------------------------------------

def neox(c, w):
    H, d, eps = c["num_attention_heads"], c["hidden_size"] // c["num_attention_heads"], c["layer_norm_eps"]
    dims = int(d * c["rotary_pct"])
    x = w["gpt_neox.embed_in.weight"][IDS]
    record = Record(x)
    for l in range(c["num_hidden_layers"]):
        p = f"gpt_neox.layers.{l}."
        fused = linear(layer_norm(x, w, p + "input_layernorm", eps), w, p + "attention.query_key_value")
        q, k, v = fused.reshape(len(IDS), H, 3 * d).transpose(0, 1).split(d, -1)
        q, k = rotate(q, c["rotary_emb_base"], dims), rotate(k, c["rotary_emb_base"], dims)
        attention = linear(record.attend(q, k, v, d ** -0.5, causal()), w, p + "attention.dense")

        def mlp(y):
            y = linear(layer_norm(y, w, p + "post_attention_layernorm", eps), w, p + "mlp.dense_h_to_4h")
            return linear(activate(c["hidden_act"], y), w, p + "mlp.dense_4h_to_h")

        x = x + attention + mlp(x) if c["use_parallel_residual"] else (x + attention) + mlp(x + attention)
        record.out["residual"].append(x)
    return record.finish(linear(layer_norm(x, w, "gpt_neox.final_layer_norm", eps), w, "embed_out")[-1])


def llama(c, w):
    """Llama, Mistral, Qwen 2 and 3."""
    H, G = c["num_attention_heads"], c["num_key_value_heads"]
    d, eps = c.get("head_dim", c["hidden_size"] // H), c["rms_norm_eps"]
    x = w["model.embed_tokens.weight"][IDS]
    record = Record(x)
    for l in range(c["num_hidden_layers"]):
        p = f"model.layers.{l}."
        n = rms_norm(x, w[p + "input_layernorm.weight"], eps)
        q, k, v = (heads_first(linear(n, w, p + f"self_attn.{name}_proj"), heads)
                   for name, heads in (("q", H), ("k", G), ("v", G)))
        if c["model_type"] == "qwen3":
            q = rms_norm(q, w[p + "self_attn.q_norm.weight"], eps)
            k = rms_norm(k, w[p + "self_attn.k_norm.weight"], eps)
        q, k = (rotate(y, c["rope_theta"], scaling=c.get("rope_scaling")) for y in (q, k))
        slides = c["model_type"] == "mistral" or (c.get("use_sliding_window") and l >= c["max_window_layers"])
        mixed = record.attend(q, k, v, d ** -0.5, causal(c["sliding_window"] if slides else None))
        x = x + linear(mixed, w, p + "self_attn.o_proj")
        n = rms_norm(x, w[p + "post_attention_layernorm.weight"], eps)
        gate = activate(c["hidden_act"], linear(n, w, p + "mlp.gate_proj"))
        x = x + linear(gate * linear(n, w, p + "mlp.up_proj"), w, p + "mlp.down_proj")
        record.out["residual"].append(x)
    head = w.get("lm_head.weight", w["model.embed_tokens.weight"])
    return record.finish((rms_norm(x, w["model.norm.weight"], eps) @ head.T)[-1])


def gemma(c, w):
    """Gemma 1, 2 and 3: every gain is stored less one."""
    generation = {"gemma": 1, "gemma2": 2, "gemma3_text": 3}[c["model_type"]]
    H, G, d, eps = c["num_attention_heads"], c["num_key_value_heads"], c["head_dim"], c["rms_norm_eps"]

    def norm(y, name):
        return rms_norm(y, 1 + w[name + ".weight"], eps)

    x = w["model.embed_tokens.weight"][IDS] * math.sqrt(c["hidden_size"])
    record = Record(x)
    for l in range(c["num_hidden_layers"]):
        p = f"model.layers.{l}."
        n = norm(x, p + "input_layernorm")
        q, k, v = (heads_first(linear(n, w, p + f"self_attn.{name}_proj"), heads)
                   for name, heads in (("q", H), ("k", G), ("v", G)))
        slides = (generation == 2 and l % 2 == 0) or (generation == 3 and (l + 1) % c["sliding_window_pattern"] != 0)
        if generation == 3:
            q, k = norm(q, p + "self_attn.q_norm"), norm(k, p + "self_attn.k_norm")
        local = generation == 3 and slides
        base = c["rope_local_base_freq"] if local else c["rope_theta"]
        q, k = (rotate(y, base, scaling=None if local else c.get("rope_scaling")) for y in (q, k))
        scale = c.get("query_pre_attn_scalar", d) ** -0.5
        mixed = record.attend(q, k, v, scale, causal(c["sliding_window"] if slides else None),
                              c.get("attn_logit_softcapping"))
        change = linear(mixed, w, p + "self_attn.o_proj")
        x = x + (norm(change, p + "post_attention_layernorm") if generation > 1 else change)
        n = norm(x, p + ("pre_feedforward_layernorm" if generation > 1 else "post_attention_layernorm"))
        gate = activate("gelu_pytorch_tanh", linear(n, w, p + "mlp.gate_proj"))
        change = linear(gate * linear(n, w, p + "mlp.up_proj"), w, p + "mlp.down_proj")
        x = x + (norm(change, p + "post_feedforward_layernorm") if generation > 1 else change)
        record.out["residual"].append(x)
    logits = (norm(x, "model.norm") @ w["model.embed_tokens.weight"].T)[-1]
    cap = c.get("final_logit_softcapping")
    return record.finish(cap * torch.tanh(logits / cap) if cap else logits)


def bert(c, w):
    """BERT and RoBERTa."""
    H, d = c["num_attention_heads"], c["hidden_size"] // c["num_attention_heads"]
    base, eps = c["model_type"] + ".", c["layer_norm_eps"]
    positions = torch.arange(len(IDS))
    if c["model_type"] == "roberta":
        counted = torch.tensor(IDS) != c["pad_token_id"]
        positions = torch.cumsum(counted, 0) * counted + c["pad_token_id"]
    e = base + "embeddings."
    x = (w[e + "word_embeddings.weight"][IDS] + w[e + "token_type_embeddings.weight"][0]
         + w[e + "position_embeddings.weight"][positions])
    x = layer_norm(x, w, e + "LayerNorm", eps)
    record = Record(x)
    everything = torch.ones(len(IDS), len(IDS), dtype=torch.bool)
    for l in range(c["num_hidden_layers"]):
        p = base + f"encoder.layer.{l}."
        q, k, v = (heads_first(linear(x, w, p + f"attention.self.{n}"), H) for n in ("query", "key", "value"))
        mixed = record.attend(q, k, v, d ** -0.5, everything)
        x = layer_norm(x + linear(mixed, w, p + "attention.output.dense"), w, p + "attention.output.LayerNorm", eps)
        y = linear(activate(c["hidden_act"], linear(x, w, p + "intermediate.dense")), w, p + "output.dense")
        x = layer_norm(x + y, w, p + "output.LayerNorm", eps)
        record.out["residual"].append(x)
    return record.finish(torch.zeros(0))


def distilbert(c, w):
    H, d, eps = c["n_heads"], c["dim"] // c["n_heads"], 1e-12
    e = "distilbert.embeddings."
    x = w[e + "word_embeddings.weight"][IDS] + w[e + "position_embeddings.weight"][:len(IDS)]
    x = layer_norm(x, w, e + "LayerNorm", eps)
    record = Record(x)
    everything = torch.ones(len(IDS), len(IDS), dtype=torch.bool)
    for l in range(c["n_layers"]):
        p = f"distilbert.transformer.layer.{l}."
        q, k, v = (heads_first(linear(x, w, p + f"attention.{n}_lin"), H) for n in "qkv")
        mixed = record.attend(q, k, v, d ** -0.5, everything)
        x = layer_norm(linear(mixed, w, p + "attention.out_lin") + x, w, p + "sa_layer_norm", eps)
        y = linear(activate(c["activation"], linear(x, w, p + "ffn.lin1")), w, p + "ffn.lin2")
        x = layer_norm(y + x, w, p + "output_layer_norm", eps)
        record.out["residual"].append(x)
    return record.finish(torch.zeros(0))


# ---- weights --------------------------------------------------------------------------------------------------------

def matrix(out, inner):
    """Large enough for attention to be far from even."""
    return torch.randn(out, inner) * 1.5 / math.sqrt(inner)


def maps(prefix, shapes, biased):
    w = {}
    for name, out, inner in shapes:
        w[prefix + name + ".weight"] = matrix(out, inner)
        if biased:
            w[prefix + name + ".bias"] = torch.randn(out) * 0.25
    return w


def norms(prefix, names, width, bias):
    w = {}
    for name in names:
        w[prefix + name + ".weight"] = 1 + torch.randn(width) * 0.25
        if bias:
            w[prefix + name + ".bias"] = torch.randn(width) * 0.25
    return w


def neox_weights(c):
    D, inner = c["hidden_size"], c["intermediate_size"]
    w = {"gpt_neox.embed_in.weight": torch.randn(VOCAB, D) * 0.7, "embed_out.weight": matrix(VOCAB, D)}
    w |= norms("gpt_neox.", ["final_layer_norm"], D, True)
    for l in range(c["num_hidden_layers"]):
        p = f"gpt_neox.layers.{l}."
        w |= norms(p, ["input_layernorm", "post_attention_layernorm"], D, True)
        w |= maps(p, [("attention.query_key_value", 3 * D, D), ("attention.dense", D, D),
                      ("mlp.dense_h_to_4h", inner, D), ("mlp.dense_4h_to_h", D, inner)], True)
    return w


def llama_weights(c):
    D, inner, H, G = (c[k] for k in ("hidden_size", "intermediate_size", "num_attention_heads", "num_key_value_heads"))
    d, family = c.get("head_dim", D // H), c["model_type"]
    around = family in ("gemma2", "gemma3_text")
    w = {"model.embed_tokens.weight": torch.randn(VOCAB, D) * 0.7}
    w |= norms("model.", ["norm"], D, False)
    if not c.get("tie_word_embeddings", True):
        w["lm_head.weight"] = matrix(VOCAB, D)
    for l in range(c["num_hidden_layers"]):
        p = f"model.layers.{l}."
        w |= norms(p, ["input_layernorm", "post_attention_layernorm"]
                   + (["pre_feedforward_layernorm", "post_feedforward_layernorm"] if around else []), D, False)
        w |= maps(p, [("self_attn.q_proj", H * d, D), ("self_attn.k_proj", G * d, D), ("self_attn.v_proj", G * d, D)],
                  family == "qwen2" or c.get("attention_bias", False))
        w |= maps(p, [("self_attn.o_proj", D, H * d)], c.get("attention_bias", False))
        w |= maps(p, [("mlp.gate_proj", inner, D), ("mlp.up_proj", inner, D), ("mlp.down_proj", D, inner)],
                  c.get("mlp_bias", False))
        if family in ("qwen3", "gemma3_text"):
            w |= norms(p, ["self_attn.q_norm", "self_attn.k_norm"], d, False)
    if family.startswith("gemma"):
        w |= {name: tensor - 1 for name, tensor in w.items() if "norm" in name}
    return w


def bert_weights(c):
    D, inner, base = c["hidden_size"], c["intermediate_size"], c["model_type"] + "."
    w = {base + "embeddings.word_embeddings.weight": torch.randn(VOCAB, D) * 0.7,
         base + "embeddings.position_embeddings.weight": torch.randn(c["max_position_embeddings"], D) * 0.3,
         base + "embeddings.token_type_embeddings.weight": torch.randn(c["type_vocab_size"], D) * 0.3}
    w |= norms(base, ["embeddings.LayerNorm"], D, True)
    for l in range(c["num_hidden_layers"]):
        p = base + f"encoder.layer.{l}."
        w |= norms(p, ["attention.output.LayerNorm", "output.LayerNorm"], D, True)
        w |= maps(p, [*((f"attention.self.{n}", D, D) for n in ("query", "key", "value")),
                      ("attention.output.dense", D, D), ("intermediate.dense", inner, D), ("output.dense", D, inner)], True)
    return w


def distilbert_weights(c):
    D, inner = c["dim"], c["hidden_dim"]
    e = "distilbert.embeddings."
    w = {e + "word_embeddings.weight": torch.randn(VOCAB, D) * 0.7,
         e + "position_embeddings.weight": torch.randn(c["max_position_embeddings"], D) * 0.3}
    w |= norms(e, ["LayerNorm"], D, True)
    for l in range(c["n_layers"]):
        p = f"distilbert.transformer.layer.{l}."
        w |= norms(p, ["sa_layer_norm", "output_layer_norm"], D, True)
        w |= maps(p, [*((f"attention.{n}_lin", D, D) for n in "qkv"), ("attention.out_lin", D, D),
                      ("ffn.lin1", inner, D), ("ffn.lin2", D, inner)], True)
    return w


# ---- checkpoints ----------------------------------------------------------------------------------------------------

def sizes(layers, heads, kv_heads, width, inner, **more):
    return {"num_hidden_layers": layers, "num_attention_heads": heads, "num_key_value_heads": kv_heads,
            "hidden_size": width, "intermediate_size": inner, "vocab_size": VOCAB, "max_position_embeddings": CONTEXT,
            **more}


NEOX = dict(hidden_act="gelu", rotary_pct=0.25, rotary_emb_base=10000, layer_norm_eps=1e-5, tie_word_embeddings=False)
LLAMA = dict(hidden_act="silu", rms_norm_eps=1e-6, rope_theta=10000.0)
BERT = dict(hidden_act="gelu", layer_norm_eps=1e-12, type_vocab_size=2, position_embedding_type="absolute")
GEMMA = dict(hidden_activation="gelu_pytorch_tanh", rms_norm_eps=1e-6, rope_theta=10000.0)

# folder: (config, forward, weights, dtype)
MODELS = {
    "gpt_neox": (sizes(2, 3, 3, 24, 40, model_type="gpt_neox", use_parallel_residual=True, **NEOX),
                 neox, neox_weights, "F16"),
    "gpt_neox_sequential": (sizes(2, 2, 2, 16, 40, model_type="gpt_neox", use_parallel_residual=False,
                                  **{**NEOX, "rotary_pct": 1.0}), neox, neox_weights, "F32"),
    "llama": (sizes(2, 6, 2, 24, 33, model_type="llama", tie_word_embeddings=False, **{**LLAMA, "rope_theta": 500000.0},
                    rope_scaling={"rope_type": "llama3", "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0,
                                  "original_max_position_embeddings": 16}), llama, llama_weights, "BF16"),
    "llama_linear_biased": (sizes(2, 3, 1, 18, 20, model_type="llama", attention_bias=True, mlp_bias=True,
                                  tie_word_embeddings=True, **LLAMA, rope_scaling={"type": "linear", "factor": 2.0}),
                            llama, llama_weights, "F32"),
    "mistral": (sizes(2, 4, 2, 16, 28, model_type="mistral", sliding_window=4, tie_word_embeddings=False, **LLAMA),
                llama, llama_weights, "BF16"),
    "qwen2": (sizes(3, 4, 1, 16, 24, model_type="qwen2", tie_word_embeddings=True, use_sliding_window=True,
                    sliding_window=5, max_window_layers=2, **{**LLAMA, "rope_theta": 1e6}), llama, llama_weights, "F16"),
    "qwen3": (sizes(2, 3, 3, 20, 24, model_type="qwen3", head_dim=10, tie_word_embeddings=True,
                    **{**LLAMA, "rope_theta": 1e6}), llama, llama_weights, "BF16"),
    "gemma": (sizes(2, 4, 1, 16, 24, model_type="gemma", head_dim=6, **GEMMA), gemma, llama_weights, "BF16"),
    "gemma2": (sizes(3, 4, 2, 16, 24, model_type="gemma2", head_dim=6, query_pre_attn_scalar=9, sliding_window=4,
                     attn_logit_softcapping=2.0, final_logit_softcapping=3.0, **GEMMA), gemma, llama_weights, "F32"),
    "gemma3_text": (sizes(4, 2, 1, 16, 24, model_type="gemma3_text", head_dim=8, query_pre_attn_scalar=5,
                          sliding_window=3, sliding_window_pattern=3, rope_local_base_freq=10000.0,
                          **{**GEMMA, "rope_theta": 1e6}, rope_scaling={"rope_type": "linear", "factor": 4.0}),
                    gemma, llama_weights, "F32"),
    "bert": (sizes(2, 3, 3, 24, 32, model_type="bert", **BERT), bert, bert_weights, "F32"),
    "roberta": (sizes(2, 2, 2, 16, 24, model_type="roberta", pad_token_id=17, **{**BERT, "type_vocab_size": 1}),
                bert, bert_weights, "BF16"),
    "distilbert": ({"model_type": "distilbert", "n_layers": 2, "n_heads": 2, "dim": 16, "hidden_dim": 24,
                    "vocab_size": VOCAB, "max_position_embeddings": CONTEXT, "activation": "gelu"},
                   distilbert, distilbert_weights, "F32"),
}


def stored_names(folder, w):
    """BERT's first checkpoints called gain and bias of a norm gamma and beta."""
    if folder != "bert":
        return w
    return {n.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta"): t
            for n, t in w.items()}


def make(folder, c, forward, weights, dtype):
    w = rounded(weights(c), dtype)
    path = HERE / "families" / folder
    path.mkdir(parents=True, exist_ok=True)
    write_json(path / "config.json", c)
    write_safetensors(path / "model.safetensors", {n: (t, dtype) for n, t in stored_names(folder, w).items()})
    write_safetensors(path / "expected.safetensors", {n: (t, "F32") for n, t in forward(c, w).items()})
    return sum(file.stat().st_size for file in path.iterdir())


if __name__ == "__main__":
    torch.set_grad_enabled(False)
    torch.set_num_threads(1)
    for seed, (folder, model) in enumerate(MODELS.items()):
        torch.manual_seed(1000 + seed)
        print(folder, make(folder, *model), "bytes")
