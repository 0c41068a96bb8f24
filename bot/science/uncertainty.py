"""From a standard deviation to the range a person is shown."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_Z_95: Final = 1.96
"""Half-width of the normal 95 % interval in standard deviations."""


@dataclass(frozen=True, kw_only=True, slots=True)
class RangeConstants:
    """How wide a range is and how exact the inputs are."""

    z_80: float = 1.2816
    """Half-width of the normal 80 % interval in standard deviations."""
    gps_distance_sd: float = 0.02
    scale_mass_sd: float = 0.01
    treadmill_display_sd: float = 0.03


RANGE = RangeConstants()


def half_width_95(half_width_80: float) -> float:
    """Return the half-width of the 95 % interval that belongs to one of 80 %, in the same unit.

    Example:
        An energy of 560 kcal, 486 to 634 at 80 %, is 447 to 673 at 95 %: 74 x 1.96 / 1.2816 = 113.
    """
    return half_width_80 / RANGE.z_80 * _Z_95


def combined_sd(method_sd_frac: float, input_sds_frac: Iterable[float]) -> float:
    """Return the relative SD of a method and its independent inputs taken together."""
    return math.sqrt(method_sd_frac**2 + sum(sd * sd for sd in input_sds_frac))


def uncertainty_band(*, kcal: float, sd_frac: float, z: float) -> dict[str, float]:
    """Return the ends of the interval of `z` standard deviations around an energy [kcal]."""
    half = kcal * sd_frac * z
    return {"low_kcal": kcal - half, "high_kcal": kcal + half}


def uncertainty_band_combined(
    *, kcal: float, sd_method_frac: float, sd_inputs_frac: Iterable[float]
) -> dict[str, float]:
    """Return the relative SD of an energy, method and inputs taken together, and the ends of its 80 % range [kcal]."""
    sd_frac = combined_sd(sd_method_frac, sd_inputs_frac)
    return {"sd_frac": sd_frac, **uncertainty_band(kcal=kcal, sd_frac=sd_frac, z=RANGE.z_80)}
