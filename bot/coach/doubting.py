"""The last look before a run or a weigh-in is written: was it reported at all? Where that is not sure, it is asked.

Whatever a message was read as, nothing of it enters the log unless its own words report it; a tap is sure.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from bot.coach.facts import Doubted
from bot.coach.workings import Workings
from bot.nlu.read_talk import without_greeting
from bot.nlu.reported import reported
from bot.nlu.tidy import tidy
from bot.training.run import Run

DOUBTED: Final = "doubted"
"""Name, among a turn's entities, of what was told, as far as it was, and not kept."""
LOG_IT: Final = "log_it"
"""The open question whether it is to be kept."""


def is_reported(w: Workings) -> bool:
    """Whether the message reports what is to be kept, or is a tap or a yes."""
    if w.message.action is not None or w.frame.intent == "yes":
        return True
    return reported(without_greeting(w.frame.repaired or tidy(w.message.text))) == "told"


def doubt(w: Workings, told: Mapping[str, Any], like: Run | None = None) -> Doubted:
    """Hold back what was told until it is known to be a report, and not of the run it is like; only that is asked."""
    dated = {"date": w.now.date().isoformat(), **told}
    held = [*w.frame.entities.get(DOUBTED, ()), dated]
    # No run was told that the next message could lean on or put right.
    w.frame = replace(w.frame, intent="log_query", entities={DOUBTED: held})
    return Doubted(like=like)
