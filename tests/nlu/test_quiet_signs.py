"""Danger said in passing is heard, and what merely sounds like it is not."""

from __future__ import annotations

import pytest

from bot.nlu.care_topics import care_topics
from bot.nlu.red_flags import red_flags

CHEST = [
    "my chest felt tight at the top of the stairs",
    "my chest felt a bit tight at the top of the stairs",
    "my chest felt a bit tight too when i got to the top, normal?",
    "chest gets kinda tight near the top of the hill",
    "i feel a squeeze behind my breastbone when i walk fast",
    "theres a squeeze in my chest when i hurry",
    "a grip around my ribs when i climb stairs",
    "it goes tight chested when i rush for the bus",
    "my chest sort of clamps up on the stairs",
    "some heaviness behind my breast bone walking uphill",
    "my chest seizes up when i walk quick",
]
DESPAIR = [
    "i just want it all to stop, no point anymore",
    "i want everything to stop",
    "theres no point any more",
    "i see no point in anything",
    "just want it all to end",
]
NEAR_MISSES = [
    "my top is tight across the chest",
    "tight top over my chest, which sports bra",
    "squeeze my glutes at the top of a bridge",
    "no point anymore in dieting",
    "is there no point running any more with bad knees",
    "i want the ads to stop",
    "i want it all: smaller and stronger",
    "i want this cramp to stop",
    "there is no point in weighing myself every day",
    "grip on the bar hurts my hands",
    "got to the top of the stairs without a break",
]


@pytest.mark.parametrize("text", CHEST)
def test_a_gripping_chest_is_an_emergency_however_lightly_it_is_said(text: str) -> None:
    assert red_flags(text) == ("chest_pain",)


@pytest.mark.parametrize("text", DESPAIR)
def test_a_wish_for_it_all_to_stop_is_heard(text: str) -> None:
    assert red_flags(text) == ("self_harm",)


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_what_sounds_like_it_raises_nothing(text: str) -> None:
    assert red_flags(text) == ()


@pytest.mark.parametrize(
    "text", ["he smiled at me for the first time today and i cried", "ran my first 5k and i cried, so proud"]
)
def test_tears_of_joy_are_no_low_mood(text: str) -> None:
    assert "tearful" not in care_topics(text)


@pytest.mark.parametrize(
    "text", ["he smiled at me and i felt nothing, i just cried", "i keep crying even when shes so happy"]
)
def test_tears_beside_something_low_are_heard(text: str) -> None:
    assert {"tearful", "low_mood", "mother_low"} & set(care_topics(text))
