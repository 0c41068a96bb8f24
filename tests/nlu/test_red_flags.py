"""Red flags and their near misses: gym talk, hyperbole, other people's stories, long ago, denials, clearance."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.red_flags import CATEGORIES, red_flags, tier
from tests.nlu.slips import slipped

CASES = [
    (row["text"], tuple(row["flags"]))
    for row in map(json.loads, (Path(__file__).parent / "red_flags.jsonl").read_text(encoding="utf-8").splitlines())
]
RAISING = [(text, flags) for text, flags in CASES if flags]
NEAR_MISSES = [text for text, flags in CASES if not flags]


def grave(flags: tuple[str, ...]) -> set[str]:
    return {flag for flag in flags if tier(flag) != "caution"}


@pytest.mark.parametrize(("text", "flags"), RAISING, ids=[text for text, _ in RAISING])
def test_a_sign_of_danger_is_never_missed(text: str, flags: tuple[str, ...]) -> None:
    assert set(flags) <= set(red_flags(text))


@pytest.mark.parametrize(("text", "flags"), RAISING, ids=[text for text, _ in RAISING])
def test_a_sign_raises_no_other_grave_category(text: str, flags: tuple[str, ...]) -> None:
    assert grave(red_flags(text)) == grave(flags)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_a_near_miss_raises_nothing(text: str) -> None:
    assert red_flags(text) == ()


def test_there_are_at_least_150_near_misses_and_every_category_is_shown() -> None:
    assert len(NEAR_MISSES) >= 150
    assert {flag for _, flags in RAISING for flag in flags} == set(CATEGORIES)


def test_one_slip_of_the_finger_seldom_hides_a_sign() -> None:
    typed = [(slip, flags) for text, flags in RAISING if grave(flags) for slip in slipped(text, seed="a").values()]
    seen = [bool(grave(flags) & grave(red_flags(text))) for text, flags in typed]

    assert sum(seen) / len(seen) >= 0.96


def test_one_slip_of_the_finger_seldom_turns_a_near_miss_into_a_flag() -> None:
    typed = [slip for text in NEAR_MISSES for slip in slipped(text, seed="a").values()]
    raised = [text for text in typed if grave(red_flags(text))]

    assert len(raised) / len(typed) <= 0.01, raised


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_category_has_a_tier(category: str) -> None:
    assert tier(category) in {"emergency", "urgent", "protected", "caution"}


def test_an_unknown_category_has_no_tier() -> None:
    with pytest.raises(KeyError):
        tier("hiccups")


def test_the_gravest_comes_first() -> None:
    found = red_flags("im 15, on beta blockers and my chest hurts")

    assert found == ("chest_pain", "minor", "medicines")


def test_a_weight_below_the_healthy_range_is_judged_by_the_known_height() -> None:
    assert red_flags("can i get under 50kg") == ()
    assert red_flags("can i get under 50kg", height_m=1.70) == ("low_bmi_target",)
    assert red_flags("can i get under 60kg", height_m=1.70) == ()
    assert red_flags("i wanna get to 44") == ()
    assert red_flags("i wanna get to 44", height_m=1.68) == ("low_bmi_target",)
    assert red_flags("i wanna get under 25 for my 5k", height_m=1.68) == ()


def test_a_year_of_birth_tells_a_minor_once_the_year_is_known() -> None:
    assert red_flags("born in 2012") == ()
    assert red_flags("born in 2012", year=2026) == ("minor",)
    assert red_flags("born in 1990", year=2026) == ()


def test_capitals_and_hidden_characters_hide_nothing() -> None:
    assert red_flags("I HAVE CHEST PAIN") == ("chest_pain",)
    assert red_flags("che\u200bst pa\u00adin when i run") == ("chest_pain",)
    assert red_flags("𝗰𝗵𝗲𝘀𝘁 𝗽𝗮𝗶𝗻 today") == ("chest_pain",)  # noqa: RUF001 - bold letters of mathematics


def test_a_sign_is_found_at_the_end_of_a_very_long_message() -> None:
    assert red_flags("i ran and ran. " * 600 + "now i have chest pain") == ("chest_pain",)


@given(st.text(max_size=400))
def test_any_text_gives_known_categories_in_order(text: str) -> None:
    found = red_flags(text)

    assert list(found) == [category for category in CATEGORIES if category in found]


@given(st.sampled_from(RAISING), st.sampled_from(["hi. ", "Hello! ", "ok so. ", "thanks! "]))
def test_a_greeting_in_front_hides_nothing(case: tuple[str, tuple[str, ...]], greeting: str) -> None:
    text, flags = case

    assert set(flags) <= set(red_flags(greeting + text))
