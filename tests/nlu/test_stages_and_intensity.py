"""Sums over stages, METs, energy at rest and from a heart rate: what asks for them, and what only looks like it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.nlu.frame import Context
from bot.nlu.parser import parse

NOW = datetime(2026, 11, 23, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("avg pace of 8k in 44:10 and 5 miles in 43:05?", "stages"),
        ("marathon in 3:30, first half at 5:10/km, second half?", "stages"),
        ("10k, first 5k at 5:00/km and the rest at 4:45/km, what time", "stages"),
        ("5k is how many laps of a 400m track", "laps"),
        ("met of 5:00/km", "intensity"),
        ("what's the MET of walking 5 km/h", "intensity"),
        ("vo2 at 4:00/km?", "intensity"),
        ("my bmr please", "rest_energy"),
        ("bmr for a man of 30, 75 kg, 175 cm", "rest_energy"),
        ("how much do i burn in a day at pal 1.8?", "day_energy"),
        ("1:45 half pace?", "conversion"),
    ],
)
def test_the_sum_that_is_asked_is_read(text: str, measure: str) -> None:
    frame = parse(text, now=NOW)
    assert (frame.intent, frame.entities.get("measure")) == ("log_query", measure)


@pytest.mark.parametrize(
    "text",
    [
        "ran 8k in 44:10 and 5k in 25:00 today",
        "ran first 5k at 5:00 and the rest at 4:45 today",
        "first half of my run was slow",
        "ran 45 min at hr 150 today",
        "met a friend at 10 km today",
        "what is bmr",
        "which equation do you use for bmr",
        "bmr drops with age?",
        "is my tuesday run in there as 5k?",
        "ran 10 laps of 400 in 20 min",
        "is hr 180 on an easy run safe",
    ],
)
def test_a_run_told_or_another_question_is_no_such_sum(text: str) -> None:
    frame = parse(text, now=NOW)
    assert frame.entities.get("measure") not in {"stages", "laps", "intensity", "rest_energy", "day_energy"}
    assert "hr_bpm" not in frame.entities


def test_another_speed_is_asked_about_in_few_words() -> None:
    before = Context(
        last_intent="log_query", last_entities={"measure": "intensity", "speed_m_s": 2.778, "gait": "walk"}
    )
    assert parse("and 12 km/h?", now=NOW, context=before).entities["speed_m_s"] == pytest.approx(3.3333, abs=1e-3)
    assert parse("whats that in ml/kg/min", now=NOW, context=before).entities["speed_m_s"] == 2.778
    assert parse("how many mets is yoga", now=NOW, context=before).entities.get("measure") != "intensity"
