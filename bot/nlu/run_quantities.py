"""Quantities of a run: pace, speed, distance, time spent, incline, energy."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.nlu.grammar import Rule, amount, aside, at, rule
from bot.nlu.number_words import BOUNDARY, NUMBER, RANGE, middle, number
from bot.nlu.quantity import FASTEST_S_PER_KM, Dimension, Quantity
from bot.units import HALF_MARATHON_M, JOULES_PER_KCAL, MARATHON_M, METRES_PER_MILE, SECONDS_PER_HOUR, Units

_MINUTE_S = 60.0
_MILES_PER_KM = 1000.0 / METRES_PER_MILE
_SECONDS_PER_MILE_PACE_LIMIT = 25
_PARTS = {"half": 0.5, "quarter": 0.25, "3 quarters": 0.75}
_RACES_M = {
    "half marathon": HALF_MARATHON_M,
    "half-marathon": HALF_MARATHON_M,
    "marathon": MARATHON_M,
    "parkrun": 5000.0,
}
"""Race distances: a marathon by the rules of World Athletics; every parkrun is 5 km. [m]"""

ASIDES = rule(
    r"\b(?:couch (?:to|2) (?:a )?\d+ ?k\b|c(?:ouch)?2?25k\b|c25k\b|zone ?\d\b|z[1-5]\b|vo2 ?(?:max)?\b|h2o\b|co2\b"
    r"|b12\b"
    r"|12[- ]3[- ]30\b|1[68][:/][68]\b|80/20\b|type [12]\b|t[12]dm?\b|w\d{1,2} ?[rd]\d\b|covid-?19\b|\d+c\b"
    r"|(?:week|day|stage|phase) \d{1,2}(?![:\d])(?! ?(?:x\b|times|km|k\b|mi))(?: (?:day|run|r) ?\d)?\b"
    r"|\d+ ?(?:degrees?|° ?[cf]?|celsius|fahrenheit))"
    rf"|{BOUNDARY}{NUMBER} ?k? steps\b"
    rf"|{BOUNDARY}{NUMBER}[ -]?(?:weeks?|months?|days?) (?:pregnant|preggers|postpartum|post[ -]partum|post ?natal|gone"
    r"|along|into my pregnancy|after giving|old\b)"
    rf"|{BOUNDARY}{NUMBER} ?(?:%|percent) of (?:people|runners|women|men)"
    r"|\bhow (?:many|much|often|far)(?: \w+){0,2} (?:an?|per|each|every) (?:day|week|month)\b"
    r"|\[\d{1,3}\]"
    r"|(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{2,4})?(?![\d/'\"a-z])"
    r"|(?<![\w.:])(?:(?:[01]?\d|2[0-4])(?:[:. ]?[0-5]\d)?) ?(?:am|pm|a\.m\.?|p\.m\.?|oclock|o'clock|ish)(?![a-z])",
    aside,
)
"""Digits that are part of a name or a clock time."""
_FEET_M = 0.3048
_UPHILL = (
    r"(?:climb(?:ing|s)?|elevation(?: gain)?|elev(?: gain)?|ascent|gain|vert|uphill|d\+"
    r"|up(?=$|[,.;!?)]| (?:and|but|in)\b))"
)
_CLIMB = rule(
    rf"{BOUNDARY}(?P<n>{NUMBER}) ?(?P<u>m|metres?|meters?|ft|feet)(?: of)?(?: total)? {_UPHILL}"
    r"|\b(?:climb(?:ing|s|ed)?|elevation(?: gain)?|elev|ascent|vert)(?: gain)?(?: (?:of|was|is|about))*:? "
    rf"(?P<m>{NUMBER}) ?(?P<v>m|metres?|meters?|ft|feet)(?![a-z])"
    r"|\b(?:with )?(?:no|zero|without(?: any| the)?) (?:climb(?:ing|s)?|elevation|hills)\b(?P<none>)",
    lambda match: at(
        match,
        "climb",
        0.0
        if match["none"] is not None
        else number(match["n"] or match["m"]) * (_FEET_M if (match["u"] or match["v"]).startswith("f") else 1.0),
    ),
)
_HEART_RATE = rule(
    rf"{BOUNDARY}(?P<n>{NUMBER}) ?(?:bpm|beats(?: (?:per|a) min(?:ute)?)?)\b"
    r"|(?<!\d )\b(?:heart ?rate|(?:avg|average|max) hr|hr)(?: (?:of|was|is|at|around|about|avg|average|max)){0,2}:?"
    r" (?P<m>[4-9]\d|[12]\d\d)(?!\d)",
    lambda match: at(match, "heart_rate", number(match["n"] or match["m"])),
)

# Pace and speed
_KM = r"(?:k|kms?|kilomet(?:re|er)s?)"
_MILE = r"(?:mi|miles?)"


def _pace_seconds(words: str) -> float:
    parts = [part for part in re.split(r"[:'.\"]", words) if part]
    if len(parts) == 2 and parts[1].isdigit() and len(parts[1]) == 2:
        return float(parts[0]) * _MINUTE_S + float(parts[1])
    return middle(words) * _MINUTE_S


def _pace(match: re.Match[str]) -> Quantity | None:
    words, imperial = match["n"], match["unit"].startswith("mi")
    is_time = "min" in match.group() or any(sign in words for sign in ":'.")
    if not is_time and amount(words) > _SECONDS_PER_MILE_PACE_LIMIT:
        return None
    seconds = _pace_seconds(words)
    return at(match, "pace", seconds * _MILES_PER_KM if imperial else seconds, "imperial" if imperial else "metric")


def _spoken_pace(match: re.Match[str]) -> Quantity | None:
    """Return a pace without its unit; a time that nobody holds for a kilometre is none: "what pace is 1:45"."""
    seconds = _pace_seconds(match["n"] or match["m"])
    return at(match, "pace", seconds) if seconds >= FASTEST_S_PER_KM else None


_TIME = rf"\d{{1,2}}[:'.][0-5]\d(?!\d)|{RANGE}"
_PACES = (
    rule(
        rf"{BOUNDARY}(?P<n>{_TIME})[\"']? ?-?(?:min(?:ute)?s?)? ?(?:/ ?|\bper |\ban? |\bevery )(?P<unit>{_KM}"
        rf"|{_MILE})(?![a-z])"
        r"(?! (?:a|per|every) )",
        _pace,
    ),
    rule(
        rf"{BOUNDARY}(?P<n>{_TIME})[ -]?min(?:ute)?s? ?(?P<unit>miles?|kms?|ks|kilomet(?:re|er)s?)(?![a-z])(?! (?:run"
        r"|jog))",
        _pace,
    ),
    rule(
        r"(?:\bat |@ ?)(?P<n>\d{1,2}[:.'][0-5]\d)s\b|(?<![\d:.])(?P<m>(?:[4-9]|1[0-5]):[0-5]\d)s\b",
        lambda match: at(match, "pace", _pace_seconds(match["n"] or match["m"])),
    ),
    rule(
        r"\bpace(?: (?:of|was|is|at|around|about)){0,2}:? (?P<n>\d{1,2}[:.'][0-5]\d)(?!\d)"
        r"|(?<![\d:])(?P<m>\d{1,2}[:.'][0-5]\d) (?:min )?(?:pace|average|avg)\b(?! (?:hr|heart))",
        _spoken_pace,
    ),
)

# Times spent
_H = r"(?:hours?|hrs?|h)"
_MIN = r"(?:minutes?|mins?|m)"
_SEC = r"(?:seconds?|secs?|s)"
_NO_OTHER_UNIT = (
    r"(?! ?(?:km?|mi|miles?|kg|st|stone|times|x|h|hrs?|hours?|days?|weeks?|months?|pm|am|reps|runs"
    r"|/)(?![a-z]))(?![:/.]\d)"
)


def _hours_minutes(match: re.Match[str]) -> Quantity:
    seconds = (amount(match["h"]) if match["h"] else 1.0) * SECONDS_PER_HOUR
    if match["part"]:
        seconds += _PARTS[match["part"]] * SECONDS_PER_HOUR
    seconds += number(match["m"]) * _MINUTE_S if match["m"] else 0.0
    seconds += number(match["s"]) if match["s"] else 0.0
    return at(match, "duration", seconds)


def _three_parts(match: re.Match[str]) -> Quantity:
    return at(match, "duration", int(match["h"]) * 3600.0 + int(match["m"]) * 60.0 + int(match["s"]))


def _colon(match: re.Match[str]) -> Quantity:
    first, second = int(match["a"]), int(match["b"])
    return replace(at(match, "clock", first * 60.0 + second), hours_reading=first * 3600.0 + second * 60.0)


_DURATIONS = (
    rule(r"(?<![\d:.])(?P<h>\d{1,2}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?![:\d])", _three_parts),
    rule(
        r"\b(?:(?P<p>half|3 quarters|quarter)(?: of)?(?: an?)?|an? (?P<q>half|quarter)(?: of an)?)[ -]hour\b",
        lambda match: at(match, "duration", _PARTS[match["p"] or match["q"]] * SECONDS_PER_HOUR),
    ),
    rule(
        rf"(?:{BOUNDARY}(?P<h>{NUMBER}|an?(?= ))[ -]?{_H}|(?<![\w-])hour(?= (?:and|[1-5]\d)\b))(?![a-z])"
        r"(?:,? (?:and )?(?:an? |one )?(?P<part>half|quarter|3 quarters)(?! (?:an|of)\b)(?![ -]marathon)"
        rf"|,? ?(?:and )?(?P<m>\d{{1,2}}(?:\.\d)?(?!\d)|{NUMBER}){_NO_OTHER_UNIT}[ -]?{_MIN}?(?![a-z])"
        rf"(?:,? ?(?:and )?(?P<s>\d{{1,2}}) ?{_SEC}?(?![a-z:\d]))?)?(?!\d)",
        _hours_minutes,
    ),
    rule(
        rf"{BOUNDARY}(?P<m>{NUMBER}) ?(?:minutes?|mins?|m|') ?(?:and )?(?P<s>[0-5]?\d) ?(?:{_SEC}(?![a-z])|\"|'')",
        lambda match: at(match, "duration", number(match["m"]) * _MINUTE_S + number(match["s"])),
    ),
    rule(
        rf"{BOUNDARY}(?P<m>{NUMBER}) ?(?:minutes?|mins?) (?P<s>[0-5]\d)(?=$|[,.;!)]| (?:before|then|and|for|on|today"
        r"|this|yesterday)\b)",
        lambda match: at(match, "duration", number(match["m"]) * _MINUTE_S + number(match["s"])),
    ),
    rule(
        rf"{BOUNDARY}(?P<m>{NUMBER}) ?(?:minutes?|mins?) and a half\b",
        lambda match: at(match, "duration", (number(match["m"]) + 0.5) * _MINUTE_S),
    ),
    rule(
        rf"{BOUNDARY}(?P<n>\d{{3,5}}) ?s(?![a-z0-9'/])",
        lambda match: at(match, "duration", float(match["n"])),
    ),
    rule(
        rf"{BOUNDARY}(?P<n>\d{{1,2}}) ?(?:m|')(?![a-z0-9'/])",
        lambda match: at(match, "duration", float(match["n"]) * _MINUTE_S),
    ),
)
_COLONS = rule(
    r"(?<![\d:.])(?P<a>\d{1,3}):(?P<b>[0-5]\d)(?![:\d])(?! ?(?:am|pm|a\.m|p\.m)\b)",
    _colon,
)

# Distances
_REP_UNITS: dict[str, tuple[Dimension, float, Units | None]] = {
    "k": ("distance", 1000.0, "metric"),
    "mi": ("distance", METRES_PER_MILE, "imperial"),
    "min": ("duration", 60.0, None),
    "m": ("distance", 1.0, "metric"),
}


def _reps(match: re.Match[str]) -> Quantity:
    unit = match["u"]
    key = "min" if unit.startswith("min") else "mi" if unit.startswith("mi") else "k" if unit.startswith("k") else "m"
    dimension, factor, units = _REP_UNITS[key]
    return at(match, dimension, number(match["n"]) * float(match["d"]) * factor, units)


_DISTANCES = (
    rule(
        rf"{BOUNDARY}(?P<n>\d{{1,2}}) ?(?:x|by|\*|(?:laps?|reps?|repeats?|times|rounds?|lots|intervals?)(?: of| x"
        rf"|,)?) ?(?P<d>\d{{1,5}}(?:\.\d{{1,2}})?) ?"
        r"(?P<u>m|km?|mi|miles?|met(?:re|er)s|mins?|minutes)(?![a-z])"
        r"(?! ?(?:/|a|per|each|every) ?(?:week|wk)| weekly| (?:runs?|jogs?) (?:a|per|every) )",
        _reps,
    ),
    rule(
        r"\b(?:my|first|stop|straight|single|whole|full|hard|easy|fast|slow|quick) mile\b(?! (?:pace|repeats?"
        r"|markers?|\d))",
        lambda match: at(match, "distance", METRES_PER_MILE, "imperial"),
    ),
    rule(
        r"\b(?:an? |one )?mile and (?:an? )?(?P<p>half|quarter)\b",
        lambda match: at(match, "distance", (1.0 + _PARTS[match["p"]]) * METRES_PER_MILE, "imperial"),
    ),
    rule(
        rf"{BOUNDARY}(?P<n>\d{{3,5}}|\d\d?,\d{{3}}) ?m(?![a-z0-9/])",
        lambda match: at(match, "distance", number(match["n"]), "metric"),
    ),
    rule(
        r"(?<![\w.:])(?P<miles>13\.1|26\.2)(?![\d.:%]| ?(?:kms?|k|mi|miles?|kgs?|kilos?|stone|st|lbs?|min\w*|mph"
        r"|kph)\b)",
        lambda match: at(
            match, "distance", _RACES_M["half marathon" if match["miles"] == "13.1" else "marathon"], "imperial"
        ),
    ),
    rule(
        r"\b(?:half[ -]marathon|marathon|parkrun)\b(?! (?:training|plan|shoes|runners?|pace|prep|block|season))",
        lambda match: at(match, "distance", _RACES_M[match.group()]),
    ),
    rule(
        r"(?:^|\b(?:a|my|first|1st|second|2nd|last|next|the|this|another|\w{3,6}days) )half(?= (?:in \d|in under"
        r"|yesterday|today|last|on\b|time"
        r"|sub"
        r"|race|took)"
        r"|[,.!:;]|$)",
        lambda match: at(match, "distance", _RACES_M["half marathon"]),
    ),
)

# Incline and energy
_INCLINE = rule(
    r"\b(?:incline|gradient|grade)(?: (?:of|at|set to|on|was)){0,2}:? (?P<n>\d{1,2}(?:\.\d)?)(?!\d)(?! ?(?:%|min|sec"
    r"|hour|hr|km|k\b|mi|mph|kph))"
    r"|(?<![\w.])(?P<m>\d{1,2}(?:\.\d)?) (?:incline|gradient)\b",
    lambda match: at(match, "fraction", float(match["n"] or match["m"]) / 100),
)
_ENERGY = rule(
    rf"{BOUNDARY}(?P<n>{RANGE})(?P<k>k?)[ -]?(?:(?:active|net|gross|total|extra) )?(?:kcal|k ?calories|calories?|cals?"
    rf"|kilocalories)(?![a-z])",
    lambda match: at(match, "energy", middle(match["n"]) * (1000.0 if match["k"] else 1.0)),
)

RATES: tuple[Rule, ...] = (_HEART_RATE, _CLIMB, *_PACES)
"""Read before anything that is made of the same numbers."""
SIZES: tuple[Rule, ...] = (*_DURATIONS, _ENERGY, *_DISTANCES, _INCLINE)
CLOCKS = _COLONS

UNITS: dict[str, tuple[Dimension, float, Units | None]] = {
    **dict.fromkeys(
        ("k", "ks", "km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "klick", "klicks"),
        ("distance", 1000.0, "metric"),
    ),
    **dict.fromkeys(("mi", "mile", "miles", "miler"), ("distance", METRES_PER_MILE, "imperial")),
    **dict.fromkeys(("kpw", "kmpw"), ("weekly_distance", 1000.0, "metric")),
    "mpw": ("weekly_distance", METRES_PER_MILE, "imperial"),
    **dict.fromkeys(("yard", "yards", "yd", "yds"), ("distance", 0.9144, "imperial")),
    **dict.fromkeys(("metre", "metres", "meter", "meters"), ("distance", 1.0, "metric")),
    **dict.fromkeys(("minute", "minutes", "min", "mins", "minuets"), ("duration", 60.0, None)),
    **dict.fromkeys(("second", "seconds", "sec", "secs"), ("duration", 1.0, None)),
    **dict.fromkeys(
        ("km/h", "kmh", "kph", "kmph", "k/h", "km an hour", "km per hour", "k an hour", "kilometres an hour",
         "kilometers an hour", "kilometres per hour", "kilometers per hour"),
        ("speed", 1 / 3.6, "metric"),
    ),
    **dict.fromkeys(
        ("mph", "mi/h", "mile an hour", "miles an hour", "miles per hour"),
        ("speed", METRES_PER_MILE / SECONDS_PER_HOUR, "imperial"),
    ),
    **dict.fromkeys(("m/s", "metres per second", "meters per second"), ("speed", 1.0, "metric")),
    **dict.fromkeys(("%", "percent", "per cent", "pct"), ("fraction", 0.01, None)),
    "kj": ("energy", 1000.0 / JOULES_PER_KCAL, None),
}  # fmt: skip
"""Units that follow their number plainly: dimension, factor to SI, unit system."""
