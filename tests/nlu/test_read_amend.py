"""What puts the log right, wherever the talk stands, and what only looks like a run."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.nlu.frame import Context
from bot.nlu.parser import parse

SUNDAY = datetime(2026, 11, 22, 18, tzinfo=UTC)
AFTER_RUNS = Context(last_intent="log_run", last_entities={"distance_m": 5000.0})
AFTER_A_WEIGHT = Context(last_intent="log_weight", last_entities={"weight_kg": 74.0})


@pytest.mark.parametrize(
    ("text", "meant", "sizes"),
    [
        ("oops, the 14 nov run was 6.2 km not 6", {"which_date": "2026-11-14", "size": 6.0}, {"distance_m": 6200.0}),
        ("change saturday's run to 16.4 km", {"which_date": "2026-11-21"}, {"distance_m": 16_400.0}),
        ("sat was 16.4 not 16.1", {"which_date": "2026-11-21", "size": 16.1}, {"distance_m": 16_400.0}),
        (
            "the long run on wednesday should have been 19 km",
            {"kind": "long", "which_date": "2026-11-18"},
            {"distance_m": 19_000.0},
        ),
        ("fix thursday's run to 43:10", {"which_date": "2026-11-19"}, {"duration_s": 2590.0}),
    ],
)
@pytest.mark.parametrize("context", [Context(), AFTER_A_WEIGHT, AFTER_RUNS], ids=["alone", "weight", "runs"])
def test_a_run_named_by_day_is_changed_whatever_was_said_before(
    text: str, meant: dict[str, object], sizes: dict[str, float], context: Context
) -> None:
    frame = parse(text, now=SUNDAY, context=context)
    assert (frame.intent, frame.correction) == ("log_run", True)
    assert (frame.meant, frame.entities) == (meant, sizes)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("delete the 6 km one on 14 nov", {"which_date": "2026-11-14", "size": 6.0}),
        ("both the 16.1 and 16.4 are there, remove the 16.1", {"size": 16.1}),
        ("undo the last sunday one, that was a bike ride", {"which_date": "2026-11-15"}),
        ("delete that, i didnt run 24", {"size": 24.0}),
    ],
)
def test_a_run_named_by_day_or_size_is_taken_out(text: str, meant: dict[str, object]) -> None:
    frame = parse(text, now=SUNDAY, context=AFTER_RUNS)
    assert (frame.intent, frame.meant) == ("undo", meant)


@pytest.mark.parametrize("text", ["undo that, i deleted the wrong one", "put the run back", "restore that"])
def test_what_was_taken_out_comes_back_when_asked(text: str) -> None:
    assert parse(text, now=SUNDAY, context=Context(last_intent="undo")).meant == {"again": True}


@pytest.mark.parametrize("text", ["drop the thursday one", "change wed to 8", "undo the 7 am one"])
def test_words_that_may_mean_a_reminder_change_no_run(text: str) -> None:
    assert parse(text, now=SUNDAY, context=Context(last_intent="reminder_list")).intent != "log_run"
    assert not parse(text, now=SUNDAY, context=Context(last_intent="reminder_list")).meant


@pytest.mark.parametrize(
    "text",
    [
        "project my 10k from the 5k time please",
        "80 kg, 10 km in 50 min, how many kcal",
        "i asked if 24 min for 5k is possible",
        "i run 5k in 28 min, need to get faster",
        "convert 10 km in 52:00 to miles",
    ],
)
def test_a_size_that_belongs_to_a_question_is_no_run(text: str) -> None:
    frame = parse(text, now=SUNDAY)
    assert "log_run" not in {frame.intent, *(one.intent for one in frame.also)}


@pytest.mark.parametrize(
    "text",
    [
        "ran 6k on 14 nov in 31:05 and 8.4k on 17 nov in 44:10",
        "log: 14 nov 6 km 31:05, 17 nov 8.4 km 44:10",
        "14 nov 6 km 31:05 17 nov 8.4 km 44:10",
        "nov 14: 6km in 31:05; nov 17: 8.4km 44:10",
    ],
)
def test_every_run_of_a_list_with_calendar_days_is_read(text: str) -> None:
    frame = parse(text, now=SUNDAY)
    told = [
        (one.entities["date"], one.entities["distance_m"], one.entities["duration_s"]) for one in (frame, *frame.also)
    ]
    assert told == [("2026-11-14", 6000.0, 1865.0), ("2026-11-17", 8400.0, 2650.0)]


@pytest.mark.parametrize(
    "text",
    [
        "ran 5k monday and a slow 8k wed",
        "5k mon and 8k wed",
        "log 5k from monday and 8k from wednesday please",
        "did an easy 5k on monday, then another 8k tempo on wed",
        "i also ran 5k on monday and also 8k on wednesday",
    ],
)
def test_every_run_of_a_sentence_is_read_with_its_day(text: str) -> None:
    frame = parse(text, now=SUNDAY)
    told = [(one.entities["date"], one.entities["distance_m"]) for one in (frame, *frame.also)]
    assert told == [("2026-11-16", 5000.0), ("2026-11-18", 8000.0)]


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("5x1000m with 90s rest, reps 4:10 4:08 4:12 4:05 4:01", {"distance_m": 5000.0, "duration_s": 1236.0}),
        ("ran 4 x 1 mile in 7:05, 7:02, 7:00, 6:58", {"distance_m": 6437.376, "duration_s": 1685.0}),
        ("ran 10x400m 90s each w 60s rest", {"distance_m": 4000.0, "duration_s": 900.0}),
        ("did 5 x 1k splits 4:10, 4:08, 4:12", {"distance_m": 5000.0}),
        ("intervals 8x400 with 90s rest, total 7k", {"distance_m": 7000.0}),
        ("ran 5x1000m @ 4:10", {"distance_m": 5000.0, "pace_s_per_km": 250.0}),
        ("ran 45 min, garmin said 10.2k but really 10.0", {"distance_m": 10_000.0, "duration_s": 2700.0}),
        ("ran 28 min, belt said 5 km but my watch says 4.6 km, i trust the watch", {"distance_m": 4600.0}),
        ("ran 10k, watch says 152 bpm", {"distance_m": 10_000.0}),
    ],
)
def test_repetitions_and_doubted_distances_make_one_run(text: str, sizes: dict[str, float]) -> None:
    frame = parse(text, now=SUNDAY)
    assert (frame.intent, frame.also) == ("log_run", ())
    assert sizes.items() <= frame.entities.items()
    assert "duration_s" in sizes or frame.entities.keys() <= {*sizes, "duration_s"}


@pytest.mark.parametrize(
    "text",
    [
        "do the rests count?",
        "did you store the 90s rests?",
        "is the warm up included in the 5 km?",
        "do you keep splits",
        "are pauses counted in my pace?",
    ],
)
def test_what_the_log_keeps_is_asked_of_the_log(text: str) -> None:
    assert parse(text, now=SUNDAY).entities == {"measure": "storage"}


@pytest.mark.parametrize(
    "text",
    [
        "how long should the rests be between intervals",
        "do i need a warm up",
        "do intervals burn more fat",
        "does walking count as exercise",
        "should i keep my rests short",
    ],
)
def test_advice_on_intervals_is_no_question_of_the_log(text: str) -> None:
    assert parse(text, now=SUNDAY).entities.get("measure") != "storage"


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("ok i went again. 25 mins. feel good actually!", {"duration_s": 1500.0}),
        ("i did it!! 20 mins, half walking. 2.1km", {"duration_s": 1200.0, "distance_m": 2100.0}),
    ],
)
def test_a_run_told_across_sentences_keeps_all_its_parts(text: str, sizes: dict[str, float]) -> None:
    frame = parse(text, now=SUNDAY)
    assert (frame.intent, frame.also, frame.entities) == ("log_run", (), sizes)


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("how far have i run this month, and average pace", ["summary"]),
        ("avg pace for the week? and total", ["summary"]),
        ("is that a weighted mean or the mean of the paces?", ["pace_method"]),
        ("how many km in november", ["distance"]),
        ("pace trend over the month", ["pace"]),
        ("how far did i go on 14 nov?", ["day"]),
        ("how many calories did saturday burn?", ["kcal"]),
        ("convert my last run to miles and min/mile", ["last"]),
        ("so im losing what, 0.4 kg a week? is that trend real with 3 points?", ["weight_trend"]),
        ("what 10k time can i expect from 24:50 for 5k", ["race_time"]),
    ],
)
def test_questions_about_ones_own_log_are_read_as_such(text: str, measures: list[str]) -> None:
    frame = parse(text, now=SUNDAY)
    assert [one.entities["measure"] for one in (frame, *frame.also)] == measures


def test_a_total_asked_after_a_pace_keeps_its_stretch() -> None:
    asked = {"measure": "pace", "since": "2026-11-16", "until": "2026-11-22"}
    frame = parse("and the total miles too", now=SUNDAY, context=Context(last_intent="log_query", last_entities=asked))
    assert frame.entities == {**asked, "measure": "distance", "units_pref": "imperial"}


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("edit that: 24:50", {"duration_s": 1490.0}),
        ("you logged it as 5 km but it was 5.2", {"distance_m": 5200.0}),
        ("i never ran 5.2, it was 5", {"distance_m": 5000.0}),
        ("no wait, wednesday was 8.5 km", {"distance_m": 8500.0}),
    ],
)
def test_what_was_logged_wrong_is_put_right_and_never_logged_again(text: str, sizes: dict[str, float]) -> None:
    frame = parse(text, now=SUNDAY, context=AFTER_RUNS)
    assert (frame.intent, frame.correction, frame.entities) == ("log_run", True, sizes)


def test_a_weigh_in_of_a_day_is_put_right_or_taken_out() -> None:
    changed = parse("the 14 nov one was 81.4", now=SUNDAY, context=AFTER_A_WEIGHT)
    assert (changed.intent, changed.entities) == ("log_weight", {"weight_kg": 81.4, "date": "2026-11-14"})
    assert parse("delete the 5 nov weight", now=SUNDAY).meant == {"weigh_in": "2026-11-05"}


@pytest.mark.parametrize(
    ("text", "last", "asked"),
    [
        ("how many kilometres since 1 november?", None, {"measure": "distance", "since": "2026-11-01"}),
        ("whats the sum", "log_run", {"measure": "distance"}),
        ("how many runs in total", None, {"measure": "count"}),
        ("whats the energy of the 9 nov run?", None, {"measure": "kcal", "since": "2026-11-09"}),
        ("am i actually going down or is it noise", "log_weight", {"measure": "weight_change"}),
        ("what would you need for a proper trend", "log_weight", {"measure": "weight_trend"}),
    ],
)
def test_more_questions_about_ones_own_log(text: str, last: str | None, asked: dict[str, str]) -> None:
    frame = parse(text, now=SUNDAY, context=Context(last_intent=last))
    assert frame.intent == "log_query"
    assert asked.items() <= frame.entities.items()


def test_a_bare_weight_to_reach_is_a_goal_beside_a_plan_of_running() -> None:
    frame = parse("with 3 runs of 6 km a week, when would i hit 78?", now=SUNDAY)
    assert frame.intent == "projection_question"
    assert frame.entities["target_weight_kg"] == 78.0


@pytest.mark.parametrize(
    ("text", "last", "measure"),
    [
        ("which one was fastest?", "log_run", "fastest"),
        ("so whats that a week", "log_weight", "weight_trend"),
        ("so how much is it this week", "log_run", "distance"),
    ],
)
def test_short_questions_after_a_telling_are_about_what_was_told(text: str, last: str, measure: str) -> None:
    assert parse(text, now=SUNDAY, context=Context(last_intent=last)).entities["measure"] == measure


def test_a_weight_of_an_earlier_day_told_after_one_is_a_weigh_in() -> None:
    frame = parse("71.9 a week ago", now=SUNDAY, context=AFTER_A_WEIGHT)
    assert (frame.intent, frame.entities) == ("log_weight", {"weight_kg": 71.9, "date": "2026-11-15"})


def test_a_run_told_instead_of_a_plans_part_is_logged() -> None:
    context = Context(last_intent="projection_question", pending="sessions_per_week")
    frame = parse("ok i went again today. 25 mins. feel good actually!", now=SUNDAY, context=context)
    assert (frame.intent, frame.entities["duration_s"]) == ("log_run", 1500.0)


@pytest.mark.parametrize(("text", "meant"), [("the 18th was 6.8 km", "2026-11-18"), ("delete the 18th", "2026-11-18")])
def test_a_day_of_the_month_names_a_run_without_its_month(text: str, meant: str) -> None:
    frame = parse(text, now=SUNDAY, context=AFTER_RUNS)
    assert frame.meant == {"which_date": meant}


def test_a_time_of_another_day_is_a_run_of_its_own() -> None:
    frame = parse("and yesterday 20 min", now=SUNDAY, context=AFTER_RUNS)
    assert (frame.correction, frame.entities) == (False, {"duration_s": 1200.0, "date": "2026-11-21"})


@pytest.mark.parametrize(
    "text",
    [
        "you didnt say if 18 min is good",
        "you never told me whether 5k in 30 is ok",
        "i never said i ran 42 km",
        "riegel's exponent of 1.06 underestimates marathon times in recreational runners",
        "she hasn't eaten for two days and ran 10k",
        "my sister ran 10k yesterday",
    ],
)
@pytest.mark.parametrize("context", [Context(), AFTER_RUNS], ids=["alone", "runs"])
def test_a_complaint_a_remark_and_somebody_elses_run_are_not_logged(text: str, context: Context) -> None:
    frame = parse(text, now=SUNDAY, context=context)
    assert "log_run" not in {one.intent for one in (frame, *frame.also)}


def test_a_run_with_intervals_in_it_has_the_distance_of_the_whole() -> None:
    frame = parse("yesterday 14.3 km 6x800 at 3:25/km", now=SUNDAY)
    assert (frame.intent, frame.entities) == ("log_run", {"distance_m": 14_300.0, "date": "2026-11-21"})
