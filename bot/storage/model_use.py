"""How much of a chat model each person's turns took, by day: for the daily allowance and for the operator."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.coach.model_use import ModelUse
from bot.storage.database import Database
from bot.storage.tables import ModelUseRow

_COUNTED = tuple(field.name for field in fields(ModelUse))


class ModelUseBook:
    """The counts of everybody together."""

    def __init__(self, database: Database) -> None:
        """Read from the database."""
        self._database = database

    async def total(self) -> ModelUse:
        """Return what all people's turns took since the first day that is kept.

        Raises:
            StorageError: If the database did not answer.
        """
        sums = (func.coalesce(func.sum(getattr(ModelUseRow, name)), 0) for name in _COUNTED)
        async with self._database.transaction() as session:
            row = (await session.execute(select(*sums))).one()
        return ModelUse(**{name: int(count) for name, count in zip(_COUNTED, row, strict=True)})


async def on_day(session: AsyncSession, person_id: str, day: date) -> ModelUse:
    """Return what a person's turns took on a day, inside an open transaction."""
    row = await session.get(ModelUseRow, (person_id, day))
    if row is None:
        return ModelUse()
    return ModelUse(**{name: getattr(row, name) for name in _COUNTED})


async def add(session: AsyncSession, person_id: str, day: date, use: ModelUse) -> None:
    """Add to a person's count of a day, inside a turn's closing transaction."""
    counted = asdict(use)
    if await session.get(ModelUseRow, (person_id, day)) is None:
        session.add(ModelUseRow(person_id=person_id, day=day, **counted))
        return
    # Added up by the database, so that nothing read before is written back.
    await session.execute(
        update(ModelUseRow)
        .where(ModelUseRow.person_id == person_id, ModelUseRow.day == day)
        .values({name: getattr(ModelUseRow, name) + count for name, count in counted.items()})
        .execution_options(synchronize_session=False)
    )
