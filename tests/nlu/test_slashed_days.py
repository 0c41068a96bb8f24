"""Runs told with days in figures: "3/11 8.2km 44:10, 5/11 5k 26:40"."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.nlu.parser import parse

NOW = datetime(2026, 11, 24, 8)  # noqa: DTZ001 - the person's own wall time


def runs(text: str) -> list[tuple[object, object]]:
    frame = parse(text, now=NOW)
    told = [one for one in (frame, *frame.also) if one.intent == "log_run"]
    return [(one.entities.get("date"), one.entities.get("distance_m")) for one in told]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "log: 3/11 8.2km 44:10, 5/11 5k 26:40, 10/11 6k easy",
            [("2026-11-03", 8200), ("2026-11-05", 5000), ("2026-11-10", 6000)],
        ),
        ("log 3/11 8.2km 44:10 and 5/11 5k 26:40", [("2026-11-03", 8200), ("2026-11-05", 5000)]),
        ("3/11 8.2km 44:10; 5/11 5k 26:40", [("2026-11-03", 8200), ("2026-11-05", 5000)]),
        ("add 11/11 8 km 52 min", [("2026-11-11", 8000)]),
        ("11/20 8 km 52 min, 11/22 5k 26:40", [("2026-11-20", 8000), ("2026-11-22", 5000)]),
    ],
)
def test_each_run_keeps_its_own_day(text: str, days: list[tuple[object, object]]) -> None:
    assert runs(text) == days


@pytest.mark.parametrize(
    "text", ["pain 7/10, ran 5k in 30", "i did the 2/1 intervals, 5k in 40", "ran a 1/2 marathon in 1:58"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    ((day, _),) = runs(text)

    assert day is None


def test_half_a_marathon_is_no_whole_one() -> None:
    ((_, metres),) = runs("ran a 1/2 marathon in 1:58")

    assert metres == pytest.approx(21_097.5)
