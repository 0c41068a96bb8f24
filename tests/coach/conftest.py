"""A coach with the real articles, texts and tools, and a search that is told what to find."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from bot.coach.afterwards import afterwards
from bot.coach.agent import Agent
from bot.coach.coach import Coach
from bot.coach.turn import Channel, Memory, Message, Turn
from bot.knowledge.article import Library, Passage
from bot.knowledge.carrying import Reader, load_reader
from bot.knowledge.embedding import Embedder, Vectors, load_embedder
from bot.knowledge.ingest import read_library
from bot.knowledge.retrieval import Hit, Likely, Retrieval, SearchMode, Zone
from bot.reminders.due import next_fires
from bot.runner import Runner
from bot.voice.texts import Texts

PROJECT = Path(__file__).parents[2]
SUNDAY_MORNING = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

Say = Callable[..., Awaitable[Turn]]


@cache
def articles() -> Library:
    library, faults = read_library([PROJECT / "knowledge"])
    assert faults == ()
    return library


@cache
def embedder() -> Embedder:
    """Return the embedding model, read once."""
    return load_embedder(PROJECT / "data" / "weights")


def reader() -> Reader:
    """Return the reader that doubts what a model says, read once."""
    return load_reader(PROJECT / "data" / "weights")


class ToldShelf:
    """Finds the article it was told to, whatever is asked."""

    def __init__(self) -> None:
        self.slug = "butt-smaller"
        self.zone: Zone = "answer"
        self.mode: SearchMode = "hybrid"
        self.asked: list[str] = []
        self.answers: str | None = None
        """The question, among the slug's answers, that the search takes the message for."""

    @property
    def library(self) -> Library:
        return articles()

    async def search(self, question: str, *, limit: int = 10) -> Retrieval:
        self.asked.append(question)
        passages = articles().articles[self.slug].passages[:limit]
        hits = tuple(Hit(passage=one, score=1 - n / 100, dense=0.8, lexical=5.0) for n, one in enumerate(passages))
        held = [one for one in articles().articles[self.slug].part("answers") if one.asked[0] == self.answers]
        return Retrieval(
            question=question,
            zone=self.zone,
            score=0.8,
            hits=hits,
            mode=self.mode,
            answer=next(iter(held), None),
            nearest=next(iter(held), None),
            nearness=0.9 if held else 0.0,
        )

    async def answer_among(self, question: str, slugs: Collection[str], *, asks: bool = True) -> Passage | None:
        """Find the answer that has just these words for a voice."""
        held = [one for slug in slugs for one in articles().articles[slug].passages]
        return next((one for one in held if question in one.asked), None)

    async def answers_next(self, text: str, together: str, *, told: str | None) -> Sequence[Likely]:
        return ()

    def names_anew(self, text: str, *, alone: Retrieval, together: Retrieval) -> bool:
        return False

    async def meaning(self, text: str) -> Vectors | None:
        return embedder().embed([text])[0]


@pytest.fixture
def shelf() -> ToldShelf:
    return ToldShelf()


class Talk:
    """One person's conversation; what turns stage is remembered as a channel would."""

    def __init__(self, coach: Coach, channel: Channel = "telegram", runner: Runner | None = None) -> None:
        self.coach = coach
        self.channel = channel
        self.memory = Memory(person_id="ann", runner=runner or Runner())
        self.turns: list[Turn] = []
        self.at = SUNDAY_MORNING

    async def say(self, text: str, action: str | None = None) -> Turn:
        message = Message(text=text, at=self.at, channel=self.channel, message_key=str(len(self.turns)), action=action)
        turn = await self.coach.reply(self.memory, message)
        self.turns.append(turn)
        self.memory = afterwards(self.memory, turn)
        return turn

    async def tap(self, label: str) -> Turn:
        button = next(one for one in self.turns[-1].reply.buttons if one.label == label)
        return await self.say(label, button.action)

    def rings(self, count: int = 5) -> list[str]:
        """Return when the reminders that are stored ring next, all together, in UTC: Lisbon's winter clock."""
        fires = [
            fire.astimezone(UTC)
            for one in self.memory.reminders
            if one.next_fire_at is not None
            for fire in next_fires(one.schedule, after=self.at, count=count, paused_until=one.paused_until)
        ]
        return [fire.strftime("%a %d %H:%M") for fire in sorted(fires)[:count]]

    def tell(self, **fields: object) -> None:
        told = Runner.model_validate({**self.memory.runner.model_dump(exclude_none=True), **fields})
        self.memory = replace(self.memory, runner=told)


@pytest.fixture
def coach(shelf: ToldShelf) -> Coach:
    return Coach(texts=Texts.load(PROJECT / "prompts" / "en"), shelf=shelf, agent=Agent(shelf))


@pytest.fixture
def talk(coach: Coach) -> Talk:
    return Talk(coach)


@pytest.fixture
def ann(coach: Coach) -> Talk:
    """Ann lives in Lisbon; it is Sunday, 22 November, nine o'clock there."""
    return Talk(coach, runner=Runner(time_zone="Europe/Lisbon"))
