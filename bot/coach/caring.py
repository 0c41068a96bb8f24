"""Meet somebody in a protected state on what they ask: words of their own, and what the articles may tell them.

Which words: `prompts/en/care.toml`, by state, then by what is asked (`bot.nlu.care_topics`). What hurts is met for
anybody. Where an article knows the way, its steps follow, without a sentence on weight or shape.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.coach import help_lines, picking
from bot.coach.draft import Draft
from bot.coach.permissions import State, permissions
from bot.coach.workings import Workings
from bot.knowledge.article import Library, Role
from bot.nlu.care_topics import CareTopic, care_topics

_GROUPS: Final[Mapping[State, str]] = {
    "under_18": "teen",
    "pregnancy": "pregnant",
    "breast_feeding": "birth",
    "recent_birth": "birth",
    "eating_disorder": "food",
    "bmi_below_18_5": "food",
    "reds_signs": "reds",
}
"""Whose words they are; a mere wish for no numbers needs none."""
_FOR_ANYBODY: Final[frozenset[CareTopic]] = frozenset(
    {
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
_FIRST: Final[frozenset[CareTopic]] = frozenset({"copies_thin", "mother_low", "low_mood", "teased"})
"""Heard before a run is kept or a reminder is set."""
_NO_DANGER: Final[frozenset[CareTopic]] = frozenset(
    {"like_a_leaflet", "week_one", "start", "how_often", "faster", "fine_now", "childs_run", "leaks"}
)
"""Talk about running, in a reply of the ordinary kind."""
_DOING: Final = ("log_", "reminder_", "undo", "export_data", "delete_data", "number_free")
"""Beginnings of intents that keep or change something: they are done, whatever else is said."""
_BODY_TOLD: Final = frozenset({"age_years", "height_m", "weight_kg", "sex"})
_ADVICE: Final[Mapping[tuple[str, CareTopic], tuple[str, tuple[Role, ...]]]] = {
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
    ("any", "childs_run"): ("teenagers-and-running", ("how_to",)),
    ("reds", "start"): ("under-fuelling", ()),
    ("reds", "how_often"): ("under-fuelling", ()),
    ("reds", "faster"): ("under-fuelling", ()),
}
"""Which article knows the way: its verdict, then these parts."""
_WORDS: Final = 75
_SENTENCES: Final = 5
GENTLE: Final = "gentle"
"""What was offered: how to run gently, or without numbers."""
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
    if _keeps_something(w):
        topics = tuple(topic for topic in topics if topic in _FIRST)
    if group is None:
        topics = tuple(topic for topic in topics if topic in _FOR_ANYBODY)
    answered = next((topic for topic in topics if _met(draft, w, library, group, topic)), None)
    if answered == "overdoing" and "start" in topics:
        _met(draft, w, library, group, "start")
    return answered is not None


def _keeps_something(w: Workings) -> bool:
    tells = w.frame.intent == "set_profile" and not _BODY_TOLD.isdisjoint(w.frame.entities)
    return tells or w.frame.intent.startswith(_DOING)


def _met(draft: Draft, w: Workings, library: Library, group: str | None, topic: CareTopic) -> bool:
    """Say the words there are on a topic and the steps an article gives; return whether there was either."""
    said = _said(draft, w, group, topic)
    advised = _advised(draft, w, library, group, topic)
    if said is None and advised is None:
        return False
    if not said and not advised:
        draft.new_paragraph()
        draft.say("care.any.again")
    if draft.kind != "safety" and topic not in _NO_DANGER:
        draft.kind = "safety"
    if topic in _OFFERS:
        draft.pending = GENTLE
    return True


def _topics(w: Workings) -> tuple[CareTopic, ...]:
    """Return what is asked; a yes to the offer asks how to start."""
    found = care_topics(w.message.text)
    if not found and w.thread.pending == GENTLE and w.frame.intent == "yes":
        return ("start",)
    if "week_one" in found and "start" not in found:
        found = (*found, "start")
    if "low_mood" in found and permissions(w.runner).state in {"recent_birth", "breast_feeding"}:
        return ("mother_low", *found)
    return found


def _said(draft: Draft, w: Workings, group: str | None, topic: CareTopic) -> bool | None:
    """Say the words of the person's state, else those for anybody; False where all were said, None without any."""
    named = (f"care.{whose}.{topic}" for whose in (group, "any") if whose is not None)
    name = next((one for one in named if draft.texts.has(one)), None)
    if name is None:
        return None
    fresh = help_lines.unsaid(draft, name)
    if fresh is None:
        return False
    draft.new_paragraph()
    draft.add(help_lines.words(draft, w.memory.runner, fresh))
    return True


def _advised(draft: Draft, w: Workings, library: Library, group: str | None, topic: CareTopic) -> bool | None:
    """Tell an article's verdict and its steps, as far as new and open; False with none left, None without article."""
    slug, roles = _ADVICE.get((group or "any", topic)) or _ADVICE.get(("any", topic)) or (None, ())
    article = library.articles.get(slug) if slug is not None else None
    if article is None:
        return None
    order = [*picking.verdict(draft, article, w.message.text), *picking.told_in(article, *roles)]
    told = picking.within(draft, order, room=_WORDS, most=_SENTENCES)
    draft.new_paragraph()
    for passage, sentence in told:
        draft.add(draft.quote(passage, sentence, library))
    return bool(told)
