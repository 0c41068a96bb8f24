"""Read the question that stands beside an act in a sentence of its own: "take it out. how many kcal was it?".

Whoever reads a message as an act (a run told, a record taken back, a fact) has often read only that; what is asked in a
sentence that none of the frames came from would be lost without a word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from bot.nlu.clauses import sentences
from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern
from bot.nlu.utterance import Utterance

_ACTS: Final = frozenset({"log_run", "log_weight", "undo", "set_profile", "reminder_create", "thanks"})
_SUMS: Final = frozenset({"calorie_question", "projection_question", "log_query"})
"""What is asked for a figure is not read by chance."""
_IT_WAS_ASKED: Final = Pattern(r"^(?:it|that|this) was (?:(?:just|only) )?(?:a|my|the) question[ :,]+")
_GIVE_ME: Final = Pattern(r"^(?:(?:and|now|then|please) )*give me\b")


def with_asked_beside(
    frames: Sequence[Frame], said: Utterance, read: Callable[[Utterance], Sequence[Frame]]
) -> list[Frame]:
    """Return the frames of acts with the sum that another sentence of the message asks for.

    Args:
        frames: What was read of the whole message.
        said: The message.
        read: Reads one sentence as if it stood alone.
    """
    parts = sentences(said.words)
    if not frames or len(parts) < 2 or any(frame.intent not in _ACTS or frame.ask for frame in frames):
        return list(frames)
    asked = (_IT_WAS_ASKED.sub("", part) for part in parts if _asks(part))
    found = next((one for part in asked if _is_sum(one := read(said.saying(part)))), ())
    return [*frames, *found]


def _asks(part: str) -> bool:
    return is_question(part) or any(pattern.search(part) is not None for pattern in (_IT_WAS_ASKED, _GIVE_ME))


def _is_sum(frames: Sequence[Frame]) -> bool:
    return bool(frames) and all(frame.intent in _SUMS and frame.ask is None for frame in frames)
