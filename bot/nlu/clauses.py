"""Cut a message into the clauses that may each hold a need of its own."""

from __future__ import annotations

import re

from bot.nlu.moments import MONTH
from bot.nlu.pattern import Pattern

_STARTERS = (
    r"(?:remind|nudge|ping|wake me|set (?:a|an|me|up)|how (?:much|many|long|far|do|can|should|would|will|does|is)"
    r"|what (?:is|should|would|will|about|are|do|does|can)|why|where (?:do|should|would|can) i|when (?:will"
    r"|should|do|can)|can (?:you|i)|could you"
    r"|would you|will (?:i|it|that|running)|should i"
    r"|does|do i|is (?:it|that|this|there)|are|tell me|show|log|delete|stop|cancel|pause|give me|make me|please"
    r"|im (?:\d|a |an |not|so|female|male)|i (?:ran|did|weigh|want|feel|need|have|am|live|just|also)|my (?:weight"
    r"|goal|time|tz|chest|knees?|legs?|shins?|ankles?|hips?|back|calf|calves|foot|feet)|(?:knees?|legs|shins?|ankles?"
    r"|calves) (?:ache|hurt|are|feel|keep)|also|explain|ran|did|weighed)"
)
_SENTENCE = Pattern(r"(?<=[a-z)\d%'\"])[.!?]+(?=[\s)]|$)|[!?]+|\n+|;| - (?!\d)| -- ")
_JOINT = Pattern(
    rf"(?:(?<=today)|(?<=yesterday)|(?<=morning)|(?<=mins)|(?<=minutes)|(?<=km)) (?=(?:does|is|was|did) (?:that|it)\b)"
    rf"|(?:,? (?:and|but|also|plus|then|so)(?: (?:also|then|please))?|,|,? -) (?={_STARTERS}\b)"
)
_LIST_HEAD = Pattern(
    r"^(?:(?:and|also|then|plus|so|ok|oh|hi|hey|please)[ ,]+)*(?:(?:i|we) )?(?:(?:also )?(?:ran|jogged|did|run|log"
    r"|logged|add|my (?:runs|week)|this week|last week|runs"
    r"|so far)\b(?: (?:this week"
    r"|last week|is|was|were))?[:,]? ?)+"
)
_CALENDAR = (
    rf"(?:the )?[0-3]?\d(?:st|nd|rd|th)? (?:of )?{MONTH}(?: 20\d\d)?"
    rf"|{MONTH} (?:the )?[0-3]?\d(?:st|nd|rd|th)?(?![\d:.]| ?(?:kms?|k|miles?|mi|min)\b)|20\d\d-\d\d-\d\d"
    r"|[0-3]?\d/[0-3]?\d(?:/(?:20)?\d\d)?(?=:? (?:an? |the )?(?:easy |long |slow |tempo |hard )?\d[\d.]* ?(?:kms?|k"
    r"|miles?|mi)\b)"
)
_DAY = (
    r"(?:on )?(?:last )?(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?s?|(?:the )?day before yesterday"
    r"|yesterday(?: (?:morning|afternoon|evening))?|today|this (?:morning|afternoon|evening)|tonight"
    rf"|last night|\d days ago|(?:on )?(?:{_CALENDAR})|on the \d{{1,2}}(?:st|nd|rd|th)"
)
_BEFORE_A_SIZE = (
    r"(?:(?:an?|the|my|i|we|also|then|another|did|ran|had|jogged|managed|logged|on|one|treadmill|dreadmill|easy|slow|long"
    r"|steady|tempo|intervals?|hilly|hills|trail|track|lunch|morning|evening|recovery|fast|quick|short|run|jog|race) )*"
)
_PIECE = Pattern(
    rf",? (?:and then|and|then|plus|&) (?={_BEFORE_A_SIZE}(?:\d|(?:{_DAY}|parkrun|half|marathon)\b))"
    rf"|(?!(?<=\d),\d{{1,2}} ?(?:kms?|k|miles?|mi)\b)[,;] ?(?={_BEFORE_A_SIZE}(?:\d|{_DAY}))|\n"
)
_DAY_BEFORE = Pattern(r"(?<=yesterday)(?P<between>\b.{3,60}\bthe day before)\b(?! yesterday)")
_DAY_AND_DATE = Pattern(rf"\b(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?,? (?=(?:{_CALENDAR})\b)")
"""The weekday of a date that is told as well: "sun 15 nov"."""
_DATED = Pattern(rf"\b(?:{_DAY})\b")
_UNIT = Pattern(r"\d( ?(?:kms?|k|miles?|mi))\b")
_BARE = Pattern(rf"^\d{{1,2}}(?:\.\d{{1,2}})?(?= (?:in \d[\d:]*(?: ?min\w*)? )?(?:{_DAY})$)")
"""A run told by its number alone, in the unit of the others: "3 miles yesterday and 4 today"."""
_BARE_BEHIND = Pattern(r"(?<= for )\d{1,2}(?:\.\d{1,2})?$")
"""The same behind its time: "sat 1h02 for 10.1"."""
_TWICE = Pattern(
    rf"(?:(?:and|also|i|so|we) )*(?:(?:ran|run|jogged|went|went out|did|had) )?(?:twice|two runs|2 runs|2 times"
    rf"|a double|3 runs"
    rf"|double)(?: (?P<day>{_DAY}))?\b(?: ?[:,-]+ ?| )(?=\d|an? )"
)
"""Several outings of one day: "ran twice yesterday: 6k and 4k"."""
_OUTING = Pattern(r",? (?:and|then|plus|&) (?=\d|an? )|[,;] ?(?=\d[\d.]* ?(?:kms?|k|miles?|mi)\b)")
_OF_A_SIZE = Pattern(r"(?:an? )?(?:\w+ )?\d[\d.]* ?(?:kms?|k|miles?|mi|min\w*)\b")
_HALF_OF_DAY = Pattern(r"(?<=:\d\d) (?:am|pm)\b")
_NOT_TOLD = Pattern(
    r"\?|\b(?:remind|if|want|will|should|plan|going to|every|tomorrow|next|nudge|ping|would|could|than"
    r"|each)\b"
)
_MOST_CLAUSES = 40


def sentences(text: str) -> list[str]:
    """Return the sentences of a tidy text, question marks kept, decimals and clock times left whole."""
    parts: list[str] = []
    start = 0
    for match in _SENTENCE.finditer(text):
        mark = "?" if "?" in match.group() else ""
        parts.append(text[start : match.start()].strip() + mark)
        start = match.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part.strip("? .,!")][:_MOST_CLAUSES]


def listed_runs(sentence: str) -> list[str]:
    """Return the parts of "ran 5k monday and 8k wednesday", each with the verb; empty if there is no such list."""
    if _NOT_TOLD.search(sentence):
        return []
    sentence = _DAY_BEFORE.sub(r"\g<between> yesterday", _DAY_AND_DATE.sub("", sentence))
    if twice := _outings_of_a_day(sentence):
        return twice
    head = _LIST_HEAD.match(sentence)
    listed = sentence[head.end() if head else 0 :]
    parts = _whole([piece.strip(" ,:") for piece in _PIECE.split(listed)])
    if any(len(_DATED.findall(part)) > 1 for part in parts):
        parts = _whole(_by_day(listed)) or parts
    unit = next((match[1] for part in parts if (match := _UNIT.search(part))), "")
    parts = [_BARE_BEHIND.sub(rf"\g<0>{unit}", _BARE.sub(rf"\g<0>{unit}", part)) for part in parts]
    told = [f"ran {part}" for part in parts if re.search(r"\d", part)]
    return told if len(told) > 1 and all(_DATED.search(part) for part in told) else []


def _outings_of_a_day(sentence: str) -> list[str]:
    """Return the runs of "ran twice yesterday: 6k 31:00 and 4k 20:30", each with that day; empty if it tells no two."""
    match = _TWICE.match(sentence)
    if match is None:
        return []
    rest = _HALF_OF_DAY.sub("", sentence[match.end() :])
    pieces = [piece.strip(" ,:") for piece in _OUTING.split(rest)]
    sized = len(pieces) > 1 and all(_OF_A_SIZE.match(piece) for piece in pieces)
    return [f"ran {piece} {match['day'] or 'today'}" for piece in pieces] if sized and not _DATED.search(rest) else []


def _whole(pieces: list[str]) -> list[str]:
    """Join pieces of one entry: "mon 8k, 45 min" is one run, as a piece without a day belongs to the day before it."""
    parts: list[str] = []
    for piece in pieces:
        if parts and not (_DATED.search(piece) and _DATED.search(parts[-1])):
            parts[-1] = f"{parts[-1]}, {piece}"
        else:
            parts.append(piece)
    return parts


def _by_day(listed: str) -> list[str]:
    """Return the entries of a list whose days stand in front, a piece each: "12 nov 10 km 53:40 14 nov 6 km"."""
    found = list(_DATED.finditer(listed))
    if len(found) < 2 or re.search(r"\d", listed[: found[0].start()]):
        return []
    ends = [*(day.start() for day in found[1:]), len(listed)]
    entries = [(day.group(), listed[day.end() : end]) for day, end in zip(found, ends, strict=True)]
    sized = all(re.search(r"\d", size) for _, size in entries)
    return (
        [f"{day} {re.sub(r'[ ,:;]*(?:and|then|plus|&)?[ ,;]*$', '', size).strip(' ,:')}" for day, size in entries]
        if sized
        else []
    )


def joined_clauses(sentence: str) -> list[str]:
    """Return the parts of a sentence between "and how", ", can you" and the like; at least the sentence itself."""
    parts = [part.strip(" ,") for part in _JOINT.split(sentence)]
    return [part for part in parts if part]
