"""Word plain sums: a quantity in another unit, pace, time or distance out of the two others."""

from __future__ import annotations

from bot.coach.draft import Draft
from bot.coach.record_facts import Converted, RestPaced, StagesSummed
from bot.voice import formatting
from bot.voice.phrase import join, phrase


def converted(draft: Draft, fact: Converted) -> None:
    """Say each quantity that was told and what it makes; of a run that lacks distance or time, say what is missing."""
    if not fact.answers:
        draft.say("log.none" if fact.run is None else "log.no_pace")
        return
    for told, made in fact.answers:
        if not made:
            draft.say("log.no_pace")
            return
        first, *others = [draft.figure(one, "you") for one in made]
        result = draft.texts.say("own.or", first=first, second=others[0]) if others else first
        if fact.every is not None:
            result = draft.texts.say("own.split_each", time=first, every=phrase(fact.every, "said"))
        known = phrase(told, "said" if fact.run is None else "record:run")
        draft.say("own.converted" if fact.run is None else "own.converted_run", told=known, result=result)
    if fact.every is not None:
        _marks(draft, fact)
    if fact.remark is not None:
        draft.say(fact.remark)
    draft.button("how", "v1:how")


def _marks(draft: Draft, fact: Converted) -> None:
    """Say what the clock shows after each split."""
    items = [
        draft.texts.say("own.split_mark", at=phrase(far, "said"), time=draft.figure(time, "you"))
        for far, time in fact.marks
    ]
    draft.say("own.splits_marks", items=join(items, ", "))


def stages_summed(draft: Draft, fact: StagesSummed) -> None:
    """Say what several stretches are together, and their pace: all the time over all the distance."""
    licence = f"figure:{fact.pace.name}"
    draft.say(
        "own.stages",
        distance=phrase(fact.distance, licence),
        time=phrase(fact.duration, licence),
        pace=draft.figure(fact.pace, "you"),
    )
    draft.button("how", "v1:how")


def rest_paced(draft: Draft, fact: RestPaced) -> None:
    """Say what the rest of a race has to be run at; or that nothing is left, or what has to be known first."""
    if fact.first is None:
        draft.kind = "clarify"
        draft.say("own.stages_whole")
        return
    first = draft.figure(fact.first, "you")
    if fact.left is None or fact.pace is None:
        draft.say("own.stages_none_left", first=first)
        return
    far, seconds = fact.left
    licence = f"figure:{fact.pace.name}"
    draft.say(
        "own.stages_rest",
        first=first,
        distance=phrase(far, licence),
        time=phrase(formatting.duration(seconds), licence),
        pace=draft.figure(fact.pace, "you"),
    )
    draft.button("how", "v1:how")
