"""Sessions whose gait is taken as named and whose resting energy is given: for checks, not for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import units
from bot.science.compendium import met_kcal
from bot.science.gait import Leg, run_leg, walk_leg
from bot.science.pricing import net_from_gross
from bot.science.route import Segment
from bot.science.surface import ROAD, Gait
from bot.science.uncertainty import RANGE, combined_sd


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedSession:
    """Energy of a session, with the method's SD and the inputs' in one."""

    gross_kcal: float
    net_kcal: float | None
    """None if no resting energy was given."""
    sd_frac: float
    notes: tuple[str, ...] = ()


def route_session(
    *, mass_kg: float, gait: Gait, segments: Sequence[Segment], rmr_kcal_day: float | None = None
) -> NamedSession:
    """Return what a route costs in one gait, summed over its segments as they are given."""
    one = run_leg if gait == "run" else walk_leg
    legs: list[tuple[Leg, float]] = [
        (one(segment.distance_m / segment.duration_s, segment.grade_frac, ROAD), segment.duration_s)
        for segment in segments
    ]
    kcals = [leg.power_w_kg * mass_kg * seconds / units.JOULES_PER_KCAL for leg, seconds in legs]
    gross_kcal = sum(kcals)
    method_sd = sum(kcal * leg.sd_frac for kcal, (leg, _) in zip(kcals, legs, strict=True)) / gross_kcal
    minutes = sum(seconds for _, seconds in legs) / 60.0
    return NamedSession(
        gross_kcal=gross_kcal,
        net_kcal=_net(gross_kcal, rmr_kcal_day, minutes),
        sd_frac=combined_sd(method_sd, (RANGE.gps_distance_sd, RANGE.scale_mass_sd)),
        notes=tuple(dict.fromkeys(note for leg, _ in legs for note in leg.notes)),
    )


def met_session(
    *, met: float, mass_kg: float, duration_min: float, sd_frac: float, rmr_kcal_day: float | None = None
) -> NamedSession:
    """Return what a session in METs costs; net takes the person's own rest off, not 1 MET."""
    gross_kcal = met_kcal(met=met, mass_kg=mass_kg, duration_min=duration_min)
    return NamedSession(
        gross_kcal=gross_kcal,
        net_kcal=_net(gross_kcal, rmr_kcal_day, duration_min),
        sd_frac=combined_sd(sd_frac, (RANGE.scale_mass_sd,)),
    )


def _net(gross_kcal: float, rmr_kcal_day: float | None, duration_min: float) -> float | None:
    if rmr_kcal_day is None:
        return None
    return net_from_gross(gross_kcal=gross_kcal, rmr_kcal_day=rmr_kcal_day, duration_min=duration_min)
