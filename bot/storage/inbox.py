"""What came in and is not answered yet: stored before the channel is told that we have it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Update, delete, select, update

from bot.storage.database import Database
from bot.storage.people import Address, NewId, find_or_make, random_id
from bot.storage.tables import PersonRow, UpdateRow

_KEEP = timedelta(days=3)
"""How long the bare number of a finished update is remembered; Telegram redelivers for 24 h."""


@dataclass(frozen=True, kw_only=True, slots=True)
class InboxRow:
    """An update that waits for its answer."""

    id: int
    update_id: int
    person_id: str
    chat: str
    payload: str
    attempts: int
    """How often work on it was begun."""


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

    async def waiting(self, chat: str | None = None) -> tuple[InboxRow, ...]:
        """Return what is not answered, of one chat or of all, in the order of the updates.

        Chats that another process is answering are left to it.

        Raises:
            StorageError: If the database did not answer.
        """
        answered_elsewhere = (
            select(UpdateRow.person_id)
            .where(UpdateRow.done_at.is_(None), UpdateRow.taken_by != self._database.name)
            .scalar_subquery()
        )
        query = (
            select(UpdateRow, PersonRow.address)
            .join(PersonRow, PersonRow.person_id == UpdateRow.person_id)
            .where(
                UpdateRow.done_at.is_(None),
                PersonRow.channel == self._channel,
                UpdateRow.person_id.not_in(answered_elsewhere),
            )
            .order_by(UpdateRow.update_id)
        )
        if chat is not None:
            query = query.where(PersonRow.address == chat)
        async with self._database.transaction() as session:
            rows = (await session.execute(query)).all()
        return tuple(
            InboxRow(
                id=row.n,
                update_id=row.update_id,
                person_id=row.person_id,
                chat=address,
                payload=row.payload,
                attempts=row.attempts,
            )
            for row, address in rows
        )

    async def begin(self, inbox_id: int) -> int:
        """Take the lease on a chat by taking its first unanswered update; the lease ends when that is done.

        An update that ends the process every time is known by its count of attempts.

        Returns:
            How many attempts this makes; 0 if the update is gone or done, or another process has the lease.

        Raises:
            StorageError: If the database did not answer.
        """
        mine = self._database.name
        async with self._database.transaction() as session:
            row = await session.get(UpdateRow, inbox_id, with_for_update=True)
            if row is None or row.done_at is not None or row.taken_by not in (None, mine):
                return 0
            row.taken_by = mine
            row.attempts += 1
            return row.attempts

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
