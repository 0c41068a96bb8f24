"""From a frame to tool calls: what has to be looked up, computed or stored before anything is said. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.coach.turn import Exchange
from bot.nlu.frame import Frame
from bot.units import METRES_PER_KM

_TOOLS: Final[Mapping[str, str]] = {
    "knowledge_question": "search_articles",
    "plan": "search_articles",
    "calorie_question": "estimate_run",
    "projection_question": "project_fat",
    "set_profile": "remember_profile",
    "log_weight": "remember_profile",
    "log_run": "log_run",
    "log_query": "recall_runs",
    "reminder_create": "set_reminder",
    "reminder_change": "change_reminder",
    "reminder_pause": "pause_reminders",
    "reminder_resume": "resume_reminders",
    "reminder_delete": "delete_reminders",
    "reminder_list": "list_reminders",
}
_TELLING: Final = frozenset({"set_profile", "log_weight"})
_RESUMED: Final = frozenset(
    {"calorie_question", "projection_question", "log_run", "reminder_create", "reminder_change"}
)
"""Requests that go on once what they lacked is told; a question to the articles was answered already."""
_BODY: Final = frozenset({"weight_kg", "height_m", "age_years", "sex"})
_ENOUGH: Final[Mapping[str, tuple[frozenset[str], ...]]] = {
    "projection_question": (
        frozenset({"distance_per_week_m"}),
        frozenset({"duration_per_week_s"}),
        frozenset({"sessions_per_week", "session_distance_m"}),
        frozenset({"sessions_per_week", "session_duration_s"}),
    ),
    "calorie_question": (frozenset({"distance_m"}), frozenset({"duration_s"})),
}
"""Sets of entities that make a request whole; with none of them whole it leans on the turn before."""
_REMINDER_SLOTS: Final = frozenset({"time", "days", "date", "which", "time_zone", "days_and_time"})
"""What is asked back about a reminder: the request goes on with the answer."""
_REMINDER_SELECTS: Final = frozenset({"days", "which", "date", "first"})
_REMINDER_DAYS: Final = frozenset({"days", "date", "interval_days", "sessions_per_week"})
_REMINDER_SPOKEN_OF: Final = frozenset({"reminder_id", "date", "first", "last"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One tool call."""

    tool: str
    arguments: Mapping[str, Any]


def in_talk(frame: Frame, last: Exchange | None) -> Frame:
    """Read a frame in the light of the turn before.

    An answer to what was asked back resumes the request it was asked for; a request that leans on the one before
    ("and 5 times?", "make it 7") takes from it what it leaves out.
    """
    if last is None:
        return frame
    if frame.intent == last.intent and frame.intent.startswith("reminder_"):
        return _reminder_in_talk(frame, last)
    leans = frame.follow_up or frame.correction or last.pending is not None or not _whole(frame)
    if frame.intent == last.intent and leans and frame.intent not in _TELLING:
        return replace(frame, entities={**_kept(frame, _request(last)), **frame.entities})
    answers_back = last.pending not in {None, "cue"} and frame.intent in _TELLING
    if answers_back and last.intent in _RESUMED:
        resumed = replace(frame, intent=last.intent, entities=_request(last), also=(frame, *frame.also))
        return _with_others(resumed)
    return frame


def _reminder_in_talk(frame: Frame, last: Exchange) -> Frame:
    """Read words about a reminder after others about one: the same request goes on, or the same reminder is meant."""
    own = frame.entities.keys()
    if last.pending in _REMINDER_SLOTS:
        dropped = {"unreal"} | (_REMINDER_DAYS if own & _REMINDER_DAYS and frame.intent == "reminder_create" else set())
        before = {name: value for name, value in last.entities.items() if name not in dropped}
    elif frame.follow_up or frame.correction:
        leans_on = {"time"} if frame.intent == "reminder_create" else _REMINDER_SPOKEN_OF
        if frame.intent != "reminder_create" and own & _REMINDER_SELECTS:
            leans_on = set()
        before = {name: value for name, value in last.entities.items() if name in leans_on}
    else:
        return frame
    return _with_others(replace(frame, entities={**before, **frame.entities}))


def _with_others(frame: Frame) -> Frame:
    """Bring the further reminders of a message back that waited for an answer about the first."""
    others = frame.entities.get("others", ())
    entities = {name: value for name, value in frame.entities.items() if name != "others"}
    again = tuple(Frame(intent="reminder_create", entities=other) for other in others)
    return replace(frame, entities=entities, also=(*frame.also, *again))


def remembered(frame: Frame, pending: str | None) -> Mapping[str, Any]:
    """Return the entities to remember of a turn: while one reminder of several is asked about, the others with it."""
    others = [dict(one.entities) for one in frame.also if one.intent == "reminder_create"]
    if frame.intent != "reminder_create" or pending not in _REMINDER_SLOTS or not others:
        return frame.entities
    return {**frame.entities, "others": others}


def again(frame: Frame, last: Exchange, **changes: Any) -> Frame:
    """Return the request of the turn before once more, with something changed."""
    return replace(frame, intent=last.intent, entities={**_request(last), **changes}, also=())


def _kept(frame: Frame, before: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what an elliptical request takes over: of another run only its pace, never its size or slope."""
    if frame.intent != "calorie_question" or not {"distance_m", "duration_s"} & frame.entities.keys():
        return before
    pace = before.get("pace_s_per_km")
    if pace is None and before.get("distance_m") and before.get("duration_s"):
        pace = before["duration_s"] / before["distance_m"] * METRES_PER_KM
    whole = {"distance_m", "duration_s"} <= frame.entities.keys()
    return {} if pace is None or whole or "speed_m_s" in frame.entities else {"pace_s_per_km": pace}


def _request(last: Exchange) -> Mapping[str, Any]:
    """Return what was asked in a turn, without a whole body that was told with it and is kept by now."""
    whole_body = last.entities.keys() >= _BODY
    return {name: value for name, value in last.entities.items() if not (whole_body and name in _BODY)}


def _whole(frame: Frame) -> bool:
    needed = _ENOUGH.get(frame.intent)
    return needed is None or any(names <= frame.entities.keys() for names in needed)


def plan(frame: Frame, text: str) -> tuple[Call, ...]:
    """Return the tool calls of a frame: what is to be stored first, then what is to be looked up or computed."""
    frames = (frame, *frame.also)
    told = {name: value for one in frames for name, value in one.entities.items() if name in _BODY}
    calls: list[Call] = []
    for one in frames:
        tool = _TOOLS.get(one.intent)
        if tool is None or one.ask is not None:
            continue
        arguments = {"question": text} if tool == "search_articles" else dict(one.entities)
        call = Call(tool=tool, arguments=arguments)
        calls.insert(0, call) if tool == "remember_profile" else calls.append(call)
    remembers = any(call.tool == "remember_profile" for call in calls)
    if not remembers and len(told) >= len(_BODY) and calls:
        calls.insert(0, Call(tool="remember_profile", arguments=told))
    return tuple(calls)
