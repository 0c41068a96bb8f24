"""The ledger of what leaves: every message in exactly one state, and one commit before and after each send."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from bot.reminders.delivery import DeliveryState, ReminderDelivery
from bot.storage import lane
from bot.storage.database import Database
from bot.storage.lane import Delivery
from bot.storage.tables import DeliveryRow, PersonRow

MAX_DOUBTS = 5
"""So often a reply is sent again when nobody knows whether it arrived."""
_LATE_S = 60.0
"""A reminder that left later than this after its due time counts as late."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settlement:
    """How one attempt ended."""

    n: int
    """The row in the ledger."""
    attempt: int
    """Which attempt it was: a record that comes too late must not end a newer one."""
    state: DeliveryState
    reason: str | None = None
    message_ids: tuple[int, ...] = ()
    """Of every part that has left so far, in order."""
    doubts: int = 0
    next_try_at: datetime | None = None
    """With state `ready`: not before then."""
    hold_until: datetime | None = None
    """The channel asked us to leave the whole chat alone until then."""
    unreachable: bool = False
    """The person cannot be written to: what else waits for them is skipped and their reminders wait."""
    moved_to: str | None = None
    """The chat has another address from now on."""

    @property
    def teaches(self) -> bool:
        """Whether the attempt taught us something about the chat itself."""
        return self.unreachable or self.hold_until is not None or self.moved_to is not None


class Waiting(NamedTuple):
    """Somebody to whom something is to be sent."""

    person_id: str
    urgent: bool
    """Whether an answer is among it."""


class Ledger:
    """The messages of everybody."""

    def __init__(self, database: Database) -> None:
        """Keep the ledger in the database."""
        self._database = database

    async def waiting(self, now: datetime) -> tuple[Waiting, ...]:
        """Return the people to whom something is to be sent by now: those who wait for an answer, then the others.

        Of each the longest waiting come first.

        Raises:
            StorageError: If the database did not answer.
        """
        earlier = aliased(DeliveryRow)
        held_back = exists().where(
            earlier.person_id == DeliveryRow.person_id,
            earlier.kind == "reply",
            earlier.state.in_(("ready", "sending")),
            earlier.n < DeliveryRow.n,
        )
        answers = func.max(case((DeliveryRow.kind == "reply", 1), else_=0))
        query = (
            select(DeliveryRow.person_id, answers)
            .join(PersonRow, PersonRow.person_id == DeliveryRow.person_id)
            .where(
                DeliveryRow.state == "ready",
                lane.has_come(DeliveryRow.next_try_at, now),
                or_(DeliveryRow.kind == "reminder", ~held_back),
                lane.has_come(PersonRow.hold_until, now),
            )
            .group_by(DeliveryRow.person_id)
            .order_by(answers.desc(), func.min(DeliveryRow.n))
        )
        async with self._database.transaction() as session:
            return tuple(Waiting(person_id, bool(urgent)) for person_id, urgent in await session.execute(query))

    async def take_next(self, person_id: str, *, now: datetime) -> Delivery | None:
        """Mark the message that is to leave next as `sending` and return it, None if nothing may leave now.

        Replies leave in order, and a later one waits while an earlier one is tried again; reminders come after
        replies. A reminder that was changed, paused or deleted meanwhile, or is too late, is skipped here.

        Raises:
            StorageError: If the database did not answer.
        """
        async with self._database.transaction() as session:
            return await lane.take_next(session, person_id, now, taker=self._database.name)

    async def put_back(self, person_id: str) -> None:
        """Make what this process took for a person, and surely did not send, ready again.

        Raises:
            StorageError: If the database did not answer.
        """
        ours = DeliveryRow.taken_by.is_not_distinct_from(self._database.name)
        leaving = (DeliveryRow.person_id == person_id, DeliveryRow.state == "sending", ours)
        async with self._database.transaction() as session:
            await session.execute(update(DeliveryRow).where(*leaving).values(state="ready"))

    async def settle(self, settlement: Settlement, *, now: datetime) -> None:
        """Record how the attempt ended; nothing happens if the person was deleted meanwhile.

        Raises:
            StorageError: If the database did not answer; what was sent must then be remembered elsewhere.
        """
        this_attempt = update(DeliveryRow).where(
            DeliveryRow.n == settlement.n,
            DeliveryRow.state == "sending",
            DeliveryRow.attempts == settlement.attempt,
        )
        values = {
            "state": settlement.state,
            "reason": settlement.reason,
            "message_ids": list(settlement.message_ids),
            "doubts": settlement.doubts,
            "next_try_at": settlement.next_try_at,
            "settled_at": None if settlement.state == "ready" else now,
        }
        async with self._database.transaction() as session:
            changed = await session.execute(this_attempt.values(values).returning(DeliveryRow.person_id))
            person_id = changed.scalar_one_or_none()
            if person_id is not None and settlement.teaches:
                await _learn(session, await session.get_one(PersonRow, person_id), settlement, now)

    async def recover(self, *, now: datetime, own: bool = True, person_id: str | None = None) -> Mapping[str, int]:
        """Decide on messages whose sender ended in the middle: replies go again, reminders are in doubt.

        Args:
            now: Aware.
            own: Whether those this process took are among them: at its start, before it sends anything, they are
                those of its former life. Those of the dead always are.
            person_id: Only this person's.

        Returns:
            How many replies go again and how many messages stay in doubt, by `again` and `in_doubt`.

        Raises:
            StorageError: If the database did not answer.
        """
        leaving = DeliveryRow.state == "sending"
        if person_id is not None:
            leaving &= DeliveryRow.person_id == person_id
        counts = {"again": 0, "in_doubt": 0}
        async with self._database.transaction() as session:
            takers = set(await session.scalars(select(DeliveryRow.taken_by).where(leaving).distinct()))
            ended = [name for name in takers if await self._ended(session, name, own=own)]
            for row in await session.scalars(select(DeliveryRow).where(leaving).with_for_update()):
                if row.taken_by not in ended:
                    continue
                row.doubts += 1
                if row.kind == "reply" and row.doubts < MAX_DOUBTS:
                    row.state = "ready"
                    counts["again"] += 1
                else:
                    lane.settle(row, "in_doubt", "stopped_while_sending", now)
                    counts["in_doubt"] += 1
        return counts

    async def _ended(self, session: AsyncSession, taker: str | None, *, own: bool) -> bool:
        if taker == self._database.name:
            return own
        return await self._database.is_gone(session, taker)

    async def counts(self) -> Mapping[str, int]:
        """Return how many messages are in which class, as `reply.sent`; `reminder.late` counts among the sent.

        Raises:
            StorageError: If the database did not answer.
        """
        query = select(DeliveryRow.kind, DeliveryRow.state, func.count()).group_by(DeliveryRow.kind, DeliveryRow.state)
        late = select(func.count()).where(
            DeliveryRow.kind == "reminder", DeliveryRow.state == "sent", DeliveryRow.late_s > _LATE_S
        )
        async with self._database.transaction() as session:
            found = {f"{kind}.{state}": count for kind, state, count in await session.execute(query)}
            found["reminder.late"] = await session.scalar(late) or 0
        return found

    async def last_reminder(self, person_id: str) -> ReminderDelivery | None:
        """Return what became of the reminder that fired last, None if none ever did.

        Raises:
            StorageError: If the database did not answer.
        """
        async with self._database.transaction() as session:
            return next(iter(await lane.rung(session, person_id, limit=1)), None)


async def _learn(session: AsyncSession, person: PersonRow, settlement: Settlement, now: datetime) -> None:
    """Record what the attempt taught us about the chat."""
    if settlement.hold_until is not None:
        person.hold_until = settlement.hold_until
    if settlement.moved_to is not None:
        await _move(session, person, settlement, now)
    if settlement.unreachable:
        person.active = False
        await session.execute(
            update(DeliveryRow)
            .where(DeliveryRow.person_id == person.person_id, DeliveryRow.state == "ready")
            .values(state="skipped", reason="unreachable", settled_at=now)
        )


async def _move(session: AsyncSession, person: PersonRow, settlement: Settlement, now: datetime) -> None:
    """Give the person another address, unless somebody else is known under it: then their mail must not mix."""
    owner = await session.scalar(
        select(PersonRow.person_id).where(PersonRow.channel == person.channel, PersonRow.address == settlement.moved_to)
    )
    if owner is not None and owner != person.person_id:
        lane.settle(await session.get_one(DeliveryRow, settlement.n), "failed", "address_taken", now)
    elif settlement.moved_to is not None:
        person.address = settlement.moved_to
