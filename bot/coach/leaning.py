"""Read a message in the light of the talk: answers to what was asked, requests that lean on an earlier one. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from bot.coach.asking_anew import asked_anew
from bot.coach.leaning_reminders import both_about_reminders, goes_on, is_about_reminders, with_others
from bot.coach.leaning_runs import again, multiplied, of_runs, takes_up_a_run
from bot.coach.letting_go import without_letting_go
from bot.coach.planner import speaks_of_self
from bot.coach.putting_right import WHICH_RUN
from bot.coach.quoting import without_our_figures
from bot.coach.speaking import units_so_far
from bot.coach.thread import SUMS, Thread, request_of, wants_figure
from bot.coach.turn import Exchange, Memory, Message
from bot.coach.typed import is_typed
from bot.coach.workings import local_now
from bot.nlu.frame import Context, Frame, Meaning
from bot.nlu.parser import parse
from bot.nlu.pattern import Pattern
from bot.units import METRES_PER_KM, METRES_PER_MILE

_TELLING: Final = frozenset({"set_profile", "log_weight"})
_RESUMED: Final = frozenset(
    {"calorie_question", "projection_question", "log_run", "reminder_create", "reminder_change"}
)
"""Requests that go on once what they lacked is told; a question to the articles was answered already."""
_OF_A_BODY: Final = frozenset({"weight_kg", "height_m", "age_years", "sex"})
_OF_A_PLACE: Final = frozenset({"timezone", "country"})
"""What changes no sum."""
_TOLD_OF_ONESELF: Final = _OF_A_BODY | {"runs_now_m_per_week", "goal", "activity", "units_pref", "waist_cm"}
_WHOLE_PLANS: Final = (
    frozenset({"distance_per_week_m"}),
    frozenset({"duration_per_week_s"}),
    frozenset({"sessions_per_week", "session_distance_m"}),
    frozenset({"sessions_per_week", "session_duration_s"}),
)
_ENOUGH: Final[Mapping[str, tuple[frozenset[str], ...]]] = {
    "projection_question": _WHOLE_PLANS,
    "calorie_question": (frozenset({"distance_m"}), frozenset({"duration_s"})),
}
"""Sets of entities that make a request whole; with none of them whole it leans on the turn before."""
_PER: Final = Pattern(
    r"\b(?:kcal|cals?|calories|energy|that|it)\b.{0,12}\b(?:per|a|each|every)"
    r" (?:km|kilometre|kilometer|(?P<mile>mile))\b"
    r"|^(?:(?:and|so|ok|what about|how about)[ ,]*)*(?:per|a|each|every) (?:km|kilomet(?:re|er)|(?P<a_mile>mile))\W*$",
    re.IGNORECASE,
)
_MAY_ASK_PER: Final = SUMS | {"knowledge_question", "out_of_scope", "more"}
_NOW: Final = Pattern(
    r"^(?:so |and |ok )*(?:what(?:'s| is) (?:it|that) now|and now|how about now|now)\W*$", re.IGNORECASE
)
_OF_TIMES: Final = Pattern(r"\b(?:good|average|normal|decent|typical) (?:time|pace|speed)\b", re.IGNORECASE)
"""Asked of a distance, these want no energy of it, whatever was figured before."""
_SAME: Final = Pattern(
    r"\b(?:the )?same (?:estimate|figure|number|sum|calculation|projection)\b.{0,30}\b(?:me|my|mine|a|an)\b|\b(?:do"
    r"|give me"
    r"|redo|repeat) (?:that|it|the (?:estimate|figure|sum|number|projection|calculation)) (?:again )?(?:for"
    r"|with) (?:me|my)\b",
    re.IGNORECASE,
)
_HOW_TO_START: Final = Pattern(
    r"^(?:ok |so |and |right |i don'?t get it\W+)*(?:how|where) (?:do|does|should|can|would) (?:i|someone"
    r" like me|somebody like me|a beginner) (?:even |actually )?(?:start|begin)(?:,? (?:in )?week (?:1|one))?\W*$",
    re.IGNORECASE,
)
"""In a running coach's chat this asks about running, not about the chat."""
_STARTING: Final = "how do i start running"
_HOW_LONG: Final = Pattern(
    r"^(?:and |so |ok )*how (?:long|soon|quickly) (?:would|will|does|do|until|till|before)\b.{0,24}$", re.IGNORECASE
)
_TIMED: Final = frozenset({"duration_s", "pace_s_per_km", "speed_m_s"})
_PACED: Final = frozenset({"pace_s_per_km", "speed_m_s"})
_OF_ANOTHER_RUN: Final = _TIMED | {"distance_m", "incline_fraction", "surface", "gait", "climb_m"}
_WEEKLY: Final = frozenset({"distance_per_week_m", "duration_per_week_s"})
_SESSION: Final = frozenset({"session_distance_m", "session_duration_s"})
_KEPT: Final = frozenset({"log_run", "log_weight"})
"""What tells a record."""
_OF_THE_LOG: Final = frozenset({"log_run", "log_query", "undo"})
_ASKED_AGAIN: Final = frozenset({"target_loss_kg", "target_weight_kg", "target_fat_kg", "rate_kg_per_week"})


def understand(memory: Memory, message: Message, meaning: Meaning | None = None) -> Frame:
    """Return what a message says: by itself if it is a whole sum, else read against the turns it may lean on.

    Args:
        memory: The person and the turns before.
        message: What they wrote.
        meaning: What the whole of it makes likely; None where no meaning is known.
    """
    thread = Thread(exchanges=memory.exchanges)
    return without_letting_go(_understood(memory, message, thread, meaning), message.text, thread)


def _understood(memory: Memory, message: Message, thread: Thread, meaning: Meaning | None) -> Frame:
    message = replace(message, text=without_our_figures(message.text, thread))
    now = local_now(memory.runner, message.at).replace(tzinfo=None)
    if _HOW_TO_START.search(message.text):
        return Frame(intent="knowledge_question", question="how", repaired=_STARTING)
    alone = _context(None, memory)
    plain = parse(message.text, now=now, context=alone, meaning=meaning)
    whole = _by_itself(memory, message, plain, thread)
    if whole is not None or (whole := multiplied(plain, message.text, thread)) is not None:
        return whole
    if plain.intent in SUMS and plain.entities.keys() - _OF_A_BODY and thread.pending not in plain.entities:
        return in_talk(of_runs(plain, message.text, memory, thread, now=now), thread.last, thread)
    if thread.sum is not None and (unit := _PER.search(message.text)) and plain.intent in _MAY_ASK_PER:
        return _per_unit(plain, thread.sum, METRES_PER_MILE if unit["mile"] or unit["a_mile"] else METRES_PER_KM)
    bases = list(dict.fromkeys(id(one) for one in (thread.asked or thread.last, thread.request, thread.sum)))
    exchanges = {id(one): one for one in (thread.asked or thread.last, thread.request, thread.sum)}
    read = [
        (parse(message.text, now=now, context=_context(exchanges[base], memory), meaning=meaning), exchanges[base])
        for base in bases
    ]
    leaning = [(frame, base) for frame, base in read if _leans(frame, base)]
    if is_about_reminders(plain):  # "change wed to 8" varies no sum of some turns ago
        read = [(frame, base) for frame, base in read if frame.intent not in SUMS] or [(plain, thread.last)]
        leaning = [one for one in leaning if one in read]
    varied = [(frame, base) for frame, base in leaning if frame.intent in SUMS and frame.entities]
    # "actually it was 4.5 km" right after a run puts the run right, whatever sum was done before.
    right = [one for one in leaning[:1] if one[0].correction and one[0].intent in _KEPT and one[1] is thread.last]
    frame, base = (right or varied or leaning or read)[0]
    if thread.sum is not None and (_NOW.search(message.text) or asks_same(message.text)):
        return again(_with_told(plain, message.text), thread.sum)
    frame = of_runs(frame, message.text, memory, thread, now=now)
    if frame.intent == "out_of_scope" and thread.cited is not None and _HOW_LONG.search(message.text):
        return Frame(intent="knowledge_question", question="how_long", follow_up=True)
    return in_talk(_with_told(frame, message.text), base, thread)


def _log_now(last: Exchange) -> Frame:
    """Return what was asked of the log once more; after a run that was told or taken out, the log."""
    return Frame(intent="log_query", entities=request_of(last) if last.intent == "log_query" else {})


def _is_of_body_fat(exchange: Exchange) -> bool:
    return any(one.name == "body_fat_fraction" for one in exchange.reply.figures)


def asks_same(text: str) -> bool:
    """Whether a text asks for the figure just given once more, for the person who asks."""
    return _SAME.search(text) is not None


def _by_itself(memory: Memory, message: Message, plain: Frame, thread: Thread) -> Frame | None:
    """Read a bare correction of a fact told just before, or a question asked anew, which need no turn to lean on."""
    if _NOW.search(message.text) and thread.figured is not None and _is_of_body_fat(thread.figured):
        return Frame(intent="log_query", entities={"measure": "body_fat"}, follow_up=True)
    if _NOW.search(message.text) and thread.last is not None and thread.last.intent in _OF_THE_LOG:
        return _log_now(thread.last)
    if plain.intent == "knowledge_question" and _OF_TIMES.search(message.text):
        return plain
    corrected = _corrected_fact(memory, message, thread)
    if corrected is not None:
        return in_talk(corrected, thread.last, thread)
    now, alone = local_now(memory.runner, message.at).replace(tzinfo=None), _context(None, memory)
    anew = asked_anew(message.text, plain, thread, lambda text: parse(text, now=now, context=alone))
    return None if anew is None else _with_told_beside(anew, plain, message.text)


def _corrected_fact(memory: Memory, message: Message, thread: Thread) -> Frame | None:
    """Read a bare correction of a fact that was told in the turn before, also where a sum went on with it."""
    told = (thread.last.entities.get("before") or {}).get("profile") if thread.last is not None else None
    if not told:
        return None
    now = local_now(memory.runner, message.at).replace(tzinfo=None)
    facts = {name: getattr(memory.runner, name) for name in told if name in _OF_A_BODY}
    context = Context(last_intent="set_profile", last_entities=facts, units=units_so_far(memory))
    frame = parse(message.text, now=now, context=context)
    return frame if frame.correction and frame.intent == "set_profile" else None


def _with_told(frame: Frame, text: str) -> Frame:
    """Take what is told of oneself out of a sum that leans on another: it is to be kept as well as used."""
    facts = {name: value for name, value in frame.entities.items() if name in _OF_A_BODY}
    if frame.intent not in SUMS or not frame.follow_up or not facts or not speaks_of_self(text):
        return frame
    others = {name: value for name, value in frame.entities.items() if name not in facts}
    told = Frame(intent="set_profile", entities=facts, correction=frame.correction)
    return replace(frame, entities=others, also=(told, *frame.also))


def _with_told_beside(anew: Frame, plain: Frame, text: str) -> Frame:
    """Give a question asked anew what is told of oneself beside it: "im a man, 44. i asked how many kcal for 10k"."""
    told = {name: value for one in (plain, *plain.also) for name, value in one.entities.items() if name in _OF_A_BODY}
    if not told or not speaks_of_self(text):
        return anew
    others = {name: value for name, value in anew.entities.items() if name not in told}
    return replace(anew, entities=others, also=(*anew.also, Frame(intent="set_profile", entities=told)))


def _per_unit(frame: Frame, request: Exchange, distance_m: float) -> Frame:
    """Return the run asked about before, one kilometre or mile of it at the same pace."""
    before = request_of(request)
    pace = before.get("pace_s_per_km")
    if pace is None and before.get("distance_m") and before.get("duration_s"):
        pace = before["duration_s"] / before["distance_m"] * METRES_PER_KM
    kept = {name: before[name] for name in ("gait", "incline_fraction", "surface", "speed_m_s") if name in before}
    timed = {} if pace is None else {"pace_s_per_km": pace}
    return replace(frame, intent="calorie_question", entities={**kept, **timed, "distance_m": distance_m}, also=())


def _leans(frame: Frame, base: Exchange | None) -> bool:
    """Whether a reading makes use of the turn it was read against."""
    if frame.flags:
        return True
    answers = base is not None and base.pending is not None and frame.intent not in {"out_of_scope", "smalltalk"}
    same = base is not None and (base.intent == frame.intent or both_about_reminders(frame, base))
    varied = frame.follow_up and (same or takes_up_a_run(frame, base))
    return answers or frame.correction or varied


def _context(base: Exchange | None, memory: Memory) -> Context:
    units, height_m = units_so_far(memory), memory.runner.height_m
    if base is None:
        return Context(units=units, height_m=height_m)
    return Context(
        last_intent=base.intent,
        last_entities=base.entities,
        pending=base.pending,
        choices=tuple(button.label for button in base.reply.buttons if is_typed(button.action)),
        units=units,
        height_m=height_m,
    )


def in_talk(frame: Frame, base: Exchange | None, thread: Thread) -> Frame:
    """Read a frame in the light of the talk.

    An answer to what was asked back resumes the request it was asked for; a request that leans on an earlier one
    ("and 5 times?", "make it 7") takes from it what it leaves out; a body told after an example's figure redoes it.

    Args:
        frame: What the message says by itself.
        base: The turn it was read against.
        thread: The talk.
    """
    if base is None:
        return frame
    if frame.intent == "log_run" and (frame.correction or frame.meant or base.pending == WHICH_RUN):
        return frame
    if frame.intent == "dispute" and frame.entities:
        return _put_right(frame, thread)
    if frame.intent in _TELLING:
        return _told(frame, base, thread)
    if is_about_reminders(frame):
        return goes_on(frame, base) if base.intent == frame.intent else frame
    earlier = base if base.intent == frame.intent else thread.request
    if earlier is None or earlier.intent != frame.intent:
        return frame
    frame = _weekly(frame, request_of(earlier))
    leans = frame.follow_up or frame.correction or base.pending is not None or not _whole(frame)
    if not leans or frame.intent == "knowledge_question":
        return frame
    return replace(frame, entities={**_kept(frame, request_of(earlier)), **frame.entities})


def _told(frame: Frame, base: Exchange, thread: Thread) -> Frame:
    """Resume the request that a told fact finishes: one it was asked for, or a sum done for somebody else's body."""
    of_a_sum = base.intent in SUMS and frame.entities.keys() <= _OF_A_PLACE
    if base.pending not in {None, "cue"} and base.intent in _RESUMED and not of_a_sum:
        return with_others(_resumed(frame, base))
    request = thread.request
    if request is None or not wants_figure(request) or not _OF_A_BODY & frame.entities.keys():
        return frame
    shown = request.reply.figures
    redone = thread.last is request or any(figure.subject == "example" for figure in shown)
    return _resumed(frame, request) if redone and shown else frame


def _put_right(frame: Frame, thread: Thread) -> Frame:
    """Take the right value told with a doubt: do the sum with it again, and keep what it says of the person."""
    told = replace(frame, intent="set_profile")
    if thread.sum is None and not frame.entities.keys() & _TOLD_OF_ONESELF:
        return replace(frame, entities={})
    if thread.sum is None or not frame.entities.keys() - _OF_A_BODY:
        return _told(told, thread.sum, thread) if thread.sum is not None else told
    return again(frame, thread.sum, **frame.entities)


def _resumed(told: Frame, request: Exchange) -> Frame:
    return replace(told, intent=request.intent, entities=request_of(request), also=(told, *told.also))


def _kept(frame: Frame, before: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what an elliptical request takes over: of another run only its pace and way of going, never its size."""
    if frame.intent == "projection_question":
        return _kept_plan(frame, before)
    if _OF_ANOTHER_RUN & frame.entities.keys():  # what a watch showed was of the run before
        before = {name: value for name, value in before.items() if name != "claimed_kcal"}
    if frame.intent == "calorie_question" and frame.entities.get("gait", before.get("gait", "run")) != before.get(
        "gait", "run"
    ):
        # The same way walked instead of run takes its own time.
        before = {name: value for name, value in before.items() if name not in _TIMED or "distance_m" not in before}
    if frame.intent == "calorie_question" and _PACED & frame.entities.keys() and "distance_m" in before:
        before = {name: value for name, value in before.items() if name not in _TIMED}
    if frame.intent != "calorie_question" or not {"distance_m", "duration_s"} & frame.entities.keys():
        return before
    pace = before.get("pace_s_per_km")
    if pace is None and before.get("distance_m") and before.get("duration_s"):
        pace = before["duration_s"] / before["distance_m"] * METRES_PER_KM
    others = ("gait", *_OF_A_BODY) if "distance_m" in frame.entities else ("gait", "hr_bpm", *_OF_A_BODY)
    gait = {name: before[name] for name in others if name in before}
    whole = {"distance_m", "duration_s"} <= frame.entities.keys()
    return gait if pace is None or whole or "speed_m_s" in frame.entities else {"pace_s_per_km": pace, **gait}


def _weekly(frame: Frame, before: Mapping[str, Any]) -> Frame:
    """Read a bare distance after a plan told by the week as one for the week: "make it 10 miles"."""
    given = frame.entities
    by_week = "distance_per_week_m" in before and not {"sessions_per_week"} & (before.keys() | given.keys())
    if not by_week or "session_distance_m" not in given:
        return frame
    others = {name: value for name, value in given.items() if name != "session_distance_m"}
    return replace(frame, entities={**others, "distance_per_week_m": given["session_distance_m"]})


def _kept_plan(frame: Frame, before: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a plan without what the new one replaces: a week's total gives way to sessions, a size to a size."""
    given = frame.entities.keys()
    dropped: set[str] = set()
    if given & _WEEKLY:
        dropped |= _WEEKLY | _SESSION | {"sessions_per_week"}
    if given & _SESSION:
        dropped |= _WEEKLY | _SESSION
    if "rate_kg_per_week" in given:
        dropped |= _ASKED_AGAIN | {"horizon_days"}
    if "horizon_days" in given:
        dropped |= _ASKED_AGAIN
    return {name: value for name, value in before.items() if name not in dropped}


def _whole(frame: Frame) -> bool:
    needed = _ENOUGH.get(frame.intent)
    return needed is None or any(names <= frame.entities.keys() for names in needed)


def has_plan(entities: Mapping[str, Any]) -> bool:
    """Whether a request names a whole plan of running."""
    return any(names <= entities.keys() for names in _WHOLE_PLANS)
