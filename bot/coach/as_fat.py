"""Say what the energy of the run just priced would be in fat at the very most, and why that is no forecast."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from bot.coach.draft import Draft
from bot.coach.permissions import permissions
from bot.coach.thread import request_of
from bot.coach.turn import Exchange
from bot.coach.workings import Workings
from bot.nlu.frame import Intent
from bot.nlu.pattern import Pattern
from bot.science.estimate import Input
from bot.science.fat_equivalent import fat_of_energy
from bot.voice.phrase import phrase

_MAY_ASK: Final[frozenset[Intent]] = frozenset(
    {
        "out_of_scope",
        "knowledge_question",
        "why",
        "source",
        "dispute",
        "more",
        "calorie_question",
        "projection_question",
    }
)
_THAT: Final = r"(?:that|it|this|those|these|one|each|\d[\d,.]* ?(?:k?cals?|kcals?|calories))"
_AS_FAT: Final = Pattern(
    rf"\bhow (?:much|many)(?: grams?| g| kg| ounces| oz)?(?: of)?(?: body| pure| actual)? ?fat\b.{{0,16}}\b(?:is|are"
    rf"|was|would|does"
    rf"|do|equals?|makes?)\b.{{0,6}}\b{_THAT}\b(?!.{{0,24}}\b(?:week|month|year|eat|need)\b)"
    r"|\bhow (?:much|many)\b.{0,20}\bfat\b.{0,24}\bin (?:g|grams|ounces|oz)\b"
    rf"|\b(?:{_THAT}|\bkcals?|\bcalories)(?:'s| is| are)?(?: (?:worth|equivalent|expressed|converted))* (?:in|as|into"
    rf"|to)"
    r" (?:grams? of |g of |pure |body |actual )*fat\b(?! burn)"
    rf"|\b(?:what|whats|what's) (?:is |would )?{_THAT}(?: be)? (?:in|as) (?:grams? of |pure |body )*fat\b"
    rf"|\bhow many (?:g|grams|ounces|oz)(?: of (?:body |pure )?fat)? (?:is|are|would|does) {_THAT}\b"
    r"|\bfat[- ]equivalent\b|\bequivalent (?:in|of|to)\b.{0,16}\bfat\b"
    r"|\bis (?:that|it|this) (?:like |about |roughly |around )?\d+ ?(?:g|grams)(?: of (?:body |pure )?fat)?\b"
    r"|\bconvert\w*\b.{0,24}\b(?:to|into|in) (?:grams of |g of |body |pure )*fat\b",
    re.IGNORECASE,
)
_OF_A_PLAN: Final = frozenset({"sessions_per_week", "horizon_days", "distance_per_week_m", "duration_per_week_s"})


def answer_as_fat(draft: Draft, w: Workings, figured: Exchange) -> bool:
    """Turn the energy shown last into fat where that is asked; return whether it was."""
    energy = next((one for one in figured.reply.figures if one.name == "net_kcal"), None)
    if energy is None or w.frame.flags or w.frame.intent not in _MAY_ASK or w.frame.entities.keys() & _OF_A_PLAN:
        return False
    if not _AS_FAT.search(w.message.text):
        return False
    # The run stays what the talk is about: "and if I do that three times a week?".
    w.frame = replace(w.frame, intent="calorie_question", entities=dict(request_of(figured)), about=None, also=())
    state = permissions(w.runner).state
    if state is not None:
        draft.say(f"coach.withheld.{state}")
        return True
    inputs = {name: Input(value=one.value, unit=one.unit, origin=one.origin) for name, one in energy.inputs.items()}
    fat = fat_of_energy(
        net_kcal=energy.value, low_kcal=energy.low, high_kcal=energy.high, method=energy.method, inputs=inputs
    )
    draft.figures.append(energy)  # what is asked next leans on the run as before
    told = phrase(energy.shown, f"figure:{energy.name}")
    draft.say("coach.cost.as_fat", energy=told, figure=draft.figure(fat, energy.subject))
    draft.say("method.run.as_fat")
    draft.new_paragraph()
    draft.say("method.run.as_fat_source")
    draft.button("how", "v1:how")
    return True
