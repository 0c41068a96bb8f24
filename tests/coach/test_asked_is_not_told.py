"""A body that is asked about, denied or supposed is nobody's own, and what was told is kept wherever it stands."""

from __future__ import annotations

import pytest

from tests.coach.conftest import Talk

ANNA = {"sex": "female", "age_years": 29, "height_m": 1.68, "weight_kg": 61.0}


@pytest.mark.parametrize(
    "text",
    [
        "did i say 80 kg?",
        "why 70 kg",
        "is that for 70 kg?",
        "and at 55 kg?",
        "what about someone who is 90 kg",
        "whats it for a 90kg man",
        "i never said i was 70 kg",
        "so you think im a man of 50",
        "who is 70 kg? not me",
        "do you have me at 66 kg",
    ],
)
async def test_what_is_asked_of_a_body_overwrites_nothing(talk: Talk, text: str) -> None:
    talk.tell(**ANNA)
    await talk.say("does running burn belly fat")
    await talk.say(text)
    known = talk.memory.runner
    assert (known.sex, known.age_years, known.weight_kg) == ("female", 29, 61.0)


@pytest.mark.parametrize(
    ("text", "weight_kg"),
    [
        ("no, 63 kg", 63.0),
        ("can you use 63 kg", 63.0),
        ("you have me at 61 kg but im 63 kg", 63.0),
        ("i told you 63 kg, not 70", 63.0),
    ],
)
async def test_what_is_told_beside_a_doubt_is_kept(talk: Talk, text: str, weight_kg: float) -> None:
    talk.tell(**ANNA)
    await talk.say("does running burn belly fat")
    await talk.say(text)
    assert talk.memory.runner.weight_kg == weight_kg


async def test_a_body_told_beside_a_complaint_is_used_and_kept(talk: Talk) -> None:
    await talk.say("how many kcal for 10k")
    reply = (await talk.say("im a man, 44, 74 kg. i asked how many kcal for 10k")).reply
    known = talk.memory.runner
    assert (known.sex, known.age_years, known.weight_kg) == ("male", 44, 74.0)
    assert reply.figures[0].subject == "you"


async def test_an_accusation_tells_what_it_says_was_told(talk: Talk) -> None:
    await talk.say("how many kcal for 10k")
    await talk.say("why a woman of 35? i told you man, 44, 74 kg")
    known = talk.memory.runner
    assert (known.sex, known.age_years, known.weight_kg) == ("male", 44, 74.0)


async def test_the_weight_of_a_man_who_is_asked_about_is_not_the_askers(talk: Talk) -> None:
    await talk.say("how many kcal does a 90kg man burn over 10k")
    assert talk.memory.runner.weight_kg is None
