"""Updates are stored before they are acknowledged, and answered in order per chat."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from typing import Any

import pytest
from telegram import Update
from telegram.error import NetworkError

from bot.channels.telegram.incoming import Where
from bot.channels.telegram.ingress import Drain, InboxQueue
from bot.errors import StorageError
from bot.storage.inbox import InboxRow


class ListInbox:
    """An inbox in a list; can be told to fail."""

    def __init__(self) -> None:
        self.rows: list[InboxRow] = []
        self.elsewhere: list[InboxRow] = []
        """What another process answers, until it dies."""
        self.failure: Exception | None = None

    async def adopt(self) -> int:
        if self.failure:
            raise self.failure
        adopted = len(self.elsewhere)
        self.rows += self.elsewhere
        self.elsewhere = []
        return adopted

    async def take_in(self, update_id: int, chat: str, payload: str) -> bool:
        if self.failure:
            raise self.failure
        if any(row.update_id == update_id for row in self.rows):
            return False
        self.rows.append(
            InboxRow(id=update_id, update_id=update_id, person_id=f"p{chat}", chat=chat, payload=payload, attempts=0)
        )
        return True

    async def waiting(self) -> tuple[str, ...]:
        if self.failure:
            raise self.failure
        return tuple(dict.fromkeys(row.chat for row in self.rows))

    async def begin(self, chat: str) -> InboxRow | None:
        if self.failure:
            raise self.failure
        rows = [row for row in self.rows if row.chat == chat]
        if rows:
            self.rows[self.rows.index(rows[0])] = rows[0] = replace(rows[0], more=len(rows) > 1)
        return rows[0] if rows else None

    def finish(self, row: InboxRow) -> None:
        self.rows.remove(row)


class Doormat:
    """Writes down what would be done at once."""

    def __init__(self) -> None:
        self.tapped: list[str] = []
        self.turned_away: list[int] = []
        self.expecting: list[str] = []

    def expect_answer(self, chat: str) -> None:
        self.expecting.append(chat)

    def answer_tap(self, query_id: str) -> None:
        self.tapped.append(query_id)

    def turn_away(self, place: Where) -> None:
        self.turned_away.append(place.chat_id)


@asynccontextmanager
async def draining(
    inbox: ListInbox, handle: Callable[[InboxRow], Awaitable[None]], workers: int = 4
) -> AsyncIterator[Drain]:
    drain = Drain(inbox, handle)  # type: ignore[arg-type]
    async with asyncio.TaskGroup() as tasks:
        jobs = [tasks.create_task(drain.work()) for _ in range(workers)]
        yield drain
        for job in jobs:
            job.cancel()


async def fill(inbox: ListInbox, *chats: str) -> None:
    for number, chat in enumerate(chats):
        await inbox.take_in(number, chat, "")


async def test_one_chat_waits_for_its_own_turn_only_and_keeps_its_order() -> None:
    inbox, done, gate = ListInbox(), [], asyncio.Event()
    over = asyncio.Event()

    async def handle(row: InboxRow) -> None:
        if row.update_id == 0:
            await gate.wait()
        inbox.finish(row)
        done.append(row.update_id)
        if row.update_id == 3:
            gate.set()
        if len(done) == 5:
            over.set()

    await fill(inbox, "a", "a", "b", "b", "a")
    async with draining(inbox, handle) as drain:
        await drain.wake_all()
        await over.wait()
    assert done == [2, 3, 0, 1, 4]


async def test_a_chat_with_much_to_say_does_not_starve_the_others() -> None:
    inbox, order, over = ListInbox(), [], asyncio.Event()

    async def handle(row: InboxRow) -> None:
        inbox.finish(row)
        order.append(row.chat)
        if not inbox.rows:
            over.set()

    await fill(inbox, "a", "a", "a", "b")
    async with draining(inbox, handle, workers=1) as drain:
        await drain.wake_all()
        await over.wait()
    assert order == ["a", "b", "a", "a"]


@pytest.mark.parametrize("error", [StorageError("disk full"), RuntimeError("a defect")])
async def test_a_failure_leaves_the_row_for_later_and_the_worker_alive(error: Exception) -> None:
    inbox, tries = ListInbox(), []
    over = asyncio.Event()

    async def handle(row: InboxRow) -> None:
        tries.append(row.chat)
        if tries == ["a"]:
            raise error
        inbox.finish(row)
        if not inbox.rows:
            over.set()

    await fill(inbox, "a", "b")
    async with draining(inbox, handle, workers=1) as drain:
        await drain.wake_all()
        await over.wait()
    assert tries == ["a", "b", "a"]


async def test_the_patrol_finds_what_a_dead_process_left_and_outlives_an_outage(
    caplog: pytest.LogCaptureFixture,
) -> None:
    inbox, over = ListInbox(), asyncio.Event()

    async def handle(row: InboxRow) -> None:
        inbox.finish(row)
        over.set()

    inbox.failure = StorageError("away")
    async with draining(inbox, handle) as drain, asyncio.TaskGroup() as tasks:
        patrol = tasks.create_task(drain.patrol(every_s=0))
        for _ in range(5):
            await asyncio.sleep(0)
        await fill_elsewhere(inbox, "a")
        await over.wait()
        patrol.cancel()
    assert "1 answers that another process began" in caplog.text


async def fill_elsewhere(inbox: ListInbox, chat: str) -> None:
    inbox.failure = None
    await fill(inbox, chat)
    inbox.elsewhere, inbox.rows = inbox.rows, []


async def test_what_arrives_while_its_chat_is_being_answered_is_not_forgotten() -> None:
    inbox, done = ListInbox(), []
    over = asyncio.Event()

    async def handle(row: InboxRow) -> None:
        if row.update_id == 0:
            await inbox.take_in(1, "a", "")
            drain.wake("a")
        inbox.finish(row)
        done.append(row.update_id)
        if row.update_id == 1:
            over.set()

    await fill(inbox, "a")
    async with draining(inbox, handle) as drain:
        drain.wake("a")
        await over.wait()
        drain.wake("a")
        await asyncio.sleep(0)
    assert done == [0, 1]


async def test_at_the_end_what_was_begun_may_finish_and_nothing_is_begun(caplog: pytest.LogCaptureFixture) -> None:
    inbox, done = ListInbox(), []
    begun, gate = asyncio.Event(), asyncio.Event()

    async def handle(row: InboxRow) -> None:
        begun.set()
        await gate.wait()
        inbox.finish(row)
        done.append(row.update_id)

    await fill(inbox, "a", "a")
    async with draining(inbox, handle) as drain:
        drain.wake("a")
        await begun.wait()
        await drain.finish(0.01)
        assert "did not end in time" in caplog.text
        gate.set()
        await drain.finish(5)
        drain.wake("b")
        await asyncio.sleep(0)
    assert done == [0]


def text_update(update_id: int, chat_id: int = 101, user_id: int = 101, **more: Any) -> Update:
    kind = "private" if chat_id > 0 else "group"
    message = {
        "message_id": 1,
        "date": 1_800_000_000,
        "chat": {"id": chat_id, "type": kind},
        "from": {"id": user_id, "is_bot": False, "first_name": "A"},
        "text": "hi",
    }
    found = Update.de_json({"update_id": update_id, **(more or {"message": message})}, None)
    assert found is not None
    return found


class Hall:
    """A queue with everything behind it a fake."""

    def __init__(self, *allowed: int) -> None:
        self.inbox = ListInbox()
        self.mat = Doormat()
        self.entered: list[tuple[int, int]] = []
        """How many updates were stored when each was let in, and when it was in."""
        self.queue = InboxQueue(
            inbox=self.inbox,  # type: ignore[arg-type]
            drain=Drain(self.inbox, self._never),  # type: ignore[arg-type]
            doorstep=self.mat,
            allowed_users=frozenset(allowed),
            letting_in=self._entering,
        )

    @contextmanager
    def _entering(self) -> Iterator[None]:
        held = len(self.inbox.rows)
        yield
        self.entered.append((held, len(self.inbox.rows)))

    @staticmethod
    async def _never(row: InboxRow) -> None:
        raise AssertionError(row)


async def test_an_update_is_stored_once_however_often_it_comes() -> None:
    hall = Hall()
    for _ in range(3):
        await hall.queue.put(text_update(7))
    assert [row.update_id for row in hall.inbox.rows] == [7]
    assert hall.entered == [(0, 1), (1, 1), (1, 1)]
    assert len(hall.mat.expecting) == 1
    assert hall.queue.arrived == 3
    assert hall.queue.empty()


@pytest.mark.parametrize("failure", [StorageError("locked"), RuntimeError("a defect")])
async def test_what_cannot_be_stored_is_not_acknowledged(failure: Exception) -> None:
    hall = Hall()
    hall.inbox.failure = failure
    with pytest.raises(NetworkError):
        await hall.queue.put(text_update(7))
    hall.inbox.failure = None
    await hall.queue.put(text_update(7))
    assert len(hall.inbox.rows) == 1


async def test_groups_and_strangers_are_turned_away_and_leave_nothing_behind() -> None:
    hall = Hall(101)
    await hall.queue.put(text_update(1, chat_id=-5))
    await hall.queue.put(text_update(2, chat_id=666, user_id=666))
    await hall.queue.put(text_update(3))
    assert [row.update_id for row in hall.inbox.rows] == [3]
    assert hall.mat.turned_away == [-5, 666]


async def test_a_tap_is_answered_at_once_whoever_made_it() -> None:
    query = {
        "id": "q",
        "from": {"id": 101, "is_bot": False, "first_name": "A"},
        "chat_instance": "1",
        "data": "v1:x",
        "inline_message_id": "9",
    }
    for allowed in ((), (5,)):
        hall = Hall(*allowed)
        await hall.queue.put(text_update(1, callback_query=query))
        assert hall.mat.tapped == ["q"]


async def test_what_nobody_can_read_is_left_out_instead_of_coming_for_ever(
    caplog: pytest.LogCaptureFixture,
) -> None:
    hall = Hall()
    broken = text_update(1)
    with broken._unfrozen():
        broken.message = 5  # type: ignore[assignment]
    await hall.queue.put(broken)
    await hall.queue.put("no update at all")
    assert hall.inbox.rows == []
    assert "left out" in caplog.text
