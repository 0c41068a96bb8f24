"""A weigh-in, as somebody told it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class WeighIn:
    """What the scale showed on one local date; a second one on the same date takes the place of the first."""

    on_date: date
    weight_kg: float
