"""How much of a chat model each person's turns took, by day: for the daily allowance and for the operator."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.coach.model_use import ModelUse
from bot.storage.database import Database
from bot.storage.tables import ModelUseRow

_COUNTED = (
    ModelUseRow.turns,
    ModelUseRow.fallbacks,
    ModelUseRow.calls,
    ModelUseRow.tokens_in,
    ModelUseRow.tokens_out,
)


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
        async with self._database.transaction() as session:
            row = (await session.execute(select(*(func.coalesce(func.sum(one), 0) for one in _COUNTED)))).one()
        turns, fallbacks, calls, tokens_in, tokens_out = (int(count) for count in row)
        return ModelUse(turns=turns, fallbacks=fallbacks, calls=calls, tokens_in=tokens_in, tokens_out=tokens_out)


async def on_day(session: AsyncSession, person_id: str, day: date) -> ModelUse:
    """Return what a person's turns took on a day, inside an open transaction."""
    row = await session.get(ModelUseRow, (person_id, day))
    if row is None:
        return ModelUse()
    return ModelUse(
        turns=row.turns,
        fallbacks=row.fallbacks,
        calls=row.calls,
        tokens_in=row.tokens_in,
        tokens_out=row.tokens_out,
    )


async def add(session: AsyncSession, person_id: str, day: date, use: ModelUse) -> None:
    """Add to a person's count of a day, inside a turn's closing transaction."""
    counted = {
        "turns": use.turns,
        "fallbacks": use.fallbacks,
        "calls": use.calls,
        "tokens_in": use.tokens_in,
        "tokens_out": use.tokens_out,
    }
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
