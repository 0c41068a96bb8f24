"""Which equation a stretch gets: what the person said it was, how fast it was, how steep."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot import units
from bot.science import bounds
from bot.science.compendium import FAST_WALK, FASTER_WALK
from bot.science.running import re3_run_power
from bot.science.surface import Gait, Ground, Surface, above_standing, ground
from bot.science.walking import lcda_walk_power


@dataclass(frozen=True, kw_only=True, slots=True)
class GaitRule:
    """Thresholds of the gait table and relative SDs of the methods; project choices but for the fitted ranges."""

    level_below_frac: float = 0.01
    run_from_m_s: float = 1.8
    blend_from_m_s: float = 1.4
    climb_from_frac: float = 0.05
    climb_run_from_m_s: float = 1.0
    fast_run_above_m_s: float = 5.5
    walk_to_m_s: float = 2.0
    fast_walk_to_m_s: float = 2.2
    run_grade_limit_frac: float = 0.30
    walk_grade_low_frac: float = -0.40
    walk_grade_high_frac: float = 0.45
    run_up_sd: float = 0.10
    run_down_sd: float = 0.16
    fast_run_sd: float = 0.12
    blend_sd: float = 0.15
    walk_grade_sd: float = 0.10
    fast_walk_sd: float = 0.20
    unsaid_sd: float = 0.12
    run_walk_sd: float = 0.11


GAIT = GaitRule()


@dataclass(frozen=True, kw_only=True, slots=True)
class Leg:
    """How one stretch was computed."""

    power_w_kg: float
    """Gross metabolic power."""
    sd_frac: float
    """One standard deviation of the method for one person, inputs not counted."""
    methods: tuple[str, ...]
    notes: tuple[str, ...] = ()


def leg(*, said: Gait | None, speed_m_s: float, grade_frac: float, surface: Surface) -> Leg:
    """Return the power of a stretch by the gait table.

    Args:
        said: What the person called it; None if they did not say.
        speed_m_s: Mean speed, 0 to 8; a walk up to 3. [m/s]
        grade_frac: Rise over run, -0.5 to 0.5; cut to +-0.30 running, -0.40 to +0.45 walking, with a note.
        surface: What is under the feet.

    Raises:
        OutOfRangeError: If speed or grade is beyond these ranges.
        ArgumentError: If the surface is unknown.
    """
    bounds.GRADE_FRAC.check("grade_frac", grade_frac)
    on = ground(surface)
    if said == "walk":
        bounds.WALK_SPEED_M_S.check("speed_m_s", speed_m_s)
        return (
            walk_leg(speed_m_s, grade_frac, on)
            if speed_m_s <= GAIT.walk_to_m_s
            else _fast_walk(speed_m_s, grade_frac, on)
        )
    bounds.ANY_SPEED_M_S.check("speed_m_s", speed_m_s)
    return _said_run(speed_m_s, grade_frac, on) if said == "run" else _unsaid(speed_m_s, grade_frac, on)


def _said_run(speed_m_s: float, grade_frac: float, on: Ground) -> Leg:
    climbs = grade_frac >= GAIT.climb_from_frac
    if speed_m_s >= (GAIT.climb_run_from_m_s if climbs else GAIT.run_from_m_s):
        return run_leg(speed_m_s, grade_frac, on)
    if speed_m_s < GAIT.blend_from_m_s:
        walk = walk_leg(speed_m_s, grade_frac, on)
        return replace(walk, notes=(*walk.notes, "walking_pace"))
    share = (speed_m_s - GAIT.blend_from_m_s) / (GAIT.run_from_m_s - GAIT.blend_from_m_s)
    return _mix(
        run_leg(speed_m_s, grade_frac, on), walk_leg(speed_m_s, grade_frac, on), share, GAIT.blend_sd, "run_walk_pace"
    )


def _unsaid(speed_m_s: float, grade_frac: float, on: Ground) -> Leg:
    """Take the walk below 2.0 m/s, the run above 2.2, between them the mean of both."""
    run, walk = run_leg(speed_m_s, grade_frac, on), walk_leg(speed_m_s, grade_frac, on)
    if speed_m_s < GAIT.walk_to_m_s:
        run = walk
    elif speed_m_s > GAIT.fast_walk_to_m_s:
        walk = run
    return _mix(run, walk, 0.5, GAIT.unsaid_sd, "gait_assumed")


def run_leg(speed_m_s: float, grade_frac: float, on: Ground) -> Leg:
    """Return a stretch as RE3 has it, whatever its speed; the grade cut to +-0.30."""
    limit = GAIT.run_grade_limit_frac
    clamped = min(limit, max(-limit, grade_frac))
    power = re3_run_power(speed_m_s=speed_m_s, grade_frac=clamped)
    sd_frac = on.run_sd
    if abs(grade_frac) >= GAIT.level_below_frac:
        sd_frac = max(sd_frac, GAIT.run_up_sd if grade_frac > 0.0 else GAIT.run_down_sd)
    if speed_m_s > GAIT.fast_run_above_m_s:
        sd_frac = max(sd_frac, GAIT.fast_run_sd)
    return Leg(
        power_w_kg=above_standing(power_w_kg=power, multiplier=on.run),
        sd_frac=sd_frac,
        methods=("re3_run_power",),
        notes=() if clamped == grade_frac else ("grade_clamped",),
    )


def walk_leg(speed_m_s: float, grade_frac: float, on: Ground) -> Leg:
    """Return a stretch as LCDA has it, whatever its speed; the grade cut to -0.40 and +0.45."""
    clamped = min(GAIT.walk_grade_high_frac, max(GAIT.walk_grade_low_frac, grade_frac))
    power = lcda_walk_power(speed_m_s=speed_m_s, grade_frac=clamped)
    graded = abs(grade_frac) >= GAIT.level_below_frac
    return Leg(
        power_w_kg=above_standing(power_w_kg=power, multiplier=on.walk),
        sd_frac=max(on.walk_sd, GAIT.walk_grade_sd) if graded else on.walk_sd,
        methods=("lcda_walk_power",),
        notes=() if clamped == grade_frac else ("grade_clamped",),
    )


def _fast_walk(speed_m_s: float, grade_frac: float, on: Ground) -> Leg:
    """Take the Compendium's level row, and from LCDA only what the grade adds, so that a climb still costs more."""
    row = FAST_WALK if speed_m_s <= GAIT.fast_walk_to_m_s else FASTER_WALK
    clamped = min(GAIT.walk_grade_high_frac, max(GAIT.walk_grade_low_frac, grade_frac))
    level = row.met * units.JOULES_PER_KCAL / units.SECONDS_PER_HOUR
    added = lcda_walk_power(speed_m_s=speed_m_s, grade_frac=clamped) - lcda_walk_power(
        speed_m_s=speed_m_s, grade_frac=0.0
    )
    notes = ("fast_walk_or_run",) if clamped == grade_frac else ("fast_walk_or_run", "grade_clamped")
    return Leg(
        power_w_kg=above_standing(power_w_kg=level + added, multiplier=on.walk),
        sd_frac=max(on.walk_sd, GAIT.fast_walk_sd),
        methods=("compendium_met",),
        notes=notes,
    )


def _mix(run: Leg, walk: Leg, run_share: float, sd_frac: float, note: str) -> Leg:
    return Leg(
        power_w_kg=run_share * run.power_w_kg + (1.0 - run_share) * walk.power_w_kg,
        sd_frac=max(sd_frac, run.sd_frac, walk.sd_frac),
        methods=tuple(dict.fromkeys((*run.methods, *walk.methods))),
        notes=tuple(dict.fromkeys((note, *run.notes, *walk.notes))),
    )
