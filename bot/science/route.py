"""A route of many grades, summed stretch by stretch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.errors import ArgumentError
from bot.science import bounds
from bot.science.body import Body
from bot.science.estimate import Input
from bot.science.gait import leg
from bot.science.pricing import SessionEnergy, origin, priced_legs, session_inputs
from bot.science.surface import Gait, Surface


@dataclass(frozen=True, kw_only=True, slots=True)
class RouteConstants:
    """How a recorded route is smoothed before it is summed (project choice)."""

    shortest_segment_m: float = 100.0


ROUTE = RouteConstants()


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """One stretch of a route with one grade."""

    distance_m: float
    duration_s: float
    grade_frac: float = 0.0
    said: Gait | None = None
    """What the person called this stretch; None takes the route's word."""


def route_energy(
    body: Body,
    *,
    segments: Sequence[Segment],
    said: Gait | None = "run",
    surface: Surface = "road",
    beginner: bool = False,
    assumed: frozenset[str] = frozenset(),
    logged: frozenset[str] = frozenset(),
) -> SessionEnergy:
    """Return what a route cost, summed segment by segment; its mean grade would understate it.

    Segments shorter than 100 m are first merged with the next, because noise of the altitude inflates the cost.
    The SD is the energy-weighted mean of the segments' (level 9 %, up 10 %, down 16 % running), at least 11 %
    where running and walking alternate.

    Raises:
        ArgumentError: If there is no segment, or as in `session_energy`.
        OutOfRangeError: As in `session_energy`, with the segment's number in the argument's name.
    """
    if not segments:
        raise ArgumentError("segments", [], "at least one segment")
    for number, segment in enumerate(segments):
        if not segment.distance_m >= 0.0:
            raise ArgumentError(f"segments[{number}].distance_m", segment.distance_m, "0 m or more")
        bounds.DURATION_S.check(f"segments[{number}].duration_s", segment.duration_s)
        bounds.GRADE_FRAC.check(f"segments[{number}].grade_frac", segment.grade_frac)
    distance_m = bounds.DISTANCE_M.check("distance_m", sum(segment.distance_m for segment in segments))
    duration_s = bounds.DURATION_S.check("duration_s", sum(segment.duration_s for segment in segments))
    legs = [
        (
            leg(
                said=segment.said or said,
                speed_m_s=segment.distance_m / segment.duration_s,
                grade_frac=segment.grade_frac,
                surface=surface,
            ),
            segment.duration_s,
        )
        for segment in merged(segments)
    ]
    inputs = session_inputs(distance_m, duration_s, surface, assumed=assumed, logged=logged)
    climb_m = sum(segment.distance_m * max(0.0, segment.grade_frac) for segment in segments)
    inputs["climb"] = Input(value=climb_m, unit="m", origin=origin("grade_frac", assumed, logged))
    return priced_legs(body, legs, surface=surface, beginner=beginner, inputs=inputs)


def merged(segments: Sequence[Segment]) -> list[Segment]:
    """Return segments of at least 100 m, neighbours of the same gait merged, rise and time kept."""
    done: list[Segment] = []
    for segment in segments:
        last = done[-1] if done else None
        if last is not None and last.said == segment.said and last.distance_m < ROUTE.shortest_segment_m:
            done[-1] = _joined(last, segment)
        else:
            done.append(segment)
    if len(done) > 1 and done[-1].distance_m < ROUTE.shortest_segment_m and done[-1].said == done[-2].said:
        done[-2:] = [_joined(done[-2], done[-1])]
    return done


def _joined(first: Segment, second: Segment) -> Segment:
    distance_m = first.distance_m + second.distance_m
    rise_m = first.distance_m * first.grade_frac + second.distance_m * second.grade_frac
    return Segment(
        distance_m=distance_m,
        duration_s=first.duration_s + second.duration_s,
        grade_frac=rise_m / distance_m if distance_m else 0.0,
        said=first.said,
    )
