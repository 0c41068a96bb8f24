"""The body-weight model where the shared cases do not reach: its edges and what it refuses."""

from __future__ import annotations

import pytest

from bot.errors import ArgumentError, OutOfRangeError
from bot.science.kernel import Phase, Start, simulate, start

BEGIN = start(sex="male", age_years=40, height_m=1.8, mass_kg=90, pal=1.5)


def test_the_published_man_arrives_where_the_paper_says() -> None:
    """Lancet figure 3: 100 kg, 1.80 m, 23 years, 5 MJ a day less for 180 days: about 80 kg."""
    man = start(sex="male", age_years=23, height_m=1.8, mass_kg=100, pal=1.5)
    course = simulate(man, [Phase(intake_change_kcal_day=-5000 / 4.184, sodium="unchanged")], days=180)
    assert course.weight_kg[180] == pytest.approx(80, abs=0.5)


def test_half_of_the_final_change_takes_about_a_year() -> None:
    """Hall 2011: 2 MJ a day less, half of it in about 1 year and 95 % in about 3."""
    man = start(sex="male", age_years=23, height_m=1.8, mass_kg=100, pal=1.5)
    course = simulate(man, [Phase(intake_change_kcal_day=-2000 / 4.184)], days=6000)
    lost = [100 - weight for weight in course.weight_kg]
    half = next(day for day, kg in enumerate(lost) if kg > 0.5 * lost[-1])
    nearly_all = next(day for day, kg in enumerate(lost) if kg > 0.95 * lost[-1])
    assert 0.7 < half / 365 < 1.1
    assert 2.5 < nearly_all / 365 < 4.0


def test_the_old_rule_of_thumb_promises_far_more_than_the_model() -> None:
    """Section 9 of the spec: at -500 kcal a day, 7700 kcal/kg overstates 1.7 times at one year."""
    course = simulate(BEGIN, [Phase(intake_change_kcal_day=-500)], days=365)
    assert 500 * 365 / 7700 / (90 - course.weight_kg[365]) == pytest.approx(1.7, abs=0.1)


def test_before_the_first_phase_nothing_changes() -> None:
    course = simulate(BEGIN, [Phase(start_day=10, intake_change_kcal_day=-500)], days=20)
    assert course.weight_kg[10] == pytest.approx(90.0)
    assert course.weight_kg[11] < 90.0


def test_stopping_sends_the_weight_back_up() -> None:
    plan = [Phase(activity_change_kcal_kg_day=3.0), Phase(start_day=84)]
    course = simulate(BEGIN, plan, days=1095)
    assert course.weight_kg[84] < course.weight_kg[365] < course.weight_kg[1095] < 90.0


@pytest.mark.parametrize("starts", [(5, 5), (9, 3)])
def test_phases_must_ascend(starts: tuple[int, int]) -> None:
    with pytest.raises(ArgumentError, match="ascending"):
        simulate(BEGIN, [Phase(start_day=day) for day in starts], days=20)


def test_an_absolute_sodium_change_needs_its_number() -> None:
    with pytest.raises(ArgumentError, match="sodium_change_mg_per_day"):
        simulate(BEGIN, [Phase(sodium="absolute")], days=1)


def test_a_course_no_body_follows_is_refused() -> None:
    with pytest.raises(OutOfRangeError, match="phases"):
        simulate(BEGIN, [Phase(intake_change_kcal_day=-2000, activity_change_kcal_kg_day=60)], days=1095)


def test_nobody_eats_less_than_nothing() -> None:
    with pytest.raises(OutOfRangeError, match="intake_change_kcal_per_day"):
        simulate(BEGIN, [Phase(intake_change_kcal_day=-2800)], days=1)


def test_no_days_is_the_start_alone() -> None:
    course = simulate(BEGIN, [Phase(intake_change_kcal_day=-500)], days=0)
    assert (course.last_day, course.weight_kg) == (0, (90.0,))


def test_a_start_takes_the_figures_it_is_given() -> None:
    given = start(sex="male", age_years=40, height_m=1.8, mass_kg=90, pal=1.5, fat_mass_kg=20.0, rmr_kcal_day=1800.0)
    assert given == Start(
        mass_kg=90,
        fat_kg=20.0,
        rmr_kcal_day=1800.0,
        maintenance_kcal_day=2700.0,
        activity_kcal_kg_day=pytest.approx(7.0),  # type: ignore[arg-type]  # (0.9 x 1.5 - 1) x 1800 / 90
    )
