"""Every few seconds a process says that it lives and looks after those that do not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.engine.rounds import Rounds
from bot.engine.ticker import Ticker
from bot.errors import AlreadyRunningError
from bot.storage.database import Database
from bot.storage.ledger import Ledger
from bot.storage.roster import Roster
from tests.fakes import Unhurried
from tests.storage.databases import ON_A_SERVER
from tests.storage.making import MORNING, turn


class Shared(Unhurried):
    """Notes among how many the rate is shared."""

    def __init__(self) -> None:
        super().__init__()
        self.shares: list[int] = []

    def share(self, processes: int) -> None:
        self.shares.append(processes)


@pytest.fixture
def pace():
    return Shared()


@pytest.fixture
def rounds(database, outbox, pace, clock):
    return Rounds(Roster(database), outbox, pace, clock)


async def test_the_roster_knows_when_each_process_last_signed(rounds, database, clock):
    await rounds()
    assert await Roster(database).beats() == {"solo": MORNING}
    clock.advance(seconds=4)
    await rounds()
    assert await Roster(database).beats() == {"solo": MORNING}
    clock.advance(seconds=1)
    await rounds()
    assert await Roster(database).beats() == {"solo": MORNING + timedelta(seconds=5)}


async def test_a_clock_that_was_set_back_does_not_stop_the_rounds(rounds, database, clock):
    await rounds()
    clock.advance(hours=-1)
    await rounds()
    assert await Roster(database).beats() == {"solo": MORNING - timedelta(hours=1)}


@ON_A_SERVER
async def test_the_rate_is_shared_and_the_messages_of_the_dead_are_decided(
    rounds, pace, database_url, ledger, journal, ann, clock
):
    second = await Database.open(database_url, replica="second")
    await journal.close(ann, turn(), deliver=True)
    await Ledger(second).take_next(ann, now=MORNING)
    await rounds()
    assert (await ledger.counts())["reply.sending"] == 1
    await second.close()
    clock.advance(seconds=5)
    await rounds()
    assert pace.shares == [2, 1]
    assert (await ledger.counts())["reply.ready"] == 1


async def test_a_process_whose_name_was_taken_ends(shelf, outbox, clock):
    async def taken():
        raise AlreadyRunningError("taken")

    with pytest.raises(ExceptionGroup) as raised:
        await Ticker(shelf, outbox, clock, rounds=taken).run()
    assert raised.group_contains(AlreadyRunningError)
