"""Hours of the day in a text: "6.30am", "half five", "0545", "9ish", "noon", "8.15 in the evening"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.nlu.pattern import Pattern

Part = Literal["am", "pm"]

_AM = Pattern(
    r"\b(?:mornings?|before (?:work|breakfast|school|the school run)|at dawn|sunrise|first thing|early doors)\b"
)
_PM = Pattern(
    r"\b(?:evenings?|eve|afternoons?|tonight|(?<!last )nights?|after (?:work|dinner|tea|school|lunch|the kids|college"
    r"|uni|class)"
    r"|before (?:bed|dinner)|pm|sunset|dusk)\b"
)
_H = r"(?P<h{0}>2[0-4]|1\d|0?\d)"
_MERIDIEM = r"(?P<{0}>a\.?m\b\.?|p\.?m\b\.?)"
_CLOCK = Pattern(
    "|".join(
        (
            r"\b(?P<word>noon|midday|midnight)\b",
            rf"\b(?P<part>half|quarter|\d{{1,2}}) ?(?:mins? |minutes )?(?P<side>past|to|after"
            rf"|til) {_H.format(1)}(?!\d)(?: ?{_MERIDIEM.format('ap1')})?(?! ?(?:km?|mi|miles?|min|kg|lbs?)\b)",
            rf"\bhalf {_H.format(2)}(?![\d.:]|st\b)(?: ?{_MERIDIEM.format('ap2')})?(?! ?(?:km?|mi|miles?|min|kg|lbs?"
            r"|stone)\b)",
            rf"(?<![\w:.]){_H.format(3)}(?:[:.h](?P<m3>[0-5]\d)| (?P<n3>[0-5]\d)"
            rf"|(?P<o3>[0-5]\d))?(?:ish)? ?{_MERIDIEM.format('ap3')}(?![a-z])",
            rf"(?<![\w:.]){_H.format(4)} ?(?:oclock|o'clock|ish)\b",
            rf"(?<![\w:./]){_H.format(5)}[:.h](?P<m5>[0-5]\d)(?:ish)?(?![\w:/%])(?! ?(?:km?|mi|miles?|kg|kilos?|stone"
            r"|pace|per|min|mins|minutes|hours|/)\b)",
            r"(?<![\w:.])(?P<h6>[01]\d|2[0-3])(?P<m6>[0-5]\d)(?: ?h(?:rs|ours)?)?(?![\w:.])",
        )
    )
)
_NO_UNIT = (
    r"(?![\w:/%]|[.,:]\d| ?(?:km?|mi|miles?|mins?|minutes?|hours?|hrs?|h|x|times|days?|weeks?|months?|kg"
    r"|kilos?|lbs?|st|stone|%|percent|runs?|sessions?|mornings|evenings|nights|afternoons|k|reminders)\b)"
)
_BARE = Pattern(
    r"(?:\b(?:at|around|about|by|to|for|till|until|be|it|do|actually|maybe|say|rather|no|instead|or)|@|^|,|\b(?:mon"
    r"|tue|wed|thu|fri|sat|sun)\w*|ones?|days?|weekends?|mornings?|evenings?|tomorrow|today|tonight)(?: (?:like|around"
    rf"|about|maybe))? ?(?P<h>2[0-3]|1\d|0?\d)(?: (?P<m>[0-5][05]))?{_NO_UNIT}"
)
_TAKEN_BACK = Pattern(r"\b(?:not|rather than|instead of)(?: at)? ?\S{1,7}$")
_UNSUITED = Pattern(r" (?:is|was|feels|would be) (?:a bit |way |much |far )?(?:too )?(?:early|late|no good|bad|hard)\b")
"""Behind an hour: it is the one that does not suit."""
_FIRST_LIKELY_HOUR = 5
_MINUTES = {"half": 30, "quarter": 15}


@dataclass(frozen=True, kw_only=True, slots=True)
class Clock:
    """One hour of the day as it was said."""

    hour: int
    minute: int
    start: int
    end: int
    open: bool = False
    """Morning or evening was left open and matters: ask."""

    @property
    def shown(self) -> str:
        """`HH:MM` of the reading as said."""
        return f"{self.hour:02d}:{self.minute:02d}"

    @property
    def choices(self) -> tuple[str, str]:
        """Both readings, `HH:MM`."""
        hour = self.hour % 12
        return f"{hour:02d}:{self.minute:02d}", f"{hour + 12:02d}:{self.minute:02d}"


def part_of_day(text: str) -> Part | None:
    """Return whether a text speaks of the morning or of the later day, if it says only one of them."""
    morning, later = bool(_AM.search(text)), bool(_PM.search(text))
    if morning == later:
        return None
    return "am" if morning else "pm"


def clocks(text: str, *, bare: bool = False) -> tuple[Clock, ...]:
    """Return the hours of the day a tidy text with digits names, from left to right.

    "At 7" is seven in the morning, "at half past six" is left open, hours from one to four are left open; words
    such as "in the evening" or "after work" decide.

    Args:
        text: Tidy text with spelt numbers in digits.
        bare: Whether a number after "at", "to" or a day may be an hour; only where a time is expected.
    """
    part = part_of_day(text)
    found = [clock for match in _CLOCK.finditer(text) if (clock := _read(match, part))]
    if bare:
        found = [clock for clock in found if not _UNSUITED.match(text, clock.end)]
    if bare and not found:
        found = [
            clock
            for match in _BARE.finditer(text)
            if (clock := _settled(int(match["h"]), int(match["m"] or 0), None, part, match))
            and not _UNSUITED.match(text, clock.end)
        ]
    if len(found) > 1:
        found = [clock for clock in found if not _TAKEN_BACK.search(text[: clock.end])] or found
    return tuple(found)


def earlier(shown: str, minutes: float) -> str:
    """Return `HH:MM` some minutes earlier on the clock's face; later for negative minutes."""
    hour, minute = map(int, shown.split(":"))
    total = (hour * 60 + minute - round(minutes)) % (24 * 60)
    return f"{total // 60:02d}:{total % 60:02d}"


def _read(match: re.Match[str], part: Part | None) -> Clock | None:
    start, end = match.span()
    if match["word"]:
        return Clock(hour=0 if match["word"] == "midnight" else 12, minute=0, start=start, end=end)
    if match["part"]:
        minute = _MINUTES.get(match["part"]) or int(match["part"])
        hour = int(match["h1"])
        if match["side"] in {"to", "til"}:
            hour, minute = (hour - 1) % 24, 60 - minute
        return _settled(hour, minute, match["ap1"], part, match, spoken=True)
    if match["h2"]:
        return _settled(int(match["h2"]), 30, match["ap2"], part, match, spoken=True)
    if match["h3"]:
        return _settled(
            int(match["h3"]), int(match["m3"] or match["n3"] or match["o3"] or 0), match["ap3"], part, match
        )
    if match["h4"]:
        return _settled(int(match["h4"]), 0, None, part, match)
    shown = match["h5"] or match["h6"]
    in_24_hours = len(shown) == 2 and shown.startswith("0")
    return _settled(int(shown), int(match["m5"] or match["m6"]), "am" if in_24_hours else None, part, match)


def _settled(
    hour: int, minute: int, meridiem: str | None, part: Part | None, match: re.Match[str], *, spoken: bool = False
) -> Clock | None:
    """Place an hour in the morning or the evening, or leave it open."""
    if minute > 59 or hour > 24 or (meridiem and hour > 12):
        return None
    start, end = match.start(), match.end()
    half = (meridiem[0] + "m") if meridiem else part
    if hour > 12 or (hour == 0 and not meridiem):
        return Clock(hour=hour % 24, minute=minute, start=start, end=end)
    if half == "pm":
        return Clock(hour=hour % 12 + 12, minute=minute, start=start, end=end)
    if half == "am":
        return Clock(hour=hour % 12 if meridiem else hour, minute=minute, start=start, end=end)
    is_open = hour != 12 and (spoken or hour < _FIRST_LIKELY_HOUR)
    return Clock(hour=hour, minute=minute, start=start, end=end, open=is_open)
