"""The parser as a whole: anything gives a frame, talk leans on the turn before, what is odd is asked back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.frame import INTENTS, Ask, Context, Frame
from bot.nlu.parser import parse

NOW = datetime(2026, 11, 21, 9, 0)  # noqa: DTZ001 - the person's own wall clock
SLOTS = [
    "weight_kg", "height_m", "age_years", "sex", "goal", "activity", "runs_now_m_per_week", "time", "days",
    "days_and_time", "time_zone", "on_top", "units", "distance_m", "duration_s", "session_distance_m",
    "session_duration_s", "sessions_per_week", "horizon_days", "confirm_weight_kg", "odd_height_m", "remind", "nobody",
]  # fmt: skip


def read(text: str, **context: Any) -> Frame:
    return parse(text, now=NOW, context=Context(**context))


contexts = st.builds(
    Context,
    last_intent=st.none() | st.sampled_from(sorted(INTENTS)),
    last_entities=st.dictionaries(
        st.sampled_from(["distance_m", "duration_s", "time", "days", "weight_kg", "sessions_per_week"]),
        st.none() | st.floats(allow_nan=False) | st.text(max_size=6) | st.just("07:00") | st.just(5000.0),
    ),
    pending=st.none() | st.sampled_from(SLOTS),
    choices=st.lists(st.sampled_from(["06:30", "18:30", "4 km", "4 miles", "Every day", ""]), max_size=3).map(tuple),
    units=st.none() | st.sampled_from(["metric", "imperial"]),
)
words = st.lists(
    st.sampled_from(
        "ran run 5k 28:30 in at 7 half six remind me every day monday lose kg 10 70 why no yes not it was miles weigh "
        "fat how much many calories if i 3 x a week for months female 5'6 and ? . undo stop all chest pain".split()
    ),
    max_size=14,
).map(" ".join)


@given(st.text(max_size=300) | words, contexts)
def test_anything_in_any_context_gives_a_frame_that_can_be_written_as_json(text: str, context: Context) -> None:
    frame = parse(text, now=NOW, context=context)

    for one in (frame, *frame.also):
        assert one.intent in INTENTS
        json.dumps(dict(one.entities), allow_nan=False)
    assert parse(text, now=NOW, context=context) == frame


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "42",
        "?",
        "\x00\x01\x02",
        "\u200b\u202e",
        "....",
        "a" * 10_000,
        "run " * 2500,
        "1 " * 5000,
        "5k in " * 1700,
    ],
    ids=["empty", "blank", "number", "mark", "control", "hidden", "dots", "letters", "runs", "numbers", "fives"],
)
def test_odd_input_is_answered_without_a_figure(text: str) -> None:
    frame = read(text)

    assert frame.intent in {"out_of_scope", "log_run"}
    assert not frame.flags


def test_the_persons_zone_decides_what_today_is() -> None:
    late = datetime(2026, 11, 21, 23, 30, tzinfo=UTC)

    there = parse("ran 5k today", now=late, zone=ZoneInfo("Australia/Sydney"))
    here = parse("ran 5k today", now=late)

    assert there.entities["date"] == "2026-11-22"
    assert here.entities["date"] == "2026-11-21"


@pytest.mark.parametrize(
    ("text", "context", "intent", "entities"),
    [
        ("make it 7 instead", {"last_intent": "reminder_create"}, "reminder_change", {"time": "07:00"}),
        ("move it to 6pm", {"last_intent": "reminder_create"}, "reminder_change", {"time": "18:00"}),
        ("not on sundays tho", {"last_intent": "reminder_create"}, "reminder_delete", {"days": ["sun"]}),
        ("add sunday too", {"last_intent": "reminder_create"}, "reminder_create", {"days": ["sun"]}),
        ("and 5 times?", {"last_intent": "projection_question"}, "projection_question", {"sessions_per_week": 5}),
        ("3 times", {"last_intent": "projection_question"}, "projection_question", {"sessions_per_week": 3}),
        ("make it 6 months", {"last_intent": "projection_question"}, "projection_question", {"horizon_days": 183}),
        ("and for 10k?", {"last_intent": "calorie_question"}, "calorie_question", {"distance_m": 10_000}),
        ("thanks! how about 10k", {"last_intent": "calorie_question"}, "calorie_question", {"distance_m": 10_000}),
        ("what if i weighed 80", {"last_intent": "calorie_question"}, "calorie_question", {"weight_kg": 80}),
        ("it was actually yesterday", {"last_intent": "log_run"}, "log_run", {"date": "2026-11-20"}),
        ("oops, 32 minutes i meant", {"last_intent": "log_run"}, "log_run", {"duration_s": 1920}),
        ("sorry im 34 not 43", {"last_intent": "set_profile"}, "set_profile", {"age_years": 34}),
        ("and for men?", {"last_intent": "knowledge_question"}, "knowledge_question", {"sex": "male"}),
        ("does it work for thighs too?", {"last_intent": "knowledge_question"}, "knowledge_question", {}),
        ("is that a lot?", {"last_intent": "calorie_question"}, "knowledge_question", {}),
        ("how much is that in pounds", {"last_intent": "projection_question"}, "more", {"units_pref": "imperial"}),
    ],
)
def test_ellipsis_and_corrections_hold_only_what_is_new(
    text: str, context: Mapping[str, Any], intent: str, entities: Mapping[str, Any]
) -> None:
    frame = read(text, **context)

    assert (frame.intent, dict(frame.entities)) == (intent, entities)
    assert frame.follow_up


def test_a_wrong_unit_is_swapped_in_the_run_before() -> None:
    frame = read("no it was miles not km", last_intent="log_run", last_entities={"distance_m": 5000})

    assert frame.correction
    assert frame.entities["distance_m"] == pytest.approx(8046.72)


def test_an_hour_later_moves_the_known_time_and_else_says_by_how_much() -> None:
    known = read("an hour later please", last_intent="reminder_create", last_entities={"time": "07:00"})
    unknown = read("move my reminder half an hour earlier")

    assert dict(known.entities) == {"time": "08:00"}
    assert dict(unknown.entities) == {"shift_s": -1800.0}


@pytest.mark.parametrize(
    ("slot", "text", "intent", "entities"),
    [
        ("weight_kg", "about 70 i think", "set_profile", {"weight_kg": 70}),
        ("weight_kg", "11 stone", "set_profile", {"weight_kg": 69.853225}),
        ("weight_kg", "70kg and 5'6", "set_profile", {"weight_kg": 70, "height_m": 1.6764}),
        ("height_m", "172", "set_profile", {"height_m": 1.72}),
        ("height_m", "5 6", "set_profile", {"height_m": 1.6764}),
        ("height_m", "five foot six", "set_profile", {"height_m": 1.6764}),
        ("age_years", "34", "set_profile", {"age_years": 34}),
        ("sex", "f", "set_profile", {"sex": "female"}),
        ("sex", "I'm a bloke", "set_profile", {"sex": "male"}),
        ("goal", "smaller", "set_profile", {"goal": "smaller"}),
        ("activity", "i sit all day", "set_profile", {"activity": "desk"}),
        ("runs_now_m_per_week", "15k", "set_profile", {"runs_now_m_per_week": 15_000}),
        ("runs_now_m_per_week", "nothing", "set_profile", {"runs_now_m_per_week": 0}),
        ("time_zone", "lisbon", "set_profile", {"timezone": "Europe/Lisbon"}),
        ("time", "7", "reminder_create", {"time": "07:00"}),
        ("time", "18:30", "reminder_create", {"time": "18:30"}),
        ("days_and_time", "weekends 9ish", "reminder_create", {"days": ["sat", "sun"], "time": "09:00"}),
        ("days", "every day", "reminder_create", {"days": ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]}),
        ("on_top", "on top of what i do now", "yes", {"on_top": True}),
        ("on_top", "no thats my total", "no", {"on_top": False}),
        ("session_duration_s", "30", "projection_question", {"session_duration_s": 1800}),
        ("sessions_per_week", "4", "projection_question", {"sessions_per_week": 4}),
        ("horizon_days", "3 months", "projection_question", {"horizon_days": 91}),
        ("duration_s", "28", "log_run", {"duration_s": 1680}),
        ("distance_m", "5k", "log_run", {"distance_m": 5000}),
        ("remind", "yes, at 7am", "reminder_create", {"time": "07:00"}),
        ("confirm_weight_kg", "no 70", "set_profile", {"weight_kg": 70}),
        ("confirm_weight_kg", "yes", "yes", {}),
        ("weight_kg", "rather not say", "no", {}),
    ],
)
def test_a_bare_answer_fills_the_slot_that_was_asked_for(
    slot: str, text: str, intent: str, entities: Mapping[str, Any]
) -> None:
    frame = read(text, pending=slot)

    assert (frame.intent, dict(frame.entities)) == (intent, entities)


def test_an_answer_may_pick_one_of_the_offered() -> None:
    offered = {"pending": "time", "last_intent": "reminder_create", "choices": ("06:30", "18:30")}

    assert read("the evening one", **offered).entities["time"] == "18:30"
    assert read("first", **offered).entities["time"] == "06:30"
    assert read("18:30", **offered).entities["time"] == "18:30"


def test_the_unit_of_a_bare_number_is_taken_from_the_pick() -> None:
    run = read("miles", pending="units", last_intent="log_run", choices=("4 km", "4 miles"))
    weight = read("lb", pending="units", last_intent="set_profile", choices=("140 kg", "140 lb"))

    assert run.entities["distance_m"] == pytest.approx(6437.376)
    assert weight.entities["weight_kg"] == pytest.approx(63.502932)


def test_another_subject_is_no_answer() -> None:
    assert read("how do I bake sourdough?", pending="weight_kg").intent == "out_of_scope"
    assert read("does running shrink my bum?", pending="time").intent == "knowledge_question"


@pytest.mark.parametrize(
    ("text", "ask"),
    [
        ("remind me weekdays at half 6", Ask(slot="time", choices=("06:30", "18:30"))),
        ("remind me every morning", Ask(slot="time", choices=("06:30", "07:00", "08:00"))),
        ("set a reminder", Ask(slot="time")),
        ("remind me at 7", Ask(slot="days", choices=("every day", "weekdays", "just once"))),
        ("went for a run this morning", Ask(slot="distance_m")),
        ("ran 4 this morning", Ask(slot="units", choices=("4 km", "4 miles"))),
        ("i weigh 130", Ask(slot="units", choices=("130 kg", "130 lb"))),
        ("I weigh 700 kg", Ask(slot="confirm_weight_kg")),
        ("im 3 m tall and 70 kg, 190 years old", Ask(slot="confirm_age_years")),
        ("5k in 12 minutes", Ask(slot="confirm_duration_s")),
        ("ran 5k in 2 hours", Ask(slot="confirm_duration_s")),
        ("ran 5k at 1:50/km", Ask(slot="confirm_pace_s_per_km")),
        ("i live in the states", Ask(slot="time_zone")),
        ("I run about 3 hours a week", Ask(slot="runs_now_m_per_week")),
    ],
)
def test_what_is_missing_open_or_hard_to_believe_is_asked_back(text: str, ask: Ask) -> None:
    assert read(text).ask == ask


def test_known_units_settle_a_bare_number() -> None:
    assert read("ran 4 this morning", units="imperial").entities["distance_m"] == pytest.approx(6437.376)
    assert read("i weigh 130", units="imperial").entities["weight_kg"] == pytest.approx(58.967, abs=0.001)
    assert read("i weigh 130", units="metric").entities["weight_kg"] == 130


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("does running make my butt smaller?", "yes_no"),
        ("how do i get a bigger bum", "how"),
        ("shin splints help", "how"),
        ("why am i so hungry after long runs", "why"),
        ("how come the scale went up", "why"),
        ("how much protein do i need", "how_much"),
        ("how long till i see results from running", "how_long"),
        ("what's better for belly fat, running or weights?", "which"),
        ("best trainers for flat feet", "which"),
        ("is it true that fasted cardio burns more fat", "is_it_true"),
        ("my friend says running ruins your knees, true?", "is_it_true"),
        ("is running safe at my age", "what_about_me"),
    ],
)
def test_the_type_of_a_question_is_told(text: str, question: str) -> None:
    frame = read(text)

    assert (frame.intent, frame.question) == ("knowledge_question", question)


@pytest.mark.parametrize(
    ("text", "intent", "feeling"),
    [
        ("I haven't run for 2 weeks, feel like a failure", "feeling", "discouraged"),
        ("so nervous about parkrun tomorrow", "feeling", "anxious"),
        ("i hate my thighs", "feeling", "ashamed"),
        ("so proud of myself today", "feeling", "happy"),
        ("my weight is stuck and im fed up, why?", "knowledge_question", "frustrated"),
        ("ran 5k in 28:30, so chuffed", "log_run", "happy"),
        ("my mate is depressed", "out_of_scope", None),
        ("im not nervous at all", "out_of_scope", None),
    ],
)
def test_a_feeling_is_heard_beside_or_without_a_need(text: str, intent: str, feeling: str | None) -> None:
    frame = read(text)

    assert (frame.intent, frame.feeling) == (intent, feeling)


def test_several_needs_come_in_the_order_of_speaking() -> None:
    frame = read("ran 5k in 30 min this morning, also remind me tomorrow at 7. what should i run on monday")

    assert [one.intent for one in (frame, *frame.also)] == ["log_run", "reminder_create", "plan"]
    assert dict(frame.also[0].entities) == {"date": "2026-11-22", "time": "07:00"}
    assert dict(frame.also[1].entities) == {"date": "2026-11-23"}


def test_the_question_about_a_run_told_beside_it_comes_first() -> None:
    frame = read("ran 5k in 30 min this morning. how many calories is that?")

    assert [one.intent for one in (frame, *frame.also)] == ["calorie_question", "log_run"]
    assert dict(frame.entities) == {"distance_m": 5000, "duration_s": 1800}


def test_two_runs_of_two_days_are_two_runs() -> None:
    frame = read("ran 5k monday and 8k wednesday")

    assert [(one.entities["distance_m"], one.entities["date"]) for one in (frame, *frame.also)] == [
        (5000, "2026-11-16"),
        (8000, "2026-11-18"),
    ]


def test_days_with_their_own_times_are_several_reminders() -> None:
    frame = read("remind me on weekdays at 18:00 and weekends at 10")

    assert [one.entities["time"] for one in (frame, *frame.also)] == ["18:00", "10:00"]


def test_facts_told_before_a_question_belong_to_it() -> None:
    frame = read("I run 5k 4 times a week. How much fat will I lose in 3 months? I'm 35 and 70kg")

    assert frame.intent == "projection_question"
    assert dict(frame.entities) == {
        "session_distance_m": 5000,
        "sessions_per_week": 4,
        "horizon_days": 91,
        "age_years": 35,
        "weight_kg": 70,
    }


def test_a_red_flag_comes_first_and_keeps_the_needs_beside_it() -> None:
    frame = read("I'm 15 and want to lose 10kg fast")

    assert frame.flags == ("minor",)
    assert dict(frame.entities) == {"category": "minor", "age_years": 15, "target_loss_kg": 10}
    assert [other.intent for other in frame.also] == ["projection_question"]


def test_beside_an_emergency_no_question_of_knowledge_is_kept() -> None:
    frame = read("my chest hurts on hills, is that normal?")

    assert (frame.intent, frame.also) == ("red_flag", ())


def test_a_caution_lets_the_question_through() -> None:
    frame = read("i take beta blockers, can i run?")

    assert (frame.intent, frame.flags) == ("knowledge_question", ("medicines",))


def test_a_doctors_clearance_lets_reminders_go_on() -> None:
    frame = read("a doctor has cleared me")

    assert (frame.intent, dict(frame.entities)) == ("reminder_resume", {"cleared": True})


def test_mending_is_told_and_only_when_something_was_mended() -> None:
    assert read("remimd me evrey day at 7").repaired == "remind me every day at 7"
    assert read("remind me every day at 7").repaired is None
