"""kill -9 while many are reminded and some are talking, with everything around the bot failing too."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.flows.kills import Morning, Outcome, silence, table
from tests.flows.starting import StartBot
from tests.postgresql import Server
from tests.telegram_bench.emulator import Emulator


@pytest.fixture
def outage(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> Callable[[float], None]:
    """Return a function that puts the database out of order for so many seconds."""
    if database_url.startswith("sqlite"):
        return partial(silence, tmp_path / "storage_fails")
    server: Server = request.getfixturevalue("postgresql")

    def stop(seconds: float) -> None:
        server.stop()
        time.sleep(seconds)
        server.start()

    return stop


@pytest.fixture
def tg():
    """A server that may refuse: the bot is refused on purpose here."""
    with Emulator() as emulator:
        yield emulator


def judge(outcomes: list[Outcome]) -> None:
    """Fail if a round broke a promise."""
    for outcome in outcomes:
        assert outcome.twice == 0, outcome
        assert outcome.astray == 0, outcome
        assert outcome.of_the_kill <= outcome.leaving, outcome
        assert outcome.in_doubt - outcome.of_the_kill <= outcome.ambiguous, outcome
        assert outcome.sent + outcome.in_doubt + outcome.skipped + outcome.failed == outcome.due, outcome
        assert outcome.unanswered == 0, outcome
        assert outcome.disorder == 0, outcome


def test_a_kill_among_sixty_reminders_loses_nobody_and_reminds_nobody_twice(
    tg: Emulator, start_bot: StartBot, database_url: str, outage: Callable[[float], None]
) -> None:
    morning = Morning(tg, start_bot, database_url, people=60, seed=6, out_of_order=outage)
    judge([morning.run(0, outage=False)])


@pytest.mark.soak
def test_twenty_kills_among_a_thousand_reminders_each(
    tg: Emulator, start_bot: StartBot, database_url: str, outage: Callable[[float], None]
) -> None:
    morning = Morning(tg, start_bot, database_url, people=1020, seed=2026, out_of_order=outage)
    outcomes = []
    print(f"\n{database_url.partition(':')[0]}")
    for number in range(20):
        outcomes.append(morning.run(number, outage=number % 5 == 2))
        print(outcomes[-1], flush=True)
    print("\n".join(table(outcomes)))
    judge(outcomes)
