"""Look up and work out how hard a speed is: METs, energy per kilogram, oxygen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from bot.coach.facts import Fact, Missing
from bot.coach.figuring import speed_m_s
from bot.coach.record_facts import Intensity
from bot.coach.workings import Workings
from bot.errors import ArgumentError
from bot.science.intensity import acsm_oxygen, compendium_mets, compendium_row, energy_rate


def intensity_of(_w: Workings, asked: Mapping[str, Any]) -> Fact:
    """Return how hard running or walking is at the speed or pace told; without one it is asked for."""
    speed = speed_m_s(asked)
    if speed is None:
        return Missing(slot="speed_m_s")
    gait: Literal["run", "walk"] = "walk" if asked.get("gait") == "walk" else "run"
    try:
        own = energy_rate(gait, speed)
    except ArgumentError as error:
        return Missing(slot=f"confirm_{error.argument}")
    row = compendium_row(gait, speed)
    return Intensity(
        gait=gait,
        speed_m_s=speed,
        in_pace=asked.get("told_in") == "min/km",
        row=None if row is None else compendium_mets(row, speed),
        own=own,
        oxygen=acsm_oxygen(gait, speed),
    )
