"""See our own figures in what somebody says back to us: "where does that 2 kg come from?" tells nothing of a body."""

from __future__ import annotations

import re
from typing import Final

from bot.coach.thread import Thread
from bot.nlu.pattern import Pattern

_RECENT: Final = 8
_FIGURE: Final = Pattern(
    r"(?<![\w.])(?:(?:about|the|that|your|this|those|these|of|a) )?(?P<n>\d[\d,]*(?:\.\d+)?) ?(?P<unit>kgs?|kilos?"
    r"|lbs?|pounds"
    r"|kcals?|calories|cals|%|percent)(?!\w)(?: ?\(\d[\d,.]* (?:to|-) \d[\d,.]*\))?(?: (?:figure|number|estimate|claim"
    r"|difference|effect|of fat|fat))?",
    re.IGNORECASE,
)
_ASKS_OF_IT: Final = Pattern(
    r"\b(?:you (?:say|said|quoted?|wrote|cited?|claim\w*)|formula|equation|maths?|derive\w*|come from|came from"
    r"|get(?:ting)? (?:that|the|this|to)|explain|behind"
    r"|claim(?:ed)?"
    r"|figure|number|disput\w+|right|correct|plausible|realistic|accurate|sure|certain|error|uncertaint\w+|interval"
    r"|net|gross"
    r"|source|really|believe|calculat\w+|work(?:ed)? out|based on|why)\b",
    re.IGNORECASE,
)
_OF_ONESELF: Final = Pattern(
    r"\b(?:i weigh|i'?m|i am|i ran|i run|i want|i'?d like|my (?:weight|goal|watch|garmin|scale|strava|app)"
    r"|weigh(?:ed)? in"
    r"|watch|garmin|strava|fitbit|scales?|eat\w*|less|deficit|what if|if i)\b",
    re.IGNORECASE,
)
_YOU_SAY: Final = Pattern(r"\byou (?:say|said|quoted?|wrote|cited?|claim\w*|told me)\b", re.IGNORECASE)
_UNITS: Final = {"kilo": "kg", "kg": "kg", "lb": "lb", "pound": "lb", "kcal": "kcal", "calorie": "kcal", "cal": "kcal"}
_A_FIGURE: Final = "that figure"


def without_our_figures(text: str, thread: Thread) -> str:
    """Return a question about a figure of ours without its number; any other text as it is.

    Args:
        text: The message.
        thread: The talk; a figure counts as ours where one of the last replies shows it with its unit.
    """
    if not _ASKS_OF_IT.search(text) or _OF_ONESELF.search(text):
        return text
    if _YOU_SAY.search(text):
        return _FIGURE.sub(_A_FIGURE, text)
    shown = " ".join(one.reply.text for one in thread.exchanges[-_RECENT:])
    return _FIGURE.sub(lambda match: _A_FIGURE if _is_ours(match, shown) else match.group(), text)


def _is_ours(match: re.Match[str], shown: str) -> bool:
    unit = match["unit"].lower().removesuffix("s")
    name = _UNITS.get(unit, "(?:%|percent)")
    number = re.escape(match["n"])
    return re.search(rf"(?<![\d.,]){number}(?: \(\d[^)]*\))? ?{name}|(?<![\d.,]){number} {name}", shown) is not None
