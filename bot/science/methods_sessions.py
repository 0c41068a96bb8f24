"""The catalogue's sessions: as named with a resting energy given, and as the coach answers them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import cast

from bot.science import arguments as arg
from bot.science import bounds
from bot.science import references as ref
from bot.science.arguments import Argument, Choice, Fields, Items, Number, Switch, Text, maybe, number
from bot.science.body import Body
from bot.science.compendium import COMPENDIUM, compendium_met
from bot.science.effort import EFFORT, activity_energy, effort_energy, steps_energy
from bot.science.heart_rate import heart_rate_energy
from bot.science.method import Method, Outcome, many, of_estimate
from bot.science.methods_body import BODY, body_of
from bot.science.named_sessions import NamedSession, met_session, route_session
from bot.science.pricing import SessionEnergy
from bot.science.route import Segment, route_energy
from bot.science.session import session_energy
from bot.science.surface import Gait, Surface, surface_power
from bot.science.uncertainty import RANGE

_SEGMENT: dict[str, Argument] = {
    "distance_m": number(0.0, 500_000.0, "m"),
    "duration_s": arg.DURATION,
    "grade_frac": maybe(bounds.GRADE_FRAC),
}
_SESSION: dict[str, Argument] = {
    "mass_kg": arg.MASS,
    "distance_m": arg.DISTANCE,
    "duration_s": arg.DURATION,
    "grade_frac": maybe(bounds.GRADE_FRAC),
    "rmr_kcal_day": arg.RMR,
}
_ROUTE: dict[str, Argument] = {
    "mass_kg": arg.MASS,
    "gait": arg.GAIT,
    "segments": Items(of=Fields(fields=_SEGMENT)),
    "rmr_kcal_day": maybe(bounds.RMR_KCAL_DAY),
}
_MET: dict[str, Argument] = {
    "met": number(0.5, 30.0, "MET"),
    "mass_kg": arg.MASS,
    "duration_min": arg.MINUTES,
    "rmr_kcal_day": maybe(bounds.RMR_KCAL_DAY),
}
_SURFACE: dict[str, Argument] = {
    "gait": arg.GAIT,
    "surface": arg.SURFACE,
    "speed_m_s": Number(bound=bounds.ANY_SPEED_M_S),
    "grade_frac": arg.GRADE,
    "multiplier_on_net_standing": number(0.5, 5.0, "times", optional=True),
}
_CODE = Text(about="a five-digit Compendium code, for example 12020")
_ON: dict[str, Argument] = {"surface": Choice(choices=arg.SURFACE.choices, optional=True), "beginner": Switch()}
_SAID = Choice(choices=("run", "walk"), optional=True)


def _check_speed(gait: Gait, speed_m_s: float, *, name: str = "speed_m_s") -> None:
    (bounds.RUN_SPEED_M_S if gait == "run" else bounds.WALK_SPEED_M_S).check(name, speed_m_s)


def _named(session: NamedSession) -> Outcome:
    """Show gross and, with a resting energy, net; the range belongs to the net figure where there is one."""
    half = RANGE.z_80 * session.sd_frac * session.gross_kcal
    outputs: dict[str, object] = {"gross_kcal": session.gross_kcal}
    centre, range_of = session.gross_kcal, "gross_kcal"
    if session.net_kcal is not None:
        outputs["net_kcal"] = session.net_kcal
        centre, range_of = session.net_kcal, "net_kcal"
    return Outcome(outputs=outputs, low=centre - half, high=centre + half, range_of=range_of, notes=session.notes)


def _one_segment(gait: Gait) -> Callable[..., Outcome]:
    def compute(*, mass_kg: float, rmr_kcal_day: float, **segment: float) -> Outcome:
        return _route_session(mass_kg=mass_kg, gait=gait, segments=(segment,), rmr_kcal_day=rmr_kcal_day)

    return compute


def _segments(segments: Sequence[Mapping[str, float]]) -> list[Segment]:
    return [
        Segment(
            distance_m=segment["distance_m"],
            duration_s=segment["duration_s"],
            grade_frac=segment.get("grade_frac", 0.0),
        )
        for segment in segments
    ]


def _route_session(
    *, mass_kg: float, gait: Gait, segments: Sequence[Mapping[str, float]], rmr_kcal_day: float | None = None
) -> Outcome:
    stretches = _segments(segments)
    for place, stretch in enumerate(stretches):
        name = f"segments[{place}].speed_m_s" if len(stretches) > 1 else "speed_m_s"
        _check_speed(gait, stretch.distance_m / stretch.duration_s, name=name)
    return _named(route_session(mass_kg=mass_kg, gait=gait, segments=stretches, rmr_kcal_day=rmr_kcal_day))


def _met_session(*, met: float, mass_kg: float, duration_min: float, rmr_kcal_day: float | None = None) -> Outcome:
    session = met_session(
        met=met, mass_kg=mass_kg, duration_min=duration_min, sd_frac=EFFORT.other_sd, rmr_kcal_day=rmr_kcal_day
    )
    return _named(session)


def _compendium(*, code: str) -> Outcome:
    met = compendium_met(code=code)
    return Outcome(outputs={"met": met}, notes=(f"activity:{COMPENDIUM[code].name}",))


def _surface_power(
    *,
    gait: Gait,
    surface: Surface,
    speed_m_s: float,
    grade_frac: float,
    multiplier_on_net_standing: float | None = None,
) -> Outcome:
    _check_speed(gait, speed_m_s)
    power = surface_power(
        gait=gait,
        surface=surface,
        speed_m_s=speed_m_s,
        grade_frac=grade_frac,
        multiplier_on_net_standing=multiplier_on_net_standing,
    )
    return Outcome(outputs={"power_w_kg": power})


def _told(entry: Callable[..., SessionEnergy]) -> Callable[..., Outcome]:
    """Return an entry of the coach as a method: the profile's keys make the body, the rest goes to the entry."""

    def compute(**inputs: object) -> Outcome:
        body, rest = body_of(inputs)
        if "segments" in rest:
            rest["segments"] = _segments(cast("Sequence[Mapping[str, float]]", rest["segments"]))
        energy = entry(body, **rest)
        return of_estimate(energy.net, gross_kcal=energy.gross.value)

    return compute


def _session(body: Body, **inputs: object) -> SessionEnergy:
    return session_energy(body, said=cast("Gait | None", inputs.pop("said", None)), **inputs)  # type: ignore[arg-type]  # read by the arguments


def _coach(slug: str, entry: Callable[..., SessionEnergy], source: str, arguments: Mapping[str, Argument]) -> Method:
    return many(slug, _told(entry), ("net_kcal", "gross_kcal"), source, {**BODY, **arguments})


_GROSS_NET = ("gross_kcal", "net_kcal")
_RE3 = ref.lines(ref.RE3_LEVEL, ref.RE3_GRADED)
_SPEED_BASED = ref.lines(ref.RE3_LEVEL, ref.RE3_GRADED, ref.LCDA)
SESSION_METHODS = (
    many("run_session", _one_segment("run"), _GROSS_NET, _RE3, _SESSION),
    many("walk_session", _one_segment("walk"), _GROSS_NET, ref.LCDA.line, _SESSION),
    many("route_session", _route_session, _GROSS_NET, _SPEED_BASED, _ROUTE),
    many("compendium_met", _compendium, ("met",), ref.COMPENDIUM.line, {"code": _CODE}),
    many("met_session", _met_session, _GROSS_NET, ref.COMPENDIUM.line, _MET),
    many("surface_power", _surface_power, ("power_w_kg",), ref.lines(ref.PINNINGTON, ref.LEJEUNE), _SURFACE),
    _coach(
        "session_energy",
        _session,
        _SPEED_BASED,
        {
            "said": _SAID,
            "distance_m": arg.DISTANCE,
            "duration_s": arg.DURATION,
            "grade_frac": maybe(bounds.GRADE_FRAC),
            **_ON,
        },
    ),
    _coach(
        "route_energy",
        route_energy,
        _SPEED_BASED,
        {"said": _SAID, "segments": Items(of=Fields(fields=_SEGMENT)), **_ON},
    ),
    _coach(
        "heart_rate_energy",
        heart_rate_energy,
        ref.KEYTEL.line,
        {
            "hr_bpm": Number(bound=bounds.HEART_RATE_BPM),
            "duration_s": arg.DURATION,
            "vo2max_ml_kg_min": maybe(bounds.VO2MAX_ML_KG_MIN),
            "hr_max_bpm": maybe(bounds.HEART_RATE_BPM),
            "hot_or_drifting": Switch(),
            "beta_blockers": Switch(),
        },
    ),
    _coach("activity_energy", activity_energy, ref.COMPENDIUM.line, {"code": _CODE, "duration_s": arg.DURATION}),
    _coach(
        "effort_energy",
        effort_energy,
        ref.COMPENDIUM.line,
        {
            "said": arg.GAIT,
            "effort": Choice(choices=("run_walk", "easy", "moderate", "hard", "brisk")),
            "duration_s": arg.DURATION,
        },
    ),
    _coach(
        "steps_energy", steps_energy, ref.LCDA.line, {"steps": Number(bound=bounds.STEPS), "duration_s": arg.DURATION}
    ),
)
