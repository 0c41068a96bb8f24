"""The bot as people start it, `python -m bot run`, with the real coach, against a strict Bot API."""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.flows.settled import wait_until_settled
from tests.telegram_bench.emulator import Emulator
from tests.telegram_bench.strict import strict_emulator

ROOT = Path(__file__).parents[2]
COMMAND = [sys.executable, "-m", "bot", "run"]


def settings(folder: Path) -> dict[str, str]:
    """Return settings with articles and weights of this checkout and a notebook of the test's own."""
    return {"DATA_DIR": str(ROOT / "data"), "DATABASE_URL": f"sqlite:///{folder / 'coach.sqlite'}"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("real")


@pytest.fixture(scope="module")
def tg(folder: Path) -> Iterator[Emulator]:
    log = folder / "bot.log"
    with strict_emulator() as emulator:
        emulator.start_bot(COMMAND, log=log, env=settings(folder), cwd=ROOT)
        yield emulator
    written = log.read_text(encoding="utf-8")
    assert emulator.token.partition(":")[2] not in written
    assert "Traceback" not in written


def test_a_question_is_answered_with_light_sources_that_are_links(tg: Emulator) -> None:
    ann = tg.user(101)
    ann.start()
    assert ann.expect(quiet=0)[0].buttons
    answer = ann.ask("does running make my butt smaller?", quiet=0)[0]
    (light,) = answer.styled("italic")
    assert light == answer.text.splitlines()[-1]
    assert answer.links
    assert all(label in light for label, _ in answer.links)
    label = answer.buttons[0].text
    ann.press(label)
    assert ann.expect(quiet=0)[0].text
    assert ann.callback_answers


def test_a_database_that_another_program_locks_for_a_while_loses_nothing(tg: Emulator, folder: Path) -> None:
    bea, cleo = tg.user(102), tg.user(103)
    with sqlite3.connect(folder / "coach.sqlite", isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        bea.send_text("ran 5 km in 31 min")
        cleo.send_text("/help")
        time.sleep(2)
        other.execute("ROLLBACK")
    other.close()
    assert "5 km" in bea.expect(30, quiet=0)[0].text
    assert "/delete" in cleo.expect(30, quiet=0)[0].text


def test_after_delete_no_table_holds_the_person(tg: Emulator, folder: Path) -> None:
    dora = tg.user(104)
    dora.ask("I'm 34, 5'6 and 150 lb, female", quiet=0)
    dora.ask("remind me every day at 7", quiet=0)
    dora.ask("Lisbon", quiet=0)
    with sqlite3.connect(folder / "coach.sqlite") as connection:
        (person_id,) = connection.execute("SELECT person_id FROM people WHERE address = '104'").fetchone()
        (before,) = connection.execute("SELECT count(*) FROM reminders WHERE person_id = ?", (person_id,)).fetchone()
    connection.close()
    assert before == 1
    dora.ask("/delete", quiet=0)
    dora.press("Delete everything")
    dora.wait_for_replies(10, quiet=0, until=lambda _: "I keep nothing" in dora.messages[-1].text)
    with sqlite3.connect(folder / "coach.sqlite") as connection:
        dump = "\n".join(connection.iterdump())
    connection.close()
    assert person_id not in dump


@pytest.mark.usefixtures("libfaketime")
def test_a_reminder_said_in_plain_words_survives_a_kill_and_comes_once(tmp_path: Path) -> None:
    with strict_emulator() as tg:
        bot = tg.start_bot(
            COMMAND, log=tmp_path / "bot.log", env=settings(tmp_path), cwd=ROOT, fake_time="2027-01-15 06:40:00"
        )
        eve = tg.user(105)
        eve.ask("remind me every day at 7", quiet=0)
        assert "07:00" in eve.ask("I'm in Lisbon", quiet=0)[0].text
        wait_until_settled(settings(tmp_path)["DATABASE_URL"])
        bot.kill()
        bot.fake_time = "2027-01-15 06:59:54"
        bot.launch()
        reminder = eve.expect(60, quiet=0)[0]
        assert datetime.fromtimestamp(reminder.raw["date"], UTC).strftime("%H:%M") == "07:00"
        assert [button.text for button in reminder.buttons] == ["Done", "Later", "Not today"]
        assert eve.silence(2)
