"""What came in and is not answered yet: stored before the channel is told that we have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Update, case, delete, func, select, update

from bot.storage.database import Database
from bot.storage.people import Address, NewId, find_or_make, random_id
from bot.storage.tables import PersonRow, UpdateRow

_KEEP = timedelta(days=3)
"""How long the bare number of a finished update is remembered; Telegram redelivers for 24 h."""


@dataclass(frozen=True, kw_only=True, slots=True)
class InboxRow:
    """An update that is being answered."""

    id: int
    update_id: int
    person_id: str
    chat: str
    payload: str
    attempts: int
    """How often work on it was begun, this time included."""
    more: bool = False
    """Whether another update of the chat waits behind it."""


class InboxBook:
    """The updates of one channel."""

    def __init__(
        self,
        database: Database,
        clock: Callable[[], datetime],
        *,
        channel: str = "telegram",
        new_id: NewId = random_id,
    ) -> None:
        """Keep the channel's updates in the database; people first seen here are named with `new_id`."""
        self._database = database
        self._clock = clock
        self._channel = channel
        self._new_id = new_id

    async def take_in(self, update_id: int, chat: str, payload: str) -> bool:
        """Store an update, and the person if they are new; False if the update is known already.

        Raises:
            StorageError: If nothing was stored; the channel must not acknowledge the update.
        """
        async with self._database.transaction() as session:
            known = await session.scalar(select(UpdateRow.n).where(UpdateRow.update_id == update_id))
            if known is not None:
                return False
            person_id = await find_or_make(session, Address(self._channel, chat), self._new_id)
            session.add(UpdateRow(update_id=update_id, person_id=person_id, payload=payload))
            await session.execute(delete(UpdateRow).where(UpdateRow.done_at < self._clock() - _KEEP))
        return True

    async def waiting(self) -> tuple[str, ...]:
        """Return the chats in which something is not answered, the longest waiting first.

        Those that another process is answering are left to it.

        Raises:
            StorageError: If the database did not answer.
        """
        taken_elsewhere = func.max(case((UpdateRow.taken_by != self._database.name, 1), else_=0))
        query = (
            select(PersonRow.address)
            .join(UpdateRow, PersonRow.person_id == UpdateRow.person_id)
            .where(UpdateRow.done_at.is_(None), PersonRow.channel == self._channel)
            .group_by(PersonRow.address)
            .having(taken_elsewhere == 0)
            .order_by(func.min(UpdateRow.update_id))
        )
        async with self._database.transaction() as session:
            return tuple(await session.scalars(query))

    async def begin(self, chat: str) -> InboxRow | None:
        """Take the lease on a chat by taking its first unanswered update; the lease ends when that is done.

        An update that ends the process every time is known by its count of attempts.

        Returns:
            The update, None if nothing is unanswered or another process has the lease.

        Raises:
            StorageError: If the database did not answer.
        """
        query = (
            select(UpdateRow)
            .join(PersonRow, PersonRow.person_id == UpdateRow.person_id)
            .where(PersonRow.channel == self._channel, PersonRow.address == chat, UpdateRow.done_at.is_(None))
            .order_by(UpdateRow.update_id)
            .limit(2)
            .with_for_update(of=UpdateRow)
        )
        mine = self._database.name
        async with self._database.transaction() as session:
            rows = (await session.scalars(query)).all()
            if not rows or rows[0].taken_by not in (None, mine):
                return None
            first = rows[0]
            first.taken_by = mine
            first.attempts += 1
            return InboxRow(
                id=first.n,
                update_id=first.update_id,
                person_id=first.person_id,
                chat=chat,
                payload=first.payload,
                attempts=first.attempts,
                more=len(rows) > 1,
            )

    async def adopt(self) -> int:
        """End the leases of processes that are gone, so that their chats can be answered; return how many.

        Raises:
            StorageError: If the database did not answer.
        """
        leased = (UpdateRow.done_at.is_(None), UpdateRow.taken_by != self._database.name)
        adopted = 0
        async with self._database.transaction() as session:
            for name in await session.scalars(select(UpdateRow.taken_by).where(*leased).distinct()):
                if await self._database.is_gone(session, name):
                    free = update(UpdateRow).where(*leased, UpdateRow.taken_by == name).values(taken_by=None)
                    adopted += len((await session.scalars(free.returning(UpdateRow.n))).all())
        return adopted

    async def done(self, inbox_id: int) -> None:
        """Finish an update that needs no turn, and wipe what it held.

        Raises:
            StorageError: If the database did not answer.
        """
        async with self._database.transaction() as session:
            await session.execute(finished(inbox_id, self._clock()))


def finished(inbox_id: int, at: datetime) -> Update:
    """Return the statement that finishes an update and wipes what it held."""
    return update(UpdateRow).where(UpdateRow.n == inbox_id).values(done_at=at, payload="")
