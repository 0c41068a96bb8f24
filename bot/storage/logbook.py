"""Runs and weigh-ins as rows: how they are written, taken out again and read back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, assert_never

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from bot.coach.turn import DeleteRuns, DeleteWeighIns, LogRun, LogWeight
from bot.storage.tables import RunRow, WeighInRow
from bot.training.run import Run
from bot.training.weigh_in import WeighIn

LogWrite = LogRun | DeleteRuns | LogWeight | DeleteWeighIns
_RECENT: Final = timedelta(days=366)
"""So far back runs and weigh-ins are talked about."""


async def apply(session: AsyncSession, person_id: str, write: LogWrite) -> None:
    """Carry out one staged change of the log."""
    match write:
        case LogRun(run=run):
            # A run that is corrected comes again under its id.
            await _delete_runs(session, person_id, (run.run_id,))
            session.add(_run_row(person_id, run))
        case DeleteRuns(run_ids=ids):
            await _delete_runs(session, person_id, ids)
        case LogWeight(weigh_in=weigh_in):
            row = WeighInRow(person_id=person_id, on_date=weigh_in.on_date, weight_kg=weigh_in.weight_kg)
            await session.merge(row)
        case DeleteWeighIns(dates=dates):
            of_dates = delete(WeighInRow).where(WeighInRow.person_id == person_id, WeighInRow.on_date.in_(dates))
            await session.execute(of_dates)
        case _:
            assert_never(write)


async def recent_runs(session: AsyncSession, person_id: str, now: datetime) -> tuple[Run, ...]:
    """Return the runs that are still talked about, newest first."""
    rows = await session.scalars(
        select(RunRow)
        .where(RunRow.person_id == person_id, RunRow.on_date >= (now - _RECENT).date())
        .order_by(RunRow.on_date.desc(), RunRow.n.desc())
    )
    return tuple(_run(row) for row in rows)


async def recent_weigh_ins(session: AsyncSession, person_id: str, now: datetime) -> tuple[WeighIn, ...]:
    """Return the weigh-ins that are still talked about, newest first."""
    rows = await session.scalars(
        select(WeighInRow)
        .where(WeighInRow.person_id == person_id, WeighInRow.on_date >= (now - _RECENT).date())
        .order_by(WeighInRow.on_date.desc())
    )
    return tuple(WeighIn(on_date=row.on_date, weight_kg=row.weight_kg) for row in rows)


async def _delete_runs(session: AsyncSession, person_id: str, run_ids: Sequence[str]) -> None:
    await session.execute(delete(RunRow).where(RunRow.person_id == person_id, RunRow.run_id.in_(run_ids)))


def _run(row: RunRow) -> Run:
    return Run(
        run_id=row.run_id,
        on_date=row.on_date,
        distance_m=row.distance_m,
        duration_s=row.duration_s,
        net_kcal=row.net_kcal,
        gait=row.gait,
        incline_fraction=row.incline_fraction,
        climb_m=row.climb_m,
    )


def _run_row(person_id: str, run: Run) -> RunRow:
    return RunRow(
        person_id=person_id,
        run_id=run.run_id,
        on_date=run.on_date,
        distance_m=run.distance_m,
        duration_s=run.duration_s,
        net_kcal=run.net_kcal,
        gait=run.gait,
        incline_fraction=run.incline_fraction,
        climb_m=run.climb_m,
    )
