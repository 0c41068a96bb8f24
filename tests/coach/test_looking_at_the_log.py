"""Looking at one's log by talk: sums in the units asked, stretches side by side, two things put right at once."""

from __future__ import annotations

import pytest

from tests.coach.conftest import Talk


@pytest.fixture
async def week(talk: Talk) -> Talk:
    """Mon 8 km in 40:00, Wed 10 km in 50:00, Fri 6 km in 30:00: 24 km in 2:00:00, 5:00/km."""
    await talk.say("log: mon 8 km 40:00, wed 10 km 50:00, fri 6 km 30:00")
    return talk


async def test_distance_and_pace_asked_together_come_in_one_line_and_in_the_unit_asked(week: Talk) -> None:
    # 24 km are 14.9 miles; 5:00/km is 8:03/mile
    text = (await week.say("how many miles this week and avg pace per mile")).reply.text
    assert "3 runs" in text
    assert "14.9 miles in 2:00:00" in text
    assert "8:03/mile on average" in text
    assert "\n" not in text


async def test_the_unit_of_one_question_does_not_stay(week: Talk) -> None:
    await week.say("how many miles this week and avg pace per mile")
    assert "24 km" in (await week.say("show me this week")).reply.text


async def test_stretches_are_set_side_by_side_and_an_empty_one_is_named(week: Talk) -> None:
    text = (await week.say("compare this week with last week")).reply.text
    assert "24 km in 2:00:00, 5:00/km on average" in text
    assert "nothing logged last week" in text
    await week.say("ran 9 km in 45 min on 10 november")
    assert "15 km farther this week" in (await week.say("this week vs last week")).reply.text


async def test_a_correction_and_another_run_in_one_message_are_both_kept(week: Talk) -> None:
    text = (await week.say("the wednesday 10k was 51:10, and i also did 5k in 26:00 yesterday")).reply.text
    assert "10 km in 51:10" in text
    assert "5 km in 26:00" in text
    sizes = sorted((run.distance_m, run.duration_s) for run in week.memory.runs)
    assert sizes == [(5000, 1560), (6000, 1800), (8000, 2400), (10_000, 3070)]


async def test_a_correction_and_a_removal_in_one_message_are_both_done(week: Talk) -> None:
    await week.say("74.2 kg yesterday")
    await week.say("friday was 6.4 km not 6, and remove yesterdays weigh-in")
    assert {run.distance_m for run in week.memory.runs} == {8000, 10_000, 6400}
    assert week.memory.weigh_ins == ()


async def test_a_correction_that_is_undone_leaves_the_run_as_it_was(week: Talk) -> None:
    await week.say("wait, friday was 6.4 km not 6")
    await week.say("undo that friday correction, it was 6 after all")
    assert {run.distance_m for run in week.memory.runs} == {8000, 10_000, 6000}


async def test_runs_told_with_a_body_are_confirmed_without_an_article(talk: Talk) -> None:
    reply = (await talk.say("38, male, 74 kg, 181 cm. I run 4x a week. log: mon 8 km 43:10, wed 10k in 52:30")).reply
    assert len(talk.memory.runs) == 2
    assert reply.citations == ()


async def test_a_run_named_by_its_size_brings_its_own_time_into_the_sum(week: Talk) -> None:
    week.tell(sex="male", age_years=38, height_m=1.81, weight_kg=74)
    told = (await week.say("what was the energy of the 10k one, net and gross")).reply
    assert "10 km in 50:00" in told.text
    assert len(told.figures) == 2
    faster = (await week.say("what if i'd run that at 4:30/km")).reply
    assert "10 km in 45:00" in faster.text


async def test_a_wish_for_a_file_is_answered_with_all_there_is(week: Talk) -> None:
    text = (await week.say("export everything as csv")).reply.text
    assert "can't make a file" in text
    assert all(size in text for size in ("8 km in 40:00", "10 km in 50:00", "6 km in 30:00"))


async def test_how_much_quicker_one_week_was_is_said_where_pace_is_asked(week: Talk) -> None:
    # 5:00/km this week, 5:30/km in the one before
    await week.say("ran 10 km in 55 min on 10 november")
    assert "0:30/km quicker this week" in (await week.say("how much faster was this week than last")).reply.text


async def test_what_is_left_to_a_mileage_and_the_spread_of_paces_are_told(week: Talk) -> None:
    assert "6 km" in (await week.say("how many km do i need to hit 30 this week")).reply.text
    await week.say("ran 5 km in 27:30 yesterday")
    # paces 300, 300, 300 and 330 s/km: mean 307.5, standard deviation 15
    text = (await week.say("std dev of my pace?")).reply.text
    assert "0:15/km" in text
    assert "5:08/km" in text


async def test_a_weight_that_is_only_supposed_is_reckoned_with_and_not_kept(week: Talk) -> None:
    week.tell(sex="male", age_years=36, height_m=1.82, weight_kg=77)
    now = (await week.say("what was the calorie cost of friday's run, with uncertainty")).reply
    assert "four" in now.text
    lighter = (await week.say("what if i weighed 72")).reply
    assert lighter.figures[0].value < now.figures[0].value
    assert week.memory.runner.weight_kg == 77


async def test_a_body_and_a_run_told_for_a_sum_are_priced_and_the_run_is_not_logged(talk: Talk) -> None:
    reply = (await talk.say("Me: male, 49, 82 kg, 178 cm, 12 km in 63 min. Net kcal with the error please")).reply
    assert "12 km in 1:03:00" in reply.text
    assert talk.memory.runs == ()
    assert talk.memory.runner.age_years == 49


async def test_a_second_run_without_its_unit_is_kept_and_weights_in_pounds_keep_their_tenths(talk: Talk) -> None:
    await talk.say("ran 6.2 miles in 54:10 yesterday and 3.1 in 25:40 today. 168 lb, 5'9, male 42")
    assert sorted(run.duration_s for run in talk.memory.runs if run.duration_s) == [1540, 3250]
    assert "168.4 lb" in (await talk.say("weights: 168.4 mon, 167.8 wed, 168.9 fri")).reply.text
