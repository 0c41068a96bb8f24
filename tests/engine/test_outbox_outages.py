"""A database that goes away delays a message, and neither loses nor repeats it."""

from __future__ import annotations

import pytest

from bot.engine.outbox import Outbox
from bot.errors import StorageError
from bot.storage.ledger import Ledger
from tests.engine.conftest import states
from tests.fakes import Unhurried


class FailingLedger(Ledger):
    """A ledger whose database is away for the next calls of one method."""

    def __init__(self, database) -> None:
        super().__init__(database)
        self.away = {"take_next": 0, "after take_next": 0, "settle": 0}

    def _answer(self, method):
        if self.away[method]:
            self.away[method] -= 1
            raise StorageError("away")

    async def take_next(self, person_id, *, now):
        self._answer("take_next")
        taken = await super().take_next(person_id, now=now)
        self._answer("after take_next")
        return taken

    async def settle(self, settlement, *, now):
        self._answer("settle")
        await super().settle(settlement, now=now)


@pytest.fixture
def failing(database):
    return FailingLedger(database)


@pytest.fixture
def shaky(failing, sender, clock, nudge):
    return Outbox(failing, sender, clock, nudge, Unhurried())


async def test_a_database_that_is_away_delays_a_message(shaky, failing, sender, ann, say, caplog):
    failing.away["take_next"] = 1
    await shaky.deliver(await say("t1"))
    assert sender.tried == []
    assert "wait" in caplog.text
    for person, _ in await shaky.waiting():
        await shaky.drain(person)
    assert sender.texts == ["reply t1"]


async def test_a_message_that_was_taken_without_our_knowing_leaves_all_the_same(
    shaky, failing, sender, ledger, ann, fire
):
    """The commit went through and the connection broke before we heard of it."""
    failing.away["after take_next"] = 1
    await shaky.deliver(await fire())
    assert await states(ledger) == {"reminder.sending": 1}
    for person, _ in await shaky.waiting():
        await shaky.drain(person)
    assert len(sender.sent) == 1
    assert await states(ledger) == {"reminder.sent": 1}


async def test_what_was_sent_while_the_database_went_away_is_not_sent_again(
    shaky, failing, sender, ledger, clock, ann, say
):
    failing.away["settle"] = 2
    await shaky.deliver(await say("t1"))
    await shaky.deliver(await say("t2"))
    clock.advance(minutes=1)
    assert sender.texts == ["reply t1"]
    assert await states(ledger) == {"reply.ready": 1, "reply.sending": 1}
    for person, _ in await shaky.waiting():
        await shaky.drain(person)
    assert sender.texts == ["reply t1", "reply t2"]
    assert await states(ledger) == {"reply.sent": 2}


async def test_a_reminder_sent_while_the_database_went_away_is_sent_and_not_in_doubt(
    shaky, failing, sender, ledger, ann, fire
):
    failing.away["settle"] = 1
    await shaky.deliver(await fire())
    await shaky.waiting()
    assert (await ledger.last_reminder(ann)).state == "sent"
    assert len(sender.sent) == 1
