"""One race time turned into another by talk: from a time told, from the log, and what stands behind it."""

from __future__ import annotations

from bot.evaluation.truth import fault_of
from tests.coach.conftest import Talk
from tests.coach.test_reports import kept_runs


async def test_a_logged_run_is_turned_into_the_distances_asked(talk: Talk) -> None:
    await talk.say("log 12 km 1:03:20 today, 5k 24:50 yesterday, thursday 8km 44 min easy")
    reply = (await talk.say("predict my 10k and half from the 5k")).reply
    # 1490 s * 2^1.06 = 3106.5 s; 1490 s * 4.2195^1.06 = 6853.8 s; both to ten seconds
    assert "10 km in about 51:50" in reply.text
    assert "a half marathon in about 1:54:10" in reply.text
    assert "no error band" in reply.text or "error band for one person" in reply.text
    assert [fault_of(figure) for figure in reply.figures] == [None, None]


async def test_its_formula_and_error_are_its_own_and_another_distance_goes_on_from_it(talk: Talk) -> None:
    await talk.say("what half time does a 49:30 10k predict")
    error = (await talk.say("which formula and what's the error?")).reply.text
    assert "Riegel" in error
    assert "2,303" in error
    assert "Looney" not in error
    marathon = (await talk.say("and a marathon?")).reply.text
    assert "10 km in 49:30" in marathon
    assert "at least 10 minutes too fast" in marathon
    assert "D2 / D1" in (await talk.say("how did you get that")).reply.text


async def test_hours_are_understood_where_minutes_would_be_a_world_record(talk: Talk) -> None:
    assert "in 1:45:00" in (await talk.say("predict my marathon time from a 1:45 half")).reply.text


async def test_without_a_time_it_is_asked_for_and_nothing_is_made_up(talk: Talk) -> None:
    reply = (await talk.say("predict my 10k from my 5k")).reply
    assert reply.figures == ()
    assert "Riegel" in reply.text or "turn it into" in reply.text


async def test_a_time_told_after_what_a_good_one_is_goes_over_that_distance(talk: Talk) -> None:
    await talk.say("whats a good 5k time for my age")

    (run,) = kept_runs(await talk.say("got 24:10 yesterday!!"))

    assert (run.distance_m, run.duration_s) == (5000.0, 1450.0)


async def test_an_outing_in_whole_minutes_keeps_its_own_size(talk: Talk) -> None:
    await talk.say("whats a good 5k time for my age")

    (run,) = kept_runs(await talk.say("went for 30 minutes yesterday"))

    assert run.distance_m is None


async def test_a_run_is_named_by_its_bare_distance(talk: Talk) -> None:
    await talk.say("log: 8/11 12.4 km 1:09:30, 10/11 6k easy")

    reply = (await talk.say("m 31 178cm 74.2kg. kcal for the 12.4?")).reply

    assert "12.4 km in 1:09:30" in reply.text

    held_against = (await talk.say("vs my watch 980")).reply
    assert "980" in held_against.text
    assert "looks off" not in held_against.text
    assert "misreading" not in held_against.text
