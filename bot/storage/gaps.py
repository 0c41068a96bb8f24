"""What the articles were found to lack, counted without saying who asked or in which words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from bot.knowledge.retrieval import Gap
from bot.storage.database import Database
from bot.storage.tables import GapRow

_BETWEEN = ", "


@dataclass(frozen=True, kw_only=True, slots=True)
class CountedGap:
    """One gap, and how often people fell into it."""

    gap: Gap
    count: int
    last_on: date
    """Day of the newest. [UTC]"""


class GapBook:
    """Every gap there is a count of."""

    def __init__(self, database: Database) -> None:
        """Read from the database."""
        self._database = database

    async def all(self) -> tuple[CountedGap, ...]:
        """Return the gaps, the most frequent and then the newest first.

        Raises:
            StorageError: If the database did not answer.
        """
        order = (GapRow.count.desc(), GapRow.last_on.desc(), GapRow.topics, GapRow.nearest)
        async with self._database.transaction() as session:
            rows = (await session.scalars(select(GapRow).order_by(*order))).all()
        return tuple(
            CountedGap(
                gap=Gap(
                    zone=row.zone,
                    topics=tuple(row.topics.split(_BETWEEN)) if row.topics else (),
                    nearest=row.nearest or None,
                ),
                count=row.count,
                last_on=row.last_on,
            )
            for row in rows
        )


async def count(session: AsyncSession, gap: Gap, *, on: date) -> None:
    """Count a gap once more, inside a turn's closing transaction.

    Where two replicas meet the same new gap at once, the slower one's transaction fails and is tried again.
    """
    key = {"zone": gap.zone, "topics": _BETWEEN.join(gap.topics), "nearest": gap.nearest or ""}
    known = await session.get(GapRow, tuple(key.values()))
    if known is None:
        session.add(GapRow(**key, count=1, last_on=on))
        return
    # Added up by the database: another replica may be counting too.
    await session.execute(
        update(GapRow)
        .filter_by(**key)
        .values(count=GapRow.count + 1, last_on=max(known.last_on, on))
        .execution_options(synchronize_session=False)
    )
