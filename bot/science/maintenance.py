"""What a day costs, and so what keeps the weight: resting energy times activity level."""

from __future__ import annotations

from bot.science import bounds
from bot.science.activity import PAL
from bot.science.body import Body
from bot.science.estimate import Estimate, Input
from bot.science.references import HALL_2011, lines
from bot.science.resting import resting_energy
from bot.science.uncertainty import RANGE, combined_sd


def assumed_pal(body: Body) -> float:
    """Return the person's activity level, 1.5 if they never told it [times resting energy]."""
    return PAL.untold if body.pal is None else body.pal


def maintenance_energy(body: Body) -> Estimate:
    """Return the energy of the person's day, running already done included [kcal/day].

    The same product is where the projection starts from.

    Raises:
        OutOfRangeError: If the body or its activity level is beyond what the formulas accept.
    """
    rest, pal = resting_energy(body), bounds.ANY_PAL.check("pal", assumed_pal(body))
    value = pal * rest.value
    rest_sd = (rest.high - rest.value) / RANGE.z_80 / rest.value
    half = RANGE.z_80 * combined_sd(rest_sd, (PAL.sd / pal,)) * value
    origin = "assumed" if body.pal is None else body.origin("pal")
    return Estimate(
        name="maintenance_kcal_day",
        value=value,
        low=value - half,
        high=value + half,
        unit="kcal/day",
        inputs={**rest.inputs, "activity": Input(value=pal, unit="times resting energy", origin=origin)},
        method="maintenance_energy",
        source=f"{rest.source}; {lines(HALL_2011)}",
        notes=("pal_assumed",) if body.pal is None else (),
    )
