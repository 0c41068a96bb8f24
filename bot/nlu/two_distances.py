"""A run told with two distances, one of which is doubted: "watch says 8.34 km but gps was off, 8.1"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance

_DEVICE: Final = (
    r"(?:(?:apple |my |the )?watch|garmin|gps|strava|coros|suunto|polar|fitbit|phone|app|runkeeper|nike|treadmill|belt"
    r"|display|machine|pedometer|footpod|foot pod)"
)
_NUMBER: Final = r"(?<![\d.:/])\d{1,3}(?:\.\d{1,3})?"
_SIZE: Final = rf"(?P<n>{_NUMBER}) ?(?P<u>kms?|k|miles?|mi)?(?![\w.:/%]|\.\d)"
_SAID: Final = Pattern(
    rf"\b{_DEVICE}\b(?: (?:distance|one))? ?(?:says?|said|shows?|showed|has|had|gave|gives|reads?|measured|claims?"
    rf"|claimed"
    rf"|thinks?|recorded|got|makes it|made it|=|:)?(?: it| that| was| as| about| only){{0,2}} ?{_SIZE}"
)
_DOUBTED: Final = Pattern(
    r"\b(?:off|wrong|drift\w*|inaccurate|lost (?:signal|it)|not right|isnt right|wasnt right|too (?:long|short|far|much"
    r"|little)|dont (?:trust|believe|buy)|glitch\w*|rubbish|unreliable|bouncing|cut (?:out|corners)|mad|crazy"
    r"|overestimat\w*"
    r"|underestimat\w*|misread|exaggerat\w*|cheat\w*|lies|lying|playing up)\b"
)
_RATHER: Final = Pattern(
    r"\b(?:actually|really|in (?:fact|truth|reality)|more like|rather|true distance|real distance|measured|course (?:is"
    r"|was)"
    r"|i (?:think|reckon|make it|d say|believe|know|guess|trust)|id say|probably|should be|style|official)\b"
)
_TRUSTED: Final = Pattern(
    rf"\b(?:trust|believe|go(?:ing)? with|use|right one is|correct one is) (?:the "
    rf"|my )?(?P<device>{_DEVICE})\b"
)
_EITHER: Final = Pattern(_SIZE)
_COURSE_IS: Final = Pattern(
    r"\b(?:the |a |my )?(?:course|loop|route|track|real distance|distance|park|lap) (?:is|was"
    r"|being)\b"
)
"""Words of how long a way is, not of a day it is run on."""
_NEAR: Final = 1.35
"""Two tellings of one distance lie so near together."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Doubted:
    """A clause without the distance that is doubted, and that distance as it was written."""

    said: Utterance
    other: str


def without_doubted(said: Utterance) -> Doubted | None:
    """Return a clause with the one distance that is held for right; None if it does not tell two of one run."""
    text = said.digits
    shown = list(_SAID.finditer(text))
    if not shown or not (_DOUBTED.search(text) or _RATHER.search(text) or _TRUSTED.search(text)):
        return None
    wrong = shown[0]
    if (trusted := _TRUSTED.search(text)) and len(shown) > 1:
        wrong = next((one for one in shown if not one.group().startswith(trusted["device"])), wrong)
    elif trusted and wrong.group().startswith(trusted["device"]):
        return None
    right = next((one for one in _EITHER.finditer(text) if _are_of_one_run(one, wrong)), None)
    if right is None:
        return None
    unit = right["u"] or wrong["u"]
    if unit is None:
        return None
    cuts = sorted(((wrong.start("n"), wrong.end("u") if wrong["u"] else wrong.end("n"), ""),
                   (right.start(), right.end(), f"{right['n']} {unit}")), reverse=True)  # fmt: skip
    for start, end, instead in cuts:
        text = f"{text[:start]}{instead}{text[end:]}"
    text = _COURSE_IS.sub(" ", text)
    other = f"{wrong['n']} {wrong['u'] or unit}"
    return Doubted(said=said.saying(" ".join(text.split())), other=other)


def _are_of_one_run(one: re.Match[str], wrong: re.Match[str]) -> bool:
    """Whether a number may be another telling of a distance: in its unit or none, not far from it, and not the same."""
    if one.start("n") == wrong.start("n") or (one["u"] is None and "." not in one["n"]):
        return False
    if one["u"] and wrong["u"] and one["u"][0] != wrong["u"][0]:
        return False
    first, second = float(one["n"]), float(wrong["n"])
    return min(first, second) > 0 and 1.0 < max(first, second) / min(first, second) <= _NEAR
