"""How a message leans on the turns before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.coach.leaning import in_talk, understand
from bot.coach.planner import plan
from bot.coach.thread import Thread
from bot.coach.turn import Exchange, Memory, Message
from bot.nlu.frame import Frame, Intent
from bot.reply import Figure, Reply, Subject


def exchange(intent: Intent, entities: dict[str, Any], pending: str | None = None) -> Exchange:
    return Exchange(
        turn_id="t",
        said="…",
        reply=Reply(text="…", kind="answer", mode="embedded", turn_id="t"),
        intent=intent,
        entities=entities,
        pending=pending,
        at=datetime(2026, 11, 22, tzinfo=UTC),
    )


def figured(before: Exchange, subject: Subject) -> Exchange:
    """Return the turn with a figure in its reply."""
    figure = Figure(
        name="net_kcal",
        subject=subject,
        value=1,
        low=1,
        high=1,
        unit="kcal",
        shown="1",
        method="m",
        source="s",
        inputs={},
    )
    return replace(before, reply=replace(before.reply, figures=(figure,)))


def leaned(frame: Frame, *before: Exchange) -> Frame:
    """Return a frame read after some turns, against the last of them."""
    return in_talk(frame, before[-1], Thread(exchanges=before))


def test_and_five_times_takes_the_rest_from_the_question_before() -> None:
    before = exchange("projection_question", {"session_distance_m": 5000, "sessions_per_week": 4, "horizon_days": 91})
    merged = leaned(Frame(intent="projection_question", entities={"sessions_per_week": 5}), before)
    assert merged.entities == {"session_distance_m": 5000, "sessions_per_week": 5, "horizon_days": 91}


def test_a_place_told_after_a_sum_does_it_no_second_time() -> None:
    plan = {"session_distance_m": 5000, "sessions_per_week": 4, "horizon_days": 91}
    before = figured(exchange("projection_question", plan, pending="on_top"), "you")
    told = Frame(intent="set_profile", entities={"timezone": "Europe/London"})
    assert leaned(told, before) == told


def test_a_whole_new_question_takes_nothing_over() -> None:
    before = exchange("projection_question", {"session_distance_m": 5000, "sessions_per_week": 4, "horizon_days": 91})
    asked = {"session_distance_m": 8000, "sessions_per_week": 2}
    assert leaned(Frame(intent="projection_question", entities=asked), before).entities == asked


def test_an_answer_to_what_was_asked_back_resumes_the_request() -> None:
    before = exchange("reminder_create", {"time": "07:00"}, pending="time_zone")
    answer = Frame(intent="set_profile", entities={"timezone": "Europe/Lisbon"})
    resumed = leaned(answer, before)
    assert resumed.intent == "reminder_create"
    assert [call.tool for call in plan(resumed, "lisbon")] == ["remember_profile", "set_reminder"]


def test_telling_ones_profile_unasked_resumes_nothing() -> None:
    before = exchange("calorie_question", {"distance_m": 5000})
    answer = Frame(intent="set_profile", entities={"weight_kg": 70})
    assert leaned(answer, before) == answer


def test_a_weight_told_after_an_examples_figure_does_the_sum_again() -> None:
    before = figured(exchange("calorie_question", {"distance_m": 5000}), "example")
    aside = exchange("thanks", {})
    told = Frame(intent="set_profile", entities={"weight_kg": 92})
    assert leaned(told, before, aside).intent == "calorie_question"
    assert leaned(told, figured(before, "you"), aside) == told


def test_a_why_in_between_does_not_end_the_request() -> None:
    plan_told = exchange("projection_question", {"session_distance_m": 10_000, "sessions_per_week": 4})
    merged = leaned(
        Frame(intent="projection_question", entities={"sessions_per_week": 5}), plan_told, exchange("why", {})
    )
    assert merged.entities == {"session_distance_m": 10_000, "sessions_per_week": 5}


def test_a_bare_distance_after_a_weekly_plan_is_the_new_week() -> None:
    before = exchange("projection_question", {"distance_per_week_m": 10_000})
    merged = leaned(
        Frame(intent="projection_question", entities={"session_distance_m": 16_000}, follow_up=True), before
    )
    assert merged.entities == {"distance_per_week_m": 16_000}


def test_an_order_about_a_reminder_varies_no_sum_of_some_turns_ago() -> None:
    summed = exchange("projection_question", {"session_duration_s": 1200, "sessions_per_week": 3})
    asked_to_ring = exchange("reminder_set", {"days": ["mon", "wed", "fri"], "time": "18:30"})
    memory = Memory(person_id="p", exchanges=(figured(summed, "example"), asked_to_ring))
    at = datetime(2026, 11, 22, 9, tzinfo=UTC)
    frame = understand(memory, Message(text="change wed to 8", at=at, channel="terminal", message_key="m"))
    assert (frame.intent, frame.entities["days"], frame.entities["time"]) == ("reminder_change", ["wed"], "08:00")
