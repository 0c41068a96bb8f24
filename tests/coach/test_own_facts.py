"""Only what somebody tells of themselves, as it is now, enters the profile; words of others and of wishes do not."""

from __future__ import annotations

import math
import tomllib
from pathlib import Path
from typing import Any, Final

import pytest

from bot.coach.coach import Coach
from bot.coach.turn import LogWeight
from bot.runner import Runner
from tests.coach.conftest import Talk

FACTS: Final[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "own_facts.toml").read_text(encoding="utf-8"))
TOLD: Final[list[dict[str, Any]]] = FACTS["told"]
FEWEST_KEPT: Final = 56
FIELDS: Final = ("sex", "age_years", "height_m", "weight_kg", "time_zone")
SAME: Final = 0.005
"""How near a height or a weight in other units must be."""


def kept_facts(runner: Runner) -> dict[str, Any]:
    """Return what is stored of a body and a place, and whether they are held for a child."""
    known = {name: value for name in FIELDS if (value := getattr(runner, name)) is not None}
    return known | ({"flags": sorted(runner.flags)} if "minor" in runner.flags else {})


@pytest.mark.parametrize("text", FACTS["tells_nothing"])
async def test_what_is_not_told_of_oneself_is_not_stored(talk: Talk, text: str) -> None:
    turn = await talk.say(text)
    assert kept_facts(talk.memory.runner) == {}, turn.reply.text
    assert not any(isinstance(write, LogWeight) for write in turn.staged)


async def test_what_is_told_of_oneself_is_stored_however_it_is_typed(coach: Coach) -> None:
    faults = [fault for told in TOLD if (fault := await fault_of_kept(Talk(coach), told))]
    assert len(TOLD) - len(faults) >= FEWEST_KEPT, "\n".join(faults)


async def fault_of_kept(talk: Talk, told: dict[str, Any]) -> str | None:
    """Return what is wrong with what a message left in the profile, None if nothing is."""
    turn = await talk.say(told["say"])
    kept = kept_facts(talk.memory.runner)
    wanted = {name: value for name, value in told.items() if name != "say"}
    fits = kept.keys() == wanted.keys() and all(is_same(kept[name], value) for name, value in wanted.items())
    return None if fits else f"{told['say']}: {kept} {turn.reply.text!r}"


def is_same(kept: object, told: object) -> bool:
    if isinstance(kept, float) and isinstance(told, int | float):
        return math.isclose(kept, told, rel_tol=SAME)
    return kept == told
