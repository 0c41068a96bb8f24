"""From weigh-ins to intake: 500 simulated people, and what is refused."""

from __future__ import annotations

import random
import statistics
from dataclasses import replace

import pytest

from bot.errors import ArgumentError, OutOfRangeError, RefusedError
from bot.science.body import Body, fat_mass_kg
from bot.science.kernel import Phase, simulate, start
from bot.science.looking_back import LookingBack, RunningSince, WeighIn, look_back, redraw
from bot.science.projection import net_cost_kcal_kg_km, starting_point
from bot.science.resting import resting_kcal_day

EVA = Body(sex="female", age_years=35, height_m=1.66, mass_kg=75, pal=1.55)
PEOPLE = 500
DAYS = 56
HABIT_DAYS = 28
"""The weekend pattern is a habit: it runs for four weeks before the change begins."""


def true_weights(body: Body, phases: list[Phase], days: int) -> tuple[float, ...]:
    return simulate(starting_point(body), phases, days=days).weight_kg


def simulated_person(chance: random.Random) -> tuple[Body, float, list[WeighIn]]:
    """Return a profile, the true change of intake, and eight weeks of weigh-ins.

    The true body differs from what the equations say by their known errors (rest 9 %, fat 4 points, activity 0.1);
    eating is 250 kcal a day more at weekends and 100 less on other days, weight itself peaks after weekends, the
    scale scatters by 0.5 to 1 kg, and three mornings of ten are missed.
    """
    sex = chance.choice(["female", "male"])
    height_m = chance.gauss(1.66 if sex == "female" else 1.79, 0.06)
    body = Body(
        sex=sex,  # type: ignore[arg-type]  # one of the two
        age_years=chance.uniform(20, 60),
        height_m=height_m,
        mass_kg=chance.uniform(22, 36) * height_m**2,
        pal=chance.uniform(1.45, 1.9),
    )
    assert body.pal is not None
    begin = start(
        sex=body.sex,
        age_years=body.age_years,
        height_m=body.height_m,
        mass_kg=body.mass_kg,
        pal=min(2.4, max(1.25, body.pal + chance.gauss(0, 0.1))),
        fat_mass_kg=max(0.05, fat_mass_kg(body) / body.mass_kg + chance.gauss(0, 0.04)) * body.mass_kg,
        rmr_kcal_day=resting_kcal_day(body) * chance.gauss(1, 0.09),
    )
    change = chance.uniform(-700, 200)
    phases = [
        Phase(
            start_day=day,
            intake_change_kcal_day=(change if day >= HABIT_DAYS else 0.0) + (250 if day % 7 >= 5 else -100),
        )
        for day in range(HABIT_DAYS + DAYS)
    ]
    weights = simulate(begin, phases, days=HABIT_DAYS + DAYS).weight_kg[HABIT_DAYS:]
    scatter_kg, weekend_kg = chance.uniform(0.5, 1.0), chance.uniform(0.1, 0.5)
    weigh_ins = [
        WeighIn(
            day=day,
            weight_kg=weight_kg
            + chance.gauss(0, scatter_kg)
            + (weekend_kg if day % 7 in (0, 6) else -0.4 * weekend_kg),
        )
        for day, weight_kg in enumerate(weights)
        if chance.random() > 0.3
    ]
    return body, change, weigh_ins


def test_on_500_simulated_people_the_interval_covers_and_the_bias_is_small(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The issue asks for a coverage of 75-85 % and a bias under 20 kcal/day at eight weeks."""
    chance = random.Random(2015)  # noqa: S311 - a repeatable simulation
    errors, covered = [], 0
    for _ in range(PEOPLE):
        body, change, weigh_ins = simulated_person(chance)
        found = look_back(body, weigh_ins).intake_change
        errors.append(found.value - change)
        covered += found.low <= change <= found.high
    coverage, bias = covered / PEOPLE, statistics.mean(errors)
    with capsys.disabled():
        print(
            f"\nlooking back at {PEOPLE} people, {DAYS} days: coverage {coverage:.1%}, bias {bias:+.1f} kcal/day, "
            f"SD of the error {statistics.stdev(errors):.0f} kcal/day"
        )
    assert 0.75 <= coverage <= 0.85
    assert abs(bias) < 20


def weigh_ins_of(weights: tuple[float, ...], every: int = 1) -> list[WeighIn]:
    return [WeighIn(day=day, weight_kg=weight) for day, weight in enumerate(weights) if day % every == 0]


def seen_by(change: float, days: int = 56) -> LookingBack:
    weights = true_weights(EVA, [Phase(intake_change_kcal_day=change)], days)
    return look_back(EVA, weigh_ins_of(weights))


@pytest.mark.parametrize("change", [-600.0, -200.0, 0.0, 300.0])
def test_a_course_without_noise_is_read_back(change: float) -> None:
    seen = seen_by(change)
    assert seen.intake_change.value == pytest.approx(change, abs=0.1)
    assert seen.start_weight_kg == pytest.approx(75.0, abs=0.001)
    assert seen.scatter_kg == pytest.approx(0.0, abs=0.001)
    assert seen.course.last_day == 56


def test_weighing_every_monday_is_enough() -> None:
    weights = true_weights(EVA, [Phase(intake_change_kcal_day=-300)], 77)
    assert look_back(EVA, weigh_ins_of(weights, every=7)).intake_change.value == pytest.approx(-300, abs=0.1)


def test_the_order_of_weigh_ins_does_not_matter() -> None:
    weights = weigh_ins_of(true_weights(EVA, [Phase(intake_change_kcal_day=-300)], 56), every=3)
    assert look_back(EVA, weights[::-1]) == look_back(EVA, weights)


def test_logged_running_is_not_mistaken_for_eating_less() -> None:
    cost = net_cost_kcal_kg_km(EVA)
    ran = [Phase(), Phase(start_day=14, activity_change_kcal_kg_day=cost * 25 / 7)]
    weigh_ins = weigh_ins_of(true_weights(EVA, ran, 70))
    blind = look_back(EVA, weigh_ins)
    told = look_back(EVA, weigh_ins, running=[RunningSince(start_day=14, extra_km_per_week=25)])
    assert told.intake_change.value == pytest.approx(0.0, abs=2.0)
    assert blind.intake_change.value < -100


def test_running_from_the_first_day_is_one_move() -> None:
    weigh_ins = weigh_ins_of(true_weights(EVA, [], 56))
    seen = look_back(EVA, weigh_ins, running=[RunningSince(start_day=0, extra_km_per_week=10)])
    assert [since.start_day for since in seen.running] == [0]


@pytest.mark.parametrize("days", [(5, 5), (9, 3), (-1,)])
def test_running_must_ascend_from_day_0(days: tuple[int, ...]) -> None:
    running = [RunningSince(start_day=day, extra_km_per_week=10) for day in days]
    with pytest.raises(ArgumentError, match="running"):
        look_back(EVA, weigh_ins_of(true_weights(EVA, [], 56)), running=running)


def test_an_untold_activity_level_is_said_to_be_assumed() -> None:
    assert look_back(replace(EVA, pal=None), weigh_ins_of(true_weights(EVA, [], 56))).intake_change.notes == (
        "pal_assumed",
    )


def test_more_noise_gives_a_wider_interval() -> None:
    weights = true_weights(EVA, [Phase(intake_change_kcal_day=-300)], 56)

    def width(noise_kg: float) -> float:
        wave = [WeighIn(day=day, weight_kg=w + noise_kg * (-1) ** (day // 2)) for day, w in enumerate(weights)]
        change = look_back(EVA, wave).intake_change
        return change.high - change.low

    assert width(1.0) > width(0.5) > width(0.0)


@pytest.mark.parametrize(
    ("body", "flags", "code"),
    [
        (replace(EVA, age_years=17), frozenset[str](), "under_18"),
        (EVA, frozenset({"eating_disorder"}), "eating_disorder"),
        (replace(EVA, pal=1.1), frozenset[str](), "pal_outside_model"),
    ],
)
def test_nobody_gets_by_weigh_ins_what_a_projection_would_refuse(body: Body, flags: frozenset[str], code: str) -> None:
    with pytest.raises(RefusedError) as refused:
        look_back(body, weigh_ins_of(true_weights(EVA, [], 56)), flags=flags)
    assert refused.value.code == code


def test_the_bmi_that_counts_is_the_one_of_the_weigh_ins() -> None:
    thin = replace(EVA, mass_kg=50)
    with pytest.raises(RefusedError, match="bmi_below_18_5"):
        look_back(EVA, weigh_ins_of(true_weights(thin, [], 56)))


def test_whoever_has_become_underweight_meanwhile_is_refused() -> None:
    slim = Body(sex="female", age_years=30, height_m=1.7, mass_kg=55, pal=1.9)
    weights = true_weights(slim, [Phase(intake_change_kcal_day=-500)], 60)
    assert slim.bmi > 18.5 > weights[-1] / 1.7**2
    with pytest.raises(RefusedError, match="bmi_below_18_5"):
        look_back(slim, weigh_ins_of(weights))


def test_a_flag_is_looked_at_before_the_weigh_ins_are() -> None:
    with pytest.raises(RefusedError, match="pregnancy"):
        look_back(EVA, [], flags=frozenset({"pregnant"}))


@pytest.mark.parametrize(
    ("argument", "weigh_ins"),
    [
        ("day", [WeighIn(day=-1, weight_kg=75)] + [WeighIn(day=day, weight_kg=75) for day in range(40)]),
        ("day", [WeighIn(day=10 * day, weight_kg=75) for day in range(40)]),
        ("weight_kg", [WeighIn(day=day, weight_kg=750) for day in range(40)]),
        ("weight_kg on day 12", [WeighIn(day=day, weight_kg=57 if day == 12 else 75) for day in range(40)]),
    ],
)
def test_a_weigh_in_of_no_body_is_named(argument: str, weigh_ins: list[WeighIn]) -> None:
    with pytest.raises(OutOfRangeError) as refused:
        look_back(EVA, weigh_ins)
    assert refused.value.argument == argument


# --- redrawn ---------------------------------------------------------------------------------------------------


def test_a_projection_is_redrawn_from_what_happened() -> None:
    seen = seen_by(-300.0)
    ahead = redraw(EVA, seen, horizon_days=365)
    truth = true_weights(EVA, [Phase(intake_change_kcal_day=-300)], 365)
    assert ahead.weight_loss.value == pytest.approx(75 - truth[365], abs=0.05)
    assert ahead.weight_loss.low < ahead.weight_loss.value < ahead.weight_loss.high
    assert ahead.fat_loss.low < ahead.fat_loss.value < ahead.weight_loss.value
    assert ahead.courses["low"].weight_kg[365] < ahead.courses["high"].weight_kg[365]
    assert (ahead.cut_off_day, ahead.fat_loss.unit, ahead.fat_loss.method) == (None, "kg", "look_back")


def test_a_deficit_found_beyond_the_limits_is_not_drawn_on() -> None:
    with pytest.raises(RefusedError, match="intake_cut_above_750"):
        redraw(EVA, seen_by(-850.0), horizon_days=365)


def test_running_done_before_counts_when_it_is_drawn_on() -> None:
    lean = Body(sex="female", age_years=30, height_m=1.7, mass_kg=62, pal=1.8)
    seen = look_back(lean, weigh_ins_of(true_weights(lean, [Phase(intake_change_kcal_day=-150)], 40)))
    assert redraw(lean, seen, horizon_days=120).cut_off_day is None
    with pytest.raises(RefusedError, match="energy_availability_below_30"):
        redraw(lean, seen, horizon_days=120, running_done_km_per_week=110)


def test_a_redrawn_course_is_cut_off_before_underweight() -> None:
    slim = Body(sex="female", age_years=30, height_m=1.7, mass_kg=62, pal=1.9)
    weights = true_weights(slim, [Phase(intake_change_kcal_day=-480)], 40)
    ahead = redraw(slim, look_back(slim, weigh_ins_of(weights)), horizon_days=365)
    assert ahead.cut_off_day is not None
    assert ahead.courses["centre"].last_day == ahead.cut_off_day - 1


@pytest.mark.parametrize("horizon_days", [55, 366])
def test_a_horizon_before_the_last_weigh_in_or_past_a_year_is_refused(horizon_days: int) -> None:
    with pytest.raises(OutOfRangeError, match="horizon_days"):
        redraw(EVA, seen_by(-200.0), horizon_days=horizon_days)
