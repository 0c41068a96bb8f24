"""Sums of pace, time and distance by talk: asked in few words, at a pace spoken of before, or over a whole session."""

from __future__ import annotations

import pytest

from bot.evaluation.truth import fault_of
from tests.coach.conftest import Talk


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("5 km at 4:37/km = ?", "23:05"),  # 5 * 277 s
        ("half marathon time if i hold 4:52/km", "1:42:40"),  # 21.0975 * 292 s
        ("so what do i need for a 50 min 10k", "5:00/km"),
        ("pace for a 3:45 marathon", "5:20/km"),  # 13,500 s / 42.195
        ("what pace is 1:28 for 400", "3:40/km"),  # 88 s * 2.5
        ("12 x 400 m in 1:28 each plus 200 m jogs. how many km is that", "7.2 km"),  # 12 * (400 + 200) m
        ("5x1k + 2 km warm up, how far is that", "7 km"),
    ],
)
async def test_a_sum_is_done_and_logs_nothing(talk: Talk, text: str, shown: str) -> None:
    reply = (await talk.say(text)).reply
    assert shown in reply.text
    assert [fault_of(figure) for figure in reply.figures] == [None] * len(reply.figures)
    assert reply.figures
    assert talk.memory.runs == ()


async def test_a_distance_alone_is_timed_at_the_pace_spoken_of(talk: Talk) -> None:
    await talk.say("4:37/km in min/mile")
    assert "23:05" in (await talk.say("what 5k time is that pace")).reply.text
    assert "46:10" in (await talk.say("and over 10k?")).reply.text


async def test_a_logged_runs_pace_is_held_over_another_distance_and_no_prediction(talk: Talk) -> None:
    await talk.say("i ran 8k in 42:10 today")
    reply = (await talk.say("what would that be for 10k")).reply
    # 2530 s / 8 * 10 = 3162.5 s
    assert "52:42" in reply.text
    assert "predict" in reply.text


async def test_another_run_told_after_one_is_logged(talk: Talk) -> None:
    await talk.say("i ran 8k in 42:10 today")
    await talk.say("and yesterday 10k")
    assert len(talk.memory.runs) == 2


async def test_a_question_whether_a_time_is_good_is_no_sum(talk: Talk) -> None:
    assert not (await talk.say("is 10k at 5:00/km fast")).reply.figures
