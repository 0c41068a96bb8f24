"""Meet somebody in a protected state on what they ask: words of their own, and what the articles may tell them.

Which words: `prompts/en/care.toml`, by state, then by what is asked (`bot.nlu.care_topics`). What hurts is met for
anybody. Where an article knows the way, its steps follow, without a sentence on weight or shape.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bot.coach import help_lines, picking
from bot.coach.care_days import days_wished
from bot.coach.care_thread import Held, is_early, leaning, since_the_birth
from bot.coach.draft import Draft
from bot.coach.permissions import State, permissions
from bot.coach.workings import Workings
from bot.knowledge.article import Library, Role
from bot.nlu.care_topics import CareTopic, care_topics
from bot.voice.phrase import Phrase, phrase

Subject = CareTopic | Held
"""What is answered: a topic of this message, or one that still stands."""

_GROUPS: Final[Mapping[State, str]] = {
    "under_18": "teen",
    "pregnancy": "pregnant",
    "breast_feeding": "birth",
    "recent_birth": "birth",
    "eating_disorder": "food",
    "bmi_below_18_5": "food",
    "reds_signs": "reds",
    "number_free": "free",
}
"""Whose words they are."""
_FOR_ANYBODY: Final[frozenset[Subject]] = frozenset(
    {
        "compelled",
        "miscarried",
        "leaks_better",
        "loss_hold",
        "loss_start",
        "loss_fault",
        "loss_bleeds",
        "too_fast",
        "who_to_tell",
        "belly_gap",
        "make_up_run",
        "progress_by_feel",
        "week_by_feel",
        "say_to_teasers",
        "copies_thin",
        "mother_low",
        "low_mood",
        "teased",
        "like_a_leaflet",
        "childs_eating",
        "childs_weight",
        "childs_run",
        "leaks",
    }
)
"""Met with or without a protected state."""
_FIRST: Final[frozenset[Subject]] = frozenset(
    {
        "purge_urge",
        "compensated",
        "skips_meals",
        "copies_thin",
        "mother_low",
        "low_mood",
        "teased",
        "miscarried",
        "stay",
        "period_late",
    }
)
"""Heard before a run is kept or a reminder is set."""
_OF_A_WISH: Final[frozenset[Subject]] = frozenset({"week_by_feel", "week_plan", "progress_by_feel", "progress"})
"""Answered where the words also wish for no numbers: "a plan without numbers"."""
_NO_DANGER: Final[frozenset[Subject]] = frozenset(
    {
        "like_a_leaflet",
        "week_one",
        "week_by_feel",
        "week_plan",
        "enough_now",
        "start",
        "how_often",
        "faster",
        "fine_now",
        "childs_run",
        "leaks",
        "belly_gap",
        "milk",
        "loose_joints",
        "progress",
        "progress_by_feel",
        "make_up_run",
        "rest_days",
        "quick_session",
        "pace_goal",
        "strength",
        "stunts_growth",
        "safe_for_age",
        "eating_before",
        "hungry",
        "slept_little",
        "say_to_teasers",
        "leaks_better",
        "did_it",
        "too_fast",
        "interrupted",
        "hurts_baby",
    }
)
"""Talk about running, in a reply of the ordinary kind."""
_DOING: Final = ("log_", "reminder_", "undo", "export_data", "delete_data", "number_free")
"""Beginnings of intents that keep or change something: they are done, whatever else is said."""
_BODY_TOLD: Final = frozenset({"age_years", "height_m", "weight_kg", "sex"})
_OF_FOOD: Final[frozenset[Subject]] = frozenset(
    {
        "hungry",
        "not_hungry",
        "eat_or_not",
        "eats_less",
        "skips_meals",
        "compelled",
        "old_thoughts",
        "compensated",
        "weighing",
        "feels_fat",
        "unfed_run",
        "more_than_planned",
        "stay",
        "did_it",
        "tell_nobody",
    }
)
"""Where a trouble with eating is known, its words come before those of another state."""
_WITH: Final[Mapping[Subject, frozenset[Subject]]] = {
    "overdoing": frozenset({"start"}),
    "teased": frozenset({"shape", "say_to_teasers", "strength", "eats_less"}),
    "miscarried": frozenset(),
    "low_mood": frozenset({"say_what"}),
}
"""What is answered in the same reply: hurt is heard first, and the question after it."""
_ADVICE: Final[Mapping[tuple[str, Subject], tuple[str, tuple[Role, ...]]]] = {
    ("birth", "start"): ("running-after-birth", ("how_to",)),
    ("birth", "how_often"): ("running-after-birth", ("how_to",)),
    ("birth", "overdoing"): ("running-after-birth", ("caution",)),
    ("pregnant", "start"): ("running-while-pregnant", ("how_to",)),
    ("pregnant", "how_often"): ("running-while-pregnant", ("how_to",)),
    ("food", "start"): ("start-running", ()),
    ("teen", "start"): ("teenagers-and-running", ("how_to",)),
    ("teen", "how_often"): ("teenagers-and-running", ("how_to",)),
    ("teen", "faster"): ("teenagers-and-running", ()),
    ("any", "leaks"): ("leaking-urine", ("how_to",)),
    ("any", "leaks_better"): ("leaking-urine", ("because", "how_to")),
    ("any", "childs_run"): ("teenagers-and-running", ("how_to",)),
    ("birth", "milk"): ("running-after-birth", ("evidence",)),
    ("any", "too_fast"): ("start-running", ("verdict", "because")),
    ("pregnant", "hurts_baby"): ("running-while-pregnant", ("because",)),
    ("teen", "safe_for_age"): ("teenagers-and-running", ("because",)),
    ("teen", "stunts_growth"): ("teenagers-and-running", ("evidence",)),
    ("reds", "start"): ("under-fuelling", ()),
    ("reds", "how_often"): ("under-fuelling", ()),
    ("reds", "faster"): ("under-fuelling", ()),
}
"""Which article knows the way: its verdict, then these parts."""
_ONLY: Final[Mapping[Subject, re.Pattern[str]]] = {
    "milk": re.compile(r"\bmilk\b|33 breastfeeding"),
    "too_fast": re.compile(r"\b(?:can talk|can still talk|full sentences)\b"),
    "hurts_baby": re.compile(r"\bmiscarriage\b"),
    "leaks_better": re.compile(r"far more likely|three months|softer ground"),
    "stunts_growth": re.compile(r"\bstunt"),
    "safe_for_age": re.compile(r"."),
}
"""Sentences that speak to the question; the others of those parts, and the verdict, are left out."""
_CALENDAR: Final = re.compile(r"\b(?:three weeks|three months|After your check|Begin with short)\b")
_FIRST_DAYS: Final = re.compile(r"\b(?:three weeks|Begin with short)\b")
"""Advice for the first days, for those who are past them."""
_WORDS: Final = 75
_SENTENCES: Final = 5
GENTLE: Final = "gentle"
"""What was offered: how to run gently, or without numbers."""
_MAY_BE_SEARCHED: Final[frozenset[Subject]] = frozenset(
    {"worn_out", "hungry", "loose_joints", "strength", "eating_before", "leaks", "progress", "rest_days"}
)
"""Asked once more, the articles may have something near."""
_OFFERS: Final[frozenset[CareTopic]] = frozenset({"shape", "fine_now"})


def care_for(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer what needs words of care; return whether it did.

    Args:
        draft: The reply in the making; words of a red flag may stand in it already.
        w: The turn.
        library: The articles.
    """
    state = permissions(w.runner).state
    group = _GROUPS.get(state) if state is not None else None
    topics = _topics(w) if w.message.action is None else ()
    if w.frame.intent == "number_free":
        topics = tuple(topic for topic in topics if topic in _FIRST | _OF_A_WISH)
    elif _keeps_something(w):
        topics = tuple(topic for topic in topics if topic in _FIRST)
    if group is None:
        topics = tuple(topic for topic in topics if topic in _FOR_ANYBODY)
    exhausted = False
    for topic in topics:
        met = _met(draft, w, library, group, topic)
        if met:
            any(_met(draft, w, library, group, also) for also in topics if also in _WITH.get(topic, ()))
            return True
        exhausted |= met is False and topic not in _MAY_BE_SEARCHED
    if exhausted:
        draft.kind = "safety"
        draft.say("care.any.again")
    return exhausted


def _keeps_something(w: Workings) -> bool:
    if permissions(w.runner).state == "under_18" and w.frame.intent == "set_profile":
        return False  # no figure of a young body is needed; what is asked beside it comes first
    tells = w.frame.intent == "set_profile" and not _BODY_TOLD.isdisjoint(w.frame.entities)
    return tells or w.frame.intent.startswith(_DOING)


def _met(draft: Draft, w: Workings, library: Library, group: str | None, topic: Subject) -> bool | None:
    """Say the words there are on a topic and the steps an article gives; False if all was said, None if none is."""
    said = _said(draft, w, group, topic)
    advised = _advised(draft, w, library, group, topic)
    if said is None and advised is None:
        return None
    if not said and not advised:
        return False
    if draft.kind != "safety" and topic not in _NO_DANGER:
        draft.kind = "safety"
    if topic in _OFFERS:
        draft.pending = GENTLE
    return True


def _topics(w: Workings) -> tuple[Subject, ...]:
    """Return what is asked; a yes to the offer asks how to start."""
    found = care_topics(w.message.text)
    state = permissions(w.runner).state
    if not found and w.thread.pending == GENTLE and w.frame.intent == "yes":
        return ("start",)
    if "week_one" in found and "start" not in found:
        found = (*found, "start")
    if "low_mood" in found and state in {"recent_birth", "breast_feeding"}:
        return ("mother_low", *found)
    return (*leaning(w, found), *found)


def _said(draft: Draft, w: Workings, group: str | None, topic: Subject) -> bool | None:
    """Say the words of the person's state, else those for anybody; False where all were said, None without any."""
    found = next((one for one in _names(w, group, topic) if draft.texts.has(one)), None)
    if found is None:
        return None
    fresh = help_lines.unsaid(draft, found)
    if fresh is None:
        return False
    draft.new_paragraph()
    draft.add(help_lines.words(draft, w.memory.runner, fresh, **_slots(draft, w)))
    return True


def _names(w: Workings, group: str | None, topic: Subject) -> list[str]:
    """Return the names the words may have, the nearest first: by the time since a birth, by state, for anybody."""
    subject = "week_by_feel" if topic == "week_plan" else topic
    if group == "free" and topic in {"start", "week_one"}:
        subject = "week_by_feel"
    eats = "eating_disorder" in w.runner.flags and (group == "teen" or topic in _OF_FOOD)
    names = [f"care.{whose}.{subject}" for whose in ("food" if eats else None, group, "any") if whose is not None]
    if group == "birth" and topic == "start" and since_the_birth(w) is not None:
        return [f"care.birth.start_{'early' if is_early(w) else 'later'}", *names]
    return names


def _slots(draft: Draft, w: Workings) -> dict[str, Phrase]:
    """Return what the person told, for the words that say it back: their days, and the time since the birth."""
    since = since_the_birth(w)
    days = days_wished(draft, w.message.text)
    return {
        "days": days or draft.texts.say("care.any.days.any"),
        "since": phrase(since.words[:1].upper() + since.words[1:], "said") if since is not None else Phrase(),
    }


def _advised(draft: Draft, w: Workings, library: Library, group: str | None, topic: Subject) -> bool | None:
    """Tell an article's verdict and its steps, as far as new and open; False with none left, None without article."""
    slug, roles = _ADVICE.get((group or "any", topic)) or _ADVICE.get(("any", topic)) or (None, ())
    article = library.articles.get(slug) if slug is not None else None
    if article is None:
        return None
    only = _ONLY.get(topic)
    order = [*picking.verdict(draft, article, w.message.text), *picking.told_in(article, *roles)]
    if only is not None:
        order = [one for one in picking.of_part(article, *roles) if only.search(one[1].text)]
    elif group == "birth" and since_the_birth(w) is not None:
        past = _FIRST_DAYS if is_early(w) else _CALENDAR
        verdicts = [one for one in picking.of_part(article, "verdict") if not past.search(one[1].text)]
        steps = [one for one in picking.told_in(article, *roles) if not past.search(one[1].text)]
        order = [*list(picking.fresh(draft, verdicts))[:1], *steps]
    told = picking.within(draft, order, room=_WORDS, most=_SENTENCES)
    draft.new_paragraph()
    for passage, sentence in told:
        draft.add(draft.quote(passage, sentence, library))
    return bool(told)
