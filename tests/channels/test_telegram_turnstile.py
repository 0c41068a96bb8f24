"""A few are thought for at a time, in order, and nobody while messages are coming in."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime

from bot.channels.telegram.turnstile import Turnstile
from bot.coach.turn import Memory, Message, Turn
from tests.fakes import small_talk

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class SlowCoach:
    """Thinks until it is let go on, and notes when each begins and ends."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.go_on = asyncio.Event()
        self._noted = asyncio.Semaphore(0)

    async def notes(self, count: int) -> None:
        """Wait until so many more were noted."""
        async with asyncio.timeout(5):
            for _ in range(count):
                await self._noted.acquire()

    def _note(self, what: str) -> None:
        self.seen.append(what)
        self._noted.release()

    async def reply(self, memory: Memory, message: Message) -> Turn:
        self._note(f"begin {message.text}")
        await self.go_on.wait()
        if message.text == "broken":
            raise RuntimeError("a defect")
        self._note(f"end {message.text}")
        return small_talk(message, message.text)


def said(text: str) -> Message:
    return Message(text=text, at=NOON, channel="telegram", message_key=text)


def ask(turnstile: Turnstile, tasks: asyncio.TaskGroup, text: str) -> asyncio.Task[Turn]:
    return tasks.create_task(turnstile.reply(Memory(person_id="p"), said(text)))


async def test_a_few_at_a_time_and_the_rest_in_order() -> None:
    coach = SlowCoach()
    turnstile = Turnstile(coach, at_once=2)
    async with asyncio.TaskGroup() as tasks:
        for text in "abcd":
            ask(turnstile, tasks, text)
        await coach.notes(2)
        await asyncio.sleep(0.02)
        assert coach.seen == ["begin a", "begin b"]
        coach.go_on.set()
    assert [one for one in coach.seen if one.startswith("begin")] == [f"begin {text}" for text in "abcd"]


async def test_a_defect_frees_its_seat() -> None:
    coach = SlowCoach()
    coach.go_on.set()
    turnstile = Turnstile(coach, at_once=1)
    failed = await asyncio.gather(turnstile.reply(Memory(person_id="p"), said("broken")), return_exceptions=True)
    assert isinstance(failed[0], RuntimeError)
    assert (await turnstile.reply(Memory(person_id="p"), said("next"))).reply.text == "next"


async def test_nobody_is_thought_for_while_an_update_is_being_stored() -> None:
    coach = SlowCoach()
    coach.go_on.set()
    turnstile = Turnstile(coach, at_once=2)
    async with asyncio.TaskGroup() as tasks:
        with turnstile.letting_in():
            ask(turnstile, tasks, "a")
            await asyncio.sleep(0.05)
            assert coach.seen == []
        await coach.notes(2)


async def test_a_store_that_hangs_holds_nobody_up_for_long() -> None:
    coach = SlowCoach()
    coach.go_on.set()
    turnstile = Turnstile(coach, at_once=2)
    with turnstile.letting_in():
        async with asyncio.timeout(5):
            await turnstile.reply(Memory(person_id="p"), said("a"))


async def test_in_a_rush_everybody_is_let_in_before_anybody_is_thought_for() -> None:
    coach = SlowCoach()
    coach.go_on.set()
    turnstile = Turnstile(coach, at_once=2, calm_s=0.4)
    async with asyncio.TaskGroup() as tasks:
        for text in "abcdefghij":
            with turnstile.letting_in():
                await asyncio.sleep(0.001)
            if text >= "h":  # so many make it a rush
                ask(turnstile, tasks, text)
            await asyncio.sleep(0.02)
            assert coach.seen == []
        await coach.notes(6)


async def test_who_comes_alone_is_thought_for_at_once() -> None:
    coach = SlowCoach()
    turnstile = Turnstile(coach, at_once=2, calm_s=5)
    with turnstile.letting_in():
        pass
    async with asyncio.TaskGroup() as tasks:
        ask(turnstile, tasks, "a")
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert coach.seen == ["begin a"]
        coach.go_on.set()
