"""Phrases with the frame they should give, and the comparison: floats within 2 %, topics ignored, options respected."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.nlu.frame import Context, Frame
from bot.nlu.parser import parse

FOLDER = Path(__file__).parent
DEFAULT_NOW = "2026-11-21T09:00"
"""A Saturday."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """One line of a phrase file."""

    id: str
    text: str
    intent: str
    entities: Mapping[str, Any]
    now: str = DEFAULT_NOW
    ctx: Mapping[str, Any] = field(default_factory=dict)
    alt_intents: tuple[str, ...] = ()
    """Other intents that are right, too."""
    alternatives: tuple[Mapping[str, Any], ...] = ()
    """Other frames that are right: `intent` and `entities`, or entities alone."""
    optional: tuple[str, ...] = ()
    """Entities that may be absent or present."""
    derived: Mapping[str, Any] = field(default_factory=dict)
    """Entities that follow from the others and may be present."""
    also_intent: str | None = None
    ask: str | None = None
    """The slot to be asked back."""
    correction: bool = False

    def parsed(self, text: str | None = None) -> Frame:
        """Return the frame of the phrase, or of another wording of it."""
        context = Context(**{**self.ctx, "choices": tuple(self.ctx.get("choices", ()))})
        return parse(self.text if text is None else text, now=datetime.fromisoformat(self.now), context=context)

    def intent_fits(self, frame: Frame) -> bool:
        """Whether the frame has the intent, or another right one."""
        others = {alternative.get("intent", self.intent) for alternative in self.alternatives}
        return frame.intent in {self.intent, *self.alt_intents, *others}

    def frame_fits(self, frame: Frame) -> bool:
        """Whether the whole frame is right: intent, entities, question back, further needs."""
        if not self.intent_fits(frame) or (self.ask and (frame.ask is None or frame.ask.slot != self.ask)):
            return False
        if self.also_intent and self.also_intent not in {other.intent for other in frame.also}:
            return False
        wanted = [self.entities, *(other.get("entities", other) for other in self.alternatives)]
        return any(self._entities_fit(one, frame.entities) for one in wanted)

    def _entities_fit(self, wanted: Mapping[str, Any], got: Mapping[str, Any]) -> bool:
        wanted = {name: value for name, value in wanted.items() if name != "topic"}
        missing = {name for name in wanted if name not in got and name not in self.optional}
        wrong = {name for name in wanted if name in got and not same(wanted[name], got[name])}
        more = {name for name in got if name not in wanted and not self._may_be_there(name, got[name])}
        return not (missing or wrong or more)

    def _may_be_there(self, name: str, value: object) -> bool:
        if name in self.optional or (name == "date" and value == self.now[:10]):
            return True
        return name in self.derived and same(self.derived[name], value)


def same(wanted: object, got: object) -> bool:
    """Whether two values agree: numbers within 2 %, everything else exactly."""
    if isinstance(wanted, bool) or isinstance(got, bool):
        return wanted is got
    if isinstance(wanted, int | float) and isinstance(got, int | float):
        return math.isclose(wanted, got, rel_tol=0.02, abs_tol=1e-9)
    return wanted == got


def phrases(name: str) -> list[Phrase]:
    """Read a phrase file of this folder."""
    known = set(Phrase.__dataclass_fields__)
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows = ({key: value for key, value in json.loads(line).items() if key in known} for line in lines)
    return [
        Phrase(**{key: tuple(value) if isinstance(value, list) else value for key, value in row.items()})
        for row in rows
    ]
