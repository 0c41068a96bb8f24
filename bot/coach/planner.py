"""From a frame to tool calls: what has to be looked up, computed or stored before anything is said. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.nlu.cues import in_field_strongly, is_question
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.read_method import asks_of_example
from bot.nlu.tidy import tidy
from bot.nlu.untold import own_words
from bot.nlu.whose import is_all_of_others

_TOOLS: Final[Mapping[str, str]] = {
    "knowledge_question": "search_articles",
    "plan": "search_articles",
    "calorie_question": "estimate_run",
    "projection_question": "project_fat",
    "set_profile": "remember_profile",
    "log_weight": "log_weight",
    "log_run": "log_run",
    "log_query": "recall_runs",
    "undo": "take_back",
    "reminder_create": "set_reminder",
    "reminder_change": "change_reminder",
    "reminder_pause": "pause_reminders",
    "reminder_resume": "resume_reminders",
    "reminder_delete": "delete_reminders",
    "reminder_list": "list_reminders",
}
_STORIES: Final = frozenset({"out_of_scope", "feeling", "smalltalk", "set_profile"})
"""What the parser takes for talk often hides a question that an article answers."""
_KEPT: Final = frozenset({"log_run", "log_weight"})
"""Beside these a story is told in passing: what was kept is the answer."""
_SHORTEST_STORY: Final[Mapping[str, int]] = {"out_of_scope": 1, "set_profile": 9}
_SHORTEST_OTHER_STORY: Final = 5
_WHEREABOUTS: Final = frozenset({"timezone", "country", "stay_first", "stay_last", "back_home"})
"""Where somebody is hides no question."""
_SELF: Final = Pattern(r"\b(?:i'?m|i am|im|i weigh|my (?:weight|height|age)|for me)\b", re.IGNORECASE)
_SUPPOSED: Final = Pattern(
    r"\b(?:if i|if my|suppose|person|someone|somebody|friend|mate|wife|husband|sister|brother)\b"
    r"(?! (?:bought|got me|gave|says?|said|thinks?|told|made me|wants? me)\b)"
    r"|\b(?:do|does|would|will|can|is|for|of|if) (?:an? )?(?:\S+ ){0,3}(?:m[ae]n|wom[ae]n|guys?|girls?|runners?"
    r"|(?:fe)?males?|bloke|lady|adults?)\b(?! like me)",
    re.IGNORECASE,
)
_VOICES: Final = Pattern(
    r"\b(?:feel\w*|felt|every(?:one|body)|people|scared|afraid|asham\w*|embarrass\w*|hate|worr\w*|nervous|shy|cry\w*|cried)\b"
)
"""What tells more than how somebody lives."""
_BODY: Final = frozenset({"weight_kg", "height_m", "age_years", "sex"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One tool call."""

    tool: str
    arguments: Mapping[str, Any]


def plan(frame: Frame, text: str, *, weighed: bool = True) -> tuple[Call, ...]:
    """Return the tool calls of a frame: what is to be stored first, then what is to be looked up or computed.

    Args:
        frame: What the message says.
        text: The message.
        weighed: Whether the person's weight is known; if not, "80 kg, 10 km in 50 min, how many kcal" tells it.
    """
    frames = (frame, *frame.also)
    # A body in a question to the log room is one that is only supposed: what is told beside it is a need of its own.
    telling = [one for one in frames if one.intent != "log_query"]
    told = {name: value for one in telling for name, value in one.entities.items() if name in _BODY}
    calls: list[Call] = []
    if _may_hide_a_question(frame, text):
        calls.append(Call(tool="search_articles", arguments={"question": text}))
    for one in frames:
        tool = _TOOLS.get(one.intent)
        if tool is None or one.ask is not None:
            continue
        arguments = _arguments(one, tool, text)
        call = Call(tool=tool, arguments=arguments)
        calls.insert(0, call) if tool == "remember_profile" else calls.append(call)
    supposes = _SUPPOSED.search(text) is not None or (frame.follow_up and not own_words(text.lower()))
    anothers = is_all_of_others(tidy(text))
    tells_weight = not weighed and "weight_kg" in told and not supposes
    told_of_self = (speaks_of_self(text) and not frame.follow_up) or tells_weight
    remembers = any(call.tool in {"remember_profile", "log_weight"} for call in calls)
    if not (remembers or anothers) and calls and (len(told) >= len(_BODY) or (told and told_of_self)):
        calls.insert(0, Call(tool="remember_profile", arguments=told))
    return tuple(calls)


def speaks_of_self(text: str) -> bool:
    """Whether what a text says of a body is told of the person and not supposed or said of somebody else."""
    return _SELF.search(text) is not None and _SUPPOSED.search(text) is None


def _arguments(frame: Frame, tool: str, text: str) -> Mapping[str, Any]:
    if tool == "search_articles":
        return {"question": text}
    if tool == "take_back":
        return frame.meant
    corrects = {"corrects": True} if frame.correction else {}
    return {**frame.entities, **frame.meant, **corrects} if tool == "log_run" else dict(frame.entities)


def only_tells(frame: Frame, text: str) -> bool:
    """Whether a message tells of the person and asks nothing: how one lives is near many articles and asks for none."""
    plain = tidy(text)
    return (
        frame.intent == "set_profile"
        and "goal" not in frame.entities
        and not (is_question(plain) or in_field_strongly(plain) or _VOICES.search(plain))
    )


def _may_hide_a_question(frame: Frame, text: str) -> bool:
    if frame.intent not in _STORIES or frame.ask is not None or "language" in frame.entities:
        return False
    if any(one.intent in _KEPT for one in frame.also) and not is_question(text.lower()):
        return False
    if frame.intent == "set_profile" and (frame.entities.keys() <= _WHEREABOUTS or asks_of_example(text.lower())):
        return False
    if only_tells(frame, text):
        return False
    return len(text.split()) >= _SHORTEST_STORY.get(frame.intent, _SHORTEST_OTHER_STORY)
