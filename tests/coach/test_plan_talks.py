"""A beginner gets the plan at once, and every word that leans on it stands on it: talks through the one door."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TypedDict

import pytest

from bot.coach.coach import Coach
from tests.coach.conftest import Talk


class Line(TypedDict, total=False):
    say: str
    must: list[str]
    must_not: list[str]


class Told(TypedDict):
    name: str
    line: list[Line]


TALKS: list[Told] = tomllib.loads((Path(__file__).parent / "plan_talks.toml").read_text(encoding="utf-8"))["talk"]


@pytest.mark.parametrize("told", TALKS, ids=[told["name"] for told in TALKS])
async def test_who_begins_gets_the_plan_and_what_leans_on_it(coach: Coach, told: Told) -> None:
    talk = Talk(coach)
    for line in told["line"]:
        reply = (await talk.say(line["say"])).reply
        missing = [one for one in line.get("must", []) if not re.search(one, reply.text)]
        forbidden = [one for one in line.get("must_not", []) if re.search(one, reply.text)]
        assert (missing, forbidden) == ([], []), f"{line['say']}\n{reply.text}"
