"""Numbers are found wherever they hide, and names that hold a digit are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.voice.numerals import mentions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("about 320 kcal (280 to 360)", ["320", "280", "360"]),
        ("5.2 km in 31:00, 5:58/km", ["5.2", "31:00", "5:58"]),
        ("1,085 people lost half a kilo", ["1,085", "half"]),
        ("one in five lose none", ["one", "five"]),
        ("a third of it, twice a week", ["a third", "twice"]),
        ("at 06:30, 5 ft 6 in", ["06:30", "5", "6"]),
        ("½ a mile", ["½"]),
        ("double the distance", ["double"]),
        ("12-3-30 is a setting", ["12", "3", "30"]),
    ],
)
def test_every_number_is_found(text: str, found: list[str]) -> None:
    assert [mention.shown for mention in mentions(text)] == found


@pytest.mark.parametrize(
    "text", ["as [1] and [12] say", "zone 2 work", "your VO2max", "no one can choose", "that one", "some ones"]
)
def test_names_and_marks_that_hold_a_digit_count_nothing(text: str) -> None:
    assert mentions(text) == ()


@given(st.text())
def test_offsets_point_at_what_is_shown(text: str) -> None:
    for mention in mentions(text):
        assert text[mention.start : mention.end] == mention.shown


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=5))
def test_no_plain_integer_is_overlooked(values: list[int]) -> None:
    text = " and ".join(f"{value} km" for value in values)
    assert [mention.shown for mention in mentions(text)] == [str(value) for value in values]
