"""Quantities as people write them, in both unit systems, with their place and their SI value."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.quantities import quantities
from bot.units import KG_PER_POUND, METRES_PER_FOOT, METRES_PER_INCH, METRES_PER_MILE

STONE_KG = 14 * KG_PER_POUND

ONE = [
    # distances
    ("5k", "distance", 5000.0),
    ("14.2k", "distance", 14_200.0),
    ("10km", "distance", 10_000.0),
    ("5,5 km", "distance", 5500.0),
    ("10,000 m", "distance", 10_000.0),
    ("400m", "distance", 400.0),
    ("ten k", "distance", 10_000.0),
    ("three and a half miles", "distance", 3.5 * METRES_PER_MILE),
    ("5½ miles", "distance", 5.5 * METRES_PER_MILE),
    ("mile and a half", "distance", 1.5 * METRES_PER_MILE),
    ("a couple of miles", "distance", 2 * METRES_PER_MILE),
    ("5-6 km", "distance", 5500.0),
    ("two or three miles", "distance", 2.5 * METRES_PER_MILE),
    ("half marathon", "distance", 21_097.5),
    ("parkrun", "distance", 5000.0),
    ("6 x 800m", "distance", 4800.0),
    # times spent
    ("28 min", "duration", 1680.0),
    ("1h02", "duration", 3720.0),
    ("1h 2m 3s", "duration", 3723.0),
    ("1 hr 24", "duration", 5040.0),
    ("an hour and a quarter", "duration", 4500.0),
    ("hour and a half", "duration", 5400.0),
    ("half an hour", "duration", 1800.0),
    ("three quarters of an hour", "duration", 2700.0),
    ("1.5 hours", "duration", 5400.0),
    ("twenty-five minutes", "duration", 1500.0),
    ("28m30s", "duration", 1710.0),
    ("1:58:44", "duration", 7124.0),
    ("24:59", "duration", 1499.0),
    ("1:30", "duration", 5400.0),
    ("1 minute 40", "duration", 100.0),
    # pace and speed
    ("9 min/mile", "pace", 540 / METRES_PER_MILE * 1000),
    ("6:15/km", "pace", 375.0),
    ("6'10/km", "pace", 370.0),
    ("8 minute miles", "pace", 480 / METRES_PER_MILE * 1000),
    ("5:30 pace", "pace", 330.0),
    ("8mph", "speed", 8 * METRES_PER_MILE / 3600),
    ("10 km/h", "speed", 10 / 3.6),
    # bodies
    ("150lbs", "mass", 150 * KG_PER_POUND),
    ("12 stone 4", "mass", 12 * STONE_KG + 4 * KG_PER_POUND),
    ("9 and a half stone", "mass", 9.5 * STONE_KG),
    ("82.5 kilos", "mass", 82.5),
    ("a hundred and ten pounds", "mass", 110 * KG_PER_POUND),
    ("5'6", "length", 5 * METRES_PER_FOOT + 6 * METRES_PER_INCH),
    ("5’11”", "length", 5 * METRES_PER_FOOT + 11 * METRES_PER_INCH),
    ("six foot one", "length", 6 * METRES_PER_FOOT + METRES_PER_INCH),
    ("1m72", "length", 1.72),
    ("172cm", "length", 1.72),
    ("29yo", "age", 29.0),
    ("28%", "fraction", 0.28),
    # habits
    ("4x a week", "frequency", 4.0),
    ("three times weekly", "frequency", 3.0),
    ("3-4 times a week", "frequency", 3.5),
    ("every other day", "frequency", 3.5),
    ("daily", "frequency", 7.0),
    ("30k a week", "weekly_distance", 30_000.0),
    ("20 mpw", "weekly_distance", 20 * METRES_PER_MILE),
    ("6 hours weekly", "weekly_duration", 21_600.0),
    ("1kg a week", "mass_rate", 1.0),
    ("a pound a week", "mass_rate", KG_PER_POUND),
    ("3 months", "span", 91.3125),
    ("a fortnight", "span", 14.0),
    # energy
    ("300 calories", "energy", 300.0),
    ("2k calories", "energy", 2000.0),
    ("418.4 kJ", "energy", 100.0),
]


@pytest.mark.parametrize(("text", "dimension", "value"), ONE, ids=[text for text, _, _ in ONE])
def test_one_quantity_is_read_whole(text: str, dimension: str, value: float) -> None:
    found = quantities(text)

    assert [(item.dimension, text[item.start : item.end]) for item in found] == [(dimension, text)]
    assert found[0].value == pytest.approx(value)


@pytest.mark.parametrize(
    "text",
    [
        "couch to 5k",
        "c25k",
        "zone 2",
        "12-3-30",
        "week 3 day 2",
        "22 weeks pregnant",
        "16:8 fasting",
        "10k steps",
        "8/10",
        "at 7am",
        "type 1",
        "[2]",
        "30 degrees",
    ],
)
def test_digits_that_measure_nothing_are_no_quantity(text: str) -> None:
    assert quantities(text) == ()


def test_several_quantities_come_from_left_to_right_with_their_places() -> None:
    text = "I'm 5'6 and 150lbs female 29yo"

    assert [text[item.start : item.end] for item in quantities(text)] == ["5'6", "150lbs", "29yo"]


def test_places_hold_for_the_text_as_it_was_written() -> None:
    text = "“Ran” twenty five minutes — 5½ miles"

    assert [text[item.start : item.end] for item in quantities(text)] == ["twenty five minutes", "5½ miles"]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("5k in 28:30", 1710), ("half marathon 1:58", 7080), ("10k in 1:02", 3720), ("a mile in 7:05", 425)],
)
def test_a_colon_time_is_read_by_the_pace_that_follows(text: str, seconds: float) -> None:
    assert [item.value for item in quantities(text) if item.dimension == "duration"] == [seconds]


def test_a_pace_takes_the_unit_of_the_miles_beside_it() -> None:
    pace = next(item for item in quantities("4 miles easy, 9:45 pace") if item.dimension == "pace")

    assert pace.value == pytest.approx(585 / METRES_PER_MILE * 1000)


def test_what_is_named_to_be_taken_back_is_marked() -> None:
    assert [item.negated for item in quantities("it was 6k not 5")] == [False, True]


def test_sessions_of_one_size_are_no_weekly_total() -> None:
    assert [(item.dimension, item.value) for item in quantities("4 x 5k a week")] == [
        ("frequency", 4.0),
        ("distance", 5000.0),
    ]


def test_both_ends_of_a_change_are_read() -> None:
    assert [item.value for item in quantities("from 85kg to 78kg")] == [85.0, 78.0]


@given(st.text(max_size=300))
def test_any_text_gives_ordered_places_inside_it(text: str) -> None:
    found = quantities(text)

    assert all(0 <= item.start < item.end <= len(text) for item in found)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(math.isfinite(item.value) for item in found)


@given(st.floats(0.1, 900).map(lambda value: round(value, 2)), st.sampled_from(["km", " km", "k", " kilometres"]))
def test_kilometres_keep_their_value(value: float, unit: str) -> None:
    found = quantities(f"ran {value:g}{unit} today")

    assert [item.value for item in found] == [pytest.approx(value * 1000)]


@given(st.integers(1, 23), st.integers(0, 59), st.integers(0, 59))
def test_a_full_time_is_exact_to_the_second(hours: int, minutes: int, seconds: int) -> None:
    found = quantities(f"marathon {hours}:{minutes:02d}:{seconds:02d}")

    assert [item.value for item in found if item.dimension == "duration"] == [hours * 3600 + minutes * 60 + seconds]
