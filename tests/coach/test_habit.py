"""Figures that start from the log: what is run now, at which pace; assumptions put right; a watch held against them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.coach.habit import habit_of
from bot.evaluation.truth import fault_of
from bot.reply import Figure
from bot.training.run import Run
from tests.coach.conftest import Talk

TODAY = date(2026, 11, 22)
BEN = {"sex": "male", "age_years": 33, "height_m": 1.78, "weight_kg": 80.7}
WEEK = "runs: mon 8k 42:10, wed 12k 1:05:30, fri 5k 23:58, sat 16k 1:28:00"


def run(back: int, km: float, minutes: float | None = None, *, walked: bool = False) -> Run:
    return Run(
        run_id=f"r{back}",
        on_date=TODAY - timedelta(days=back),
        distance_m=1000 * km,
        duration_s=60 * minutes if minutes else None,
        gait="walk" if walked else "run",
    )


def test_a_habit_is_the_mean_week_since_the_first_run_of_four_weeks() -> None:
    # 10 + 6 + 8 km over 14 days: 12 km a week; only the timed ones tell the pace: 16 km in 80 min = 5:00/km
    habit = habit_of([run(0, 10, 50), run(5, 6, 30), run(13, 8), run(40, 30)], today=TODAY)
    assert habit is not None
    assert habit.km_per_week == pytest.approx(12.0)
    assert habit.speed_m_s == pytest.approx(1000 / 300)


def test_two_runs_or_walks_are_no_habit() -> None:
    assert habit_of([run(0, 5), run(3, 5), run(5, 4, walked=True)], today=TODAY) is None


def test_runs_of_one_week_are_that_weeks() -> None:
    habit = habit_of([run(0, 5), run(1, 5), run(2, 5)], today=TODAY)
    assert habit is not None
    assert habit.km_per_week == 15.0


def inputs_of(figure: Figure) -> dict[str, tuple[object, str]]:
    return {name: (one.value, one.origin) for name, one in figure.inputs.items()}


async def test_a_projection_starts_from_the_log_and_says_so(talk: Talk) -> None:
    talk.tell(**BEN)
    await talk.say(WEEK)
    reply = (await talk.say("5 km x 4 a week on top, project my fat loss in 12 weeks")).reply
    inputs = inputs_of(reply.figures[0])
    assert inputs["running_now"] == (41.0, "log")
    # 3:39:38 for 41 km: 5:21/km
    assert inputs["pace"][1] == "log"
    assert float(str(inputs["pace"][0])) == pytest.approx(219.63 / 41, abs=0.01)
    assert fault_of(reply.figures[0]) is None
    assert "From your log" in (await talk.say("How I got this")).reply.text


async def test_running_that_is_kept_up_is_no_more_running(talk: Talk) -> None:
    talk.tell(**BEN)
    await talk.say(WEEK)
    reply = (await talk.say("how many weeks to 78 kg if i keep 41 km a week")).reply
    assert reply.figures == ()
    assert "isn't more running than you do now" in reply.text


async def test_without_a_log_keeping_it_up_is_a_plan_like_any_other(talk: Talk) -> None:
    talk.tell(**BEN)
    reply = (await talk.say("how much fat will i lose in a year if i keep 20 km a week")).reply
    assert reply.figures[0].name == "fat_loss_kg"


async def test_what_replaces_todays_running_is_counted_anew(talk: Talk) -> None:
    talk.tell(**BEN)
    await talk.say(WEEK)
    before = (await talk.say("how much fat would i lose with 50 km a week in 26 weeks")).reply.figures[0]
    reply = (await talk.say("no it replaces what i do now")).reply
    assert reply.figures[0].value < before.value
    assert "more than you run now" in reply.text


async def test_it_is_asked_what_is_run_now_where_nothing_tells(talk: Talk) -> None:
    talk.tell(**BEN)
    await talk.say("how much fat would i lose with 50 km a week in 26 weeks")
    assert "How far do you run" in (await talk.say("no, it replaces what i run now")).reply.text
    reply = (await talk.say("20 km")).reply
    assert inputs_of(reply.figures[0])["running_now"] == (20.0, "told")


async def test_two_assumptions_put_right_in_one_message_are_both_taken(talk: Talk) -> None:
    talk.tell(**BEN)
    await talk.say("how much fat would i lose with 4 runs of 5 km a week")
    reply = (await talk.say("that's wrong, i run at 5:00/km, and i said 26 weeks not a year")).reply
    inputs = inputs_of(reply.figures[0])
    assert inputs["pace"] == (5.0, "told")
    assert inputs["horizon"] == (182, "told")


async def test_fat_and_scale_are_told_apart_once(talk: Talk) -> None:
    talk.tell(**BEN)
    first = (await talk.say("how much fat would i lose with 4 runs of 5 km a week in 12 weeks")).reply.text
    second = (await talk.say("and 5 runs?")).reply.text
    assert "water and lean tissue" in first
    assert "water and lean tissue" not in second


async def test_what_a_watch_says_is_held_against_the_run_shown_last(talk: Talk) -> None:
    talk.tell(**BEN)
    await talk.say("ran 12 km yesterday in 1:02:00")
    reply = (await talk.say("that is too high, strava says 790")).reply
    assert "12 km in 1:02:00" in reply.text
    assert "790 kcal is about right" in reply.text
    assert "Why watches differ" in {button.label for button in reply.buttons}


async def test_a_weight_told_in_a_question_is_used_and_kept(talk: Talk) -> None:
    reply = (await talk.say("80 kg, 10 km in 50 min, how many kcal, net or gross")).reply
    assert {figure.name for figure in reply.figures} == {"net_kcal", "gross_kcal"}
    assert talk.memory.runs == ()
    assert talk.memory.runner.weight_kg == 80
    again = (await talk.say("and 10 km at 5:30?")).reply
    assert again.figures[0].subject == "you"


async def test_a_denied_kind_of_day_is_asked_about_and_never_stored(talk: Talk) -> None:
    reply = (await talk.say("i am not sedentary")).reply
    assert reply.kind == "clarify"
    assert talk.memory.runner.activity is None
    await talk.say("i'm on my feet all day")
    assert talk.memory.runner.activity == "on_feet"


async def test_the_kind_of_day_is_taken_out_of_the_record(talk: Talk) -> None:
    talk.tell(activity="desk")
    await talk.say("remove the sitting day from my record")
    assert talk.memory.runner.activity is None


async def test_a_chart_asked_for_is_told_in_words(talk: Talk) -> None:
    await talk.say(WEEK)
    reply = (await talk.say("show me a chart of my pace")).reply
    assert "in words" in reply.text
    assert "5:21/km" in reply.text
