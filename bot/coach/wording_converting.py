"""Word plain sums: a quantity in another unit, pace, time or distance out of the two others."""

from __future__ import annotations

from bot.coach.draft import Draft
from bot.coach.record_facts import Converted
from bot.voice.phrase import phrase


def converted(draft: Draft, fact: Converted) -> None:
    """Say each quantity that was told and what it makes; of a run that lacks distance or time, say what is missing."""
    if not fact.answers:
        draft.say("log.none" if fact.run is None else "log.no_pace")
        return
    for told, made in fact.answers:
        first, *others = [draft.figure(one, "you") for one in made]
        result = draft.texts.say("own.or", first=first, second=others[0]) if others else first
        known = phrase(told, "said" if fact.run is None else "record:run")
        draft.say("own.converted" if fact.run is None else "own.converted_run", told=known, result=result)
    draft.button("how", "v1:how")
