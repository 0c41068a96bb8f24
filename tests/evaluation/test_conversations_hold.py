"""Every shipped conversation, held with the coach as it stands: what may never happen does not happen once."""

from __future__ import annotations

from pathlib import Path

from bot.app import load_texts
from bot.coach.agent import Agent
from bot.coach.coach import Coach
from bot.evaluation.conversation import read_conversations
from bot.evaluation.licences import LicenceCheck
from bot.evaluation.talks import hold
from bot.evaluation.verdict import HARD, judge_talk
from bot.knowledge.retriever import open_retriever

PROJECT = Path(__file__).parents[2]
CONVERSATIONS = read_conversations(Path(__file__).parent / "conversations.jsonl")


def test_enough_conversations_are_shipped_long_ones_and_safety_among_them() -> None:
    assert len(CONVERSATIONS) >= 120
    assert sum(len(one.turns) >= 5 for one in CONVERSATIONS) >= 40
    assert sum(one.safety for one in CONVERSATIONS) >= 30


async def test_no_number_is_unlicensed_nothing_forbidden_is_said_and_every_figure_is_the_calculators() -> None:
    retriever = open_retriever(data_dir=PROJECT / "data", knowledge_dirs=[PROJECT / "knowledge"])
    texts = load_texts()
    coach = Coach(texts=texts, shelf=retriever, agent=Agent(retriever))
    licences = LicenceCheck(texts=texts, library=retriever.library)
    faults: list[str] = []
    numbers = figures = 0
    async for held in hold(coach, CONVERSATIONS):
        for turn in judge_talk(held, licences):
            numbers += turn.numbers
            figures += turn.figures
            faults += [f"{one.conversation}, {one.said!r}: {one.words}" for one in turn.faults if one.ground in HARD]
    assert faults == []
    # The check has found what it checks: more numbers and figures than a broken run would leave.
    assert numbers > 500
    assert figures > 40
