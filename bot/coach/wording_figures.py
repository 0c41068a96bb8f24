"""Word what the sums gave: the energy of a run, body fat over time, and why a number is not shown."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bot.coach.caring import GENTLE
from bot.coach.draft import Draft
from bot.coach.facts import FatOutlook, Missing, PulseCost, Refused, RunCost, Sessions, Target, Withheld
from bot.coach.nextstep import ask_body
from bot.coach.workings import Workings
from bot.nlu.pattern import Pattern
from bot.science.estimate import Estimate
from bot.units import METRES_PER_KM
from bot.voice import formatting
from bot.voice.phrase import Phrase, join, phrase

_NEARLY: Final = 0.85
"""From this share of a target on, "not likely" would contradict the figure beside it."""
_ASKING: Final[Mapping[str, str]] = {
    "distance_m": "coach.ask_run_size",
    "speed_m_s": "own.ask_speed",
    "duration_s": "own.ask_minutes",
    "plan": "coach.ask_plan",
    "session_distance_m": "coach.ask_session_size",
    "sessions_per_week": "coach.ask_sessions",
    "time": "coach.reminder.ask_time",
    "date": "coach.reminder.too_late",
    "days": "coach.reminder.ask_days",
    "time_zone": "coach.reminder.ask_zone",
    "profile": "coach.noted.nothing",
    "weight_kg": "coach.ask_weight",
    "units": "coach.ask_units",
    "confirm_rate_kg_per_week": "coach.too_fast",
    "confirm_target_loss_kg": "coach.too_fast",
    "more_running": "coach.outlook.not_more",
    "runs_now_m_per_week": "coach.ask_runs_now",
    "activity": "coach.ask_activity",
}
"""Slots that can be missing, and the text that asks for each."""
_OF_LOG: Final = "coach.ask_on_top_of_log"
_GROSS: Final = Pattern(r"\bgross\b", re.IGNORECASE)
ASKS_ERROR: Final = Pattern(
    r"\b(?:errors?|uncertaint\w+|error (?:bars?|bands?)|confidence|ci|margin|\+/-|plus or minus|how accurate|how sure"
    r"|ranges?|bands?)(?!\w)",
    re.IGNORECASE,
)
"""The error of a figure is asked for along with it."""
_HALVES: Final = 2
"""Two times to choose from are the morning and the evening of one hour."""


def run_cost(draft: Draft, cost: RunCost, w: Workings) -> None:
    """Word the energy of one run."""
    figure = draft.figure(cost.net, cost.subject)
    if cost.target_kcal is not None:
        distance = phrase(formatting.distance(cost.distance_m, draft.units), f"figure:{cost.net.name}")
        draft.say(f"coach.cost.target_{cost.gait}", distance=distance, figure=figure)
    elif cost.subject == "you":
        draft.say("coach.cost.you", run=_run(draft, cost), figure=figure)
    else:
        draft.say("coach.cost.example", run=_run(draft, cost), figure=figure, who=who(draft, cost.net))
    if not cost.gave_duration and cost.target_kcal is None:
        draft.say(f"coach.cost.pace_assumed_{cost.gait}")
    if cost.claimed_kcal is not None:
        claimed = phrase(f"{cost.claimed_kcal:g} kcal", "said")
        side = "in" if cost.net.low <= cost.claimed_kcal <= cost.net.high else _side(cost)
        draft.say(f"coach.cost.claimed_{side}", claimed=claimed)
        draft.button("watches", "v1:article:watch-and-machine-calories")
    if _GROSS.search(w.message.text):
        draft.say("coach.cost.gross", figure=draft.figure(cost.gross, cost.subject))
    if ASKS_ERROR.search(w.message.text):
        draft.say("coach.cost.error")
    draft.button("how", "v1:how")
    if cost.subject == "example":
        draft.pending = "weight_kg"
        draft.say("coach.ask_weight")


def pulse_cost(draft: Draft, cost: PulseCost, w: Workings) -> None:
    """Word the energy of some time at a heart rate."""
    beats = phrase(f"{cost.hr_bpm:g}", "said")
    if cost.net is None or cost.gross is None:
        draft.say("own.pulse_too_low", beats=beats)
        return
    slots = {"time": phrase(formatting.minutes(cost.duration_s), "said"), "beats": beats}
    figure = draft.figure(cost.net, cost.subject)
    if cost.subject == "you":
        draft.say("own.pulse_cost_you", figure=figure, **slots)
    else:
        draft.say("own.pulse_cost_example", figure=figure, who=who(draft, cost.net), **slots)
    if _GROSS.search(w.message.text):
        draft.say("coach.cost.gross", figure=draft.figure(cost.gross, cost.subject))
    draft.button("how", "v1:how")
    if cost.subject == "example":
        draft.add(ask_body(draft, w))


def _side(cost: RunCost) -> str:
    return "over" if cost.claimed_kcal is not None and cost.claimed_kcal > cost.net.high else "under"


def _run(draft: Draft, cost: RunCost) -> Phrase:
    """Return a run as a sentence begins with it: `Running 5 km in 25:00 at 3 percent uphill`."""
    run = _sized(draft, cost)
    if cost.incline_fraction:
        grade = phrase(formatting.amount(100 * abs(cost.incline_fraction), "%"), "said")
        return draft.texts.say(
            f"coach.run.{'uphill' if cost.incline_fraction > 0 else 'downhill'}", run=run, grade=grade
        )
    if cost.climb_m:
        climb = phrase(formatting.climb(cost.climb_m, draft.units), "said")
        return draft.texts.say("coach.run.climbing", run=run, climb=climb)
    return run


def _sized(draft: Draft, cost: RunCost) -> Phrase:
    name = f"coach.{cost.gait}"
    distance = phrase(formatting.distance(cost.distance_m, draft.units), "said")
    if not cost.gave_distance:
        pace_s_per_km = cost.duration_s * METRES_PER_KM / cost.distance_m
        pace = phrase(formatting.pace(pace_s_per_km, draft.units), f"figure:{cost.net.name}")
        return draft.text(f"{name}.pace_time", time=phrase(formatting.minutes(cost.duration_s), "said"), pace=pace)
    if not cost.gave_duration:
        return draft.text(f"{name}.distance", distance=distance)
    return draft.text(
        f"{name}.distance_time", distance=distance, time=phrase(formatting.duration(cost.duration_s), "said")
    )


def fat_outlook(draft: Draft, outlook: FatOutlook, w: Workings) -> None:
    """Word a projection: fat first, then the scale, then what was assumed."""
    fat = draft.figure(outlook.fat_loss, outlook.subject)
    licence = f"figure:{outlook.fat_loss.name}"
    plan = plan_in_words(draft, outlook.sessions, licence=licence if outlook.sessions.assumed else "said")
    ours = outlook.horizon_assumed or outlook.horizon_raised or outlook.horizon_capped
    horizon = phrase(formatting.horizon(outlook.horizon_days), licence if ours else "said")
    if outlook.target is not None:
        _target(draft, outlook, outlook.target, plan, horizon)
    elif outlook.subject == "you":
        draft.say("coach.outlook.you", fat=fat, horizon=horizon, plan=plan)
        told = draft.ever_asked("coach.outlook.scale_differs")
        draft.say("coach.outlook.scale", weight=draft.figure(outlook.weight_loss, outlook.subject))
        if not told:
            draft.say("coach.outlook.scale_differs")
    else:
        draft.say("coach.outlook.example", who=who(draft, outlook.fat_loss), fat=fat, horizon=horizon, plan=plan)
    for applies, name in (
        (outlook.lean, "lean"),
        (outlook.cut_off, "cut_off"),
        (outlook.horizon_capped and outlook.target is None, "capped"),
        (outlook.horizon_raised, "raised"),
    ):
        if applies:
            draft.say(f"coach.outlook.{name}")
    draft.new_paragraph()
    if not draft.ever_asked("coach.outlook.why"):
        draft.say("coach.outlook.why")
    draft.button("how", "v1:how")
    _ask_on(draft, outlook, w)


def _ask_on(draft: Draft, outlook: FatOutlook, w: Workings) -> None:
    """Ask the one thing that would change the figure most, or offer the next thing to try."""
    if outlook.subject == "example":
        draft.add(ask_body(draft, w))
        return
    if outlook.sessions.replaces:
        draft.say("coach.outlook.replaces")
        return
    if outlook.sessions.assumed:
        draft.pending = "plan"
        draft.say("coach.outlook.your_plan")
        return
    runs = outlook.sessions.distance_per_week_m > 0
    if runs and w.runner.runs_now_km_per_week is None and not _asked_on_top(draft):
        draft.pending = "on_top"
        now = outlook.fat_loss.inputs.get("running_now")
        if now is not None and now.origin == "log":
            km = formatting.amount(float(now.value), now.unit, draft.units)
            draft.say(_OF_LOG, now=phrase(km, f"figure:{outlook.fat_loss.name}"))
        else:
            draft.say("coach.ask_on_top")
        draft.button("on_top_yes", "v1:on_top:yes")
        draft.button("on_top_no", "v1:on_top:no")
        return
    if not outlook.sessions.intake_change_kcal_day and not outlook.lean:
        draft.button("less_food", "v1:less")
    if outlook.sessions.times_per_week:
        draft.button("one_more", "v1:one_more")


def _asked_on_top(draft: Draft) -> bool:
    return draft.ever_asked("coach.ask_on_top") or any(map(draft.was_worded, draft.texts.wordings(_OF_LOG)))


def _target(draft: Draft, outlook: FatOutlook, target: Target, plan: Phrase, horizon: Phrase) -> None:
    """Say whether what they want to lose is likely, in the same measure they named."""
    licence = f"figure:{outlook.fat_loss.name}"
    reached = outlook.fat_loss if target.of == "fat" else outlook.weight_loss
    wanted = phrase(formatting.mass_lost(target.kg, draft.units), "said")
    draft.figures.clear()
    typical = draft.figure(reached, outlook.subject)
    slots = {
        "plan": plan,
        "target": wanted,
        "of": draft.texts.say(f"coach.outlook.of_{target.of}"),
        "typical": typical,
        "horizon": horizon,
    }
    if target.days is not None and target.by_days is None:
        early, late = (phrase(formatting.horizon(days), licence) for days in target.days)
        draft.say("coach.outlook.target_reached", low=early, high=late, **slots)
    elif target.days is not None:
        draft.say("coach.outlook.by_reached", **slots)
    elif reached.value > _NEARLY * target.kg:
        draft.say(f"coach.outlook.{'by' if target.by_days else 'target'}_edge", **slots)
    else:
        draft.say(f"coach.outlook.{'by' if target.by_days else 'target'}_not", **slots)


def who(draft: Draft, estimate: Estimate) -> Phrase:
    """Return the example person of an estimate in words: sex, age and weight."""
    licence = f"figure:{estimate.name}"
    mass, age = (float(estimate.inputs[name].value) for name in ("weight_kg", "age_years"))
    sex = estimate.inputs["sex"].value
    return draft.texts.say(
        f"coach.who.{sex}",
        age=phrase(f"{age:g}", licence),
        weight=phrase(formatting.mass(mass, draft.units), licence),
    )


def plan_in_words(draft: Draft, sessions: Sessions, *, licence: str) -> Phrase:
    """Return a plan as people say it: `4 runs of 5 km a week and 300 kcal a day less food`."""
    parts = [_sessions(draft, sessions, licence)] if sessions.distance_per_week_m else []
    if sessions.intake_change_kcal_day:
        less = phrase(f"{-sessions.intake_change_kcal_day:g} kcal", "said")
        parts.append(draft.texts.say("coach.plan.less_food", energy=less))
    return parts[0] if len(parts) == 1 else draft.texts.say("talk.and", first=join(parts[:-1]), last=parts[-1])


def _sessions(draft: Draft, sessions: Sessions, licence: str) -> Phrase:
    name = f"coach.plan.{sessions.gait}"
    if sessions.times_per_week is None or (sessions.distance_m is None and sessions.duration_s is None):
        weekly = formatting.distance(sessions.distance_per_week_m, draft.units)
        return draft.text(f"{name}_weekly", distance=phrase(weekly, licence))
    if sessions.distance_m is not None:
        size = phrase(formatting.distance(sessions.distance_m, draft.units), licence)
    else:
        size = phrase(formatting.minutes(sessions.duration_s or 0.0), licence)
    if sessions.times_per_week == 1:
        return draft.text(f"{name}_once", size=size)
    return draft.text(f"{name}_times", size=size, times=phrase(f"{sessions.times_per_week:g}", licence))


def refused(draft: Draft, fact: Refused) -> None:
    """Say kindly why there is no projection."""
    for name in (f"coach.refused.{fact.code}", f"coach.withheld.{fact.code}"):
        if draft.texts.has(name):
            draft.say(name)
            return
    draft.say("coach.refused.other")


def withheld(draft: Draft, fact: Withheld) -> None:
    """Say kindly why no numbers are shown to this person now."""
    draft.say_once(f"coach.withheld.{fact.state}")
    draft.pending = draft.pending or GENTLE


def missing(draft: Draft, fact: Missing, w: Workings) -> None:
    """Ask the one thing back that is missing."""
    draft.kind = "clarify"
    draft.pending = fact.slot
    if fact.slot in {"time", "date"} and "unreal" in w.frame.entities:
        name = "no_such_time" if fact.slot == "time" else "no_such_day"
        draft.say(f"coach.reminder.{name}", said=phrase(str(w.frame.entities["unreal"]), "said"))
    elif fact.slot == "time" and len(fact.choices) == _HALVES:
        draft.say("coach.reminder.ask_which_time")
    elif fact.slot == "body":
        draft.add(ask_body(draft, w))
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
