"""Nothing enters the log that was not reported: questions, plans, quotes and suppositions hold sizes too."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pytest

from bot.coach.coach import Coach
from bot.coach.turn import LogRun, LogWeight, Turn
from bot.training.run import Run
from tests.coach.conftest import SUNDAY_MORNING, Talk

TOLD: Final[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "reports.toml").read_text(encoding="utf-8"))
REPORTS: Final[list[dict[str, Any]]] = TOLD["report"]
FEWEST_KEPT: Final = 57
SAME_LENGTH_M: Final = 10.0
SAME_WEIGHT_KG: Final = 0.05


def kept_runs(turn: Turn) -> list[Run]:
    return [write.run for write in turn.staged if isinstance(write, LogRun)]


def kept_weights_kg(turn: Turn) -> list[float]:
    return [write.weigh_in.weight_kg for write in turn.staged if isinstance(write, LogWeight)]


@pytest.mark.parametrize("logged", [False, True], ids=["nothing logged", "a run logged"])
@pytest.mark.parametrize("text", TOLD["no_report"])
async def test_what_is_no_report_writes_nothing(talk: Talk, text: str, logged: bool) -> None:
    if logged:
        await talk.say("ran 8k in 44:10 yesterday")
    turn = await talk.say(text)
    assert (kept_runs(turn), kept_weights_kg(turn)) == ([], []), turn.reply.text


async def test_an_honest_report_is_kept_however_it_is_typed(coach: Coach) -> None:
    faults = [fault for report in REPORTS if (fault := await fault_of_kept(Talk(coach), report))]
    assert len(REPORTS) - len(faults) >= FEWEST_KEPT, "\n".join(faults)


async def fault_of_kept(talk: Talk, report: dict[str, Any]) -> str | None:
    """Return what is wrong with what a report left in the log, None if nothing is."""
    turn = await talk.say(report["say"])
    runs, weights = kept_runs(turn), kept_weights_kg(turn)
    told = [size.split() for size in report.get("runs", [])]
    fits = len(told) == len(runs) and all(is_as_told(run, *one) for run, one in zip(runs, told, strict=True))
    weight_kg = report.get("weigh_in_kg")
    weighs = len(weights) == (weight_kg is not None) and all(abs(one - weight_kg) < SAME_WEIGHT_KG for one in weights)
    return None if fits and weighs else f"{report['say']}: {runs} {weights}"


def is_as_told(run: Run, km: str, time: str, days: str) -> bool:
    """Whether a run has the length, the time and the day that the file says it was told with."""
    far = (run.distance_m is None) == (km == "-") and abs((run.distance_m or 0.0) - metres(km)) < SAME_LENGTH_M
    long = (run.duration_s is None) == (time == "-") and abs((run.duration_s or 0.0) - seconds(time)) < 1.0
    return far and long and (days == "-" or run.on_date == (SUNDAY_MORNING + timedelta(days=int(days))).date())


def metres(km: str) -> float:
    return 0.0 if km == "-" else float(km) * 1000


def seconds(time: str) -> float:
    """Return the seconds of "1:02:10" or "28:30", none for "-"."""
    if time == "-":
        return 0.0
    return float(sum(int(part) * 60**place for place, part in enumerate(reversed(time.split(":")))))


async def test_what_is_unclear_is_asked_and_logged_on_a_yes(talk: Talk) -> None:
    assert kept_runs(await talk.say("kipchoge did 42.2 km in 1:59:40")) == []
    assert [run.distance_m for run in kept_runs(await talk.say("yes"))] == [42200.0]


async def test_what_is_unclear_is_let_go_on_a_no(talk: Talk) -> None:
    await talk.say("kipchoge did 42.2 km in 1:59:40")
    await talk.say("no")
    assert talk.memory.runner.weight_kg is None
    assert not any(kept_runs(turn) for turn in talk.turns)


async def test_the_time_told_after_a_run_is_no_second_run(talk: Talk) -> None:
    first = kept_runs(await talk.say("ran 7k today"))
    then = kept_runs(await talk.say("took me 41 min but who cares"))
    assert [(run.run_id, run.duration_s) for run in then] == [(first[0].run_id, 2460.0)]
