"""Questions about one's own records and body, told apart from questions to the articles and from runs told."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.nlu.frame import NO_CONTEXT, Context
from bot.nlu.parser import parse

SUNDAY = datetime(2026, 11, 22, 9, tzinfo=UTC)
AFTER_A_RUN = Context(last_intent="log_run", last_entities={"distance_m": 5000.0})
AFTER_A_WEIGHT = Context(last_intent="log_weight", last_entities={"weight_kg": 79.9})
ASKED_FOR_THE_REST = Context(last_intent="log_query", last_entities={"measure": "body_fat"}, pending="body")


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("how do you compute my weight trend?", "weight_method"),
        ("moving average, exponential smoothing, what window?", "weight_method"),
        ("so whats my trend now then, with today", "weight_trend"),
        ("what is my weight trend", "weight_trend"),
        ("show me the weights you have stored", "weight"),
        ("show me my weights", "weight"),
        ("my BMI?", "bmi"),
        ("can you work out my bmi", "bmi"),
        ("what is my body fat", "body_fat"),
        ("my 5k was 27:10, what would my 10k be?", "race_time"),
        ("how did my pace compare friday vs saturday", "two_days"),
    ],
)
def test_a_question_about_the_own_records_is_no_question_to_the_articles(text: str, measure: str) -> None:
    frame = parse(text, now=SUNDAY)
    assert (frame.intent, frame.entities.get("measure")) == ("log_query", measure)
    assert not any(one.intent == "log_run" for one in frame.also)


@pytest.mark.parametrize(
    "text",
    [
        "how do i work out my body fat with a tape",
        "does weighing every day make people lose more",
        "is it real fat loss or water at first?",
        "my bmi is 27, is that bad",
        "how fast will my 10k be if i run 4x a week",
    ],
)
def test_a_question_to_the_articles_stays_one(text: str) -> None:
    assert parse(text, now=SUNDAY).intent == "knowledge_question"


def test_two_weights_and_a_question_are_kept_and_answered() -> None:
    frame = parse("weight 72.4 today, 72.9 last sunday, is that real loss or noise?", now=SUNDAY)
    told = [one.entities for one in (frame, *frame.also) if one.intent == "log_weight"]
    assert told == [
        {"weight_kg": 72.4, "date": "2026-11-22"},
        {"weight_kg": 72.9, "date": "2026-11-15"},
    ]
    assert frame.also[-1].entities == {"measure": "weight_change"}


def test_weights_without_days_are_one_list_in_the_order_told() -> None:
    frame = parse("My last 3 weigh-ins: 81.2, 81.6, 80.9", now=SUNDAY)
    assert (frame.intent, frame.entities) == ("log_weight", {"weights_kg": [81.2, 81.6, 80.9]})


def test_a_bare_number_after_a_weigh_in_is_another_one() -> None:
    assert parse("80.3", now=SUNDAY, context=AFTER_A_WEIGHT).entities == {"weight_kg": 80.3}
    assert parse("180", now=SUNDAY, context=AFTER_A_WEIGHT).intent != "log_weight"


def test_what_is_told_beside_the_question_is_kept_too() -> None:
    frame = parse("my body fat from the tape: neck 38 waist 86 height 180, male", now=SUNDAY)
    assert frame.entities == {"measure": "body_fat"}
    assert frame.also[0].entities == {"neck_cm": 38.0, "waist_cm": 86.0, "height_m": 1.8, "sex": "male"}


def test_the_rest_that_was_asked_for_finishes_the_sum() -> None:
    frame = parse("male 34. now compute it", now=SUNDAY, context=ASKED_FOR_THE_REST)
    assert frame.entities == {"measure": "body_fat"}
    assert frame.also[0].entities == {"sex": "male", "age_years": 34.0}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("i did NOT run 5k. i said my coworkers do park run", {}),
        ("don't log that", {}),
        ("delete the 16.2 one!! I didn't run that, it was the sum", {"size": 16.2}),
        ("how do i reset my log", {"everything": "log"}),
        ("delete all my runs", {"everything": "runs"}),
        ("wipe all my weigh-ins", {"everything": "weigh_ins"}),
    ],
)
def test_a_denial_takes_back_and_logs_nothing(text: str, meant: dict[str, object]) -> None:
    frame = parse(text, now=SUNDAY, context=AFTER_A_RUN)
    assert (frame.intent, frame.meant) == ("undo", meant)


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("everyone at work does park run and im the fat one", NO_CONTEXT),
        ("my coworkers run 10k every friday", NO_CONTEXT),
        ("i did NOT run 5k, my coworkers do", NO_CONTEXT),
        ("that's 8.2 km + 5 miles. why is the total in miles, I want km", AFTER_A_RUN),
    ],
)
def test_runs_of_others_and_sums_told_as_a_complaint_are_never_logged(text: str, context: Context) -> None:
    frame = parse(text, now=SUNDAY, context=context)
    assert not any(one.intent == "log_run" for one in (frame, *frame.also))


def test_a_day_put_right_beside_one_that_was_right_changes_only_that_day() -> None:
    frame = parse("no!! WED was 6.4, monday was right: 5k in 27:10", now=SUNDAY, context=AFTER_A_RUN)
    assert (frame.intent, frame.entities) == ("log_run", {"distance_m": 6400.0})
    assert (frame.correction, frame.meant) == (True, {"which_date": "2026-11-18"})


def test_how_much_weight_swings_is_a_question_to_the_articles() -> None:
    text = "how big is normal day to day weight noise, sd?"
    assert parse(text, now=SUNDAY, context=AFTER_A_WEIGHT).intent != "log_query"


def test_a_complaint_that_the_log_is_not_shown_asks_to_see_it() -> None:
    frame = parse("whats the point of the log if u cant show it", now=SUNDAY, context=AFTER_A_WEIGHT)
    assert (frame.intent, frame.entities) == ("log_query", {"measure": "weight"})


def test_a_run_with_friends_is_still_a_run() -> None:
    assert parse("my friends and i ran 5k", now=SUNDAY).intent == "log_run"


def test_a_time_of_a_reminder_is_no_size_of_a_run() -> None:
    after_reminders = Context(last_intent="reminder_list")
    assert parse("delete the 6.30 one", now=SUNDAY, context=after_reminders).intent != "undo"
