"""Typo repair: slips in the words the grammar listens for are mended, ordinary words are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.repair import repaired
from bot.nlu.tidy import fold, tidy


@pytest.mark.parametrize(
    ("slip", "mended"),
    [
        ("remimd me evrey day", "remind me every day"),
        ("how many calroies", "how many calories"),
        ("a 5k brun", "a 5k burn"),
        ("lose wieght", "lose weight"),
        ("rnuning", "running"),
        ("last runn", "last run"),
        ("tommorow", "tomorrow"),
        ("exersise", "exercise"),
        ("palpatations", "palpitations"),
        ("how mcuh fta", "how much fat"),
        ("i want to kil myself", "i want to kill myself"),
    ],
)
def test_slips_are_mended(slip: str, mended: str) -> None:
    assert repaired(slip) == mended


@pytest.mark.parametrize(
    "words",
    [
        "my mum ate a bun in the sun",
        "the weather is worse on the other side of the hill",
        "my mate moved to bern",
        "is that gun worth a dime",
        "rest and chess and a vest",
        "he walks slowly home on thursdays",
        "80 kilo",
        "but the bum of the boat",
        "we met in may",
        "i hate my boss",
    ],
)
def test_ordinary_words_stay(words: str) -> None:
    assert repaired(words) == words


@given(st.text(max_size=200))
def test_mending_twice_is_mending_once(text: str) -> None:
    once = repaired(tidy(text))

    assert repaired(once) == once


@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("I’m 5’6” and DON’T run", "im 5'6\" and dont run"),
        ("u r gr8, thx  for   it", "you are gr8, thanks for it"),
        ("w/ cardio w/o weights", "with cardio without weights"),
        ("soooo tired", "soo tired"),
        ("wednesday's run", "wednesdays run"),
        ("one\n\n two", "one\ntwo"),
        ("４２ ｋｍ", "42 km"),  # noqa: RUF001 - full-width, as on East Asian keyboards
        ("r\u200bun\u202e now", "run now"),
        ("what's that", "what is that"),
        ("I'll go", "i will go"),
        ("5½ km", "5½ km"),
        ("", ""),
    ],
)
def test_what_people_type_is_brought_into_one_form(typed: str, plain: str) -> None:
    assert tidy(typed) == plain
