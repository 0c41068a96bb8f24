"""What is called for which wish."""

from __future__ import annotations

import pytest

from bot.coach.planner import only_tells, plan
from bot.nlu.frame import Ask, Frame, Intent


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


def test_a_weight_told_of_oneself_inside_a_question_is_kept() -> None:
    frame = Frame(intent="calorie_question", entities={"distance_m": 5000, "weight_kg": 90})
    assert [call.tool for call in plan(frame, "how much is 5k, i'm 90 kg")] == ["remember_profile", "estimate_run"]
    assert [call.tool for call in plan(frame, "how much would a 5k burn if i was 90 kg")] == ["estimate_run"]


def test_what_was_not_understood_is_looked_up_and_another_language_is_not() -> None:
    assert [call.tool for call in plan(Frame(intent="out_of_scope"), "my feet go numb")] == ["search_articles"]
    assert plan(Frame(intent="out_of_scope", entities={"language": "de"}), "ich laufe gern") == ()


@pytest.mark.parametrize(
    ("text", "tools"),
    [
        ("im 42, sit at a desk all day, 112 kg. dont even know if i should be here tbh", ["remember_profile"]),
        ("im 52 in menopause and running does nothing for my belly", ["remember_profile", "search_articles"]),
        ("im 42 and 112 kg, sitting all day. what should i do", ["remember_profile", "search_articles"]),
    ],
)
def test_how_somebody_lives_is_kept_and_is_no_question(text: str, tools: list[str]) -> None:
    frame = Frame(intent="set_profile", entities={"weight_kg": 112.0})

    assert [call.tool for call in plan(frame, text)] == tools


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("im 43, male, 178 cm, 92 kg, desk job", True),
        ("41, 108 kg and i feel like everyone looks at me", False),
        ("im 43 and 92 kg, is running safe for me?", False),
    ],
)
def test_who_only_tells_how_they_live_is_asked_and_told_nothing(text: str, tells: bool) -> None:
    assert only_tells(Frame(intent="set_profile", entities={"weight_kg": 92.0}), text) is tells
