"""Articles are added and indexed while people write: the running bot switches over and answers everybody."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.knowledge.written_articles import write_shelf
from tests.telegram_bench.strict import strict_emulator

ROOT = Path(__file__).parents[2]
PATIENCE_S = 120.0
SAND = "Does sand build calves?\n\nSoft sand makes the calves and the small muscles of the feet work harder.\n"
SWITCHED = "another passage index was opened"


def settings(folder: Path) -> dict[str, str]:
    """Return settings with the weights of this checkout, and articles, index and notebook of the test's own."""
    return {
        "DATA_DIR": str(folder / "data"),
        "DATABASE_URL": f"sqlite:///{folder / 'coach.sqlite'}",
        "KNOWLEDGE_DIRS": str(folder / "shelf"),
        "LOG_LEVEL": "INFO",
    }


def ingest(folder: Path) -> subprocess.Popen[bytes]:
    """Start building the index, as a person would in another window."""
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "ingest"],
        cwd=ROOT,
        env={**os.environ, **settings(folder)},  # noqa: TID251 - handed on
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def test_a_switch_to_a_new_index_in_a_rush_leaves_nobody_without_an_answer(tmp_path: Path) -> None:
    (tmp_path / "data" / "index").mkdir(parents=True)
    (tmp_path / "data" / "weights").symlink_to(ROOT / "data" / "weights")
    # Vectors computed before, where there are any: only the test is faster by them.
    if (known := ROOT / "data" / "index" / "embeddings.bin").exists():
        shutil.copy(known, tmp_path / "data" / "index")
    shelf = write_shelf(tmp_path / "shelf")
    assert ingest(tmp_path).wait(PATIENCE_S) == 0
    log = tmp_path / "bot.log"
    with strict_emulator() as tg:
        tg.start_bot([sys.executable, "-m", "bot", "run"], log=log, env=settings(tmp_path), cwd=ROOT)
        (shelf / "sand.txt").write_text(SAND, encoding="utf-8")
        building = ingest(tmp_path)
        people = []
        until = time.monotonic() + PATIENCE_S
        while SWITCHED not in log.read_text(encoding="utf-8"):
            assert time.monotonic() < until, tg.report()
            people.append(tg.user(1000 + len(people)))
            people[-1].send_text("how do I stop blisters on a run?")
            time.sleep(0.1)
        assert building.wait(PATIENCE_S) == 0
        for _ in range(10):
            people.append(tg.user(1000 + len(people)))
            people[-1].send_text("does soft sand make my calves work harder?")
        answers = [person.expect(PATIENCE_S, quiet=0) for person in people]
    assert len(people) > 20
    assert all("Dry socks" in answer[0].text for answer in answers[:-10])
    assert all("Soft sand makes the calves" in answer[0].text for answer in answers[-10:])
    assert "Traceback" not in log.read_text(encoding="utf-8")
