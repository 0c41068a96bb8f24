"""A week that somebody lays out, and runs beside another sport: whether it is too much, and how many days."""

from __future__ import annotations

from typing import Final

from bot.nlu.pattern import Pattern

_DAY: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?)?"
_FREE: Final = r"(?:off|rest\w*|free|nothing|none|no (?:run|sport)|day off|sleep)"
_USED: Final = rf"\b{_DAY}\b\W*(?!{_FREE}\b|{_DAY}\b|and\b|\+|&|or\b|to\b|$)[a-z0-9]"
_SPORT: Final = (
    r"(?:football|soccer|rugby|netball|hockey|basketball|handball|volleyball|tennis|badminton|cricket|lacrosse|dance|dancing"
    r"|swimming|swim (?:team|club|practice)|gymnastics|martial arts|karate|judo|boxing|rowing|athletics|pe|crossfit"
    r"|(?:team |club )?practice|matches|spin)"
)
_ENOUGH: Final = (
    r"\b(?:too much|too many|too little|enough|overdoing|ok(?:ay)?|alright|all right|fine|good|sensible|make sense|work"
    r"|realistic"
    r"|balanced|does (?:that|this|it) (?:look|sound)|what do you think|thoughts)\b"
)

PATTERNS: dict[str, Pattern] = {
    "week_heavy": Pattern(rf"^(?=.*{_ENOUGH})(?:.*?{_USED}){{4}}"),
    "week_light": Pattern(rf"^(?=.*{_ENOUGH})(?!(?:.*?{_USED}){{4}})(?:.*?{_USED}){{3}}"),
    "other_sport": Pattern(
        rf"^(?!.*\b(?:burn\w*|calor\w*|kcal|weight|fat|remind)\b)(?=.*\b{_SPORT}\b)"
        rf"(?=.*\b(?:twice|two|2|three|3|times|{_DAY}|every week|a week|per week|weekly|already|also)\b)"
        r".*\b(?:how many (?:days|runs|times)|how often|too much|too many|how much (?:should|can|do) i run"
        r"|(?:can|could|should) i (?:still |also )?run (?:as well|too|beside\w*|on top|every))\b"
    ),
}
"""The tidy text is held against them."""
