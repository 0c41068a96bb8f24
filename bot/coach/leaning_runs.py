"""Read what leans on a run told or priced before: its calories, a watch's figure for it, a plan made of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from bot.coach.thread import SUMS, Thread, request_of
from bot.coach.told_runs import is_so_far
from bot.coach.turn import Exchange, Memory
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.read_energy import device_kcal
from bot.nlu.utterance import utterance
from bot.training.run import Run
from bot.units import METRES_PER_KM, METRES_PER_MILE

_SIZES: Final = frozenset({"distance_m", "duration_s", "target_kcal"})
_SESSION: Final = frozenset({"session_distance_m", "session_duration_s"})
_WEEKLY: Final = frozenset({"distance_per_week_m", "duration_per_week_s"})
_IF_I_WEIGHED: Final = Pattern(r"\bif (?:i|my weight) (?:\w+ )?(?:weigh\w*|was|were|lost|at)\b", re.IGNORECASE)
_A_RUN_OF_MINE: Final = Pattern(
    r"\b(?:the|that|my|this) (?:\w+ )?\d[\d.]*[ -]?(?:kms?|k|miles?|mi|milers?)\b|\b(?:mon|tues|wednes|thurs|fri"
    r"|satur|sun)days?\b",
    re.IGNORECASE,
)
"""A run spoken of as one that is known."""
_MULTIPLE: Final = Pattern(
    r"^(?:(?:and|so|ok|or|then|what about|how about|what if|for|at|with|i|we|do|did|run|ran|it was)[ ,]*)*"
    r"(?P<n>twice|double|half|triple|\d{1,2} ?(?:x|times))(?: of)? "
    r"(?:that|it|this|the (?:distance|run|time)|as (?:far|long))(?: (?:distance|far|long))?\W*$",
    re.IGNORECASE,
)
_TIMES: Final = {"twice": 2.0, "double": 2.0, "half": 0.5, "triple": 3.0}
_LENGTHS: Final = (
    "distance_m",
    "duration_s",
    "session_distance_m",
    "session_duration_s",
    "distance_per_week_m",
    "duration_per_week_s",
)
"""What is twice as much in a run, or in each week of a plan, that is twice as long."""
_BARE_DISTANCE: Final = re.compile(
    r"\b(?:the|my) (?P<n>\d{1,2}(?:\.\d{1,2})?)(?: (?:one|run))?(?= ?(?:[?!,]|\.(?!\d)|$))", re.IGNORECASE
)
"""A run by its distance alone: "kcal for the 12.4?"."""
_GOOD_TIME: Final = re.compile(r"\b(?:good|ok|decent|normal|average|fast|slow)\b.{0,24}\btimes?\b", re.IGNORECASE)
"""Asks what a time over a distance is worth."""
_WHOLE_MINUTE_S: Final = 60
"""A time told without seconds is that of an outing rather than of a race."""
_OF_RUNS: Final = frozenset({"log_run", "log_query", "calorie_question"})


def of_runs(frame: Frame, text: str, memory: Memory, thread: Thread, *, now: datetime) -> Frame:
    """Return a frame with what it leaves out of the run it is about.

    Args:
        frame: What the message says.
        text: The message.
        memory: The log.
        thread: The talk.
        now: The person's local time.
    """
    claimed = _claimed(_supposed(frame, text), text, now, thread)
    named = _of_the_run_named(_over_what_was_asked(claimed, thread, now), text, memory)
    return _of_the_run_before(_of_the_last_run(named, memory, thread), thread)


def takes_up_a_run(frame: Frame, base: Exchange | None) -> bool:
    """Whether a reading makes a plan of the run the talk was about, or takes a named run out of the log."""
    named = frame.intent == "undo" and bool(frame.meant)
    return base is not None and base.intent in _OF_RUNS and (named or frame.intent == "projection_question")


def multiplied(frame: Frame, text: str, thread: Thread) -> Frame | None:
    """Return the run, plan or sum just spoken of, so many times as long: "and twice that?"; None if none is asked."""
    asked, request = _MULTIPLE.match(text), thread.request
    if (
        asked is None
        or request is None
        or not (request.intent in SUMS or request.entities.get("measure") == "conversion")
    ):
        return None
    times = _TIMES.get(asked["n"].lower()) or float(re.sub(r"\D", "", asked["n"]))
    before = {name: value for name, value in request_of(request).items() if name != "claimed_kcal"}
    longer = {name: before[name] * times for name in _LENGTHS if before.get(name)}
    return replace(frame, intent=request.intent, entities={**before, **longer}, also=(), ask=None) if longer else None


def again(frame: Frame, request: Exchange, **changes: Any) -> Frame:
    """Return an earlier request once more, with something changed."""
    return replace(frame, intent=request.intent, entities={**request_of(request), **changes}, also=())


def to_lean_on(frame: Frame) -> Frame:
    """Return the need of a turn that the next one may vary: of a run's energy and what a plan of it does, the plan."""
    plan = next((one for one in frame.also if one.intent == "projection_question"), None)
    return plan if plan is not None and frame.intent == "calorie_question" else frame


def _supposed(frame: Frame, text: str) -> Frame:
    """Read "what if I weighed 72" as a sum for another weight, and store nothing of it."""
    told = frame.intent in {"set_profile", "log_weight"} and frame.entities.keys() <= {"weight_kg", "date"}
    if not told or "weight_kg" not in frame.entities or not _IF_I_WEIGHED.search(text):
        return frame
    return replace(frame, intent="calorie_question", entities={"weight_kg": frame.entities["weight_kg"]}, also=())


def _claimed(frame: Frame, text: str, now: datetime, thread: Thread) -> Frame:
    """Hold what a watch or an app shows against the run's energy that was shown last: "strava says 790"."""
    figured = thread.figured
    shown = device_kcal(utterance(text.lower(), now=now)) if figured is not None else None
    if figured is None or shown is None or figured.reply.figures[0].name != "net_kcal":
        return frame
    if frame.intent == "calorie_question" and frame.entities.keys() & _SIZES:
        return frame  # it tells the run that the figure is of
    if figured.intent == "calorie_question":
        return again(frame, figured, claimed_kcal=shown)
    of_log = figured.intent in {"log_run", "log_query"}
    return Frame(intent="calorie_question", entities={"claimed_kcal": shown}) if of_log else frame


def _over_what_was_asked(frame: Frame, thread: Thread, now: datetime) -> Frame:
    """Give "got 24:10 yesterday!" the distance of "whats a good 5k time?", asked just before."""
    told = frame.intent == "log_run" and not frame.correction and "distance_m" not in frame.entities
    if not told or thread.last is None or frame.entities.get("duration_s", 0) % _WHOLE_MINUTE_S == 0:
        return frame
    before = utterance(thread.last.said.lower(), now=now)
    asked = before.first("distance") if _GOOD_TIME.search(thread.last.said) else None
    return frame if asked is None else replace(frame, entities={**frame.entities, "distance_m": asked.value}, ask=None)


def _of_the_run_named(frame: Frame, text: str, memory: Memory) -> Frame:
    """Give "the energy of the 14k one", or "of the 12.4", the time and slope of the stored run of that distance."""
    bare = _BARE_DISTANCE.search(text) if not _SIZES & frame.entities.keys() else None
    if frame.intent == "calorie_question" and bare is not None:
        ways = (float(bare["n"]) * METRES_PER_KM, float(bare["n"]) * METRES_PER_MILE)
        meant = next((one for one in memory.runs if any(is_so_far(one, metres) for metres in ways)), None)
        return frame if meant is None else replace(frame, entities={**_sized(meant), **frame.entities})
    told = frame.entities.keys() & {"duration_s", "pace_s_per_km", "speed_m_s"}
    if (
        frame.intent != "calorie_question"
        or told
        or "distance_m" not in frame.entities
        or not _A_RUN_OF_MINE.search(text)
    ):
        return frame
    metres = float(frame.entities["distance_m"])
    run = next((one for one in memory.runs if is_so_far(one, metres)), None)
    return frame if run is None else replace(frame, entities={**_sized(run), **frame.entities})


def _sized(run: Run) -> dict[str, Any]:
    """Return a stored run as the energy of it is asked for."""
    sized = {
        "distance_m": run.distance_m,
        "duration_s": run.duration_s,
        "gait": run.gait,
        "incline_fraction": run.incline_fraction,
        "climb_m": run.climb_m,
    }
    return {name: value for name, value in sized.items() if value is not None}


def _of_the_last_run(frame: Frame, memory: Memory, thread: Thread) -> Frame:
    """Give "how many calories was that" the run that was told just before, even where it is to be taken out."""
    if frame.intent == "undo":
        return replace(frame, also=tuple(_of_the_last_run(one, memory, thread) for one in frame.also))
    logged = thread.figured if "claimed_kcal" in frame.entities else thread.request
    asks = frame.intent == "calorie_question" and not _SIZES & frame.entities.keys()
    if not asks or logged is None or logged.intent not in {"log_run", "log_query"}:
        return frame
    stretch = {logged.entities.get(name) for name in ("since", "until")} if logged.intent == "log_query" else {None}
    day = stretch.pop() if len(stretch) == 1 else None
    newest = next((one for one in reversed(thread.exchanges) if one.entities.get("run_ids")), None)
    told = set(newest.entities["run_ids"]) if newest is not None else set()
    meant = (one for one in memory.runs if (one.on_date.isoformat() == day if day else one.run_id in told))
    run = next(meant, None)
    if run is None:
        return frame
    kept = _sized(run)
    if {"pace_s_per_km", "speed_m_s"} & frame.entities.keys():
        kept.pop("duration_s", None)  # "what if at 5:00/km": the same way, another time
    return replace(frame, entities={**kept, **frame.entities})


def _of_the_run_before(frame: Frame, thread: Thread) -> Frame:
    """Give "and three times a week, how much would I lose?" the size of the run whose energy was asked before."""
    also = next((one for one in frame.also if one.intent == "projection_question"), None)
    if frame.intent == "knowledge_question" and also is not None:
        frame = replace(also, question=frame.question, also=())
    asked = thread.sum if thread.request is None or thread.request.intent != "log_run" else thread.request
    before = {} if asked is None or asked.intent not in {"calorie_question", "log_run"} else request_of(asked)
    sized = (_SESSION | _WEEKLY) & frame.entities.keys()
    only_food = "intake_change_kcal_day" in frame.entities and "sessions_per_week" not in frame.entities
    if frame.intent != "projection_question" or sized or not before or only_food:
        return frame
    name = "distance_m" if "distance_m" in before else "duration_s"
    if name not in before:
        return frame
    return replace(frame, entities={f"session_{name}": before[name], **frame.entities})
