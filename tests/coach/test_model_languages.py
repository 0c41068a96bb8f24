"""Other languages: the coach's reply line by line in the person's words, its numbers and denials held fast."""

from __future__ import annotations

import re

import pytest

from bot.coach.gates.translation import says_the_same
from tests.coach.conftest import Talk
from tests.coach.model_stub import Answer, Asked, good, into_spanish
from tests.coach.test_model_characters import figures, modelled

ASKED = "¿correr reduce los glúteos?"


async def test_without_a_model_only_english_is_spoken(talk: Talk) -> None:
    assert "only read English" in (await talk.say(ASKED)).reply.text


async def test_an_answer_comes_in_the_persons_language_with_its_sources_and_figures() -> None:
    async with modelled(good) as model:
        reply = (await model.talk.say(ASKED)).reply
    assert reply.mode == "model"
    assert reply.text.startswith("No: ")
    assert "unos 2 kg (0 a 4)" in reply.text
    assert {int(n) for n in re.findall(r"\[(\d+)\]", reply.text)} == {citation.n for citation in reply.citations}
    assert {number.licence.split(":")[0] for number in reply.numbers} <= {"figure", "passage", "text"}


def more(line: str) -> str:
    return re.sub(r"\d+", lambda found: str(int(found[0]) + 1), line, count=1)


@pytest.mark.parametrize(
    "twist",
    [
        more,
        lambda line: line.replace("No: ", "Sí: "),
        lambda line: line.replace("kg", "lb"),
        lambda line: f"{line} Mira www.example.com.",
        lambda line: line[:5],
        lambda line: f"{line} Son tres kilos.",
    ],
    ids=["another number", "no denial", "another unit", "a link", "cut short", "a number in words"],
)
async def test_an_unfaithful_translation_is_not_said(twist, talk: Talk) -> None:
    def character(asked: Asked) -> Answer:
        if asked.task != "TRANSLATE":
            return good(asked)
        lines = (twist(into_spanish(text)) for _, text in asked.lines)
        return Answer(text="\n".join(f"{n}: {line}" for n, line in enumerate(lines, 1)))

    async with modelled(character) as model:
        reply = (await model.talk.say(ASKED)).reply
    assert reply.mode == "fallback"
    assert reply.text.startswith(("Running", "Your", "Yes"))
    assert len(figures(reply)) == 1


async def test_what_the_coach_cannot_answer_is_said_in_the_persons_language_too() -> None:
    async with modelled(lambda asked: Answer() if asked.task == "FIND" else good(asked)) as model:
        reply = (await model.talk.say("hola, ¿qué tal estás hoy?")).reply
    assert reply.mode == "model"
    assert reply.kind == "clarify"


async def test_an_emergency_is_told_in_the_reviewed_words_alone() -> None:
    async with modelled(good) as model:
        reply = (await model.talk.say("me duele el pecho y no puedo respirar")).reply
    assert (reply.kind, reply.mode) == ("safety", "embedded")


@pytest.mark.parametrize(
    ("line", "translated", "language", "same"),
    [
        ("You'd lose about 0.6 kg.", "Du verlierst etwa 0,6 kg.", "de", True),
        ("You'd lose about 0.6 kg.", "Du verlierst etwa 0,7 kg.", "de", False),
        ("You can't choose the place.", "Die Stelle kannst du nicht wählen.", "de", True),
        ("You can't choose the place.", "Die Stelle kannst du wählen.", "de", False),
        ("Fat comes off all over.", "Das Fett geht nicht überall weg.", "de", False),
        ("About 320 kcal (280 to 360).", "約320 kcal(280〜360)。", "ja", True),
        ("About 320 kcal (280 to 360).", "حوالي ٣٢٠ kcal (٢٨٠ إلى ٣٦٠).", "ar", True),
        ("About 320 kcal (280 to 360).", "حوالي ٣٦٠ kcal.", "ar", False),
        ("Run four times a week.", "Cours quatre fois par semaine.", "fr", True),
        ("Run four times a week.", "Cours cinq fois par semaine.", "fr", False),
    ],
)
def test_numbers_and_denials_are_compared_across_languages(
    line: str, translated: str, language: str, same: bool
) -> None:
    assert says_the_same(line, translated, language) is same
