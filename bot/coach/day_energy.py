"""Work out what somebody's body uses at rest, and what a whole day of theirs takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.coach.bodies import body_for_projection, missing_for_projection
from bot.coach.facts import Fact
from bot.coach.figuring import as_profile
from bot.coach.keeping import with_told
from bot.coach.record_facts import OwnEnergy
from bot.coach.workings import Workings
from bot.science.maintenance import maintenance_energy
from bot.science.resting import resting_energy


def rest_energy(w: Workings, asked: Mapping[str, Any]) -> Fact:
    """Return the energy at rest of the person, or of the body that is only supposed."""
    return _own(w, asked, whole_day=False)


def day_energy(w: Workings, asked: Mapping[str, Any]) -> Fact:
    """Return the energy of the person's day beside that at rest, by the activity level told or assumed."""
    return _own(w, asked, whole_day=True)


def _own(w: Workings, asked: Mapping[str, Any], *, whole_day: bool) -> OwnEnergy:
    runner = with_told(w.runner, asked)
    if (level := asked.get("pal")) is not None:
        runner = runner.model_copy(update={"pal": level})
    missing = missing_for_projection(runner)
    if missing:
        return OwnEnergy(rest=None, day=None, missing=missing)
    body, _ = body_for_projection(runner)
    day = as_profile(maintenance_energy(body)) if whole_day else None
    return OwnEnergy(rest=as_profile(resting_energy(body)), day=day)
