"""Runs, walks and routes as the coach answers them: which method, which notes, which inputs, which range."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.errors import ArgumentError, OutOfRangeError
from bot.science.body import Body
from bot.science.estimate import Estimate
from bot.science.methods import METHODS
from bot.science.resting import resting_energy
from bot.science.route import Segment, merged, route_energy
from bot.science.session import run_energy, session_energy, walk_energy

ANNA = Body(sex="female", age_years=34, height_m=1.68, mass_kg=70)


def test_a_run_shows_net_below_gross_by_what_rest_would_have_cost() -> None:
    run = run_energy(ANNA, distance_m=10_000, duration_s=3600)
    assert (run.net.name, run.gross.name) == ("net_kcal", "gross_kcal")
    assert run.gross.value - run.net.value == pytest.approx(resting_energy(ANNA).value / 24)


def test_both_ranges_are_equally_wide() -> None:
    run = run_energy(ANNA, distance_m=10_000, duration_s=3600)
    assert run.net.high - run.net.low == pytest.approx(run.gross.high - run.gross.low)


def test_every_input_says_where_it_came_from() -> None:
    body = replace(ANNA, assumed=frozenset({"age_years", "height_m"}), logged=frozenset({"mass_kg"}))
    run = run_energy(
        body,
        distance_m=5000,
        duration_s=1800,
        grade_frac=0.02,
        surface="treadmill",
        assumed=frozenset({"duration_s"}),
        logged=frozenset({"distance_m"}),
    )
    assert {name: (given.value, given.unit, given.origin) for name, given in run.net.inputs.items()} == {
        "mass": (70, "kg", "log"),
        "distance": (5.0, "km", "log"),
        "duration": (30.0, "min", "assumed"),
        "surface": ("treadmill", "", "told"),
        "grade": (2.0, "%", "told"),
        "height": (1.68, "m", "assumed"),
        "age": (34, "years", "assumed"),
        "sex": ("female", "", "told"),
    }
    assert "age" not in run.gross.inputs


def test_a_mark_on_an_input_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ArgumentError, match="pace"):
        run_energy(ANNA, distance_m=5000, duration_s=1800, assumed=frozenset({"pace"}))


@pytest.mark.parametrize(
    ("said", "speed", "grade", "method", "notes"),
    [
        ("run", 3.0, 0.0, "re3_run_power", ()),
        ("run", 2.0, 0.4, "re3_run_power", ("grade_clamped",)),
        ("run", 1.6, 0.0, "re3_run_power + lcda_walk_power", ("run_walk_pace",)),
        ("run", 1.2, 0.0, "lcda_walk_power", ("walking_pace",)),
        ("run", 1.2, 0.06, "re3_run_power", ()),
        ("walk", 1.3, 0.0, "lcda_walk_power", ()),
        ("walk", 1.3, -0.45, "lcda_walk_power", ("grade_clamped",)),
        ("walk", 2.1, 0.0, "compendium_met", ("fast_walk_or_run",)),
        ("walk", 2.1, 0.48, "compendium_met", ("fast_walk_or_run", "grade_clamped")),
        (None, 1.5, 0.0, "lcda_walk_power", ("gait_assumed",)),
        (None, 2.1, 0.0, "re3_run_power + lcda_walk_power", ("gait_assumed",)),
        (None, 3.0, 0.0, "re3_run_power", ("gait_assumed",)),
    ],
)
def test_the_gait_table_picks_the_method(
    said: str, speed: float, grade: float, method: str, notes: tuple[str, ...]
) -> None:
    done = session_energy(ANNA, said=said, distance_m=1000 * speed, duration_s=1000, grade_frac=grade)  # type: ignore[arg-type]  # from the table
    assert (done.net.method, done.notes) == (method, notes)


def test_every_method_an_estimate_names_stands_in_the_catalogue() -> None:
    estimates: list[Estimate] = [
        run_energy(ANNA, distance_m=1600, duration_s=1000).net,
        walk_energy(ANNA, distance_m=2100, duration_s=1000).net,
        resting_energy(ANNA),
    ]
    for estimate in estimates:
        assert set(estimate.method.split(" + ")) <= METHODS.keys()


def test_a_treadmill_says_that_rails_must_not_be_held() -> None:
    assert run_energy(ANNA, distance_m=5000, duration_s=1800, surface="treadmill").notes == ("rails_not_held",)


def test_someone_unlike_the_fitted_people_is_told_so_once() -> None:
    old_and_heavy = replace(ANNA, age_years=60, mass_kg=95)
    run = run_energy(old_and_heavy, distance_m=5000, duration_s=1800, beginner=True)
    assert run.notes == ("outside_fitted_people",)


@pytest.mark.parametrize(
    ("argument", "changes"),
    [
        ("distance_m", {"distance_m": 0.0}),
        ("distance_m", {"distance_m": float("nan")}),
        ("duration_s", {"duration_s": -5.0}),
        ("duration_s", {"duration_s": float("inf")}),
        ("speed_m_s", {"distance_m": 50_000.0}),
        ("speed_m_s", {"duration_s": 36_000.0}),
        ("grade_frac", {"grade_frac": 0.6}),
        ("surface", {"surface": "lava"}),
    ],
)
def test_a_run_nobody_runs_is_refused_by_the_argument_at_fault(argument: str, changes: dict[str, object]) -> None:
    given = {"distance_m": 5000.0, "duration_s": 1800.0, **changes}
    with pytest.raises(ArgumentError) as refused:
        run_energy(ANNA, **given)  # type: ignore[arg-type]  # wrong on purpose
    assert refused.value.argument == argument


@pytest.mark.parametrize(
    ("argument", "body"),
    [
        ("mass_kg", replace(ANNA, mass_kg=20)),
        ("height_m", replace(ANNA, height_m=3.0)),
        ("age_years", replace(ANNA, age_years=12)),
    ],
)
def test_a_body_no_formula_knows_is_refused(argument: str, body: Body) -> None:
    with pytest.raises(OutOfRangeError) as refused:
        run_energy(body, distance_m=5000, duration_s=1800)
    assert refused.value.argument == argument


def test_the_net_range_never_goes_below_nothing() -> None:
    stroll = walk_energy(replace(ANNA, age_years=50), distance_m=100, duration_s=3600)
    assert stroll.net.low >= 0.0


def test_a_hilly_route_costs_more_than_its_mean_grade_would() -> None:
    hills = [
        Segment(distance_m=1000, duration_s=400, grade_frac=0.08),
        Segment(distance_m=1000, duration_s=400, grade_frac=-0.08),
    ]
    flat = run_energy(ANNA, distance_m=2000, duration_s=800)
    route = route_energy(ANNA, segments=hills)
    assert route.gross.value > 1.05 * flat.gross.value
    assert route.gross.inputs["climb"].value == 80.0


def test_short_segments_are_merged_with_rise_and_time_kept() -> None:
    noisy = [Segment(distance_m=40, duration_s=15, grade_frac=grade) for grade in (0.2, -0.2, 0.1, 0.0, 0.1, 0.3, -0.1)]
    joined = merged(noisy)
    assert [segment.distance_m for segment in joined] == [120, 160]
    assert sum(segment.duration_s for segment in joined) == 105
    assert sum(segment.distance_m * segment.grade_frac for segment in joined) == pytest.approx(16.0)


def test_segments_of_different_gaits_stay_apart() -> None:
    mixed = [Segment(distance_m=50, duration_s=20, said="run"), Segment(distance_m=50, duration_s=40, said="walk")]
    assert merged(mixed) == mixed


def test_a_route_that_stands_still_for_a_while_counts_the_pause() -> None:
    moving = [Segment(distance_m=1000, duration_s=360)]
    pause = [Segment(distance_m=0, duration_s=60), Segment(distance_m=0, duration_s=60)]
    with_pause = route_energy(ANNA, segments=[*moving, *pause], said=None)
    assert with_pause.gross.inputs["duration"].value == 8.0
    assert merged(pause) == [Segment(distance_m=0, duration_s=120)]


@pytest.mark.parametrize(
    ("argument", "segments"),
    [
        ("segments", []),
        ("segments[0].distance_m", [Segment(distance_m=-1, duration_s=10)]),
        ("segments[0].distance_m", [Segment(distance_m=float("nan"), duration_s=10)]),
        ("segments[1].duration_s", [Segment(distance_m=500, duration_s=200), Segment(distance_m=9, duration_s=0)]),
        ("segments[0].grade_frac", [Segment(distance_m=500, duration_s=200, grade_frac=0.7)]),
        ("speed_m_s", [Segment(distance_m=5000, duration_s=200)]),
    ],
)
def test_a_broken_route_names_what_is_wrong(argument: str, segments: list[Segment]) -> None:
    with pytest.raises(ArgumentError) as refused:
        route_energy(ANNA, segments=segments)
    assert refused.value.argument == argument
