"""Turns as they are kept: what the coach recalls, and the one transaction that closes a turn."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from pydantic_core import to_jsonable_python
from sqlalchemy import Update, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.coach.turn import Exchange, Memory, Turn
from bot.errors import StorageError
from bot.reply import Reply
from bot.storage import gaps, lane, model_use, staged
from bot.storage.database import Database
from bot.storage.inbox import finished
from bot.storage.logbook import recent_runs, recent_weigh_ins
from bot.storage.records import (
    is_over,
    reminder_from,
    reply_from_json,
    reply_to_json,
    runner_from_json,
)
from bot.storage.tables import DeliveryRow, ExchangeRow, PersonRow, ProfileRow, ReminderRow

_logger = logging.getLogger(__name__)

RECENT_EXCHANGES: Final = 12
"""So many turns are recalled with the person's own words; of older ones only the reply is kept."""


RECENT_RUNG: Final = 20
"""So many reminders that fired are recalled, enough to answer for a few days."""


class JournalBook:
    """The turns of everybody."""

    def __init__(self, database: Database) -> None:
        """Keep turns in the database."""
        self._database = database

    async def recall(self, person_id: str, *, now: datetime) -> Memory:
        """Return what is known about the person, empty for a new one.

        Raises:
            StorageError: If the database did not answer, or holds what this program cannot read.
        """
        async with self._database.transaction() as session:
            profile = await session.get(ProfileRow, person_id)
            exchanges = await session.scalars(
                select(ExchangeRow)
                .where(ExchangeRow.person_id == person_id)
                .order_by(ExchangeRow.n.desc())
                .limit(RECENT_EXCHANGES)
            )
            reminders = await session.scalars(
                select(ReminderRow)
                .where(
                    ReminderRow.person_id == person_id,
                    ~ReminderRow.ours,
                    or_(ReminderRow.on_date.is_(None), ~is_over(now)),
                )
                .order_by(ReminderRow.n)
            )
            return Memory(
                person_id=person_id,
                runner=runner_from_json(profile.runner if profile else None),
                exchanges=tuple(_exchange(row) for row in reversed(exchanges.all())),
                reminders=tuple(reminder_from(row) for row in reminders),
                runs=await recent_runs(session, person_id, now),
                weigh_ins=await recent_weigh_ins(session, person_id, now),
                model_today=await model_use.on_day(session, person_id, now.astimezone(UTC).date()),
                rung=await lane.rung(session, person_id, limit=RECENT_RUNG),
            )

    async def close(
        self, person_id: str, turn: Turn, *, inbox_id: int | None = None, deliver: bool = False
    ) -> str | None:
        """Store the turn and everything it staged in one transaction, before anything is said.

        A turn whose id this person has had before is the same turn run again: it is not stored twice.

        Args:
            person_id: Whose turn it is.
            turn: The finished turn.
            inbox_id: The update that is answered by it; finished in the same transaction.
            deliver: Whether the reply leaves through the outbox.

        Returns:
            The id of the delivery, None without one: not asked for, or the person was deleted by this turn.

        Raises:
            StorageError: If nothing was stored.
        """
        writes = staged.keeping(turn.staged)
        if writes is None:
            await self._delete(person_id)
            return None
        exchange = turn.exchange
        async with self._database.transaction() as session:
            if inbox_id is not None:
                await session.execute(finished(inbox_id, exchange.at))
            known = await _known(session, person_id, exchange.turn_id)
            if not known:
                await _store(session, person_id, turn, writes)
            return await _delivery(session, person_id, exchange, known=known) if deliver else None

    async def receipt(self, person_id: str, turn_id: str) -> Reply | None:
        """Return what was said in a turn with all its figures and quotes, None if there was no such turn.

        Raises:
            StorageError: If the database did not answer, or holds what this program cannot read.
        """
        async with self._database.transaction() as session:
            row = await session.scalar(
                select(ExchangeRow).where(ExchangeRow.person_id == person_id, ExchangeRow.turn_id == turn_id)
            )
        return reply_from_json(row.reply) if row is not None else None

    async def _delete(self, person_id: str) -> None:
        async with self._database.transaction() as session:
            await staged.delete_person(session, person_id)
        try:
            await self._database.scrub()
        except StorageError as error:
            # The rows are gone; only the log of old pages waits for its next regular turn-over.
            _logger.warning("the pages of a deleted person are not overwritten yet: %s", error)


async def _known(session: AsyncSession, person_id: str, turn_id: str) -> bool:
    found = await session.scalar(
        select(ExchangeRow.n).where(ExchangeRow.person_id == person_id, ExchangeRow.turn_id == turn_id)
    )
    return found is not None


async def _store(session: AsyncSession, person_id: str, turn: Turn, writes: Sequence[staged.Keeping]) -> None:
    exchange = turn.exchange
    session.add(
        ExchangeRow(
            person_id=person_id,
            turn_id=exchange.turn_id,
            at=exchange.at,
            said=exchange.said,
            intent=exchange.intent,
            entities=to_jsonable_python(exchange.entities),
            pending=exchange.pending,
            reply=reply_to_json(turn.reply),
        )
    )
    await session.flush()
    await staged.apply(session, person_id, writes, exchange.at)
    if turn.gap is not None:
        await gaps.count(session, turn.gap, on=exchange.at.date())
    # Somebody who writes can be written to again.
    await session.execute(
        update(PersonRow).where(PersonRow.person_id == person_id, ~PersonRow.active).values(active=True)
    )
    await session.execute(_forget_old_words(person_id))


def _forget_old_words(person_id: str) -> Update:
    """Return the statement that wipes what was said in the turn that is recalled no more; its receipt stays."""
    left_behind = (
        select(ExchangeRow.n)
        .where(ExchangeRow.person_id == person_id)
        .order_by(ExchangeRow.n.desc())
        .offset(RECENT_EXCHANGES)
        .limit(1)
    )
    return (
        update(ExchangeRow)
        .where(ExchangeRow.n == left_behind.scalar_subquery())
        .values(said="", entities={}, pending=None)
        .execution_options(synchronize_session=False)
    )


async def _delivery(session: AsyncSession, person_id: str, exchange: Exchange, *, known: bool) -> str:
    row = lane.reply_row(person_id, exchange.turn_id, exchange.at)
    there = known and await session.scalar(select(DeliveryRow.n).where(DeliveryRow.delivery_id == row.delivery_id))
    if not there:
        session.add(row)
    return row.delivery_id


def _exchange(row: ExchangeRow) -> Exchange:
    return Exchange(
        turn_id=row.turn_id,
        said=row.said,
        reply=reply_from_json(row.reply),
        intent=row.intent,
        entities=row.entities,
        pending=row.pending,
        at=row.at,
    )
