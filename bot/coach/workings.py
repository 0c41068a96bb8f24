"""Everything one turn works with, and what it has found out and staged so far."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.coach.facts import Fact
from bot.coach.model_use import NO_USE, ModelUse
from bot.coach.put_aside import NOTHING_ASIDE, PutAside
from bot.coach.thread import Thread
from bot.coach.turn import Exchange, Memory, Message, StagedWrite
from bot.knowledge.article import Passage
from bot.knowledge.retrieval import Gap, Likely, Retrieval
from bot.nlu.frame import Frame
from bot.nlu.limits_told import NO_LIMITS, LimitsTold
from bot.runner import Runner
from bot.units import Units

F = TypeVar("F", bound=Fact)


@dataclass(kw_only=True, slots=True)
class Workings:
    """The desk of one turn: created by the coach, filled by tools, read by compose."""

    turn_id: str
    memory: Memory
    message: Message
    frame: Frame
    runner: Runner
    """The profile with what this message told about the body."""
    limits_told: LimitsTold = NO_LIMITS
    """What the whole message rules out or takes back."""
    units: Units = "metric"
    """The units this reply speaks in."""
    question: str = ""
    """What to search for: the message, repaired."""
    aside: PutAside = NOTHING_ASIDE
    """What the message says the talk is not about."""
    asked_with: str | None = None
    """What the person asked before, where the message was understood together with it."""
    likely: tuple[Likely, ...] = ()
    """The answers that a message which may go on with the talk is most likely after, best first."""
    theirs: Passage | None = None
    """The answer that an article for people in their state holds for just this question."""
    facts: list[Fact] = field(default_factory=list)
    staged: list[StagedWrite] = field(default_factory=list)
    just_asked: Passage | None = None
    """What an article holds for just this message, where the search is sure of it."""
    found: dict[str, Retrieval] = field(default_factory=dict)
    """What was found in this turn, by the text that was searched for."""
    reopened: bool = False
    """Whether what closed an answer was just taken back, so that the question it kept open is answered now."""
    asks_model: bool = False
    """Whether a chat model may be asked in this turn."""
    use: ModelUse = NO_USE
    """What the turn has taken of it so far."""
    gap: Gap | None = None
    """What the last search found the articles to lack."""

    @property
    def likelihood(self) -> float:
        """How likely the answer is that comes first after what was told; 0 without one."""
        return self.likely[0].likelihood if self.likely else 0.0

    @property
    def now(self) -> datetime:
        """The moment of the message on the person's own clock; UTC while their zone is unknown."""
        return local_now(self.memory.runner, self.message.at)

    @property
    def thread(self) -> Thread:
        """What the talk is about so far."""
        return Thread(exchanges=self.memory.exchanges)

    @property
    def last(self) -> Exchange | None:
        """The turn before this one."""
        return self.memory.exchanges[-1] if self.memory.exchanges else None

    def of(self, kind: type[F]) -> Iterator[F]:
        """Return the facts of one kind in the order they were noted."""
        return (fact for fact in self.facts if isinstance(fact, kind))


def local_now(runner: Runner, at: datetime) -> datetime:
    """Return a moment on the person's own clock."""
    return at.astimezone(ZoneInfo(runner.zone_at(at) or "UTC"))
