from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluation.number_reader import read_numbers
from bot.voice.numerals import mentions


def read(text: str) -> list[str]:
    return [one.shown for one in read_numbers(text)]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("About 320 kcal (280 to 360).", ["320", "280", "360"]),
        ("5:58/km over 5.2 km", ["5:58", "5.2"]),
        ("half of it, a third, twice, tenfold", ["half", "third", "twice", "tenfold"]),
        ("twenty-five percent of two thousand", ["twenty", "five", "two", "thousand"]),
        ("½ kg, \u0663 kg, \uff14\uff15\uff10 kcal, ⑤ kg", ["½", "\u0663", "\uff14\uff15\uff10", "⑤"]),
        ("Run one minute, walk two.", ["one", "two"]),
        ("run 5k, then 3x400", ["5k", "3x400"]),
    ],
)
def test_digits_of_any_script_words_fractions_and_multiples_are_read(text: str, numbers: list[str]) -> None:
    assert read(text) == numbers


@pytest.mark.parametrize(
    "text",
    [
        "It depends. [1][12]",
        "VO2max, B12 and H2O",
        "stay in zone 2, with type 1 diabetes",
        "Ask me one of those; the easy one is fine.",
        "Everyone has a second wind.",
    ],
)
def test_marks_names_and_the_one_that_stands_for_a_thing_are_left_out(text: str) -> None:
    assert read(text) == []


def test_offsets_point_at_what_was_read() -> None:
    text = "🏃 about 1.5 kg [2] or half"
    assert [text[one.start : one.end] for one in read_numbers(text)] == ["1.5", "half"]


PLAIN = st.sampled_from("run butt fat week (you) often, [4] zone km. why? kcal".split())
NUMBER = st.one_of(
    st.integers(0, 99999).map(str),
    st.decimals(0, 99, places=1).map(str),
    st.times().map(lambda at: at.strftime("%H:%M")),
    st.sampled_from("two half twice seventy dozen thousands".split()),
)


@given(st.lists(st.tuples(PLAIN, NUMBER), max_size=6))
def test_both_readers_find_every_number_and_nothing_else(pieces: list[tuple[str, str]]) -> None:
    text = " and ".join(f"{plain} the {number}" for plain, number in pieces)
    wanted = [number for _, number in pieces]
    assert read(text) == wanted
    assert [one.shown for one in mentions(text)] == wanted
