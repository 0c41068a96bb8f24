"""How much a chat model was used: counted for each person and day, and for the operator."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class ModelUse:
    """What one person's turns took of the model, on one day."""

    turns: int = 0
    """Turns in which the model was asked."""
    fallbacks: int = 0
    """Those of them that the coach worded itself after all."""
    mended: int = 0
    """Those of them whose doubtful sentences gave way to their sources' words."""
    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0

    def __add__(self, other: ModelUse) -> ModelUse:
        """Add up."""
        return ModelUse(
            turns=self.turns + other.turns,
            fallbacks=self.fallbacks + other.fallbacks,
            mended=self.mended + other.mended,
            calls=self.calls + other.calls,
            tokens_in=self.tokens_in + other.tokens_in,
            tokens_out=self.tokens_out + other.tokens_out,
        )


NO_USE = ModelUse()
