"""Tell kind words that are the whole message from those that stand before a question nobody read."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.nlu.cues import is_question
from bot.nlu.frame import Frame
from bot.nlu.pattern import Pattern

_SAY_NOTHING = frozenset({"greeting", "thanks", "smalltalk", "yes", "no"})
_FEWEST_ASKED = 4
"""Words of a sentence that asks something."""
_TAG = Pattern(r"(?:(?:is that|am i|that is|thats) )?(?:right|correct|true|no|yes|yeah|innit|eh|huh|or not)\?$")
"""Asked behind a sentence, it asks whether that is so: "6 to 15% is what i remember. right?"."""


def hide_a_question(frames: Sequence[Frame], parts: Sequence[str], understood: Collection[str]) -> bool:
    """Whether nothing but kind words was read, and a sentence beside them asks: "thanks. and is it per session".

    Args:
        frames: What was read.
        parts: The sentences of the message.
        understood: Those in which something was read.
    """
    if not frames or any(frame.intent not in _SAY_NOTHING for frame in frames):
        return False
    left = [part for part in parts if part not in understood and len(part.split()) >= _FEWEST_ASKED]
    if not left or len(left) == len(parts):
        return False
    return any(is_question(part) for part in left) or _TAG.match(parts[-1]) is not None
