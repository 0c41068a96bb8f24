"""A quantity asked in another unit is a sum and never a run; anything that says more is left to other readers."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.nlu.frame import Context
from bot.nlu.parser import parse

SUNDAY = datetime(2026, 11, 22, 18, tzinfo=UTC)
AFTER_A_RUN = Context(last_intent="log_run", last_entities={"distance_m": 8000.0, "duration_s": 2472.0})


@pytest.mark.parametrize(
    ("text", "amounts", "told_in", "into"),
    [
        ("convert 7.3 mph to min/km", [7.3], "mph", ["min/km"]),
        ("how many metres is 3.5 miles", [3.5], "miles", ["m"]),
        ("7.3 mph is what pace", [7.3], "mph", ["min/mile", "min/km"]),
        ("no run. just a conversion: km/h of 5:30 per km", [5.5], "min/km", ["km/h"]),
        ("5:00/km = ? km/h", [5.0], "min/km", ["km/h"]),
        ("how many miles is 10 km", [10.0], "km", ["miles"]),
        ("8 mph and 9 mph in km/h", [8.0, 9.0], "mph", ["km/h"]),
        ("what's a 9 min mile in min per km", [9.0], "min/mile", ["min/km"]),
        ("170 lbs in kilos", [170.0], "lb", ["kg"]),
        ("whats 12 stone in kg", [12.0], "stone", ["kg"]),
        ("how far is a mile in km", [1.0], "miles", ["km"]),
        ("how many km in a mile", [1.0], "miles", ["km"]),
        ("12 km/h pace?", [12.0], "km/h", ["min/km", "min/mile"]),
    ],
)
def test_a_unit_is_turned_into_another(text: str, amounts: list[float], told_in: str, into: list[str]) -> None:
    frame = parse(text, now=SUNDAY)
    asked = {"measure": "conversion", "amounts": amounts, "told_in": told_in, "into": into}
    assert (frame.intent, dict(frame.entities), frame.ask) == ("log_query", asked, None)


@pytest.mark.parametrize(
    ("text", "told", "into"),
    [
        ("how long would 10k take at 5:40/km", {"distance_m": 10_000.0, "pace_s_per_km": 340.0}, ["min"]),
        ("what pace is 1:45 half", {"distance_m": 21_097.5, "duration_s": 6300.0}, ["min/km", "min/mile"]),
        ("pace i need for a sub 25 5k?", {"distance_m": 5000.0, "duration_s": 1500.0}, ["min/km", "min/mile"]),
        ("how far is 30 min at 6:00/km", {"duration_s": 1800.0, "pace_s_per_km": 360.0}, ["km"]),
    ],
)
def test_the_third_of_time_way_and_pace_is_asked_for(text: str, told: dict[str, float], into: list[str]) -> None:
    assert dict(parse(text, now=SUNDAY).entities) == {"measure": "conversion", **told, "into": into}


@pytest.mark.parametrize(
    ("text", "into"),
    [("what is that per mile", ["min/mile"]), ("how many miles is it?", ["miles"]), ("pace?", ["min/km"])],
)
def test_after_a_run_its_own_size_is_meant(text: str, into: list[str]) -> None:
    assert dict(parse(text, now=SUNDAY, context=AFTER_A_RUN).entities) == {"measure": "conversion", "into": into}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("8 km @ 5:40/km on monday", "log_run"),
        ("treadmill 9.5 km/h for 25 min", "log_run"),
        ("ran 6.2 miles in 55 mins yesterday", "log_run"),
        ("5k in 25 min", "log_run"),
        ("how many calories is 10 km", "calorie_question"),
        ("how fast should i run 5k", "knowledge_question"),
        ("how long does 5k take a beginner", "knowledge_question"),
    ],
)
def test_what_says_more_than_a_sum_is_read_as_before(text: str, intent: str) -> None:
    frame = parse(text, now=SUNDAY)
    assert frame.intent == intent
    assert frame.entities.get("measure") != "conversion"
