"""How quantities look to a person; expected strings were rounded by hand."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from bot.science.estimate import Estimate
from bot.voice import formatting


def estimate(value: float, low: float, high: float, unit: str) -> Estimate:
    return Estimate(name="x", value=value, low=low, high=high, unit=unit, method="m", source="s")


@pytest.mark.parametrize(
    ("given", "units", "shown"),
    [
        (estimate(322.4, 281.0, 361.2, "kcal"), "metric", "about 320 kcal (280 to 360)"),
        (estimate(72.0, 61.0, 88.0, "kcal"), "metric", "about 70 kcal (60 to 90)"),
        (estimate(1846.0, 1700.0, 2010.0, "kcal/day"), "metric", "about 1,850 kcal a day (1,700 to 2,010)"),
        (estimate(1.84, 0.0, 3.95, "kg"), "metric", "about 2 kg (0 to 4)"),
        (estimate(0.57, 0.0, 1.28, "kg"), "metric", "about 0.6 kg (0 to 1.5)"),
        (estimate(1.84, 0.0, 3.95, "kg"), "imperial", "about 4 lb (0 to 9)"),
        (estimate(0.05, 0.0, 0.1, "kg"), "metric", "about 0.1 kg (0 to 0.1)"),
        (estimate(0.324, 0.27, 0.37, "fraction"), "metric", "about 32 percent (27 to 37)"),
    ],
)
def test_a_figure_is_a_rounded_centre_with_a_rounded_range(given: Estimate, units: str, shown: str) -> None:
    assert formatting.figure(given, units) == shown  # type: ignore[arg-type]


def test_a_unit_nobody_taught_us_is_refused() -> None:
    with pytest.raises(ValueError, match="parsec"):
        formatting.figure(estimate(1, 1, 1, "parsec"))


def test_quantities_in_both_unit_systems() -> None:
    assert formatting.distance(5000) == "5 km"
    assert formatting.distance(800) == "800 m"
    assert formatting.distance(5000, "imperial") == "3.1 miles"
    assert formatting.mass(68.04) == "68 kg"
    assert formatting.mass(68.04, "imperial") == "150 lb"
    assert formatting.height(1.6764, "imperial") == "5 ft 6 in"
    assert formatting.height(1.66) == "1.66 m"
    assert formatting.girth(84) == "84 cm"
    assert formatting.girth(84, "imperial") == "33.1 in"
    assert formatting.pace(357.7) == "5:58/km"
    assert formatting.pace(357.7, "imperial") == "9:36/mile"


def test_times_as_people_read_them() -> None:
    assert formatting.duration(1860) == "31:00"
    assert formatting.duration(3720) == "1:02:00"
    assert formatting.minutes(1500) == "25 minutes"
    assert formatting.clock(time(6, 30)) == "06:30"
    assert formatting.horizon(84) == "12 weeks"
    assert formatting.horizon(91) == "3 months"
    assert formatting.horizon(182) == "6 months"
    assert formatting.horizon(365) == "a year"
    assert formatting.moment(datetime(2026, 11, 24, 6, 30)) == "Tue 24 Nov, 06:30"  # noqa: DTZ001 - a wall clock
    assert formatting.place("Europe/Lisbon") == "Lisbon time"
    assert formatting.place("UTC") == "UTC"


def test_the_month_is_said_once_where_it_is_shared() -> None:
    assert formatting.days([date(2026, 11, 24), date(2026, 11, 25)]) == "Tue 24, Wed 25 Nov"
    assert formatting.days([date(2026, 11, 30), date(2026, 12, 1)]) == "Mon 30 Nov, Tue 1 Dec"
