"""Word what the sums gave: the energy of a run, body fat over time, and why a number is not shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.coach.draft import Draft
from bot.coach.facts import FatOutlook, Missing, Refused, RunCost, Sessions, Withheld
from bot.coach.workings import Workings
from bot.units import METRES_PER_KM
from bot.voice import formatting
from bot.voice.phrase import Phrase, phrase

_NEARLY: Final = 0.85
"""From this share of a target on, "not likely within a year" would contradict the figure beside it."""
_ASKING: Final[Mapping[str, str]] = {
    "distance_m": "coach.ask_run_size",
    "plan": "coach.ask_plan",
    "session_distance_m": "coach.ask_session_size",
    "sessions_per_week": "coach.ask_sessions",
    "time": "coach.reminder.ask_time",
    "date": "coach.reminder.too_late",
    "days": "coach.reminder.ask_days",
    "time_zone": "coach.reminder.ask_zone",
    "profile": "coach.noted.nothing",
    "weight_kg": "coach.ask_weight",
    "more_running": "coach.outlook.not_more",
}
"""Slots that can be missing, and the text that asks for each."""
_HALVES: Final = 2
"""Two times to choose from are the morning and the evening of one hour."""


def run_cost(draft: Draft, cost: RunCost) -> None:
    """Word the energy of one run."""
    figure = draft.figure(cost.net, cost.subject)
    run = _run(draft, cost)
    if cost.subject == "you":
        draft.say("coach.cost.you", run=run, figure=figure)
    else:
        weight = phrase(formatting.mass(cost.body_mass_kg, draft.units), f"figure:{cost.net.name}")
        draft.say("coach.cost.example", run=run, figure=figure, weight=weight)
    if not cost.gave_duration:
        draft.say("coach.cost.pace_assumed")
    if cost.claimed_kcal is not None:
        claimed = phrase(f"{cost.claimed_kcal:g} kcal", "said")
        side = "in" if cost.net.low <= cost.claimed_kcal <= cost.net.high else _side(cost)
        draft.say(f"coach.cost.claimed_{side}", claimed=claimed)
    draft.button("how", "v1:how")
    if cost.subject == "example":
        draft.pending = "weight_kg"
        draft.say("coach.ask_weight")


def _side(cost: RunCost) -> str:
    return "over" if cost.claimed_kcal is not None and cost.claimed_kcal > cost.net.high else "under"


def _run(draft: Draft, cost: RunCost) -> Phrase:
    distance = phrase(formatting.distance(cost.distance_m, draft.units), "said")
    time = phrase(formatting.duration(cost.duration_s), "said")
    if not cost.gave_distance:
        pace_s_per_km = cost.duration_s * METRES_PER_KM / cost.distance_m
        pace = phrase(formatting.pace(pace_s_per_km, draft.units), f"figure:{cost.net.name}")
        return draft.text("coach.run.pace_time", time=phrase(formatting.minutes(cost.duration_s), "said"), pace=pace)
    if not cost.gave_duration:
        return draft.text("coach.run.distance", distance=distance)
    return draft.text("coach.run.distance_time", distance=distance, time=time)


def fat_outlook(draft: Draft, outlook: FatOutlook) -> None:
    """Word a projection: fat first, then the scale, then what was assumed."""
    fat = draft.figure(outlook.fat_loss, outlook.subject)
    plan = _plan(draft, outlook.sessions)
    licence = f"figure:{outlook.fat_loss.name}" if outlook.horizon_assumed else "said"
    horizon = phrase(formatting.horizon(outlook.horizon_days), licence)
    if outlook.target_kg is not None:
        _target(draft, outlook, plan, fat)
    elif outlook.subject == "you":
        draft.say("coach.outlook.you", fat=fat, horizon=horizon, plan=plan)
        draft.say("coach.outlook.scale", weight=draft.figure(outlook.weight_loss, outlook.subject))
    else:
        weight = phrase(formatting.mass(outlook.body_mass_kg, draft.units), f"figure:{outlook.fat_loss.name}")
        draft.say("coach.outlook.example", weight=weight, fat=fat, horizon=horizon, plan=plan)
    for applies, name in (
        (outlook.lean, "lean"),
        (outlook.cut_off, "cut_off"),
        (outlook.horizon_capped, "capped"),
        (outlook.horizon_raised, "raised"),
    ):
        if applies:
            draft.say(f"coach.outlook.{name}")
    draft.new_paragraph()
    draft.say("coach.outlook.why")
    draft.button("how", "v1:how")
    if outlook.subject == "example":
        draft.pending = "body"
        draft.say("coach.ask_body")
        return
    if outlook.sessions.replaces:
        draft.say("coach.outlook.replaces")
        return
    draft.pending = "on_top"
    draft.say("coach.ask_on_top")
    draft.button("on_top_yes", "v1:on_top:yes")
    draft.button("on_top_no", "v1:on_top:no")


def _target(draft: Draft, outlook: FatOutlook, plan: Phrase, fat: Phrase) -> None:
    target = phrase(formatting.mass(outlook.target_kg or 0.0, draft.units), "said")
    licence = f"figure:{outlook.fat_loss.name}"
    if outlook.target_days is None and outlook.fat_loss.value > _NEARLY * (outlook.target_kg or 0.0):
        draft.say("coach.outlook.target_edge", plan=plan, target=target, fat=fat)
        return
    if outlook.target_days is None:
        draft.say("coach.outlook.target_not", plan=plan, target=target, fat=fat)
        return
    early, typical = (phrase(formatting.horizon(days), licence) for days in outlook.target_days)
    draft.figures.clear()
    draft.say("coach.outlook.target_reached", target=target, low=early, high=typical, plan=plan)


def _plan(draft: Draft, sessions: Sessions) -> Phrase:
    if sessions.times_per_week is None or (sessions.distance_m is None and sessions.duration_s is None):
        weekly = formatting.distance(sessions.distance_per_week_m, draft.units)
        return draft.text("coach.plan.weekly", distance=phrase(weekly, "said"))
    times = phrase(f"{sessions.times_per_week:g}", "said")
    if sessions.distance_m is not None:
        distance = phrase(formatting.distance(sessions.distance_m, draft.units), "said")
        return draft.text("coach.plan.distance", times=times, distance=distance)
    time = phrase(formatting.minutes(sessions.duration_s or 0.0), "said")
    return draft.text("coach.plan.time", times=times, time=time)


def refused(draft: Draft, fact: Refused) -> None:
    """Say kindly why there is no projection."""
    for name in (f"coach.refused.{fact.code}", f"coach.withheld.{fact.code}"):
        if draft.texts.has(name):
            draft.say(name)
            return
    draft.say("coach.refused.other")


def withheld(draft: Draft, fact: Withheld) -> None:
    """Say kindly why no numbers are shown to this person now."""
    draft.say(f"coach.withheld.{fact.state}")


def missing(draft: Draft, fact: Missing, w: Workings) -> None:
    """Ask the one thing back that is missing."""
    draft.kind = "clarify"
    draft.pending = fact.slot
    if fact.slot in {"time", "date"} and "unreal" in w.frame.entities:
        name = "no_such_time" if fact.slot == "time" else "no_such_day"
        draft.say(f"coach.reminder.{name}", said=phrase(str(w.frame.entities["unreal"]), "said"))
    elif fact.slot == "time" and len(fact.choices) == _HALVES:
        draft.say("coach.reminder.ask_which_time")
    elif fact.slot == "time" and "lead_s" in w.frame.entities:
        draft.say("coach.reminder.ask_run_time")
    elif fact.slot in _ASKING:
        draft.say(_ASKING[fact.slot])
    elif fact.slot.startswith(("confirm_", "odd_")):
        draft.say("coach.confirm_odd", value=phrase(w.message.text.strip()[:60], "said"))
    else:
        draft.say("coach.not_understood")
    for choice in fact.choices:
        draft.choice(choice, f"v1:say:{choice}")
