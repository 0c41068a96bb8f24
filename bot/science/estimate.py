"""A number that may be shown to a person: with its range, its inputs and where it comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Origin = Literal["told", "log", "assumed"]
"""Where an input came from: the person said it, a stored record of theirs, or our stated assumption."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Input:
    """One input of an estimate, kept so that "How I got this" can name it."""

    value: float | str
    unit: str
    """Unit of `value` in words people know (`kg`, `km`, `min`, `years`); empty for a plain word."""
    origin: Origin


@dataclass(frozen=True, kw_only=True, slots=True)
class Estimate:
    """A value with its range, its inputs and its source; never a bare float to a person."""

    name: str
    """What it is, with its unit: `net_kcal`, `fat_loss_kg`."""
    value: float
    low: float
    high: float
    unit: str
    inputs: Mapping[str, Input] = field(default_factory=dict)
    method: str
    """Slug of the method in the catalogue."""
    source: str
    """Citation in one line, with DOI where there is one."""
    notes: tuple[str, ...] = ()
    """Codes of what the reader must know (`grade_clamped`, `run_walk_pace`, `outside_fitted_people`)."""
