"""kill -9 at every point between the commits, and at points nobody chose."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections import Counter
from datetime import timedelta

import pytest

from bot.coach.turn import CreateReminder
from bot.storage.database import Database
from bot.storage.journal import JournalBook
from bot.storage.ledger import Ledger
from bot.storage.people import PeopleBook
from tests.engine.crashing import work
from tests.storage.making import MORNING, reminder, turn

SEVEN = MORNING + timedelta(hours=22)


@pytest.fixture(scope="module")
def processes():
    """Processes that need not import the program again each time."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.engine.crashing"])
    return context


@pytest.fixture
def crash(processes, database_url, tmp_path):
    """Run the delivering process to its end and return how it ended."""

    def run(fatal: str | None):
        process = processes.Process(target=work, args=(database_url, tmp_path / "arrived", SEVEN, fatal))
        process.start()
        process.join()
        return process.exitcode

    return run


def arrived(tmp_path) -> list[str]:
    file = tmp_path / "arrived"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []


@pytest.mark.parametrize(
    ("point", "times", "state"),
    [
        ("before_sending", 1, "sent"),
        ("before_request", 1, "sent"),
        ("after_request", 2, "sent"),
        ("before_sent", 2, "sent"),
        ("after_sent", 1, "sent"),
    ],
)
async def test_a_reply_arrives_wherever_the_process_is_killed_and_twice_only_if_it_had_left(
    point, times, state, crash, database_url, database, journal, ann, tmp_path
):
    await journal.close(ann, turn(), deliver=True)
    await database.close()
    assert crash(point) == -signal.SIGKILL
    assert crash(None) == 0
    assert arrived(tmp_path) == ["101|answer|About 320 kcal."] * times
    assert await counts(database_url) == {f"reply.{state}": 1}


@pytest.mark.parametrize(
    ("point", "times", "state"),
    [
        ("before_fire", 1, "sent"),
        ("after_fire", 1, "sent"),
        ("before_sending", 1, "sent"),
        ("before_request", 0, "in_doubt"),
        ("after_request", 1, "in_doubt"),
        ("before_sent", 1, "in_doubt"),
        ("after_sent", 1, "sent"),
    ],
)
async def test_a_reminder_arrives_at_most_once_wherever_the_process_is_killed(
    point, times, state, crash, database_url, database, journal, ann, tmp_path
):
    await journal.close(ann, turn("set", CreateReminder(reminder=reminder(ann))))
    await database.close()
    assert crash(point) == -signal.SIGKILL
    assert crash(None) == 0
    assert crash(None) == 0
    assert len(arrived(tmp_path)) == times
    assert await counts(database_url) == {f"reminder.{state}": 1}


async def test_kills_at_random_points_lose_nothing_and_remind_nobody_twice(processes, database_url, tmp_path):
    people = 30
    await fill(database_url, people)
    for lines in (7, 25, 60):
        process = processes.Process(target=work, args=(database_url, tmp_path / "arrived", SEVEN, None, 0.002))
        process.start()
        kill_after(process, lines, tmp_path)
        process.join()
        assert process.exitcode == -signal.SIGKILL
    last = processes.Process(target=work, args=(database_url, tmp_path / "arrived", SEVEN))
    last.start()
    last.join()
    assert last.exitcode == 0

    lines = Counter(arrived(tmp_path))
    replies = {line: times for line, times in lines.items() if "|answer|" in line}
    assert set(replies) == {f"{person}|answer|reply {n}" for person in range(people) for n in range(3)}
    for person in range(people):
        in_order = [line for line in arrived(tmp_path) if line.startswith(f"{person}|answer|")]
        assert in_order == sorted(in_order)
    reminded = Counter(line.split("|")[0] for line in arrived(tmp_path) if "|smalltalk|" in line)
    assert set(reminded.values()) <= {1}

    found = await counts(database_url)
    assert found.pop("reply.sent") == people * 3
    in_doubt = found.pop("reminder.in_doubt", 0)
    assert in_doubt <= 3 * 10  # ten are written to at once, and the process was killed three times
    assert found.pop("reminder.sent") == people - in_doubt
    assert found == {}


def kill_after(process, lines: int, tmp_path) -> None:
    while process.is_alive() and len(arrived(tmp_path)) < lines:
        time.sleep(0.002)
    process.kill()


async def fill(url: str, people: int) -> None:
    """Give everybody three replies to get and a reminder that is due at seven."""
    database = await Database.open(url)
    journal = JournalBook(database)
    for n in range(people):
        person = await PeopleBook(database).person_for("telegram", str(n))
        await journal.close(person, turn("set", CreateReminder(reminder=reminder(person))))
        for reply in range(3):
            await journal.close(person, turn(f"t{reply}", text=f"reply {reply}"), deliver=True)
    await database.close()


async def counts(url: str) -> dict[str, int]:
    database = await Database.open(url)
    found = {name: count for name, count in (await Ledger(database).counts()).items() if count}
    await database.close()
    return found
