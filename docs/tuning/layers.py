"""Transformer layers of the pinned embedding model whose dense steps learn a low-rank change."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

LAYERS, HEADS, WIDTH = 6, 12, 384


class Dense(nn.Module):
    """A frozen dense step and the low-rank change that is learnt."""

    def __init__(self, weights: Tensor, bias: Tensor, *, rank: int, left_out: float) -> None:
        """Begin with a change of nothing; a share of what goes into it is left out by chance while learning."""
        super().__init__()
        self.weights, self.bias, self.left_out = weights, bias, left_out
        self.down = nn.Parameter(torch.randn(rank, weights.shape[1]) * 0.02)
        self.up = nn.Parameter(torch.zeros(weights.shape[0], rank))

    def forward(self, hidden: Tensor, *, changed: bool) -> Tensor:
        """Return the step's output, with the change or without."""
        plain = functional.linear(hidden, self.weights, self.bias)
        if not changed:
            return plain
        kept = functional.dropout(hidden, self.left_out, self.training)
        return plain + functional.linear(functional.linear(kept, self.down), self.up)


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self, tensors: dict[str, Tensor], number: int, *, rank: int, left_out: float = 0.0) -> None:
        """Take its weights; of the changes, the rank and the share left out while learning."""
        super().__init__()
        prefix = f"encoder.layer.{number}."

        def dense(weights: Tensor, bias: Tensor) -> Dense:
            return Dense(weights, bias, rank=rank, left_out=left_out)

        parts = [f"{prefix}attention.self.{part}." for part in ("query", "key", "value")]
        self.qkv = dense(*(torch.cat([tensors[part + kind] for part in parts]) for kind in ("weight", "bias")))
        self.out, self.up, self.down = (
            dense(tensors[f"{prefix}{name}.dense.weight"], tensors[f"{prefix}{name}.dense.bias"])
            for name in ("attention.output", "intermediate", "output")
        )
        self.norms = [
            (tensors[f"{prefix}{name}.LayerNorm.weight"], tensors[f"{prefix}{name}.LayerNorm.bias"])
            for name in ("attention.output", "output")
        ]

    def forward(self, hidden: Tensor, mask: Tensor, *, changed: bool = True) -> Tensor:
        """Return the layer's output for texts [texts x tokens x width] of which `mask` says what is padding."""
        texts, tokens, _ = hidden.shape
        query, key, value = (
            self.qkv(hidden, changed=changed).view(texts, tokens, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        )
        mixed = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask[:, None, None, :])
        mixed = mixed.transpose(1, 2).reshape(texts, tokens, WIDTH)
        hidden = functional.layer_norm(hidden + self.out(mixed, changed=changed), (WIDTH,), *self.norms[0], eps=1e-12)
        wide = functional.gelu(self.up(hidden, changed=changed))
        return functional.layer_norm(hidden + self.down(wide, changed=changed), (WIDTH,), *self.norms[1], eps=1e-12)
