"""Runs logged, put right, converted and looked up by talk: through the one door, from the talks' file."""

from __future__ import annotations

import pytest

from bot.coach.coach import Coach
from bot.evaluation.truth import fault_of
from tests.coach.conftest import Talk
from tests.coach.told_talks import Told, hold, told_in

TALKS = told_in("log_talks.toml")


@pytest.mark.parametrize("told", TALKS, ids=[told["name"] for told in TALKS])
async def test_what_is_told_is_kept_as_meant_and_what_is_asked_is_answered(coach: Coach, told: Told) -> None:
    talk = Talk(coach)
    for line in told["line"]:
        reply = await hold(talk, line)
        assert [fault for figure in reply.figures if (fault := fault_of(figure))] == []
