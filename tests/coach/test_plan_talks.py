"""A beginner gets the plan at once, and every word that leans on it stands on it: talks through the one door."""

from __future__ import annotations

import pytest

from bot.coach.coach import Coach
from tests.coach.conftest import Talk
from tests.coach.told_talks import Told, hold, told_in

TALKS = told_in("plan_talks.toml")


@pytest.mark.parametrize("told", TALKS, ids=[told["name"] for told in TALKS])
async def test_who_begins_gets_the_plan_and_what_leans_on_it(coach: Coach, told: Told) -> None:
    talk = Talk(coach)
    for line in told["line"]:
        await hold(talk, line)
