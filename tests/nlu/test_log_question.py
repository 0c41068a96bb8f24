"""Questions made of the words of the log alone, however clipped, and what only looks like one."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.nlu.frame import NO_CONTEXT, Context
from bot.nlu.parser import parse

SUNDAY = datetime(2026, 11, 22, 12, 0)  # noqa: DTZ001 - the wall clock of the person
THIS_WEEK = {"since": "2026-11-16", "until": "2026-11-22"}
LAST_WEEK = {"than_since": "2026-11-09", "than_until": "2026-11-15"}


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("how many miles this week and avg pace per mile", [{"measure": "summary", **THIS_WEEK}]),
        ("average pace per mile this week", [{"measure": "pace", **THIS_WEEK}]),
        ("week total in km", [THIS_WEEK]),
        ("total time and distance for the week?", [{"measure": "summary", **THIS_WEEK}]),
        ("this week vs last", [{"measure": "compare", **THIS_WEEK, **LAST_WEEK}]),
        ("compare with the previous week", [{"measure": "compare", **THIS_WEEK, **LAST_WEEK}]),
        ("longest run in october", [{"measure": "longest", "since": "2026-10-01", "until": "2026-10-31"}]),
        ("average distance per run this week", [{"measure": "each", **THIS_WEEK}]),
        (
            "so what's logged for friday now, and the week total in miles?",
            [{"measure": "day", "since": "2026-11-20", "until": "2026-11-20"}, {"measure": "distance", **THIS_WEEK}],
        ),
        (
            "how many kcal was thursday's run net, with the error?",
            [{"measure": "kcal", "since": "2026-11-19", "until": "2026-11-19"}],
        ),
    ],
)
def test_whatever_is_said_in_words_of_the_log_asks_about_the_log(text: str, asked: list[dict[str, str]]) -> None:
    frame = parse(text, now=SUNDAY)
    assert {one.intent for one in (frame, *frame.also)} == {"log_query"}
    assert [dict(one.entities) for one in (frame, *frame.also)] == asked


@pytest.mark.parametrize(
    "text",
    [
        "how long is a marathon",
        "how many calories per km",
        "ran 12 on sunday",
        "how many miles should i run this week",
    ],
)
def test_the_same_words_may_ask_for_knowledge_or_tell_a_run(text: str) -> None:
    assert parse(text, now=SUNDAY).intent != "log_query"


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("and in miles?", {"measure": "compare", **LAST_WEEK, "units_pref": "imperial"}),
        ("and the pace?", {"measure": "pace"}),
    ],
)
def test_a_look_at_the_log_goes_on_with_what_it_was_of(text: str, more: dict[str, str]) -> None:
    asked = {"measure": "compare", **THIS_WEEK, **LAST_WEEK}
    frame = parse(text, now=SUNDAY, context=Context(last_intent="log_query", last_entities=asked))
    assert (frame.intent, dict(frame.entities)) == ("log_query", {**THIS_WEEK, **more})


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("the 8km was 42 min not 44, and remove yesterdays weigh-in", ["log_run", "undo"]),
        ("the wednesday 10k was 51:10, and i also did 5k in 26:00 yesterday", ["log_run", "log_run"]),
        ("friday was 6.4 km not 6. and whats the week total", ["log_run", "log_query"]),
        ("make tuesday 9.4 km and delete the saturday run", ["log_run", "undo"]),
    ],
)
def test_what_puts_the_log_right_may_hold_a_second_need(text: str, intents: list[str]) -> None:
    frame = parse(text, now=SUNDAY, context=Context(last_intent="log_run"))
    assert [one.intent for one in (frame, *frame.also)] == intents
    assert frame.correction


def test_undoing_a_correction_takes_back_the_change_and_not_the_run() -> None:
    frame = parse("undo that friday correction, it was 6 after all", now=SUNDAY, context=NO_CONTEXT)
    assert (frame.intent, dict(frame.meant)) == ("undo", {})


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("which run was the slowest", {"measure": "slowest"}),
        ("std dev of my pace?", {"measure": "spread"}),
        ("energy for all of november", {"measure": "kcal", "since": "2026-11-01", "until": "2026-11-22"}),
        ("what do you have for this week now", THIS_WEEK),
        ("how many km do i need to hit 30 this week", {"measure": "to_go", "target_m": 30_000.0, **THIS_WEEK}),
    ],
)
def test_more_than_sums_is_asked_of_a_log(text: str, asked: dict[str, object]) -> None:
    frame = parse(text, now=SUNDAY)
    assert (frame.intent, dict(frame.entities), frame.also) == ("log_query", asked, ())


def test_a_run_that_is_only_supposed_is_priced_for_this_body_and_not_logged() -> None:
    frame = parse("for me: 47 y, 78 kg, 180 cm male, 45 min at 12 km/h. kcal gross and net?", now=SUNDAY)
    assert (frame.intent, frame.also) == ("calorie_question", ())
    assert {"age_years": 47.0, "weight_kg": 78.0, "duration_s": 2700.0}.items() <= frame.entities.items()


def test_a_weekday_told_with_its_date_is_that_date() -> None:
    frame = parse("add: sun 15 nov 11.2 km 1:04:10, tue 6.5 km 36:00, thu 9 km 50:20", now=SUNDAY)
    told = [(one.entities["date"], one.entities["distance_m"]) for one in (frame, *frame.also)]
    assert told == [("2026-11-15", 11_200.0), ("2026-11-17", 6500.0), ("2026-11-19", 9000.0)]


@pytest.mark.parametrize(
    ("text", "since", "than_since"),
    [
        ("how does that compare to october", "2026-11-01", "2026-10-01"),
        ("october vs september", "2026-10-01", "2026-09-01"),
    ],
)
def test_months_named_alone_are_compared(text: str, since: str, than_since: str) -> None:
    frame = parse(text, now=datetime(2026, 11, 24, 8))  # noqa: DTZ001 - the person's own wall time

    assert frame.entities["measure"] == "compare"
    assert (frame.entities["since"], frame.entities["than_since"]) == (since, than_since)
