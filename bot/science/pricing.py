"""From power and time to gross and net energy with their 80 % ranges."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bot import units
from bot.errors import ArgumentError
from bot.science.body import Body
from bot.science.estimate import Estimate, Input, Origin
from bot.science.gait import GAIT, Leg
from bot.science.references import COMPENDIUM, LCDA, RE3_GRADED, RE3_LEVEL, lines
from bot.science.resting import resting_energy
from bot.science.surface import Surface
from bot.science.uncertainty import RANGE, combined_sd

SESSION_INPUTS = frozenset({"distance_m", "duration_s", "grade_frac", "surface", "said"})
"""Names that `assumed` and `logged` of a session may hold."""

_SOURCES = {
    "re3_run_power": lines(RE3_LEVEL, RE3_GRADED),
    "lcda_walk_power": LCDA.line,
    "compendium_met": COMPENDIUM.line,
}


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonConstants:
    """Whom RE3 was fitted to, and what lying outside adds to the SD (project choice)."""

    fitted_age_to: float = 45.0
    fitted_bmi_to: float = 30.0
    outside_sd: float = 0.03


PERSON = PersonConstants()


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionEnergy:
    """What a session cost."""

    net: Estimate
    """`net_kcal`: above what the same minutes at rest would have cost; the figure people are shown."""
    gross: Estimate
    """`gross_kcal`: everything, rest included, as watches mostly show it."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Codes of what the reader must know; both figures carry the same."""
        return self.net.notes


def origin(name: str, assumed: frozenset[str], logged: frozenset[str]) -> Origin:
    """Return where a session's input came from, given the names the caller marked."""
    return "assumed" if name in assumed else "log" if name in logged else "told"


def checked_names(marked: frozenset[str], known: frozenset[str]) -> None:
    """Refuse a mark on an input that does not exist, which would be lost silently.

    Raises:
        ArgumentError: If a marked name is not a known one.
    """
    if not marked <= known:
        raise ArgumentError("assumed", sorted(marked), ", ".join(sorted(known)))


def session_inputs(
    distance_m: float, duration_s: float, surface: Surface, *, assumed: frozenset[str], logged: frozenset[str]
) -> dict[str, Input]:
    """Return distance, duration and surface as an estimate lists them.

    Raises:
        ArgumentError: If a marked name is not one of `SESSION_INPUTS`.
    """
    checked_names(assumed | logged, SESSION_INPUTS)
    inputs = {
        "distance": Input(
            value=distance_m / units.METRES_PER_KM, unit="km", origin=origin("distance_m", assumed, logged)
        ),
        "duration": Input(value=duration_s / 60.0, unit="min", origin=origin("duration_s", assumed, logged)),
    }
    if surface != "road":
        inputs["surface"] = Input(value=surface, unit="", origin=origin("surface", assumed, logged))
    return inputs


def priced_legs(
    body: Body,
    legs: Iterable[tuple[Leg, float]],
    *,
    surface: Surface,
    beginner: bool,
    inputs: Mapping[str, Input],
) -> SessionEnergy:
    """Return the energy of stretches, each with its seconds: summed, rest taken off, ranges put on both figures."""
    mass_kg = body.checked_mass_kg
    gross_kcal = weighted_sd = duration_s = 0.0
    methods: dict[str, None] = {}
    notes: dict[str, None] = {}
    for done, seconds in legs:
        kcal = done.power_w_kg * mass_kg * seconds / units.JOULES_PER_KCAL
        gross_kcal += kcal
        weighted_sd += kcal * done.sd_frac
        duration_s += seconds
        methods.update(dict.fromkeys(done.methods))
        notes.update(dict.fromkeys(done.notes))
    method_sd = weighted_sd / gross_kcal
    if len(methods) > 1:
        method_sd = max(method_sd, GAIT.run_walk_sd)
    if surface == "treadmill":
        notes["rails_not_held"] = None
    if beginner or body.age_years > PERSON.fitted_age_to or body.bmi > PERSON.fitted_bmi_to:
        method_sd += PERSON.outside_sd
        notes["outside_fitted_people"] = None
    distance_sd = RANGE.treadmill_display_sd if surface == "treadmill" else RANGE.gps_distance_sd
    return priced(
        body,
        gross_kcal=gross_kcal,
        duration_s=duration_s,
        sd_frac=combined_sd(method_sd, (distance_sd, RANGE.scale_mass_sd)),
        inputs=inputs,
        method=" + ".join(methods),
        source="; ".join(_SOURCES[method] for method in methods),
        notes=tuple(notes),
    )


def priced(
    body: Body,
    *,
    gross_kcal: float,
    duration_s: float,
    sd_frac: float,
    inputs: Mapping[str, Input],
    method: str,
    source: str,
    notes: tuple[str, ...],
) -> SessionEnergy:
    """Return gross and net with the same absolute range; rest itself adds next to nothing to the error."""
    half = RANGE.z_80 * sd_frac * gross_kcal
    rest = resting_energy(body)
    net_kcal = net_from_gross(gross_kcal=gross_kcal, rmr_kcal_day=rest.value, duration_min=duration_s / 60.0)
    gross_inputs = {"mass": body.input("mass"), **inputs}
    return SessionEnergy(
        net=Estimate(
            name="net_kcal",
            value=net_kcal,
            low=max(0.0, net_kcal - half),
            high=net_kcal + half,
            unit="kcal",
            inputs={**gross_inputs, **rest.inputs},
            method=method,
            source=source,
            notes=notes,
        ),
        gross=Estimate(
            name="gross_kcal",
            value=gross_kcal,
            low=gross_kcal - half,
            high=gross_kcal + half,
            unit="kcal",
            inputs=gross_inputs,
            method=method,
            source=source,
            notes=notes,
        ),
    )


def net_from_gross(*, gross_kcal: float, rmr_kcal_day: float, duration_min: float) -> float:
    """Return what a session cost above resting through it [kcal]."""
    return gross_kcal - rmr_kcal_day / units.MINUTES_PER_DAY * duration_min
