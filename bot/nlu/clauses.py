"""Cut a message into the clauses that may each hold a need of its own."""

from __future__ import annotations

import re

_STARTERS = (
    r"(?:remind|nudge|ping|wake me|set (?:a|an|me|up)|how (?:much|many|long|far|do|can|should|would|will|does|is)"
    r"|what (?:is|should|would|will|about|are|do|does|can)|why|when (?:will|should|do|can)|can (?:you|i)|could you"
    r"|would you|will (?:i|it|that|running)|should i"
    r"|does|do i|is (?:it|that|this|there)|are|tell me|show|log|delete|stop|cancel|pause|give me|make me|please"
    r"|im (?:\d|a |an |not|so|female|male)|i (?:ran|did|weigh|want|feel|need|have|am|live|just|also)|my (?:weight"
    r"|goal|time|tz|chest|knees?|legs?|shins?|ankles?|hips?|back|calf|calves|foot|feet)|(?:knees?|legs|shins?|ankles?"
    r"|calves) (?:ache|hurt|are|feel|keep)|also|explain|ran|did|weighed)"
)
_SENTENCE = re.compile(r"(?<=[a-z)\d%'\"])[.!?]+(?=[\s)]|$)|[!?]+|\n+|;| - | -- ")
_JOINT = re.compile(rf"(?:,? (?:and|but|also|plus|then|so)(?: (?:also|then|please))?|,|,? -) (?={_STARTERS}\b)")
_RAN = re.compile(r"^(?:(?:i|we) )?(?:ran|jogged|did|run|log|logged) ")
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
    verb = _RAN.match(sentence)
    if verb is None:
        return []
    parts = [part.strip() for part in re.split(r",? and (?=\d)|, (?=\d)", sentence[verb.end() :])]
    return [f"{verb.group()}{part}" for part in parts] if len(parts) > 1 else []


def joined_clauses(sentence: str) -> list[str]:
    """Return the parts of a sentence between "and how", ", can you" and the like; at least the sentence itself."""
    parts = [part.strip(" ,") for part in _JOINT.split(sentence)]
    return [part for part in parts if part]
