"""What the energy of a run would be in fat, if nothing else paid for it: an upper bound, and no forecast."""

from __future__ import annotations

from collections.abc import Mapping

from bot.science.estimate import Estimate, Input
from bot.science.kernel import HALL_2011
from bot.science.references import HALL_2011 as SOURCE

FAT_OF_ENERGY = "fat_of_energy_g"
"""Name of such a figure."""
_GRAMS_PER_KG = 1000.0


def fat_equivalent_g(*, net_kcal: float) -> float:
    """Return the fat that holds an energy, at 39.5 MJ a kilogram of fat [g].

    It is what a run takes off at the very most: all of it out of the fat store, and nothing eaten back.

    Source:
        Hall et al. 2011, web appendix, doi:10.1016/S0140-6736(11)60812-X.

    Example:
        670 kcal / 9,441 kcal a kilogram = 71 g.
    """
    return net_kcal / HALL_2011.fat_kcal_kg * _GRAMS_PER_KG


def fat_of_energy(
    *, net_kcal: float, low_kcal: float, high_kcal: float, method: str, inputs: Mapping[str, Input]
) -> Estimate:
    """Return the fat that the net energy of a run would be at the very most, with the range of that energy.

    Args:
        net_kcal: Energy above rest. [kcal]
        low_kcal: Its low bound. [kcal]
        high_kcal: Its high bound. [kcal]
        method: How the energy was worked out.
        inputs: What it was worked out from.
    """
    return Estimate(
        name=FAT_OF_ENERGY,
        value=fat_equivalent_g(net_kcal=net_kcal),
        low=fat_equivalent_g(net_kcal=low_kcal),
        high=fat_equivalent_g(net_kcal=high_kcal),
        unit="g",
        inputs=inputs,
        method=method,
        source=SOURCE.line,
    )
