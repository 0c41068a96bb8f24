"""Nobody sends faster than Telegram takes it, and who answers goes before who reminds."""

from __future__ import annotations

import asyncio
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engine.bucket import Bucket
from bot.engine.pace import Pace
from tests.engine.skipping import run


def now() -> float:
    return asyncio.get_running_loop().time()


class Line:
    """Many who want to send; notes when each was let through."""

    def __init__(self, pace: Pace) -> None:
        self._pace = pace
        self.let_through: list[tuple[float, str]] = []

    async def stand(self, name: str, *, urgent: bool = False) -> None:
        await self._pace.admit(name, urgent=urgent)
        self.let_through.append((round(now(), 6), name))

    async def all(self, names, *, urgent: bool = False) -> None:
        async with asyncio.TaskGroup() as group:
            for name in names:
                group.create_task(self.stand(name, urgent=urgent))

    @property
    def moments(self) -> list[float]:
        return [moment for moment, _ in self.let_through]

    @property
    def names(self) -> list[str]:
        return [name for _, name in self.let_through]


@given(
    rate=st.floats(0.1, 300),
    burst=st.floats(1, 60),
    pauses=st.lists(st.floats(0, 30), min_size=1, max_size=60),
)
def test_a_bucket_never_lets_more_through_than_its_burst_and_its_rate(rate, burst, pauses):
    bucket = Bucket(rate, burst=burst)
    moment = 0.0
    taken = []
    for pause in pauses:
        moment += pause
        moment += bucket.wait(moment)
        assert bucket.wait(moment) == 0
        bucket.take(moment)
        taken.append(moment)
    for first in range(len(taken)):
        for last in range(first, len(taken)):
            assert last - first + 1 <= burst + rate * (taken[last] - taken[first]) + 1e-4


def test_at_twentyfive_a_second_five_leave_at_once_and_one_every_forty_milliseconds():
    async def work():
        line = Line(Pace(25))
        await line.all(str(n) for n in range(30))
        assert line.moments[:5] == [0.0] * 5
        assert line.moments[5:] == pytest.approx([0.04 * n for n in range(1, 26)])
        assert line.names == [str(n) for n in range(30)]

    run(work)


def test_one_chat_gets_three_at_once_and_then_one_a_second():
    async def work():
        line = Line(Pace(25))
        for _ in range(6):
            await line.stand("ann")
        assert line.moments == [0.0, 0.0, 0.0, 1.0, 2.0, 3.0]

    run(work)


def test_a_chat_that_sends_too_much_holds_nobody_else_up():
    async def work():
        line = Line(Pace(25))
        async with asyncio.TaskGroup() as group:
            group.create_task(line.all(["ann"] * 5))
            group.create_task(line.all(["ben"]))
        assert dict(zip(line.names, line.moments, strict=True))["ben"] == 0.0

    run(work)


def test_answers_pass_reminders_that_stand_in_line():
    async def work():
        line = Line(Pace(10))
        async with asyncio.TaskGroup() as group:
            group.create_task(line.all(f"reminder {n}" for n in range(20)))
            await asyncio.sleep(0.55)
            group.create_task(line.all(["answer one", "answer two"], urgent=True))
        assert line.names[7:10] == ["answer one", "answer two", "reminder 7"]
        assert line.moments[7:9] == pytest.approx([0.6, 0.7])

    run(work)


@pytest.mark.parametrize("after_s", [0.05, 0.1])
def test_who_is_cancelled_in_line_uses_nothing_up(after_s):
    """At 0.1 s the turn comes in the very moment of the cancellation."""

    async def work():
        pace = Pace(10)
        line = Line(pace)
        await line.all(["a", "b"])
        async with asyncio.TaskGroup() as group:
            gone = group.create_task(line.stand("gone"))
            group.create_task(line.stand("c"))
            await asyncio.sleep(after_s)
            gone.cancel()
        assert line.names == ["a", "b", "c"]
        assert line.moments[2] == pytest.approx(0.1)

    run(work)


def test_who_had_nothing_to_send_gives_the_turn_to_the_next():
    async def work():
        pace = Pace(10)
        line = Line(pace)
        await line.all(["a", "b"])
        async with asyncio.TaskGroup() as group:
            group.create_task(line.stand("c"))
            await asyncio.sleep(0.02)
            pace.give_back("b")
        assert line.let_through[2] == (0.02, "c")

    run(work)


def test_one_refusal_is_the_chats_own_affair_and_a_second_makes_everybody_wait():
    async def work():
        pace = Pace(10)
        line = Line(pace)
        pace.refused(30)
        await line.stand("a")
        await asyncio.sleep(5)
        pace.refused(20)
        await line.all(["b", "c", "d"], urgent=True)
        assert line.moments == pytest.approx([0.0, 25.0, 25.1, 25.2])

    run(work)


def test_a_refusal_long_after_another_is_not_a_second_one():
    async def work():
        pace = Pace(10)
        pace.refused(30)
        await asyncio.sleep(11)
        pace.refused(30)
        line = Line(pace)
        await line.stand("a")
        assert line.moments == [11.0]

    run(work)


def test_two_processes_send_half_as_fast_each():
    async def work():
        pace = Pace(10)
        pace.share(2)
        line = Line(pace)
        await line.all("abcde")
        assert [later - earlier for earlier, later in pairwise(line.moments)] == pytest.approx([0.2] * 4)

    run(work)


def test_chats_are_forgotten_only_when_they_may_send_freely_again():
    async def work():
        pace = Pace(1_000_000)
        line = Line(pace)
        for n in range(5000):
            await line.stand(f"early {n}")
        for _ in range(3):
            await line.stand("ann")
        await asyncio.sleep(1.5)
        await line.all(f"late {n}" for n in range(5000))
        begun = now()
        for _ in range(2):
            await line.stand("ann")
        assert now() - begun == pytest.approx(0.5, abs=0.01)

    run(work)
