"""Meet somebody in a protected state on what they ask: words of their own, and what the articles may tell them.

Which words: `prompts/en/care.toml`, by state, then by what is asked (`bot.nlu.care_topics`). What hurts is met for
anybody. Where an article knows the way, its steps follow, without a sentence on weight or shape.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from bot.coach import help_lines
from bot.coach.birth_told import begins_how, since_the_birth
from bot.coach.care_advice import advised
from bot.coach.care_days import days_wished
from bot.coach.care_kind import in_its_light, is_unsized
from bot.coach.care_subjects import (
    FIRST,
    FOR_ANYBODY,
    MAY_BE_SEARCHED,
    NO_DANGER,
    OF_A_WISH,
    OF_FOOD,
    OFFERS,
    WITH,
    Subject,
)
from bot.coach.care_thread import leaning
from bot.coach.draft import Draft
from bot.coach.permissions import State, permissions
from bot.coach.theirs import tell_theirs
from bot.coach.workings import Workings
from bot.knowledge.article import Library
from bot.nlu.care_topics import care_topics
from bot.nlu.pattern import Pattern
from bot.voice.phrase import Phrase, phrase

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
_DOING: Final = ("log_", "reminder_", "undo", "export_data", "delete_data", "number_free")
"""Beginnings of intents that keep or change something: they are done, whatever else is said."""
_BODY_TOLD: Final = frozenset({"age_years", "height_m", "weight_kg", "sex"})
GENTLE: Final = "gentle"
"""What was offered: how to run gently, or without numbers."""


_TAKES_UP: Final = frozenset({"yes", "more", "why"})
"""What takes an offer up: "yes please", "go on then", "ok how"."""
_BARE_WISH: Final = 4
"""Words in which a wish for no numbers asks nothing else."""
_RAN_WELL: Final = Pattern(
    r"\bi (?:just )?(?:ran|jogged|went (?:running|for a (?:\w+ )?(?:run|jog)))\b(?!.*\d)(?!.*\?)(?=.*\b(?:no guilt"
    r"|without"
    r" (?:any )?guilt|didn'?t (?:feel guilty|freak out|count|panic)|no (?:bad )?thoughts))",
    re.IGNORECASE,
)
"""A run told with what it was free of: no low mood, whatever its words sound like."""
_BEGINNING: Final[frozenset[Subject]] = frozenset({"start", "how_often", "week_one"})
"""What is told by the weeks since a birth."""
_LOW: Final[frozenset[Subject]] = frozenset({"low_mood", "tearful"})
"""What after a birth is met as a mother who is low."""
_LEAVING: Final[frozenset[Subject]] = frozenset({"gave_up", "gave_up_bye"})
_OF_THE_DAY: Final[frozenset[Subject]] = frozenset(
    {"not_today", "walk_only", "glad", "glad_wrong", "gave_up_bye", "one_meal", "day_ok"}
)
"""What is said in the light of the talk already."""
_PLANS: Final[frozenset[Subject]] = frozenset({"week_by_feel", "week_plan", "start"})


def meet_beside(draft: Draft, w: Workings, library: Library) -> None:
    """Answer what was asked along with facts that are kept: "74 kg. still a bit leaky, does that matter?"."""
    state = permissions(w.runner).state
    group = _GROUPS.get(state) if state is not None else None
    topics = [one for one in _topics(w) if one in NO_DANGER and (group is not None or one in FOR_ANYBODY)]
    next((one for one in topics if _met(draft, w, library, group, one)), None)


def care_for(draft: Draft, w: Workings, library: Library) -> bool:
    """Answer what needs words of care; return whether it did.

    Args:
        draft: The reply in the making; words of a red flag may stand in it already.
        w: The turn.
        library: The articles.
    """
    state = permissions(w.runner).state
    group = _GROUPS.get(state) if state is not None else None
    asked = _topics(w) if w.message.action is None else ()
    if tell_theirs(draft, w, library, asked):
        return True
    topics = _to_be_met(w, asked, group)
    exhausted = False
    for topic in topics:
        met = _met(draft, w, library, group, topic)
        if met:
            any(_met(draft, w, library, group, also) for also in topics if also in WITH.get(topic, ()))
            return True
        exhausted |= met is False and topic not in MAY_BE_SEARCHED
    if exhausted:
        draft.kind = "safety"
        draft.say("care.any.again")
    return exhausted


def _to_be_met(w: Workings, asked: tuple[Subject, ...], group: str | None) -> tuple[Subject, ...]:
    """Return which of the topics are met with words of care, by what else the message does."""
    topics = asked
    if w.just_asked is not None:
        named: frozenset[Subject] = NO_DANGER.union(care_topics(w.message.text), {"low_day"})
        topics = tuple(one for one in topics if one not in named)
    if w.frame.intent == "number_free":
        # "No numbers please" and no more is a wish to be kept; with a question beside it, the question comes too.
        bare = group is None and len(w.message.text.split()) <= _BARE_WISH
        topics = tuple(topic for topic in topics if topic in (FIRST if bare else FIRST | OF_A_WISH))
    elif _keeps_something(w):
        topics = tuple(topic for topic in topics if topic in FIRST)
    if group is None:
        # A question asked anew is answered, which is better than an apology.
        anew = w.frame.correction and w.frame.intent == "knowledge_question"
        topics = tuple(one for one in topics if one in FOR_ANYBODY and not (anew and one == "like_a_leaflet"))
    return topics


def _keeps_something(w: Workings) -> bool:
    if is_unsized(w) and permissions(w.runner).numbers_harm:
        return False  # nobody who wants no numbers is asked for one
    if permissions(w.runner).state == "under_18" and w.frame.intent in {"set_profile", "log_weight"}:
        return False  # no figure of a young body is needed; what is asked beside it comes first
    tells = w.frame.intent == "set_profile" and not _BODY_TOLD.isdisjoint(w.frame.entities)
    return tells or w.frame.intent.startswith(_DOING)


def _met(draft: Draft, w: Workings, library: Library, group: str | None, topic: Subject) -> bool | None:
    """Say the words there are on a topic and the steps an article gives; False if all was said, None if none is."""
    said = _said(draft, w, group, topic)
    told = advised(draft, w, library, group, topic)
    if said is None and told is None:
        return None
    if not said and not told:
        return False
    if draft.kind != "safety" and topic not in NO_DANGER:
        draft.kind = "safety"
    if topic in _LEAVING:
        draft.kind = "smalltalk"
    if topic in OFFERS:
        draft.pending = GENTLE
    return True


def _topics(w: Workings) -> tuple[Subject, ...]:
    """Return what is asked; a yes to the offer asks how to start."""
    state = permissions(w.runner).state
    found = in_its_light(w, care_topics(w.message.text), _GROUPS.get(state) if state is not None else None)
    if not found and w.thread.pending == GENTLE and w.frame.intent in _TAKES_UP:
        return ("start",)
    if not found and _RAN_WELL.search(w.message.text) and permissions(w.runner).numbers_harm:
        return ("ran",)
    if "week_one" in found and "start" not in found:
        found = (*found, "start")
    if not _LOW.isdisjoint(found) and state in {"recent_birth", "breast_feeding"}:
        return ("mother_low", *(one for one in found if one not in _LOW))
    if "start" in found and state in {"recent_birth", "breast_feeding"}:
        found = tuple(one for one in found if one != "cleared")
    if not _OF_THE_DAY.isdisjoint(found):
        return found
    named = tuple(one for one in care_topics(w.message.text) if one in found)
    leans = leaning(w, named)
    return found if found and leans == ("low_day",) else (*leans, *found)


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
    eats = "eating_disorder" in w.runner.flags and (group == "teen" or topic in OF_FOOD)
    names = [f"care.{whose}.{subject}" for whose in ("food" if eats else None, group, "any") if whose is not None]
    if group == "birth" and topic in _BEGINNING and since_the_birth(w) is not None:
        how = begins_how(w)
        return names if topic == "week_one" and how == "early" else [f"care.birth.start_{how}", *names]
    return names


def _of_the_plan(w: Workings) -> list[str]:
    """Return what was said of a week of running, this message first: its days hold till others are named."""
    earlier = [one.said for one in reversed(w.memory.exchanges)]
    return [w.message.text, *(text for text in earlier if _PLANS & set(care_topics(text)))]


def _slots(draft: Draft, w: Workings) -> dict[str, Phrase]:
    """Return what the person told, for the words that say it back: their days, and the time since the birth."""
    since = since_the_birth(w)
    days = next((named for text in _of_the_plan(w) if (named := days_wished(draft, text)) is not None), None)
    return {
        "days": days or draft.texts.say("care.any.days.any"),
        "since_low": phrase(since.words, "said") if since is not None else Phrase(),
        "since": phrase(since.words[:1].upper() + since.words[1:], "said") if since is not None else Phrase(),
    }
