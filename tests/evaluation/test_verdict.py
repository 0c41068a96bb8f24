"""Conversations held with a coach that says what it is told, so that every fault can be planted."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.coach.turn import Exchange, Memory, Message, Turn
from bot.errors import InputError
from bot.evaluation.conversation import Conversation, read_conversations
from bot.evaluation.licences import LicenceCheck
from bot.evaluation.scoreboard import Scoreboard, score, worst
from bot.evaluation.talks import hold
from bot.evaluation.verdict import Judged, judge_talk
from bot.reply import Reply
from tests.evaluation.saying import CITED, LIBRARY, RUN, TEXTS, reply

GOOD = reply(
    "Easy running is kind to most knees. [1]\nSources: [1] Alentorn-Geli 2017",
    "passage:1",
    citations=(replace(CITED, quote="Easy running is kind to most knees."),),
)


class Parrot:
    """Says the replies it was given, one after another."""

    def __init__(self, *replies: Reply) -> None:
        self.replies = [*replies]
        self.heard: list[str] = []

    async def reply(self, memory: Memory, message: Message) -> Turn:
        self.heard.append(message.text)
        said = self.replies.pop(0)
        exchange = Exchange(
            turn_id="t",
            said=message.text,
            reply=said,
            intent="knowledge_question",
            entities={},
            pending=None,
            at=message.at,
        )
        return Turn(reply=said, exchange=exchange)


def talk(*turns: dict[str, object]) -> Conversation:
    asked = [{"say": "is running bad for knees?", "kinds": ["answer"], **turn} for turn in turns]
    return Conversation.model_validate({"id": "a", "voice": "sceptic", "now": "2026-11-21T09:00", "turns": asked})


async def judged(conversation: Conversation, *replies: Reply) -> list[Judged]:
    licences = LicenceCheck(texts=TEXTS, library=LIBRARY)
    return [turn async for held in hold(Parrot(*replies), [conversation]) for turn in judge_talk(held, licences)]


async def faults(turn: dict[str, object], said: Reply) -> list[tuple[str, str]]:
    (only,) = await judged(talk(turn), said)
    return [(fault.ground, fault.words) for fault in only.faults]


async def test_a_good_reply_has_no_fault() -> None:
    wanted = {"must": ["kind"], "must_not": ["cm"], "cites": ["Alentorn"], "types": ["yes_no"]}
    assert await faults(wanted, GOOD) == []


@pytest.mark.parametrize(
    ("turn", "said", "ground"),
    [
        ({}, replace(GOOD, numbers=()), "number"),
        ({"must_not": ["KNEES"]}, GOOD, "must_not"),
        ({}, reply("Great question. Knees are fine."), "must_not"),
        (
            {},
            reply("It is about 320 kcal (280 to 360).", *["figure:net_kcal"] * 3, figures=(replace(RUN, value=330.0),)),
            "figure",
        ),
        ({}, reply("Fine.", figures=(RUN,)), "figure"),
        ({"kinds": ["decline"]}, GOOD, "kind"),
        ({"must": ["hip"]}, GOOD, "must"),
        ({"cites": ["Kohrt"]}, GOOD, "source"),
        ({"types": ["how_long"]}, GOOD, "type"),
        ({}, replace(GOOD, citations=(replace(CITED, quote="Protein keeps muscle.", title="Protein"),)), "citation"),
        ({}, replace(GOOD, text=f"Sleep cures sore knees. {GOOD.text}", numbers=()), "uncited"),
        ({"follow_up": True, "kinds": ["clarify"]}, reply("I lost the thread.", kind="clarify"), "follow_up"),
        ({"follow_up": True, "must": ["hip"]}, GOOD, "follow_up"),
    ],
    ids=lambda value: str(value)[:24],
)
async def test_each_planted_fault_is_found(turn: dict[str, object], said: Reply, ground: str) -> None:
    assert ground in [found for found, _ in await faults(turn, said)]


TRUTH = {
    "method": "run_session",
    "inputs": {"mass_kg": 70, "distance_m": 5000, "duration_s": 1920, "grade_frac": 0},
    "rest": {"method": "mifflin_rmr", "inputs": {"sex": "female", "mass_kg": 70, "height_cm": 166, "age_y": 35}},
    "output": "net_kcal",
}


async def test_an_expected_figure_must_be_shown_and_be_that_of_the_inputs() -> None:
    shown = reply("That is about 320 kcal (280 to 360).", *["figure:net_kcal"] * 3, figures=(RUN,))
    assert await faults({"figures": [TRUTH]}, shown) == []
    assert await faults({"figures": [TRUTH]}, GOOD) == [("missed_figure", "no net_kcal, which is 318.1")]
    heavier = {**TRUTH, "inputs": {**TRUTH["inputs"], "mass_kg": 80}}
    assert [ground for ground, _ in await faults({"figures": [heavier]}, shown)] == ["missed_figure"]


async def test_what_was_said_before_in_a_talk_is_counted() -> None:
    first, second = await judged(talk({}, {}), GOOD, GOOD)
    assert (first.said_before, second.said_before) == (0, 3)
    assert second.five_grams == 3


async def board(turn: dict[str, object], said: Reply) -> Scoreboard:
    return score(await judged(talk(turn), said), {"right": 1.0, "swapped": 1.0, "reversed": 0.5})


async def test_the_table_says_what_is_met_and_lists_the_gravest_first() -> None:
    found = await board({"must": ["hip"], "must_not": ["knees"]}, GOOD)
    met = {row.name: row.met for row in found.rows}
    assert met["unlicensed numbers"]
    assert not met["must-not said"]
    assert not met["judge: reversed pairs caught"]
    assert next(line for line in found.lines() if "must-not" in line).startswith("✗ must-not said")
    assert [*worst(found.faults, limit=1)][:2] == ["a, turn 1: is running bad for knees?", "    must_not: says 'knees'"]
    assert {fault["ground"] for fault in found.as_json()["faults"]} == {"must", "must_not"}  # type: ignore[index]


async def test_without_an_answer_there_is_no_style_to_measure() -> None:
    found = await board({"kinds": ["safety"]}, reply("Call 112 now.", "text:safety.emergency", kind="safety"))
    assert not [row for row in found.rows if row.name == "reading grade"]


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"id": "a"}', "line 1"),
        ("not json", "line 1"),
        (
            '{"id":"a","voice":"v","now":"2026-11-21T09:00","turns":[{"say":"x","kinds":["answer"],"must":["("]}]}',
            "line 1",
        ),
    ],
)
def test_a_line_that_cannot_be_read_is_named(tmp_path: Path, line: str, why: str) -> None:
    file = tmp_path / "talks.jsonl"
    file.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match=why):
        read_conversations(file)


def test_an_id_that_comes_twice_and_a_missing_file_are_named(tmp_path: Path) -> None:
    file = tmp_path / "talks.jsonl"
    file.write_text(talk({}).model_dump_json(exclude_none=True) + "\n", encoding="utf-8")
    assert len(read_conversations(file)) == 1
    file.write_text(file.read_text(encoding="utf-8") * 2, encoding="utf-8")
    with pytest.raises(InputError, match="a comes twice"):
        read_conversations(file)
    with pytest.raises(InputError, match="cannot be read"):
        read_conversations(tmp_path / "none.jsonl")
