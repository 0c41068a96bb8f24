"""The log by talking: several at once, corrected, taken back, put back, weighed, summed up."""

from __future__ import annotations

from datetime import date

import pytest

from bot.coach import logbook
from bot.coach.coach import Coach
from bot.coach.facts import Missing, RunKept
from bot.runner import Runner
from bot.training.run import Run
from tests.coach.conftest import Talk
from tests.coach.test_keeping import desk

ANN = {"sex": "female", "age_years": 35, "height_m": 1.66, "weight_kg": 70}


def test_a_run_is_staged_with_its_energy_and_the_week_so_far() -> None:
    earlier = Run(run_id="r0", on_date=date(2026, 11, 17), distance_m=5000, duration_s=1800)
    last_week = Run(run_id="rx", on_date=date(2026, 11, 15), distance_m=9000)
    w = desk(Runner.model_validate(ANN), runs=(earlier, last_week))
    fact = logbook.keep_run(w, {"distance_m": 5200, "duration_s": 1860})
    assert isinstance(fact, RunKept)
    assert [run.distance_m for run in fact.week] == [5000, 5200]
    assert fact.net is not None


def test_a_run_of_a_person_without_weight_is_kept_without_energy() -> None:
    fact = logbook.keep_run(desk(), {"duration_s": 1800, "pace_s_per_km": 360, "date": "2026-11-20"})
    assert isinstance(fact, RunKept)
    assert (fact.run.distance_m, fact.run.on_date, fact.net) == (5000, date(2026, 11, 20), None)
    assert logbook.keep_run(desk(), {}) == Missing(slot="distance_m")


async def three_runs(talk: Talk) -> None:
    await talk.say("ran 5k in 30 min on monday")
    await talk.say("ran 8k in 50 min on wednesday")
    await talk.say("ran 10k yesterday in 65 min")


async def test_an_earlier_run_is_corrected_where_it_is_named(talk: Talk) -> None:
    await three_runs(talk)
    reply = (await talk.say("the monday one was 5.4 km")).reply
    assert "5.4 km in 30:00" in reply.text
    assert sorted(run.distance_m or 0 for run in talk.memory.runs) == [5400, 8000, 10_000]


async def test_the_day_of_the_last_run_is_corrected_without_its_size(talk: Talk) -> None:
    await talk.say("ran 3k in 20 min")
    await talk.say("no, it was yesterday")
    assert [(run.on_date, run.distance_m) for run in talk.memory.runs] == [(date(2026, 11, 21), 3000)]


async def test_a_named_run_is_taken_out_and_put_back(talk: Talk) -> None:
    await three_runs(talk)
    gone = (await talk.say("delete wednesday's run")).reply
    assert "8 km" in gone.text
    assert sorted(run.distance_m or 0 for run in talk.memory.runs) == [5000, 10_000]
    await talk.say("no wait put it back")
    assert sorted(run.distance_m or 0 for run in talk.memory.runs) == [5000, 8000, 10_000]


async def test_undo_goes_back_one_telling_at_a_time(talk: Talk) -> None:
    await three_runs(talk)
    await talk.say("undo")
    await talk.say("undo")
    assert [run.distance_m for run in talk.memory.runs] == [5000]
    assert (await talk.say("undo")).staged
    nothing = (await talk.say("undo")).reply
    assert nothing.kind == "clarify"
    assert talk.memory.runs == ()


async def test_undo_of_a_correction_gives_the_run_back_as_it_was(talk: Talk) -> None:
    await talk.say("ran 5.2 km in 31 min")
    await talk.say("actually it was 6k not 5.2")
    await talk.say("undo")
    assert [run.distance_m for run in talk.memory.runs] == [5200]


async def test_forget_that_takes_back_the_last_told_fact_and_its_weigh_in(talk: Talk) -> None:
    talk.tell(sex="female", weight_kg=72)
    await talk.say("I weigh 70 kg")
    assert [one.weight_kg for one in talk.memory.weigh_ins] == [70]
    await talk.say("forget that")
    assert (talk.memory.runner.weight_kg, talk.memory.weigh_ins) == (72, ())
    await talk.say("forget my weight")
    assert talk.memory.runner.weight_kg is None


async def test_a_weigh_in_keeps_its_day_and_a_second_one_of_the_day_replaces_it(talk: Talk) -> None:
    await talk.say("I weighed 72 kg last sunday")
    await talk.say("weighed in at 71.5 this morning")
    second = (await talk.say("no 70.5")).reply
    assert "70.5 kg" in second.text
    told = [(one.on_date, one.weight_kg) for one in talk.memory.weigh_ins]
    assert told == [(date(2026, 11, 22), 70.5), (date(2026, 11, 15), 72)]
    assert talk.memory.runner.weight_kg == 70.5


async def test_walks_and_slopes_are_priced_as_such(talk: Talk) -> None:
    talk.tell(**ANN)
    ran = (await talk.say("ran 5k in 50 min")).reply.figures[0]
    walked = (await talk.say("walked 5k in 50 min")).reply
    assert "walked" in walked.text
    assert walked.figures[0].method == "lcda_walk_power"
    uphill = (await talk.say("ran 5k in 30 min on the treadmill at 3% incline")).reply
    assert "3 percent incline" in uphill.text
    assert uphill.figures[0].value > ran.value


async def test_totals_answer_for_the_days_asked_about(talk: Talk) -> None:
    talk.tell(**ANN)
    await three_runs(talk)
    month = (await talk.say("how many km this month")).reply
    assert "23 km" in month.text
    assert "this month" in month.text
    energy = (await talk.say("total calories this week")).reply
    assert energy.figures[0].low < energy.figures[0].value < energy.figures[0].high
    assert energy.figures[0].inputs["distance"].value == 23


async def test_the_overview_lists_runs_and_how_the_pace_went(talk: Talk) -> None:
    await talk.say("ran 3k in 30 min on monday")
    await talk.say("ran 3k in 27 min yesterday")
    reply = (await talk.say("am i getting faster")).reply
    assert "10:00/km, 9:00/km" in reply.text
    assert "quicker" in reply.text


@pytest.mark.parametrize("words", ["delete that run", "undo"])
async def test_a_dry_run_says_that_it_is_one(coach: Coach, words: str) -> None:
    talk = Talk(coach, "ask")
    await talk.say("ran 5k in 30 min")
    turn = await talk.say(words)
    assert turn.reply.kind == "confirm"
    assert turn.reply.dry_run


async def test_that_run_is_the_one_just_changed(talk: Talk) -> None:
    await three_runs(talk)
    await talk.say("the monday one was 5.4 km")
    assert "5.4 km" in (await talk.say("delete that run")).reply.text
    assert sorted(run.distance_m or 0 for run in talk.memory.runs) == [8000, 10_000]


LOGGED = "log: 12 nov 10.2 km in 53:40, 14 nov 6 km 31:05, 17 nov 8.4 km 44:10"


def kilometres(talk: Talk) -> list[float]:
    return sorted((run.distance_m or 0) / 1000 for run in talk.memory.runs)


async def test_every_calendar_dated_run_of_a_list_is_kept_and_said_back(talk: Talk) -> None:
    reply = (await talk.say(f"morning. 33, male, 178 cm. {LOGGED}")).reply
    assert kilometres(talk) == [6, 8.4, 10.2]
    for day in ("Thu 12 Nov", "Sat 14 Nov", "Tue 17 Nov"):
        assert day in reply.text


async def test_a_named_run_is_corrected_from_any_place_in_the_talk(talk: Talk) -> None:
    await talk.say(LOGGED)
    await talk.say("i weigh 80.7 kg")
    reply = (await talk.say("oops, the 14 nov run was 6.2 km not 6")).reply
    assert "6.2 km in 31:05" in reply.text
    assert kilometres(talk) == [6.2, 8.4, 10.2]


async def test_undo_after_a_named_deletion_gives_the_run_back(talk: Talk) -> None:
    await talk.say(LOGGED)
    await talk.say("delete the 6 km one on 14 nov")
    assert kilometres(talk) == [8.4, 10.2]
    reply = (await talk.say("and undo that, i deleted the wrong thing")).reply
    assert "6 km in 31:05" in reply.text
    assert kilometres(talk) == [6, 8.4, 10.2]


async def test_a_plain_undo_after_a_named_deletion_gives_the_run_back_too(talk: Talk) -> None:
    await talk.say(LOGGED)
    await talk.say("remove the 8.4")
    await talk.say("undo")
    assert kilometres(talk) == [6, 8.4, 10.2]


async def test_a_run_told_twice_to_the_second_is_kept_once(talk: Talk) -> None:
    await talk.say(LOGGED)
    reply = (await talk.say("put back 14 nov 6 km 31:05")).reply
    assert "already" in reply.text or "I have that one" in reply.text
    assert len(talk.memory.runs) == 3


async def test_an_old_run_opens_no_week(talk: Talk) -> None:
    await talk.say("ran 5k today in 30 min")
    reply = (await talk.say("ran 6k on 3 nov in 36 min")).reply
    assert "week" not in reply.text


async def test_the_time_that_was_left_out_completes_the_run(talk: Talk) -> None:
    await talk.say("did 2.1 km today")
    await talk.say("i logged 20 mins, you left the time out")
    assert [(run.distance_m, run.duration_s) for run in talk.memory.runs] == [(2100, 1200)]


async def test_a_complaint_about_what_was_kept_shows_the_log(talk: Talk) -> None:
    await talk.say("ran 6 km on 14 nov in 31:05")
    reply = (await talk.say("you only kept one, what about the 17th?")).reply
    assert "6 km in 31:05" in reply.text
    assert "add it" in reply.text or "goes in" in reply.text
    assert len(talk.memory.runs) == 1


async def test_a_day_without_a_run_is_said_to_have_none(talk: Talk) -> None:
    await talk.say(LOGGED)
    reply = (await talk.say("delete the run from 15 nov")).reply
    assert reply.kind == "clarify"
    assert "no run of yours on Sun 15 Nov" in reply.text


async def test_total_and_pace_asked_together_are_both_said(talk: Talk) -> None:
    await talk.say(LOGGED)
    reply = (await talk.say("how far have i run this month, and average pace?")).reply
    # 10.2 + 6 + 8.4 km; 53:40 + 31:05 + 44:10 = 2:08:55 over 24.6 km = 5:14/km
    assert "24.6 km" in reply.text
    assert "5:14/km" in reply.text


async def test_the_same_again_is_a_run_of_its_own(talk: Talk) -> None:
    await talk.say("ran 5k in 30 min yesterday")
    await talk.say("did the same again today")
    assert [(run.on_date.day, run.distance_m, run.duration_s) for run in talk.memory.runs] == [
        (22, 5000, 1800),
        (21, 5000, 1800),
    ]


async def test_the_friday_one_is_no_reminder_in_a_talk_of_runs(talk: Talk) -> None:
    await talk.say("log: wednesday 14k 1:19:10")
    await talk.say("and friday 6k 33:20")
    await talk.say("the wednesday one is too long, it was 13.4")
    assert kilometres(talk) == [6, 13.4]
    await talk.say("take the friday one out")
    assert kilometres(talk) == [13.4]


async def test_a_run_said_to_be_no_new_one_is_taken_out(talk: Talk) -> None:
    await talk.say("walked 2 km today")
    await talk.say("i did 2 km, mostly walked")
    await talk.say("no thats the same one i told you before, not a new one")
    assert kilometres(talk) == [2]


async def test_the_mean_week_is_told_since_its_first_run(talk: Talk) -> None:
    await talk.say("log: 9 nov 10 km 55:00, 12 nov 6 km 33:00, 20 nov 12 km 66:00")
    reply = (await talk.say("what's my average weekly distance?")).reply
    # 28 km over the 14 days from 9 to 22 November
    assert "14 km" in reply.text
    assert "since Mon 9 Nov" in reply.text


async def test_most_runs_told_decide_the_units_and_why_is_answered(talk: Talk) -> None:
    await talk.say("ran 5 miles in 42:30 today")
    told = (await talk.say("also 10k on thursday 52 min, 5k on tuesday 24:50")).reply.text
    assert "10 km in 52:00" in told
    assert "km" in (await talk.say("total this week?")).reply.text
    await talk.say("total this week in miles")
    why = (await talk.say("why did you switch to miles for my 10k, i typed km")).reply.text
    assert "units I hear" in why
    assert "23 km" in why


async def test_a_size_thrown_back_is_a_plan_and_no_run(talk: Talk) -> None:
    talk.tell(**ANN)
    await talk.say("how much fat would i lose with 4 runs of 5 km a week")
    reply = (await talk.say("5 km? i only did 2")).reply
    assert talk.memory.runs == ()
    assert "4 runs of 2 km" in reply.text


async def test_a_run_is_made_a_plan_of_weeks(talk: Talk) -> None:
    talk.tell(**ANN)
    await talk.say("ran 8 km today in 50 min")
    reply = (await talk.say("12 weeks of this, three times a week?")).reply
    assert "3 runs of 8 km a week" in reply.text


async def test_a_run_is_taken_out_by_its_minutes_whatever_was_corrected_since(talk: Talk) -> None:
    await talk.say("ran 5 km in 26:14 yesterday")
    await talk.say("ran 7.1 km in 41:10")
    await talk.say("that's wrong, 7.2 km")

    await talk.say("delete the 41 min one")
    assert [run.distance_m for run in talk.memory.runs] == [5000.0]

    await talk.say("undo")
    assert {run.distance_m for run in talk.memory.runs} == {5000.0, 7200.0}


async def test_a_good_time_is_no_sum_of_energy(talk: Talk) -> None:
    await talk.say("how many kcal does a 10k burn, 62 kg")

    reply = (await talk.say("whats a good time for 5k")).reply

    assert reply.figures == () or reply.figures[0].name != "run_energy_kcal"
    assert "resting" not in reply.text
