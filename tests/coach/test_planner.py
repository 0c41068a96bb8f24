"""What is called for which wish, and how a message leans on the turn before."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.coach.planner import in_talk, plan
from bot.coach.turn import Exchange
from bot.nlu.frame import Ask, Frame, Intent
from bot.reply import Reply


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


@pytest.mark.parametrize(
    ("intent", "tool"),
    [
        ("knowledge_question", "search_articles"),
        ("calorie_question", "estimate_run"),
        ("projection_question", "project_fat"),
        ("set_profile", "remember_profile"),
        ("log_run", "log_run"),
        ("log_query", "recall_runs"),
        ("reminder_create", "set_reminder"),
        ("reminder_change", "change_reminder"),
        ("reminder_pause", "pause_reminders"),
        ("reminder_resume", "resume_reminders"),
        ("reminder_delete", "delete_reminders"),
        ("reminder_list", "list_reminders"),
    ],
)
def test_each_wish_has_its_tool(intent: Intent, tool: str) -> None:
    assert [call.tool for call in plan(Frame(intent=intent), "…")] == [tool]


def test_small_talk_needs_no_tool() -> None:
    assert plan(Frame(intent="greeting"), "hi") == ()


def test_what_was_told_is_kept_before_anything_is_computed() -> None:
    told = Frame(intent="set_profile", entities={"weight_kg": 70})
    frame = Frame(intent="calorie_question", entities={"distance_m": 5000}, also=(told,))
    assert [call.tool for call in plan(frame, "…")] == ["remember_profile", "estimate_run"]


def test_a_whole_body_told_inside_a_question_is_kept_and_a_single_supposed_weight_is_not() -> None:
    body = {"sex": "female", "age_years": 35, "height_m": 1.66, "weight_kg": 70}
    whole = plan(Frame(intent="projection_question", entities={"sessions_per_week": 4, **body}), "…")
    assert [call.tool for call in whole] == ["remember_profile", "project_fat"]
    assert whole[0].arguments == body
    supposed = plan(Frame(intent="calorie_question", entities={"distance_m": 5000, "weight_kg": 90}), "…")
    assert [call.tool for call in supposed] == ["estimate_run"]


def test_a_frame_that_asks_back_calls_nothing() -> None:
    assert plan(Frame(intent="reminder_create", ask=Ask(slot="time", choices=("06:30", "18:30"))), "…") == ()


def test_and_five_times_takes_the_rest_from_the_question_before() -> None:
    before = exchange("projection_question", {"session_distance_m": 5000, "sessions_per_week": 4, "horizon_days": 91})
    merged = in_talk(Frame(intent="projection_question", entities={"sessions_per_week": 5}), before)
    assert merged.entities == {"session_distance_m": 5000, "sessions_per_week": 5, "horizon_days": 91}


def test_a_whole_new_question_takes_nothing_over() -> None:
    before = exchange("projection_question", {"session_distance_m": 5000, "sessions_per_week": 4, "horizon_days": 91})
    asked = {"session_distance_m": 8000, "sessions_per_week": 2}
    assert in_talk(Frame(intent="projection_question", entities=asked), before).entities == asked


def test_an_answer_to_what_was_asked_back_resumes_the_request() -> None:
    before = exchange("reminder_create", {"time": "07:00"}, pending="time_zone")
    answer = Frame(intent="set_profile", entities={"timezone": "Europe/Lisbon"})
    resumed = in_talk(answer, before)
    assert resumed.intent == "reminder_create"
    assert [call.tool for call in plan(resumed, "lisbon")] == ["remember_profile", "set_reminder"]


def test_telling_ones_profile_unasked_resumes_nothing() -> None:
    before = exchange("calorie_question", {"distance_m": 5000})
    answer = Frame(intent="set_profile", entities={"weight_kg": 70})
    assert in_talk(answer, before) == answer
