"""Hold the conversations with the coach, as a channel that stores nothing would."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import timedelta

from bot.coach.afterwards import afterwards
from bot.coach.turn import CoachDoor, Memory, Message
from bot.evaluation.conversation import Conversation, Expected
from bot.reply import Reply
from bot.runner import Runner

_PAUSE = timedelta(seconds=40)
"""Between two messages of a person."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Told:
    """One turn as it went."""

    expected: Expected
    reply: Reply
    runner: Runner
    """What the coach knew of the person before this turn."""
    cpu_s: float
    wall_s: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """A whole conversation as it went."""

    conversation: Conversation
    turns: tuple[Told, ...]


async def hold(coach: CoachDoor, conversations: Iterable[Conversation]) -> AsyncIterator[Held]:
    """Hold each conversation from its first turn to its last and hand it on."""
    for conversation in conversations:
        memory = Memory(person_id=conversation.id, runner=conversation.profile)
        turns: list[Told] = []
        for number, expected in enumerate(conversation.turns):
            message = Message(
                text=expected.say,
                at=conversation.now + number * _PAUSE,
                channel="ask",
                message_key=f"{number}:{expected.say}",
            )
            runner, wall, cpu = memory.runner, time.perf_counter(), time.process_time()
            turn = await coach.reply(memory, message)
            cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
            turns.append(Told(expected=expected, reply=turn.reply, runner=runner, cpu_s=cpu, wall_s=wall))
            memory = afterwards(memory, turn)
        yield Held(conversation=conversation, turns=tuple(turns))
