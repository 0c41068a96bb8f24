"""Who can be written to, and under which address."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from bot.errors import StorageError
from bot.storage.database import Database
from bot.storage.tables import PersonRow

NewId = Callable[[], str]
"""Makes ids of people; they hold no colon, since ids of deliveries are put together with colons."""


class Address(NamedTuple):
    """Where a person is written to: the channel and its own name for the chat."""

    channel: str
    address: str


def random_id() -> str:
    """Return a name for a person that says nothing about them."""
    return secrets.token_hex(12)


class PeopleBook:
    """Everybody who ever wrote, under a random id of ours."""

    def __init__(self, database: Database, new_id: NewId = random_id) -> None:
        """Keep people in the database, naming new ones with `new_id`."""
        self._database = database
        self._new_id = new_id

    async def person_for(self, channel: str, address: str) -> str:
        """Return the person behind an address, made on first use.

        Raises:
            StorageError: If the database did not answer.
        """
        async with self._database.transaction() as session:
            return await find_or_make(session, Address(channel, address), self._new_id)

    async def address_of(self, person_id: str) -> Address:
        """Return where the person is written to.

        Raises:
            StorageError: If there is no such person, or the database did not answer.
        """
        async with self._database.transaction() as session:
            row = await session.get(PersonRow, person_id)
        if row is None:
            raise StorageError("no such person")
        return Address(row.channel, row.address)

    async def set_active(self, person_id: str, *, active: bool) -> None:
        """Say whether the person can be written to; reminders of inactive people wait.

        Raises:
            StorageError: If the database did not answer.
        """
        async with self._database.transaction() as session:
            await session.execute(update(PersonRow).where(PersonRow.person_id == person_id).values(active=active))


async def find_or_make(session: AsyncSession, address: Address, new_id: NewId) -> str:
    """Return the person behind an address inside an open transaction, made on first use."""
    known = select(PersonRow.person_id).where(
        PersonRow.channel == address.channel, PersonRow.address == address.address
    )
    found = await session.scalar(known)
    if found is not None:
        return found
    person_id = new_id()
    try:
        async with session.begin_nested():
            session.add(PersonRow(person_id=person_id, channel=address.channel, address=address.address))
    except IntegrityError:
        # Somebody else made them a moment ago.
        return (await session.scalars(known)).one()
    return person_id
