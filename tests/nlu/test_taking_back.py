"""Which record is meant, and what a question about an answer asks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.nlu.frame import Context
from bot.nlu.parser import parse

SUNDAY = datetime(2026, 11, 22, 18, tzinfo=UTC)
AFTER_A_RUN = Context(last_intent="log_run", last_entities={"distance_m": 5000.0})


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("make the first one 5.4 km", {"which": 1}),
        ("the monday one was 2k", {"which_date": "2026-11-16"}),
        ("delete weds", {"which_date": "2026-11-18"}),
        ("delete the last run", {"which": -1}),
        ("forget my weight", {"field": "weight_kg"}),
        ("no wait put it back", {"again": True}),
        ("delete that run", {"which": 0}),
        ("undo", {}),
    ],
)
def test_a_record_is_named_by_place_day_or_field(text: str, meant: dict[str, object]) -> None:
    frame = parse(text, now=SUNDAY, context=AFTER_A_RUN)
    assert frame.intent in {"undo", "log_run"}
    assert frame.meant == meant


def test_taking_a_day_out_of_the_reminders_is_no_run() -> None:
    frame = parse("drop thursday", now=SUNDAY, context=Context(last_intent="reminder_list"))
    assert frame.intent == "reminder_delete"


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("which equation did you use?", "equation"),
        ("is that net or gross", "net_gross"),
        ("how sure are you?", "certainty"),
        ("why is the range so wide", "certainty"),
        ("why so slow?", "size"),
        ("is that all", "size"),
    ],
)
def test_a_question_about_a_figure_says_what_it_asks(text: str, about: str) -> None:
    assert parse(text, now=SUNDAY, context=Context(last_intent="calorie_question")).about == about
