"""How late reminders leave when many are due at once, and what a message costs. Prints, for both databases."""

from __future__ import annotations

import asyncio
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.engine.outbox import Outbox
from bot.engine.ticker import Ticker
from bot.storage.database import Database
from bot.storage.ledger import Ledger
from bot.storage.reminders import ReminderShelf
from tests.bench.measuring import ROOT, percentile, say
from tests.fakes import FixedClock, RecordingSender, Unhurried
from tests.flows.kills import FIRST_CHAT, FIRST_DAY, remind_everybody
from tests.flows.scripted import word
from tests.storage.conftest import database_url, empty_file, postgresql_url, sqlite_url  # noqa: F401 - found by name
from tests.storage.databases import rows
from tests.telegram_bench.clock import unix_now
from tests.telegram_bench.emulator import Emulator

pytestmark = pytest.mark.bench

MANY = 1500
RATE = 30
SEVEN = datetime.combine(FIRST_DAY, datetime.min.time(), tzinfo=UTC) + timedelta(hours=7)


def test_the_lateness_of_many_reminders_at_once(database_url: str, tmp_path: Path) -> None:  # noqa: F811
    asyncio.run(remind_everybody(database_url, MANY))
    with Emulator() as tg:
        for chat in range(FIRST_CHAT, FIRST_CHAT + MANY):
            tg.user(chat).contacted = True
        tg.clock_offset = (SEVEN - timedelta(seconds=5)).timestamp() - unix_now()
        tg.start_bot(
            [sys.executable, "-m", "tests.flows.flow_bot"],
            log=tmp_path / "bot.log",
            env={
                "FLOW_FOLDER": str(tmp_path),
                "DATABASE_URL": database_url,
                "FLOW_CLOCK_OFFSET_S": str(tg.clock_offset),
                "SENDS_PER_SECOND": str(RATE),
                "LOG_LEVEL": "WARNING",
            },
            cwd=ROOT,
        )
        with tg.cond:
            tg.cond.wait_for(lambda: sum(event.kind == "message" for event in tg.events) >= MANY, 4 * MANY / RATE)
            arrived = [event.at + tg.clock_offset for event in tg.events if event.kind == "message"]
    late = [at - SEVEN.timestamp() for at in arrived]
    floor = MANY / RATE
    fullest = max(sum(at <= other < at + 1 for other in arrived) for at in arrived)
    print(f"\n{database_url.partition(':')[0]}: {len(arrived)} of {MANY} reminders at {RATE} a second")
    say("lateness, p50", percentile(late, 0.5), floor / 2 * 1.1, "s")
    say("lateness, the last", max(late), floor * 1.1, "s")
    say("most in any one second", fullest, None, "messages")


def test_what_a_reminder_costs(database_url: str) -> None:  # noqa: F811
    count = 300
    asyncio.run(remind_everybody(database_url, count))

    async def deliver() -> tuple[float, float]:
        database = await Database.open(database_url, replica="solo")
        clock = FixedClock(SEVEN + timedelta(seconds=1))
        outbox = Outbox(Ledger(database), RecordingSender(), clock, word, Unhurried())
        wall, cpu = time.perf_counter(), time.process_time()
        await Ticker(ReminderShelf(database), outbox, clock).once()
        used = time.perf_counter() - wall, time.process_time() - cpu
        await database.close()
        return used

    wall_s, cpu_s = asyncio.run(deliver())
    [(sent,)] = asyncio.run(rows(database_url, "SELECT count(*) FROM deliveries WHERE state = 'sent'"))
    print(f"\n{database_url.partition(':')[0]}: {sent} of {count} reminders fired, taken and settled; no channel")
    say("CPU of ours", 1000 * cpu_s / count, None, "ms a reminder")
    say("ceiling", count / wall_s, None, "reminders a second")
