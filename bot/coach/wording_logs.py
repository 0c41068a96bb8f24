"""Word the log: runs and weigh-ins that are kept, changed, taken back or looked up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from bot.coach.draft import Draft
from bot.coach.facts import RunKept, TakenBack, WeighInKept
from bot.coach.not_kept import tells_heart_rate
from bot.coach.permissions import permissions
from bot.coach.run_units import unit_told, units_of_run
from bot.coach.scale_hurts import comfort_on_the_scale
from bot.coach.speaking import spoken_in
from bot.coach.told_runs import NAMES, runs_named
from bot.coach.turn import LogRun
from bot.coach.wording_keeping import confirm, noted
from bot.coach.workings import Workings
from bot.nlu.feelings import feeling_in
from bot.nlu.pattern import Pattern
from bot.nlu.rep_times import tells_reps
from bot.nlu.tidy import tidy
from bot.nlu.two_distances import without_doubted
from bot.nlu.utterance import utterance
from bot.nlu.weekdays import DAY_NAME
from bot.training.run import Run
from bot.units import Units, pace_s_per_km
from bot.voice import formatting
from bot.voice.phrase import Phrase, join, phrase

_SAME_PACE: Final = 0.03
"""What a rounded distance or pace may be off."""
_JUST_RUN: Final = timedelta(days=1)
"""An older run is entered after the fact: nothing to cheer about."""
_OFFERED: Final = 3
_RUN: Final = "record:run"
_GLAD: Final = "!!"
"""Somebody who writes this is pleased."""
_SAME_WEIGHT_KG: Final = 0.05
_ASKS_WHERE: Final = Pattern(r"\bwhere (?:did|has|have|is|are)\b|\bwhere(?:'?s)\b", re.IGNORECASE)
"""Asked along with a run that is told again: it had been left out."""
_WENT_BADLY: Final = frozenset({"ashamed", "discouraged", "frustrated", "sad", "down"})
"""How somebody may feel about a run they tell."""
_TOLD_MORE: Final = Pattern(
    rf"\b(?:twice|(?:two|2|three|3) (?:runs|times|outings)|each|both days)\b"
    rf"|\b{DAY_NAME} ?(?:,|and|&|\+|to|till|until) ?{DAY_NAME}\b"
    r"|\d ?(?:kms?|k|miles?|mi) and (?:an? )?\d[\d.]* ?(?:kms?|k|miles?|mi)\b(?! (?:\w+ )?(?:warm|cool|hard|easy|of|was"
    r"|in))",
    re.IGNORECASE,
)
"""Words of several runs, of which one may have been read."""
_PARTS_TOLD: Final = Pattern(
    r"\b(?:rests?|recover\w*|jog|breaks?|splits?|float)\b|\d:[0-5]\d[ ,/;]+(?:and )?\d{1,2}:[0-5]\d"
    r"|\d ?s(?:ecs?)?[ ,/;]+\d"
)
"""Breaks, or the times of single repetitions."""


def runs_kept(draft: Draft, facts: Sequence[RunKept], w: Workings) -> None:
    """Confirm runs: distance, time, pace, energy of a single one, and where the week stands."""
    confirm(draft, w)
    if _ASKS_WHERE.search(w.message.text):
        draft.say("log.was_missing")
    changed = [fact for fact in facts if fact.changed]
    kind = "changed" if changed else "logged"
    if changed and len(facts) > 1:
        for fact in facts:
            name = "log.changed" if fact.changed else "log.logged"
            draft.say(name, run=join(details(draft, fact.run, w, _units_of(fact, w)), ", "))
            draft.new_paragraph()
    elif len(facts) == 1:
        _single(draft, facts[0], kind, w)
    else:
        # A list is said back run by run in the units each was told in.
        shown = (details(draft, fact.run, w, unit_told(fact.run) or _units_of(fact, w)) for fact in facts)
        lines = [draft.texts.say("log.item", run=join(one, ", ")) for one in shown]
        draft.say("log.several", runs=join(lines, "\n"))
        draft.new_paragraph()
    if any(one.intent == "log_run" and one.ask is not None for one in (w.frame, *w.frame.also)):
        draft.say("log.one_unread")
    _week(draft, facts, w)


def _single(draft: Draft, fact: RunKept, kind: str, w: Workings) -> None:
    """Confirm one run, and say what was told with it and is not kept."""
    # The run itself is said back in the units it was told in; totals keep the person's own.
    told = details(draft, fact.run, w, _units_of(fact, w))
    if fact.net is not None:
        told.append(draft.figure(fact.net, "you"))
        draft.button("how", "v1:how")
    draft.say(f"log.{kind}", run=join(told, ", "))
    _two_paces(draft, fact.run, w)
    if tells_heart_rate(w.message.text):
        draft.say("own.heart_rate_left_out")
    if fact.changed:
        return
    _reps(draft, fact.run, w)
    told_of_run = utterance(tidy(w.message.text), now=w.now.replace(tzinfo=None))
    if (doubted := without_doubted(told_of_run)) is not None:
        draft.say("log.took_other", other=phrase(doubted.other, "said"))
    if feeling_in(tidy(w.message.text)) in _WENT_BADLY:
        draft.say("log.went_badly")
    if w.frame.feeling == "happy" or _GLAD in w.message.text:
        draft.say("coach.feeling.happy")
    if _TOLD_MORE.search(w.message.text):
        draft.say("log.kept_one")


def _reps(draft: Draft, run: Run, w: Workings) -> None:
    """Say what becomes of the times and breaks of repetitions: their sum is kept, or no time where some are missing."""
    text = w.message.text.lower()
    if not tells_reps(text) or not _PARTS_TOLD.search(text):
        return
    draft.say("log.reps" if run.duration_s is not None else "log.reps_missing")


def _two_paces(draft: Draft, run: Run, w: Workings) -> None:
    """Say so where a pace was told that distance and time do not make."""
    said = w.frame.entities.get("pace_s_per_km")
    if said is None or not run.distance_m or not run.duration_s or not permissions(w.runner).quoted_numbers:
        return
    made = pace_s_per_km(distance_m=run.distance_m, duration_s=run.duration_s)
    units = spoken_in(w.message.text) or draft.units
    if abs(made / said - 1.0) > _SAME_PACE:
        draft.say(
            "log.also_pace",
            pace=phrase(formatting.pace(said, units), "said"),
            made=phrase(formatting.pace(made, units), _RUN),
        )


def _units_of(fact: RunKept, w: Workings) -> Units | None:
    """Return the units a run was told in now or before; None for the talk's own."""
    spoken = spoken_in(w.message.text)
    return unit_told(fact.run) if spoken is None else spoken


def _week(draft: Draft, facts: Sequence[RunKept], w: Workings) -> None:
    """Say where the week stands, if a run of this week was told; an older one opens no week."""
    week = facts[-1].week
    told = {fact.run.run_id for fact in facts}
    if not w.memory.runs and len(told) == 1 and not facts[0].changed:
        if w.now.date() - facts[0].run.on_date <= _JUST_RUN:
            draft.say("log.first_ever")
    elif not told & {run.run_id for run in week} or any(fact.runs for fact in w.of(TakenBack)):
        return  # what is taken out as well says where the week stands then
    elif len(week) > 1:
        draft.say("log.week", count=count_of(draft, week), distance=total_of(draft, week))
    elif len(week) == 1 and not facts[0].changed:
        draft.say("log.first_this_week")


def details(draft: Draft, run: Run, w: Workings, told_in: Units | None = None, *, dated: bool = False) -> list[Phrase]:
    """Return what is known of a run, a phrase each; the day only if it is not today, or if every day is wanted."""
    units = told_in or units_of_run(w, run)
    facts = []
    if run.distance_m is not None and run.duration_s is not None:
        both = f"{formatting.distance(run.distance_m, units)} in {formatting.duration(run.duration_s)}"
        pace = pace_s_per_km(distance_m=run.distance_m, duration_s=run.duration_s)
        facts.append(phrase(both, _RUN))
        if permissions(w.runner).quoted_numbers:
            facts.append(phrase(formatting.pace(pace, units), _RUN))
    elif run.distance_m is not None:
        facts.append(phrase(formatting.distance(run.distance_m, units), _RUN))
    else:
        facts.append(phrase(formatting.minutes(run.duration_s or 0.0), _RUN))
    if run.gait == "walk":
        facts.append(draft.texts.say("log.walked"))
    if run.incline_fraction:
        grade = phrase(formatting.amount(100 * abs(run.incline_fraction), "%"), _RUN)
        facts.append(draft.texts.say("log.incline" if run.incline_fraction > 0 else "log.downhill", grade=grade))
    if run.climb_m:
        facts.append(draft.texts.say("log.climb", climb=phrase(formatting.climb(run.climb_m, units), _RUN)))
    if dated or run.on_date != w.now.date():
        facts.append(phrase(formatting.day(run.on_date), _RUN))
    return facts


def count_of(draft: Draft, runs: Sequence[Run]) -> Phrase:
    """Return runs and walks counted: `3 runs and 1 walk`."""
    counted = []
    for gait in ("run", "walk"):
        number = sum(run.gait == gait for run in runs)
        if number:
            name = f"log.count.{gait}_{'one' if number == 1 else 'many'}"
            counted.append(draft.texts.say(name, n=phrase(str(number), "record:runs")))
    return counted[0] if len(counted) == 1 else draft.texts.say("talk.and", first=counted[0], last=counted[1])


def total_of(draft: Draft, runs: Sequence[Run]) -> Phrase:
    """Return the distance of runs together, their time where none of them has a distance."""
    if runs and not any(run.distance_m for run in runs):
        return phrase(formatting.minutes(sum(run.duration_s or 0.0 for run in runs)), "record:runs")
    metres = sum(run.distance_m or 0.0 for run in runs)
    return draft.sum(lambda units: formatting.distance(metres, units), "record:runs")


def weigh_in_kept(draft: Draft, fact: WeighInKept, w: Workings) -> None:
    """Confirm a weigh-in with its day, and set it beside the one before without praise or worry."""
    confirm(draft, w)
    told = fact.weigh_in
    weight = phrase(formatting.weighed(told.weight_kg, draft.units), "said")
    day = phrase(formatting.day(told.on_date), "record:weigh_in")
    if fact.replaced is not None and abs(fact.replaced.weight_kg - told.weight_kg) > _SAME_WEIGHT_KG:
        old = phrase(formatting.weighed(fact.replaced.weight_kg, draft.units), "record:weigh_in")
        draft.say("log.weighed_again", weight=weight, day=day, old=old)
    else:
        draft.say("log.weighed", weight=weight, day=day)
    if fact.earlier is not None and abs(told.weight_kg - fact.earlier.weight_kg) > _SAME_WEIGHT_KG:
        change = told.weight_kg - fact.earlier.weight_kg
        draft.say(
            "log.weight_up" if change > 0 else "log.weight_down",
            change=phrase(formatting.mass_lost(abs(change), draft.units), "record:weigh_in"),
            day=phrase(formatting.day(fact.earlier.on_date), "record:weigh_in"),
        )
    if not comfort_on_the_scale(draft, w) and fact.noted is not None:
        noted(draft, fact.noted, w, silent=True)


def taken_back(draft: Draft, fact: TakenBack, w: Workings) -> None:
    """Say what was taken back or put back; with nothing found, offer the newest runs to pick from."""
    if fact.sought_back:
        draft.kind = "clarify"
        draft.say("log.none_to_put_back")
        return
    if not (fact.runs or fact.fields or fact.weigh_ins or fact.put_back):
        _ask_which(draft, w)
        return
    confirm(draft, w)
    if fact.put_back:
        _put_back(draft, w)
        if w.frame.meant.get("last_was"):
            _offer(draft, w, w.memory.runs)  # the wrong one was taken out: which is the right one?
        return
    for run in fact.runs:
        draft.say("log.gone", run=join(details(draft, run, w), ", "))
    _week_without(draft, fact.runs, w)
    if fact.fields:
        names = [draft.texts.say(f"coach.field.{name}") for name in fact.fields]
        kept = [name for name in fact.fields if getattr(w.runner, name) is not None]
        draft.say("log.as_before" if kept else "log.forgotten", facts=join(names, ", "))
    elif fact.weigh_ins:
        draft.say("log.weigh_in_gone")


def _week_without(draft: Draft, gone: Sequence[Run], w: Workings) -> None:
    """Say where the week stands after a run of it was taken out."""
    monday = w.now.date() - timedelta(days=w.now.date().weekday())
    names = {run.run_id for run in gone}
    staged = {write.run.run_id: write.run for write in w.staged if isinstance(write, LogRun)}
    runs = {run.run_id: run for run in w.memory.runs} | staged
    week = [run for name, run in runs.items() if name not in names and monday <= run.on_date <= w.now.date()]
    if week and any(run.on_date >= monday for run in gone):
        draft.say("log.week", count=count_of(draft, week), distance=total_of(draft, week))


def _ask_which(draft: Draft, w: Workings) -> None:
    draft.kind = "clarify"
    if field := w.frame.meant.get("field"):
        draft.say("log.nothing_stored", field=draft.texts.say(f"coach.field.{field}"))
        return
    if day := w.frame.meant.get("weigh_in"):
        draft.say("log.none_weighed_on", day=phrase(formatting.day(date.fromisoformat(day)), "said"))
        return
    day = w.frame.meant.get("which_date")
    if day and all(run.on_date.isoformat() != day for run in w.memory.runs):
        draft.say("log.none_on", day=phrase(formatting.day(date.fromisoformat(day)), "said"))
    fit = runs_named(w.memory.runs, w.frame.meant, w.message.text) if NAMES & w.frame.meant.keys() else []
    if "size" in w.frame.meant and w.memory.runs and not fit:
        draft.say("log.none_fits")
    if not w.memory.runs:
        draft.say("log.nothing_to_undo")
    _offer(draft, w, fit or w.memory.runs)


def _offer(draft: Draft, w: Workings, runs: Sequence[Run]) -> None:
    """Ask which run is to go, with the newest of those that may be meant."""
    if runs:
        draft.say("log.which_run")
    for run in runs[:_OFFERED]:
        label = f"{formatting.day(run.on_date)}, {details(draft, run, w)[0].text}"
        draft.choice(label, f"v1:drop:{run.run_id}")


def _put_back(draft: Draft, w: Workings) -> None:
    """Say which runs are in the log again, and which are as they were."""
    restored = [write.run for write in w.staged if isinstance(write, LogRun)]
    stood = {run.run_id for run in w.memory.runs}
    for run in restored:
        name = "log.as_it_was" if run.run_id in stood else "log.put_back_run"
        draft.say(name, run=join(details(draft, run, w), ", "))
    if not restored:
        draft.say("log.put_back")
