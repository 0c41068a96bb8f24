"""Word how hard a speed is: the Compendium's METs, our own equation, ACSM's oxygen."""

from __future__ import annotations

from bot.coach.draft import Draft
from bot.coach.record_facts import Intensity
from bot.units import METRES_PER_KM, SECONDS_PER_HOUR
from bot.voice import formatting
from bot.voice.phrase import phrase


def intensity(draft: Draft, fact: Intensity) -> None:
    """Say the METs first, then what our own equation and ACSM's line make of the same speed."""
    shown = (
        formatting.pace(METRES_PER_KM / fact.speed_m_s, draft.units)
        if fact.in_pace
        else formatting.in_its_unit(fact.speed_m_s * SECONDS_PER_HOUR / METRES_PER_KM, "km/h")
    )
    moving = draft.texts.say(f"own.intensity_{fact.gait}", speed=phrase(shown, "said"))
    if fact.row is None:
        draft.say("own.intensity_no_row", moving=moving)
    else:
        draft.say("own.intensity_row", moving=moving, mets=draft.figure(fact.row, "you"))
    draft.say("own.intensity_own", figure=draft.figure(fact.own, "you"))
    if fact.oxygen is not None:
        draft.say("own.intensity_oxygen", figure=draft.figure(fact.oxygen, "you"))
    draft.button("how", "v1:how")
