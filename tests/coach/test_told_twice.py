"""A run told once more is asked about; days in a row are counted over the whole log."""

from __future__ import annotations

import pytest

from bot.coach.turn import DeleteRuns, LogRun
from tests.coach.conftest import Talk
from tests.coach.test_reports import kept_runs


@pytest.mark.parametrize("again", ["8k 44 min today", "did 8 km in 44 min", "8 km 44:10 this morning"])
async def test_a_run_that_may_be_told_twice_is_asked_about(talk: Talk, again: str) -> None:
    await talk.say("ran 8 km in 44:10 today")

    turn = await talk.say(again)

    assert kept_runs(turn) == []
    assert "8 km" in turn.reply.text


@pytest.mark.parametrize("yes", ["yes", "yes another one", "it was a second run"])
async def test_what_was_another_run_is_logged_then(talk: Talk, yes: str) -> None:
    await talk.say("ran 8 km in 44:10 today")
    await talk.say("8k 44 min today")

    (run,) = kept_runs(await talk.say(yes))

    assert (run.distance_m, run.duration_s) == (8000.0, 2640.0)


@pytest.mark.parametrize("no", ["no", "no its the same one", "the same run"])
async def test_what_was_the_same_run_is_not(talk: Talk, no: str) -> None:
    await talk.say("ran 8 km in 44:10 today")
    await talk.say("8k 44 min today")

    turn = await talk.say(no)

    assert not [write for write in turn.staged if isinstance(write, LogRun)]
    assert turn.reply.kind != "answer"


@pytest.mark.parametrize("other", ["ran 5 km in 31 min", "ran 8 km in 50 min this evening", "8k 44 min yesterday"])
async def test_another_run_is_logged_at_once(talk: Talk, other: str) -> None:
    await talk.say("ran 8 km in 44:10 today")

    assert len(kept_runs(await talk.say(other))) == 1


async def test_the_longest_streak_is_of_the_whole_log(talk: Talk) -> None:
    for told in ("ran 5 km in 31 min on monday", "ran 5 km in 32 min on tuesday", "ran 4 km in 26 min on wednesday"):
        await talk.say(told)
    await talk.say("ran 3 km in 20 min today")
    await talk.say("how far today?")

    assert "3 days in a row" in (await talk.say("longest streak?")).reply.text


async def test_a_distance_told_later_completes_the_run(talk: Talk) -> None:
    await talk.say("ran 62 min yesterday")

    (run,) = kept_runs(await talk.say("yesterday was 10.1 km in 1:02:00, you lost the distance. fix that one"))

    assert (run.distance_m, run.duration_s) == (10100.0, 3720.0)
    assert (await talk.say("show my log")).reply.text.count("·") == 1


async def test_a_pace_asked_beside_the_first_run_is_of_that_run(talk: Talk) -> None:
    turn = await talk.say("ran 7.42k today in 41:18, whats my pace")

    assert "No runs" not in turn.reply.text
    assert "5:34/km" in turn.reply.text


async def test_how_to_bring_old_runs_along_is_told(talk: Talk) -> None:
    assert "day; kilometres; time" in (await talk.say("can i paste rows of my old runs?")).reply.text


async def test_a_question_read_as_a_wish_for_reminders_is_answered(talk: Talk) -> None:
    turn = await talk.say("i dont want a reminder. i asked what to eat before a run")

    assert turn.reply.citations
    assert "reminder" not in turn.reply.text


async def test_the_energy_of_a_run_taken_out_is_still_told(talk: Talk) -> None:
    await talk.say("I'm 46, male, 81 kg, 183 cm")
    await talk.say("ran 10k in 52")

    turn = await talk.say("no, I didn't run, take it out. it was a question: kcal net and gross for that")

    assert any(isinstance(write, DeleteRuns) for write in turn.staged)
    assert "kcal" in turn.reply.text
    assert "10 km" in turn.reply.text
