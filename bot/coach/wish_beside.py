"""What is asked beside a wish for no numbers: "numbers off please. and what about walking?"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from bot.coach.draft import Draft
from bot.coach.turn import Message
from bot.coach.workings import Workings
from bot.nlu.read_rights import beside_number_wish

_FEWEST_WORDS: Final = 2


def asked_beside_wish(draft: Draft, w: Workings) -> Message | None:
    """Return the rest of a message whose wish for no numbers was kept, and nothing more; None if it asks no more.

    Args:
        draft: What was said so far; anything but the wish's own words has answered the whole message.
        w: The turn.
    """
    if w.frame.intent != "number_free" or w.frame.entities.get("off") or draft.kind != "confirm":
        return None
    rest = beside_number_wish(w.message.text)
    parted = len(rest.split()) < len(w.message.text.split())
    return replace(w.message, text=rest) if parted and len(rest.split()) >= _FEWEST_WORDS else None
