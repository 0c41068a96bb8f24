"""Read what puts a run right by pointing at it: by its kind, its old size, its units, or another day for it."""

from __future__ import annotations

from typing import Any, Final

from bot.nlu.cues import PAST_RUN, is_question
from bot.nlu.frame import Context, Frame
from bot.nlu.moments import days
from bot.nlu.pattern import Pattern
from bot.nlu.run_kinds import WAS, kind_named
from bot.nlu.run_size import run_size
from bot.nlu.utterance import Utterance
from bot.nlu.weekdays import DAY_NAME
from bot.units import METRES_PER_KM, METRES_PER_MILE

_RUN_TALK: Final = frozenset({"log_run", "log_query", "undo"})
_N: Final = r"(?:\d{1,3}(?:\.\d{1,2})?|\d{4,5})"
_UNIT: Final = r"(?:kms?|k|milers?|miles?|mi|mins?|minutes|km/h|kmh|kph|mph|m|met(?:re|er)s)"
_SIZE_WAS: Final = Pattern(
    rf"\b(?:the|that|my) (?P<old>{_N}) ?{_UNIT}?(?: ?(?:-|run|one|1|er|jog"
    rf"|entry))? {WAS} (?P<new>{_N}) ?(?P<u>{_UNIT})?"
    rf"(?![\d:.%]|\.\d| ?(?:kg|lbs?|kilos?|st\b))(?: ?,? ?(?:not|instead of) {_N} ?{_UNIT}?)?\W*$"
)
"""One size in place of another: "the 12.4 was actually 12.8", "the 6.2 should be 6.4"."""
_SIZED_WAS: Final = Pattern(
    rf"\b(?:the|that|my) (?P<old>{_N})[ -]?(?P<unit>{_UNIT})(?: ?(?:run|one|1|er|jog|entry))? {WAS}"
    r" (?:(?:at|in|@|done in|run in) )?(?P<new>\d[^,;!?]{0,24}?)(?:,? ?(?:not|instead of|rather than) [^;!?]{1,16}?)?"
    r"(?:[ ,]+(?:by (?:gps|my watch|the watch|strava|garmin)|pl(?:ea)?se?|pls|fix\w*(?: (?:it|that))?|thanks|ty"
    r"|actually|sorry))*\W*$"
)
"""What a run named by its size and unit really was, also its time or pace: "the 3 miler was 9:40/mi not 9:10"."""
_LAPS: Final = Pattern(r"\b\d{1,2} laps?\b(?= ?(?:=|is|was|are|were|make))")
_CUE: Final = Pattern(r"\b(?:oops|no|wait|sorry|actually|really|should|meant|wrong|mistake|typo|not)\b")
_NO_CORRECTION: Final = Pattern(
    r"\b(?:predict\w*|project|foretell|estimate|equivalent|watch|says|goal|next|hope|want)\b"
)
_IS_NEW: Final = Pattern(rf"(?:{WAS}|\bto\b) ?(?=\d)")
_OF_OLD: Final = Pattern(rf",? ?\b(?:not|instead of|rather than)(?: the| a)? (?P<old>{_N}) ?{_UNIT}?")
_OTHER_UNIT: Final = Pattern(
    rf"^(?:(?:no+|nope|sorry|oops|wait|but|hey|i meant|i mean|i said|it was|that was|its|argh|ugh|the run was|actually)"
    rf"[ ,.!]*)*(?P<n>{_N}) ?(?P<u>kms?|k|kilomet\w+|miles?|mi),? ?(?:and )?not (?P<not>{_N} ?)?(?:in )?"
    r"(?P<other>kms?|k|kilomet\w+|miles?|mi)\b\W*$"
)
_MOVE: Final = Pattern(
    rf"^(?:(?:no|sorry|oh|oops|and|please|actually|wait|ok|can you|could you)[ ,]*)*(?:(?P<verb>make|move|change|set"
    rf"|put"
    rf"|shift|log) (?:it|that|this|(?:the|that|my) (?:last )?(?:run|one|1))(?: date)?(?: (?:to|on|onto|down for|as"
    rf"|for))*"
    rf"|(?:it|that|this|(?:the|that|my) (?:last )?(?:run|one|1)) (?P<was>was|happened|is from|was from)"
    rf"(?: (?:really|actually|in fact|on|from))*) (?:the )?(?P<day>yesterday|day before yesterday|last {DAY_NAME}"
    rf"|{DAY_NAME}|today|this morning)(?: (?:not|instead)\b.*)?\W*$"
)
_SIZED_MOVE: Final = Pattern(
    rf"\b(?:the|that|my) (?P<size>{_N}) ?(?P<unit>{_UNIT})(?: (?:run|one|1|today|from today|of today))* (?:should (?:be"
    rf"|have been)|belongs?|was(?: really| actually)?|needs to be) (?:on |to |from )?(?:the )?(?P<day>yesterday|last"
    rf" {DAY_NAME}|{DAY_NAME})\W*$"
)
_DAY_MOVE: Final = Pattern(
    rf"^(?:(?:no|sorry|oh|oops|and|please|actually|wait|ok|but|also|hey)[ ,]*)*(?:the |that |my )?"
    rf"(?P<old>{DAY_NAME}|yesterday|today)(?:'?s)? (?:one|1|run|jog|entry) (?:was|is|should (?:be|have been)|happened"
    rf"|belongs|needs to be)(?: (?:really|actually|in fact|meant to be|on|from|to))* (?:the )?"
    rf"(?P<day>yesterday|(?:last )?{DAY_NAME}|today)"
    r"(?:,? (?:not|instead)\b.*)?\W*$"
)
"""Another day for a run that is named by the wrong one: "wed one was thursday"."""
_SPARE: Final = Pattern(
    rf"\b(?:the|that|my|todays|yesterdays) (?P<size>{_N}) ?(?P<unit>{_UNIT})(?: (?:run|one|1|entry|today|yesterday))*"
    r" (?:is|was|are|looks like) (?:just |only |clearly )?(?:an? |the )?(?:dupe|duplicate|double|copy|repeat)\b"
)
_WALKED: Final = Pattern(
    r"(?:(?:no|but|well|hey|sorry|ok|hm+|actually|wait)[ ,]*)*(?:(?:that|it|this|most of (?:it"
    r"|that)) was (?:\w+ ){0,2}walk(?:ing|ed)?"
    r"|i (?:mostly|mainly|only|just|actually) walked(?: it| that| most of it)?)\b(?:,? (?:and )?not (?:a )?(?:run\w*"
    r"|jog\w*))?\W*$"
)
_NEW_RUN: Final = Pattern(
    r"\byou (?:have |just )?(?:added|logged|made|created|saved|stored|put in|counted)\b.{0,16}\b(?:a|an) (?:new|second"
    r"|extra|another|third|fourth|other|different)(?: (?:run|one|1|entry)\b|(?=[.,;!]|$))"
    r"|\bi (?:only|just) (?:wanted|meant|was trying|tried) to (?:correct|change|fix|edit|amend)\b"
    r"|\b(?:that|it|this) was (?:only |just )?(?:a|the|my) correction\b|\bwas (?:only |just )?correcting\b"
    r"|\bnot an? (?:new|extra|second|additional) (?:run|one|1|entry)\b"
)
_WRONG_ONE: Final = Pattern(
    r"\byou (?:have |just )?(?:over ?wrote|overwritten|replaced|messed up|broke)\b"
    r"|\byou (?:have |just )?(?:changed|corrected|fixed|edited|touched|took) the wrong (?:run|one|1|entry)\b"
    r"|^(?:(?:no|wait|hey|but|oh)[ ,]*)*(?:the )?wrong (?:run|one|1)\W*$|^(?:(?:no|wait|hey)[ ,]*)*not th(?:at|is) "
    r"(?:run|one|1)\W*$"
)


def read_put_right(said: Utterance, context: Context) -> Frame | None:
    """Return the correction, or the taking back of a wrong one, that a message asks for; None if it asks for none.

    `meant` names the run by its old `size`, its `kind` or its day, `which_date`; the entities hold the right values.
    """
    if (context.last_intent or "").startswith("reminder_"):
        return None
    if is_question(said.digits) and "?" in said.digits:
        return None
    if context.last_intent == "log_run" and _WALKED.match(said.digits) and not said.has("distance", "duration"):
        return _fixed({"gait": "walk"})
    return _moved(said, context) or _of_other_unit(said) or _by_size(said, context) or _by_kind(said, context)


def read_wrong_change(said: Utterance, context: Context) -> Frame | None:
    """Read a complaint that a run was added, or a wrong one changed, where one was to be put right."""
    text = said.digits
    last = "added" if _NEW_RUN.search(text) else "changed" if _WRONG_ONE.search(text) else None
    if last is None or (context.last_intent or "").startswith("reminder_"):
        return None
    return Frame(intent="undo", meant={"last_was": last})


def read_spare(said: Utterance) -> Frame | None:
    """Read which run is one too many: "the 3 mi today is a dupe" asks to take it out."""
    match = _SPARE.search(said.digits)
    if match is None or is_question(said.words):
        return None
    return Frame(intent="undo", meant={"size": float(match["size"]), **_day(said)})


def _moved(said: Utterance, context: Context) -> Frame | None:
    """Read another day for the run told last: "make it yesterday", "that was on friday"."""
    if (sized := _SIZED_MOVE.search(said.digits)) is not None:
        on = next((one.on for one in days(sized["day"], today=said.now.date(), towards="past")), None)
        named = {
            "size": float(sized["size"]),
            **({"which_date": said.now.date().isoformat()} if "today" in said.words else {}),
        }
        return _fixed({"date": on.isoformat()}, named) if on is not None else None
    if context.last_intent in _RUN_TALK and (of_day := _DAY_MOVE.match(said.digits)) is not None:
        old, new = _past(of_day["old"], said), _past(of_day["day"], said)
        return _fixed({"date": new}, {"which_date": old}) if old and new and old != new else None
    match = _MOVE.match(said.digits)
    if match is None:
        return None
    past = match["was"] is not None or "yesterday" in match["day"] or match["day"].startswith("last ")
    if not past and context.last_intent not in _RUN_TALK:
        return None  # "make it monday" may move a reminder
    day = _past(match["day"], said)
    return _fixed({"date": day}) if day else None


def _past(words: str, said: Utterance) -> str | None:
    """Return the past day some words name, in ISO format."""
    today = said.now.date()
    return next((one.on.isoformat() for one in days(words, today=today, towards="past") if one.on <= today), None)


def _of_other_unit(said: Utterance) -> Frame | None:
    """Read a size told again in another unit: "no, 6.4 MILES not km"."""
    match = _OTHER_UNIT.match(said.digits)
    if match is None or match["u"].startswith("mi") == match["other"].startswith("mi"):
        return None
    metres = METRES_PER_MILE if match["u"].startswith("mi") else METRES_PER_KM
    meant = {
        "size": float(match["not"] or match["n"]),
        "unit": "miles" if match["other"].startswith("mi") else "km",
    }
    return _fixed({"distance_m": float(match["n"]) * metres}, meant)


def _by_size(said: Utterance, context: Context) -> Frame | None:
    """Read the right size of a run named by the one it has: "the 12.4 was actually 12.8"."""
    of_runs = context.last_intent in _RUN_TALK or _CUE.search(said.digits) is not None
    match = _SIZED_WAS.search(said.digits) if of_runs else None
    if match is not None and (sizes := _sizes(said, match["new"])):
        unit = "miles" if match["unit"].startswith("mi") and not match["unit"].startswith("min") else None
        return _fixed(sizes, {"size": float(match["old"]), **({"unit": unit} if unit else {}), **_day(said)})
    match = _SIZE_WAS.search(said.digits)
    if match is None or not (context.last_intent in _RUN_TALK or "." in match["old"] or match["u"]):
        return None
    sizes = _sizes(said, match["new"] + " " + (match["u"] or ""))
    return _fixed(sizes, {"size": float(match["old"]), **_day(said)}) if sizes else None


def _by_kind(said: Utterance, context: Context) -> Frame | None:
    """Read the right size of a run named by its kind: "the treadmill one was at 9.8", "3 laps = 1.2 km"."""
    text = said.digits
    kind = kind_named(text) or ("lap" if _LAPS.search(text) else None)
    if kind is None or PAST_RUN.match(text) or _NO_CORRECTION.search(text):
        return None
    if context.last_intent not in _RUN_TALK and not _CUE.search(text):
        return None
    old = _OF_OLD.search(text)
    new = list(_IS_NEW.finditer(text[: old.start()] if old and old.start() else text))
    if not new:
        return None
    sizes = _sizes(said, text[new[-1].end() : old.start() if old and old.start() > new[-1].end() else None])
    named: dict[str, Any] = {"kind": kind, **_day(said)}
    if old is not None:
        named["size"] = float(old["old"])
    return _fixed(sizes, named) if sizes else None


def _sizes(said: Utterance, words: str) -> dict[str, Any]:
    """Return the sizes some words tell; a number alone is a distance, in the person's units."""
    one = said.saying(words.strip(" .,!"))
    sizes, _ = run_size(one)
    numbers = [item for item in one.items if item.dimension == "number"]
    if not sizes and len(numbers) == 1:
        miles = said.units == "imperial"
        return {"distance_m": numbers[0].value * (METRES_PER_MILE if miles else METRES_PER_KM)}
    return sizes


def _day(said: Utterance) -> dict[str, str]:
    today = said.now.date()
    found = [one.on for one in days(said.digits, today=today, towards="past") if one.on <= today]
    return {"which_date": found[0].isoformat()} if found else {}


def _fixed(entities: dict[str, Any], meant: dict[str, Any] | None = None) -> Frame:
    return Frame(intent="log_run", entities=entities, meant=meant or {}, correction=True, follow_up=True)
