"""Read a plain sum: a quantity wanted in another unit, or pace, time or distance out of the two others.

A message counts only if all of it is made of quantities, units and the words that join them; one word from elsewhere,
and other readers decide. So "how many miles is 10 km" is a sum, and "ran 10 km, how many miles this week" is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot.nlu.cues import PAST_RUN, is_question
from bot.nlu.frame import Context, Frame
from bot.nlu.half_marathon import half_in_full
from bot.nlu.pattern import Pattern
from bot.nlu.quantity import Quantity
from bot.nlu.run_size import run_size
from bot.nlu.utterance import Utterance
from bot.units import KG_PER_POUND, METRES_PER_FOOT, METRES_PER_KM, METRES_PER_MILE, POUNDS_PER_STONE

_KM: Final = r"(?:kms?|ks?|kilomet(?:re|er)s?)"
_MILE: Final = r"(?:mi|miles?)"
_MIN: Final = r"(?:min(?:ute)?s?)"
_UNITS: Final = Pattern(
    rf"(?P<minkm>(?:\b{_MIN} ?(?:/|per|an?|-)? ?|\b(?:per|an?|each|every) |(?<![\w/])/ ?|\bpace (?:in|per|an?) ){_KM}\b"
    r"(?! ?(?:/|per|an) ?h))"
    rf"|(?P<minmile>(?:\b{_MIN} ?(?:/|per|an?|-)? ?|\b(?:per|an?|each|every) |(?<![\w/])/ ?|\bpace (?:in|per|an?) )"
    rf"{_MILE}\b(?! ?(?:/|per|an) ?h))"
    rf"|(?P<kmh>\b(?:kmh|kph|kmph|{_KM} ?(?:/|per|an?) ?h(?:ours?|rs?)?)\b)"
    rf"|(?P<mph>\b(?:mph|{_MILE} ?(?:/|per|an?) ?h(?:ours?|rs?)?)\b)"
    r"|(?P<ms>\b(?:m/s|mps|met(?:re|er)s? (?:per|a) sec(?:ond)?)\b)"
    rf"|(?P<km>\b{_KM}\b)|(?P<miles>\b{_MILE}\b)|(?P<m>\b(?:m|met(?:re|er)s?)\b)|(?P<feet>\b(?:ft|feet|foot)\b)"
    r"|(?P<yards>\b(?:yards?|yds?)\b)|(?P<cm>\b(?:cms?|centimet(?:re|er)s?)\b)"
    r"|(?P<kg>\b(?:kgs?|kilos?|kilograms?)\b)|(?P<lb>\b(?:lbs?|pounds?)\b)|(?P<stone>\b(?:stones?|st)\b)"
)
_NAMES: Final = {"minkm": "min/km", "minmile": "min/mile", "kmh": "km/h", "ms": "m/s"}
_A_UNIT: Final = Pattern(rf"\b(?:an?|1) (?P<unit>{_KM}|{_MILE}|kgs?|kilos?|lbs?|pounds?|stones?|feet|foot|yards?)\b")
_CONVERTS: Final = Pattern(r"\b(?:convert\w*|conversion)\b")
_GLUE: Final = frozenset(
    "convert converting converted conversion conversions translate change turn put express say show give tell me in "
    "into to as is are was be equal equals what whats which how many much far fast long quick of the a an and or so ok "
    "okay hey hi please just now no not run would that it this if i at for from with same "
    "number pace paces speed time do does did can could you u my mine kmh make makes come out quickly exactly roughly "
    "about approx approximately by on per then wait sorry um well also too again instead question "
    "there left actually unit units "
    "distance get means mean does over hold holding treadmill lol haha k".split()
)
_OF_A_SUM: Final = frozenset(
    "take takes took last need needed needs hold holding keep keeping run running ran finish finishing done will would "
    "should go going cover want get getting my me us hit complete race treadmill under sub steady even held average "
    "avg marathon half parkrun".split()
)
_WORD: Final = Pattern(r"[a-z]+")
_WHICH_UNITS: Final = Pattern(
    r"^(?:(?:so|and|hey|ok) )*(?:what|which) units? (?:do|does|are|is|will)\b[^?]{0,24}\W*$"
    r"|^(?:do|are) you (?:use|using|work|show|in)\b[^?]{0,12}\b(?:metric|imperial|km|kms|miles)\b[^?]{0,16}\W*$"
)
_GENERIC: Final = Pattern(r"\b(?:paces?|how (?:fast|quick))\b")
_NEEDED: Final = Pattern(r"\bwhat (?:do|would|will|should|must) (?:i|we) (?:need|hold|keep|average|run|hit)\b")
_PACE_FOR: Final = Pattern(r"\b(?:paces?|speed) (?:needed |required )?(?:for|to (?:run|hit|get|do|go))\b")
_SPEED: Final = Pattern(r"\bspeed\b")
_TIME: Final = Pattern(r"\btime\b")
_HOW_LONG: Final = Pattern(
    r"\b(?:how (?:long|much time)|what(?:s| is)?(?: the| my)?(?: \w+)? time|time\b|when (?:would|will|do) i finish"
    r"|finish\w*)"
)
_HOW_FAR: Final = Pattern(r"\b(?:how far|what distance|distance|how many (?:kms?|k|miles?|kilomet\w+|met\w+))\b")
_POINTS_BACK: Final = Pattern(
    r"\b(?:that|it|this|they|those)\b|^(?:(?:and|so|ok|what|whats|is|the|my|in|as|or) )*"
    r"(?:pace|speed|mph|kmh|kph|km/h|mi/h|m/s|min|per|how (?:fast|many|far))\b|\bmy run\b|^and\b"
)
_TELLS: Final = Pattern(r"\b(?:not?|was|were|is|sorry|use|show|actually|change|put)\b")
"""What puts a unit right or sets one, and asks for nothing: "no it was miles"."""
_DENIES: Final = Pattern(r"\b(?:not|was|were|meant)\b")
_OF_RUNS: Final = frozenset({"log_run", "log_query", "undo"})
_OF_A_TIME: Final = frozenset({"conversion", "race_time", "splits"})
"""Questions whose answer is the time of a distance, which has a pace."""
_A_LAP: Final = Pattern(
    r"(?P<pace>\d:[0-5]\d ?(?:/|per) ?(?:kms?|k|mi|miles?)) (?:per|each|every|an?|for|over) (?=\d{2,4} ?m\b)"
)
"""A pace whose time over a lap is wanted: "4:59/km per 400m"."""
_A_LAP_TIME: Final = Pattern(
    r"(?P<time>(?<![\d:])(?:\d:[0-5]\d|\d{2,3} ?(?:s|secs?|seconds))) (?:for|per|over|on|an?|each|every) "
    r"(?:an? |the |each )?(?P<lap>[2-9]00|1[02568]00)(?! ?(?:m|met\w+|kcal|k|\d)\b)s?\b"
)
"""The time of a lap told by its bare number: "what pace is 1:28 for 400"."""
_RACE_PACE: Final = Pattern(
    r"^(?:(?:and|so|ok|whats|what is|what) )*(?:an? |the )?(?P<time>\d{1,2}:[0-5]\d(?::[0-5]\d)?) "
    r"(?P<race>half marathon|marathon|\d{1,2} ?k)(?: race)? pace(?=\W*$)"
)
"""The pace of a race told by its time: "3:42 marathon pace"."""
_BARE_RUN: Final = Pattern(r"\bthe (?P<n>\d{1,2}(?:\.\d{1,2})?)(?= (?:at|in) \d{1,2}:\d\d)")
"""A run known by its bare distance: "what if i'd run the 10.2 at 5:10"."""
_BARE_SUM: Final = Pattern(
    r"(?:(?:what|whats|is|equals?|makes?|gives?|at|so|and|ok|then|the|a|an|time|for|would|be)\b|[,=? ])*"
)
"""All that is said beside a distance and a pace whose time is wanted and not named."""
_SPEEDS: Final = frozenset({"km/h", "mph", "m/s"})
_PACED: Final = _SPEEDS | {"min/km", "min/mile"}
_LENGTHS: Final = frozenset({"km", "miles", "m", "feet", "yards", "cm"})
_MASSES: Final = frozenset({"kg", "lb", "stone"})
_TALLEST_M: Final = 2.6
_MOST: Final = 4
_PARTS: Final = ("distance_m", "duration_s", "pace_s_per_km")
_DIMENSIONS: Final = ("distance", "pace", "speed", "mass", "length", "duration", "clock", "climb", "number")


def read_conversion(said: Utterance, context: Context) -> list[Frame]:
    """Return the sum a message asks for as a `log_query` of measure `conversion`; empty if it asks for none.

    Entities: `amounts` as they were said (a pace in minutes), the unit `told_in`, the units `into`; or two of
    `distance_m`, `duration_s` and `pace_s_per_km`, with `into`; neither of them where the run told last is meant.
    """
    if _WHICH_UNITS.search(said.digits):
        return [Frame(intent="log_query", entities={"measure": "units"})]
    said = _in_full(said)
    text = said.digits
    items = [one for one in said.all(*_DIMENSIONS) if one.dimension != "number"]
    rest = _without(text, items)
    if not items and (named := _A_UNIT.search(text)) and (told := _units(named["unit"])) is not None:
        others = _without_match(text, named)
        into = [one for one in _wanted(others) if one != told[0]]
        if into and _is_glue(others):
            return _sum({"amounts": [1.0], "told_in": told[0]}, into)
    if _DENIES.search(text) and not is_question(text):
        return []
    bare = any(one.dimension == "number" for one in said.items if not one.negated)
    if not items:
        return [] if bare else _of_before(text, context)
    if third := _third(said, text, rest, items):
        return third
    return [] if bare else _in_another_unit(said, rest, items, context)


def _in_full(said: Utterance) -> Utterance:
    """Return a message with what is shortened in it said in full: a half, a lap, a race's pace, "the 10.2"."""
    text = _A_LAP.sub(r"how long is at \g<pace> ", half_in_full(said.digits))
    text = _A_LAP_TIME.sub(r"\g<time> for \g<lap> m", text)
    text = _RACE_PACE.sub(r"pace for \g<race> in \g<time>", text)
    if said.speaks != "imperial":
        text = _BARE_RUN.sub(r"the \g<n> km", text)
    return said.saying(text)


def _sum(entities: dict[str, Any], into: list[str], *, leans: bool = False) -> list[Frame]:
    return [Frame(intent="log_query", entities={"measure": "conversion", **entities, "into": into}, follow_up=leans)]


def _without(text: str, items: list[Quantity]) -> str:
    for item in sorted(items, key=lambda one: -one.start):
        text = f"{text[: item.start]} , {text[item.end :]}"
    return text


def _without_match(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start('unit')]} {text[match.end('unit') :]}"


def _wanted(text: str) -> list[str]:
    """Return the units a text names, in order, each once."""
    return list(dict.fromkeys(unit for unit, _ in _named(text)))


def _named(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for match in _UNITS.finditer(text):
        name = str(match.lastgroup)
        yield _NAMES.get(name, name), match


def _units(text: str) -> list[str] | None:
    return _wanted(text) or None


def _is_glue(text: str, more: frozenset[str] = frozenset()) -> bool:
    """Whether a text, without its units, holds only words that join."""
    return all(word in _GLUE or word in more for word in _WORD.findall(_UNITS.sub(" ", text)))


def _in_another_unit(said: Utterance, rest: str, items: list[Quantity], context: Context) -> list[Frame]:
    """Read "convert 7.3 mph to min/km", "how many metres is 3.5 miles", "and 12 km/h?" after such a sum."""
    told = [_as_told(said, one) for one in items[:_MOST]]
    if not _is_glue(rest) or any(one is None for one in told):
        return []
    known = [one for one in told if one is not None]
    unit = known[0][1]
    if any(one[1] != unit for one in known) or len(items) > _MOST:
        return []
    into = [one for one in _wanted(rest) if one != unit and _alike(one, unit)]
    before = context.last_entities
    if not into and before.get("measure") == "conversion" and "told_in" in before:
        into = [one for one in before.get("into", ()) if one != unit and _alike(one, unit)]
        into = into or [one for one in [str(before["told_in"])] if one != unit and _alike(one, unit)]
    elif (
        not into
        and not _wanted(rest)
        and len(known) == 1
        and not _TIME.search(rest)
        and (_CONVERTS.search(rest) or _asks_pace(rest, unit))
    ):
        into = _usual(unit, rest)
    elif not into and _wanted(rest):
        return []
    return _sum({"amounts": [value for value, _ in known], "told_in": unit}, into) if into else []


def _asks_pace(rest: str, unit: str) -> bool:
    return unit in _PACED and (_GENERIC.search(rest) is not None or _SPEED.search(rest) is not None)


def _usual(unit: str, rest: str) -> list[str]:
    """Return the units something is usually wanted in where none was named."""
    if unit in _SPEEDS:
        return ["min/mile", "min/km"] if unit == "mph" else ["min/km", "min/mile"]
    if unit in _PACED:
        fast = ["mph", "km/h"] if unit == "min/mile" else ["km/h", "mph"]
        other = "min/km" if unit == "min/mile" else "min/mile"
        return fast if _SPEED.search(rest) or not _CONVERTS.search(rest) else [other]
    return {"km": ["miles"], "miles": ["km"], "m": ["miles"], "kg": ["lb"], "lb": ["kg"], "stone": ["kg"]}.get(unit, [])


def _alike(first: str, second: str) -> bool:
    return any(first in kind and second in kind for kind in (_LENGTHS, _MASSES, _PACED))


def _as_told(said: Utterance, item: Quantity) -> tuple[float, str] | None:
    """Return a quantity as it was said: its amount and its unit, a pace in minutes."""
    words = said.digits[item.start : item.end]
    unit = next((one for one in reversed(_wanted(words)) if _is_of(item, one)), None)
    match item.dimension:
        case "pace":
            imperial = item.units == "imperial"
            seconds = item.value * (METRES_PER_MILE / METRES_PER_KM if imperial else 1.0)
            return round(seconds / 60.0, 6), "min/mile" if imperial else "min/km"
        case "speed":
            unit = unit or ("mph" if item.units == "imperial" else "km/h")
            factor = {"km/h": 3.6, "mph": 3600.0 / METRES_PER_MILE}.get(unit, 1.0)
            return round(item.value * factor, 6), unit
        case "distance" | "climb":
            unit = unit or ("miles" if item.units == "imperial" and item.value < METRES_PER_KM * 40 else "km")
            lengths = {"km": METRES_PER_KM, "miles": METRES_PER_MILE, "feet": METRES_PER_FOOT, "yards": 0.9144}
            return round(item.value / lengths.get(unit, 1.0), 6), unit
        case "mass":
            unit = unit or ("lb" if item.units == "imperial" else "kg")
            stone = POUNDS_PER_STONE * KG_PER_POUND
            return round(item.value / {"lb": KG_PER_POUND, "stone": stone}.get(unit, 1.0), 6), unit
        case "length" if item.value <= _TALLEST_M:
            feet = unit == "feet" or item.units == "imperial"
            return (round(item.value / METRES_PER_FOOT, 6), "feet") if feet else (round(item.value * 100, 6), "cm")
        case _:
            return None


def _is_of(item: Quantity, unit: str) -> bool:
    kinds = {"distance": _LENGTHS, "climb": _LENGTHS, "mass": _MASSES, "speed": _SPEEDS}
    return unit in kinds.get(item.dimension, frozenset())


def _third(said: Utterance, text: str, rest: str, items: list[Quantity]) -> list[Frame]:
    """Read pace, time or distance asked for out of the two others: "how long would 10k take at 5:40/km"."""
    if len(items) > 3 or not _is_glue(rest, _OF_A_SUM) or any(one.dimension == "mass" for one in items):
        return []
    sizes, _ = run_size(said)
    if speed := sizes.pop("speed_m_s", None):
        sizes.setdefault("pace_s_per_km", METRES_PER_KM / speed)
    told = {name: sizes[name] for name in _PARTS if sizes.get(name)}
    wanted = _wanted(rest)
    third = _HOW_LONG.search(rest) if "duration_s" not in told else _PACE_FOR.search(text)
    asked = is_question(text) or (third is not None and not PAST_RUN.search(text))
    if len(told) != 2 or not (asked or _CONVERTS.search(text) or wanted):
        return []
    into = _missing(rest, told, wanted, imperial=said.speaks == "imperial")
    return _sum(told, into) if into else []


def _missing(rest: str, told: Mapping[str, float], wanted: list[str], *, imperial: bool) -> list[str]:
    """Return the units of what two told parts of a run leave out, if that is asked for."""
    if "duration_s" not in told:
        return ["min"] if _HOW_LONG.search(rest) or _BARE_SUM.fullmatch(rest) else []
    if "distance_m" not in told:
        asked = _HOW_FAR.search(rest) or is_question(rest)
        return ([one for one in wanted if one in _LENGTHS] or ["miles" if imperial else "km"]) if asked else []
    fast = [one for one in wanted if one in _PACED]
    usual = ["min/mile", "min/km", "mph", "km/h"] if imperial else ["min/km", "min/mile", "km/h", "mph"]
    return fast or (
        usual[:2] if _GENERIC.search(rest) or _NEEDED.search(rest) else usual[2:] if _SPEED.search(rest) else []
    )


def _of_before(text: str, context: Context) -> list[Frame]:
    """Read another unit for what was converted, or told, just before: "and in min/mile?", "how many miles is it?"."""
    wanted, before = _wanted(text), context.last_entities
    of_a_time = before.get("measure") in _OF_A_TIME
    if not _is_glue(text, _OF_A_SUM if of_a_time else frozenset()) or not (
        is_question(text) or (_POINTS_BACK.search(text) and not _TELLS.search(text))
    ):
        return []
    if before.get("measure") == "conversion" and before.keys() & {"told_in", *_PARTS}:
        return _converted_again(text, wanted, before)
    if context.last_intent not in _OF_RUNS or not _POINTS_BACK.search(text) or _is_of_the_log(text, context):
        return []
    into = [one for one in wanted if one in _PACED | _LENGTHS]
    imperial = context.units == "imperial"
    if not into and _GENERIC.search(text):
        into = ["min/mile"] if imperial else ["min/km"]
    if not into and _SPEED.search(text):
        into = ["mph"] if imperial else ["km/h"]
    return _sum({}, into, leans=True) if into else []


def _is_of_the_log(text: str, context: Context) -> bool:
    """Whether a question after a look at the log asks of its sums, which are said in these units anyway."""
    if context.last_intent == "log_run" or context.last_entities.get("measure") in _OF_A_TIME:
        return False
    return not _SPEEDS & set(_wanted(text))


def _converted_again(text: str, wanted: list[str], before: Mapping[str, Any]) -> list[Frame]:
    told_in = before.get("told_in")
    if told_in is not None:
        into = [one for one in wanted if one != told_in and _alike(one, str(told_in))]
        if not into and not wanted and _asks_pace(text, str(told_in)):
            into = _usual(str(told_in), text)
        return _sum({"amounts": list(before["amounts"]), "told_in": told_in}, into) if into else []
    told = {name: before[name] for name in _PARTS if name in before}
    if pace := told.get("pace_s_per_km"):
        into = [one for one in wanted if one in _PACED]
        if into:
            return _sum({"amounts": [round(pace / 60.0, 6)], "told_in": "min/km"}, into)
    into = [one for one in wanted if one in _PACED] if "pace_s_per_km" not in told else []
    if not into and not wanted and "pace_s_per_km" not in told and _SPEED.search(text):
        into = ["km/h", "mph"]
    into = into or ([one for one in wanted if one in _LENGTHS] if "distance_m" not in told else [])
    return _sum(told, into) if into else []
