"""Word what is being stored: the profile."""

from __future__ import annotations

from bot.coach.bodies import missing_for_projection
from bot.coach.draft import Draft
from bot.coach.facts import (
    Noted,
    OlderThanSaid,
)
from bot.coach.permissions import ADULT_AGE_YEARS, permissions
from bot.coach.scale_hurts import comfort_on_the_scale
from bot.coach.workings import Workings
from bot.nlu.places import named_place
from bot.nlu.tidy import tidy
from bot.runner import Runner
from bot.units import METRES_PER_KM
from bot.voice import formatting
from bot.voice.phrase import Phrase, join, phrase


def noted(draft: Draft, fact: Noted, w: Workings, *, silent: bool = False) -> None:
    """Confirm what was told, in the person's units, and say what is still missing for figures.

    Args:
        draft: The reply in the making.
        fact: What was told.
        w: The turn.
        silent: Leaves the confirmation itself out, where it was said in other words.
    """
    confirm(draft, w)
    facts = profile_facts(draft, fact.after, only=frozenset(fact.changes), city=_city_told(fact, w))
    if w.frame.question == "why" and "units" in fact.changes:
        draft.say(f"log.why_units.{fact.after.units}")
        return
    if not silent:
        _say_facts(draft, fact, w, join(facts, ", "))
    _conflict(draft, fact)
    if "weight_kg" in fact.changes and comfort_on_the_scale(draft, w):
        return
    state = permissions(fact.after).state
    if state is not None and state != permissions(fact.before).state:
        draft.say(f"coach.withheld.{state}")
        return
    if w.thread.pending == "remind" and len(w.facts) == 1:
        draft.say("coach.noted.offer_stands")
        draft.pending = "remind"
        return
    missing = missing_for_projection(fact.after)
    told_body = bool({"weight_kg", "height_m", "age_years", "sex"} & set(fact.changes))
    if state is None and told_body and not missing and len(w.facts) == 1:
        draft.say("coach.noted.next")
    if state is None and missing and told_body and len(w.facts) == 1:
        names = [draft.texts.say(f"coach.field.{name}") for name in missing]
        draft.say("coach.noted.still", missing=join(names, ", "))
        draft.pending = "body"


def _say_facts(draft: Draft, fact: Noted, w: Workings, facts: Phrase) -> None:
    """Say what was told; an adult age that we had doubted is taken with a word of regret."""
    age = fact.after.age_years
    if set(fact.changes) != {"age_years"} or age is None or age < ADULT_AGE_YEARS:
        draft.say("coach.noted.facts", facts=facts)
        return
    doubted = w.last is not None and any(
        wording in w.last.reply.text for wording in draft.texts.wordings("safety.perhaps.minor")
    )
    name = "taken_for_younger" if w.reopened else "not_young" if doubted else "facts"
    if fact.before.age_years == age and not w.reopened:
        name = "age_known"
    draft.say(f"coach.noted.{name}", facts=facts)


def _city_told(fact: Noted, w: Workings) -> str | None:
    """Return the city that was named, where its clock goes by the name of another: Mumbai, and not Kolkata."""
    place = named_place(tidy(w.message.text), bare=True) if "time_zone" in fact.changes else None
    known = place is not None and place.zone == fact.after.time_zone
    return f"{place.city} time" if place is not None and known and place.city else None


def older_than_said(draft: Draft, fact: OlderThanSaid) -> None:
    """Keep numbers closed until an adult age is confirmed by somebody who said they are under 18."""
    draft.kind = "clarify"
    draft.pending = "adult"
    draft.say("coach.noted.older_than_said", age=phrase(f"{fact.age_years:g}", "said"))
    draft.button("yes", "v1:adult:yes")
    draft.button("no", "v1:adult:no")


def _conflict(draft: Draft, fact: Noted) -> None:
    for name, show in (("weight_kg", formatting.mass), ("height_m", formatting.height)):
        old, new = getattr(fact.before, name), getattr(fact.after, name)
        if old is not None and new is not None and abs(new - old) > 0.1 * old:
            draft.say(
                "coach.noted.conflict",
                old=phrase(show(old, draft.units), f"record:{name}"),
                new=phrase(show(new, draft.units), "said"),
            )


def profile_facts(
    draft: Draft, runner: Runner, *, only: frozenset[str] | None = None, city: str | None = None
) -> list[Phrase]:
    """Return what is known about a person, one phrase a fact, in their units; a time zone by the city they named."""
    shown = {
        "sex": runner.sex,
        "age_years": runner.age_years and f"{runner.age_years:g}",
        "height_m": runner.height_m and formatting.height(runner.height_m, draft.units),
        "weight_kg": runner.weight_kg and formatting.mass(runner.weight_kg, draft.units),
        "fat_mass_kg": runner.fat_mass_kg and formatting.mass(runner.fat_mass_kg, draft.units),
        "waist_cm": runner.waist_cm and formatting.girth(runner.waist_cm, draft.units),
        "hip_cm": runner.hip_cm and formatting.girth(runner.hip_cm, draft.units),
        "neck_cm": runner.neck_cm and formatting.girth(runner.neck_cm, draft.units),
        "activity": runner.activity and draft.texts.say(f"coach.activity.{runner.activity}").text,
        "runs_now_km_per_week": _running_now(draft, runner),
        "goal": runner.goal and draft.texts.say(f"coach.goal.{runner.goal}").text,
        "units": runner.units and draft.texts.say(f"coach.units.{runner.units}").text,
        "time_zone": runner.time_zone and (city or formatting.place(runner.time_zone)),
        "country": runner.country,
        "child_born_on": runner.child_born_on and f"{runner.child_born_on:%B %Y}",
        "checked_after_birth": runner.checked_after_birth,
    }
    return [
        draft.texts.say(f"coach.known.{name}", value=phrase(str(value), f"record:{name}"))
        for name, value in shown.items()
        if value and (only is None or name in only)
    ]


def confirm(draft: Draft, w: Workings) -> None:
    """Mark the reply as one that confirms something stored, or on `ask` as one that would."""
    draft.kind = "confirm"
    draft.dry_run = draft.dry_run or w.message.channel == "ask"


def _running_now(draft: Draft, runner: Runner) -> str | None:
    """Return what somebody runs in a week, in words where it is nothing."""
    if runner.runs_now_km_per_week is None:
        return None
    if not runner.runs_now_km_per_week:
        return draft.texts.say(f"coach.no_distance.{draft.units}").text
    return formatting.distance(runner.runs_now_km_per_week * METRES_PER_KM, draft.units)
