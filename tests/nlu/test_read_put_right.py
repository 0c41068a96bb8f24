"""What puts the log right right after it was told, by minutes, days and entries; what is no run at all."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.nlu.frame import Context
from bot.nlu.parser import parse

SUNDAY = datetime(2026, 11, 22, 18, tzinfo=UTC)
AFTER_RUNS = Context(last_intent="log_run", last_entities={"distance_m": 5000.0})
AFTER_A_WEIGHT = Context(last_intent="log_weight", last_entities={"weight_kg": 74.0})


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("also thats wrong, 6x800 at 3:25/km was only the reps, the 14.3 took 1:08:40", {"duration_s": 4120.0}),
        ("that's not right, it took 58 min", {"duration_s": 3480.0}),
        ("that's wrong, it was 11 km", {"distance_m": 11_000.0}),
    ],
)
def test_what_is_wrong_right_after_a_run_is_put_right(text: str, sizes: dict[str, float]) -> None:
    frame = parse(text, now=SUNDAY, context=AFTER_RUNS)
    assert (frame.intent, frame.correction, frame.entities) == ("log_run", True, sizes)


@pytest.mark.parametrize("context", [Context(), AFTER_RUNS], ids=["alone", "runs"])
def test_a_run_is_named_by_its_minutes(context: Context) -> None:
    frame = parse("delete the 18 min one", now=SUNDAY, context=context)
    assert (frame.intent, frame.meant) == ("undo", {"size": 18.0})


@pytest.mark.parametrize("text", ["why are there 2 runs", "why 2 runs i only did 1", "how come i have two entries"])
def test_one_run_too_many_is_asked_about_after_a_run(text: str) -> None:
    frame = parse(text, now=SUNDAY, context=AFTER_RUNS)
    assert (frame.intent, frame.entities) == ("log_query", {"measure": "too_many"})


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("actually waist was 74 not 72", {"waist_cm": 74.0}),
        ("no, my waist. correct it: waist 74 cm", {"waist_cm": 74.0}),
        ("waist 84 cm and neck 38 cm", {"waist_cm": 84.0, "neck_cm": 38.0}),
    ],
)
def test_a_tape_put_right_is_a_tape(text: str, facts: dict[str, float]) -> None:
    calories = Context(last_intent="calorie_question", last_entities={"distance_m": 8000.0, "duration_s": 2650.0})
    for context in (Context(), AFTER_RUNS, calories):
        frame = parse(text, now=SUNDAY, context=context)
        assert (frame.intent, frame.entities) == ("set_profile", facts)


def test_a_number_that_was_meant_is_no_wish_for_none() -> None:
    assert parse("no i meant the body fat number, not power", now=SUNDAY).intent != "number_free"


@pytest.mark.parametrize(
    ("text", "times"),
    [("every day except sunday", 6.0), ("every day but weekends", 5.0), ("every day apart from mon and fri", 5.0)],
)
def test_days_left_out_are_not_counted(text: str, times: float) -> None:
    frame = parse(f"how much fat would i lose running 3 km {text}", now=SUNDAY)
    assert frame.entities == {"session_distance_m": 3000.0, "sessions_per_week": times}


@pytest.mark.parametrize("text", ["how long till i see a difference", "when will i see a change"])
def test_a_time_to_come_is_not_looked_up_in_the_log(text: str) -> None:
    assert parse(text, now=SUNDAY).intent != "log_query"


def test_a_half_told_with_its_time_is_what_a_marathon_is_foretold_from() -> None:
    frame = parse("My half is 1:32:10. Predict my marathon and give me the interval.", now=SUNDAY)
    assert frame.entities["distance_m"] == pytest.approx(21_097.5)
    assert (frame.entities["duration_s"], frame.entities["targets_m"]) == (5530.0, [42_195.0])


def test_a_run_named_by_its_size_is_moved_to_its_day() -> None:
    for context in (Context(), AFTER_RUNS, Context(last_intent="log_query", last_entities={"measure": "summary"})):
        frame = parse("no, the 12.4 was on friday", now=SUNDAY, context=context)
        assert (frame.intent, frame.correction) == ("log_run", True)
        assert (frame.meant, frame.entities) == ({"size": 12.4}, {"date": "2026-11-20"})
