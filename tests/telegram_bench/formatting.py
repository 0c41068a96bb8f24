"""What the server does to a text before it is stored: parse, clean, trim, measure."""

from __future__ import annotations

import re
from typing import Any

from tests.telegram_bench import tdparse
from tests.telegram_bench.tdparse import Entity
from tests.telegram_bench.vocabulary import ENTITY_LIMIT, RAW_TEXT_BYTES
from tests.telegram_bench.wire import bad, lower_first

_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u3164\u00ad]")
_CONTROL = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_HARD = frozenset({"code", "pre", "text_link", "text_mention", "custom_emoji"})
"""Entities inside which nothing is found automatically."""


class Formatter:
    """Telegram's text rules; `warnings` collects what it accepts but a careful bot would avoid."""

    def __init__(self, length_unit: str) -> None:
        """Count length in `codepoint` (as TDLib does) or in `utf16` (stricter)."""
        self.length_unit = length_unit
        self.warnings: list[str] = []

    def formatted(
        self,
        text: str,
        *,
        parse_mode: str,
        entities: Any,
        limit: int,
        what: str = "message",
        allow_empty: bool = False,
    ) -> tuple[str, list[Entity]]:
        """Return the plain text and all its entities.

        Raises:
            ApiError: As the server would word it.
        """
        if not text:
            if allow_empty:
                return "", []
            raise bad("message text is empty")
        text, found = _parsed(_cleaned(text), parse_mode, entities)
        text, kept = _trimmed(text, found)
        if not _INVISIBLE.sub("", text):
            if allow_empty:
                return "", []
            raise bad("text must be non-empty")
        self._measure(text, limit, what)
        if len(kept) > ENTITY_LIMIT:
            self.warnings.append(f"{len(kept)} entities; Telegram keeps the first {ENTITY_LIMIT}")
            kept = kept[:ENTITY_LIMIT]
        return text, sorted(kept + _automatic(text, kept), key=_place)

    def _measure(self, text: str, limit: int, what: str) -> None:
        units = tdparse.utf16(text)
        length = len(text) if self.length_unit == "codepoint" else units
        if length > limit:
            raise bad("message is too long" if what == "message" else "message caption is too long")
        if self.length_unit == "codepoint" and units > limit:
            self.warnings.append(f"{what} of {len(text)} code points is {units} UTF-16 units")


def _cleaned(text: str) -> str:
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        raise bad("strings must be encoded in UTF-8") from None
    if size > RAW_TEXT_BYTES:
        raise bad("text is too long")
    return _CONTROL.sub(" ", text.replace("\r", ""))


def _parsed(text: str, parse_mode: str, entities: Any) -> tuple[str, list[Entity]]:
    if not parse_mode or parse_mode.lower() == "none":
        return text, _checked(text, entities)
    try:
        return tdparse.parse(text, parse_mode)
    except ValueError as error:
        raise bad(lower_first(str(error))) from None


def _trimmed(text: str, found: list[Entity]) -> tuple[str, list[Entity]]:
    """Trim like TDLib: all trailing white space, leading white space up to the first entity."""
    first = min((entity["offset"] for entity in found), default=None)
    end = len(text.rstrip())
    head = len(text) - len(text.lstrip())
    if first is not None:
        # Leading white space is in the BMP, so its UTF-16 units are its code points.
        head = min(head, first)
    text = text[head:end]
    total = tdparse.utf16(text)
    kept = []
    for entity in found:
        start = max(0, entity["offset"] - head)
        stop = min(total, entity["offset"] - head + entity["length"])
        if stop > start:
            kept.append({**entity, "offset": start, "length": stop - start})
    return text, _normalised(kept)


def _place(entity: Entity) -> tuple[int, int]:
    return entity["offset"], -entity["length"]


def _normalised(entities: list[Entity]) -> list[Entity]:
    out: list[Entity] = []
    for entity in sorted(entities, key=_place):
        end = entity["offset"] + entity["length"]
        around = [o for o in out if o["offset"] <= entity["offset"] and end <= o["offset"] + o["length"]]
        if not any(other["type"] in ("code", "pre", entity["type"]) for other in around):
            out.append(entity)
    return out


def _automatic(text: str, kept: list[Entity]) -> list[Entity]:
    hard = [(e["offset"], e["offset"] + e["length"]) for e in kept if e["type"] in _HARD]
    return [
        entity
        for entity in tdparse.detect(text)
        if all(entity["offset"] + entity["length"] <= start or entity["offset"] >= end for start, end in hard)
    ]


def _checked(text: str, entities: Any) -> list[Entity]:
    """Check explicit entities one by one."""
    if not isinstance(entities, list):
        return []
    return [kept for entity in entities if (kept := _checked_one(text, entity))]


def _checked_one(text: str, entity: Any) -> Entity | None:
    if not isinstance(entity, dict) or not {"type", "offset", "length"} <= entity.keys():
        raise bad("can't parse MessageEntity: expected an Object")
    if entity["type"] not in tdparse.ENTITY_TYPES.values():
        raise bad("can't parse MessageEntity: unsupported type specified")
    offset, length = int(entity["offset"]), int(entity["length"])
    if entity["type"] in tdparse.AUTOMATIC or length <= 0:
        return None
    if offset < 0 or offset + length > tdparse.utf16(text):
        raise bad(
            f"entity beginning at UTF-16 offset {offset} ends after the end of the text "
            f"at UTF-16 offset {offset + length}"
        )
    raw = text.encode("utf-16-le", "surrogatepass")
    for cut in (offset, offset + length):
        if 0xDC00 <= int.from_bytes(raw[cut * 2 : cut * 2 + 2], "little") <= 0xDFFF:
            raise bad(f"entity beginning at UTF-16 offset {offset} ends in a middle of a symbol")
    if entity["type"] == "text_link" and not entity.get("url"):
        raise bad("can't parse MessageEntity: Can't find field \"url\"")
    return {key: value for key, value in entity.items() if value is not None}
