"""The whole process lives through a night on which the clocks go forward and one on which they go back."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.flows.starting import ROOT
from tests.storage.databases import ON_A_FILE, rows
from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.process import faketime_library

pytestmark = [
    ON_A_FILE,
    pytest.mark.usefixtures("libfaketime"),
]


@pytest.fixture
def set_clock(tg: Emulator, database_url: str, tmp_path: Path) -> Callable[[datetime], None]:
    """Return a function that sets the clock of the process; it goes on from there."""

    def to(moment: datetime) -> None:
        tg.clock_offset = float(int(moment.timestamp() - unix_now()) + 2)  # libfaketime reads whole seconds
        (tmp_path / "clock.new").write_text(f"{tg.clock_offset:+.0f}", encoding="ascii")
        (tmp_path / "clock.new").rename(tmp_path / "clock")

    return to


@pytest.fixture
def live_at(set_clock: Callable[[datetime], None], database_url: str) -> Callable[[datetime], None]:
    """Return a function that sets the clock and waits until a whole heartbeat lies behind it."""

    def beat_at(moment: datetime) -> None:
        set_clock(moment)
        until = time.monotonic() + 60
        while time.monotonic() < until:
            beats = asyncio.run(rows(database_url, "SELECT value FROM marks WHERE name = 'beat:solo'"))
            if beats and datetime.fromisoformat(beats[0][0]) >= moment:
                return
            time.sleep(0.1)
        raise AssertionError(f"no heartbeat at {moment}")

    def to(moment: datetime) -> None:
        beat_at(moment)
        beat_at(moment + timedelta(seconds=20))  # it signs before it fires; what was due in that beat has fired by now

    return to


@pytest.mark.parametrize(
    ("day", "at", "silent", "rung"),
    [
        # New York: 02:00 (07:00 UTC) becomes 03:00, so half past two is half past three on the clock.
        ("2027-03-14", "02:30", ("07:29",), ("07:30", "08:30")),
        # New York: 02:00 (06:00 UTC) becomes 01:00, so half past one comes twice and the first counts.
        ("2027-11-07", "01:30", ("05:29",), ("05:30", "06:31")),
    ],
    ids=["spring", "autumn"],
)
def test_a_reminder_rings_once_in_the_night_the_clocks_change(
    day: str,
    at: str,
    silent: tuple[str, ...],
    rung: tuple[str, ...],
    tg: Emulator,
    set_clock: Callable[[datetime], None],
    live_at: Callable[[datetime], None],
    database_url: str,
    tmp_path: Path,
) -> None:
    set_clock(utc(day, silent[0]) - timedelta(minutes=10))
    tg.start_bot(
        [sys.executable, "-m", "tests.flows.flow_bot"],
        log=tmp_path / "bot.log",
        env={
            "FLOW_FOLDER": str(tmp_path),
            "DATABASE_URL": database_url,
            "LD_PRELOAD": str(faketime_library()),
            "FAKETIME_TIMESTAMP_FILE": str(tmp_path / "clock"),
            "FAKETIME_CACHE_DURATION": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "NO_FAKE_STAT": "1",
        },
        cwd=ROOT,
    )
    ann = tg.user(101)
    ann.ask(f"remind {at} America/New_York", quiet=0)
    counts = []
    for moment in (*silent, *rung):
        live_at(utc(day, moment))
        if moment == rung[0]:
            ann.expect(30, quiet=0)
        counts.append(len(ann.messages) - 1)
    assert counts == [0] * len(silent) + [1] * len(rung)
    [(due_at, state)] = asyncio.run(rows(database_url, "SELECT due_at, state FROM deliveries WHERE kind = 'reminder'"))
    assert (datetime.fromisoformat(due_at).replace(tzinfo=UTC), state) == (utc(day, rung[0]), "sent")


def utc(day: str, moment: str) -> datetime:
    return datetime.fromisoformat(f"{day} {moment}").replace(tzinfo=UTC)
