"""The reviewed texts of `prompts/<language>/*.toml`, loaded once and checked.

A text is a string or a list of wordings; its name is `file.key`. Slots are `{names}`.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from string import Formatter

from bot.errors import SettingsError
from bot.voice.phrase import Phrase, Span


class Texts:
    """Every fixed text of one language, by name."""

    def __init__(self, wordings: Mapping[str, tuple[str, ...]]) -> None:
        """Hold the wordings of each text name."""
        self._wordings = wordings

    @classmethod
    def load(cls, folder: Path) -> Texts:
        """Read every TOML file of a language's folder.

        Raises:
            SettingsError: If the folder holds no text, or a text is not a string or a list of strings.
        """
        wordings: dict[str, tuple[str, ...]] = {}
        for file in sorted(folder.glob("*.toml")):
            entries = tomllib.loads(file.read_text(encoding="utf-8"))
            wordings.update((f"{file.stem}.{name}", text) for name, text in _flat(entries, file))
        if not wordings:
            raise SettingsError(f"no texts in {folder}")
        return cls(wordings)

    @property
    def names(self) -> tuple[str, ...]:
        """Every text's name."""
        return tuple(self._wordings)

    def wordings(self, name: str) -> tuple[str, ...]:
        """Return every wording of a text."""
        return self._wordings[name]

    def has(self, name: str) -> bool:
        """Whether a text of this name exists."""
        return name in self._wordings

    def say(self, name: str, /, *, seed: str = "", avoid: Collection[str] = (), **slots: Phrase | str) -> Phrase:
        """Fill one wording, chosen by a hash of the seed, so that the same turn always says the same.

        Args:
            name: `file.key`.
            seed: What the choice hangs on (a turn id, a date); the same seed gives the same wording.
            avoid: Texts already said; a wording found in one of them is passed over while others are left.
            **slots: What stands in the braces; a plain string must hold no number.

        Raises:
            KeyError: If there is no such text or a slot is missing: a defect, found by the tests.
        """
        wordings = self._wordings[name]
        start = int.from_bytes(hashlib.sha256(f"{name}\0{seed}".encode()).digest()[:4])
        turned = [wordings[(start + step) % len(wordings)] for step in range(len(wordings))]
        fresh = [wording for wording in turned if not _was_said(wording, avoid)]
        return _fill((fresh or turned)[0], f"text:{name}", slots)


def _was_said(wording: str, said: Collection[str]) -> bool:
    """Whether the longest fixed stretch of a wording stands in something said before."""
    longest = max((literal for literal, *_ in Formatter().parse(wording)), key=len)
    return any(longest in text for text in said)


def _fill(wording: str, licence: str, slots: Mapping[str, Phrase | str]) -> Phrase:
    spans: list[Span] = []
    for literal, slot, _, _ in Formatter().parse(wording):
        if literal:
            spans.append(Span(literal, licence))
        if slot is not None:
            value = slots[slot]
            spans.extend(value.spans if isinstance(value, Phrase) else (Span(value),))
    return Phrase(tuple(spans))


def _flat(entries: Mapping[str, object], file: Path, prefix: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, value in entries.items():
        name = f"{prefix}{key}"
        match value:
            case str():
                yield name, (value.strip(),)
            case list() if value and all(isinstance(item, str) for item in value):
                yield name, tuple(item.strip() for item in value)
            case dict():
                yield from _flat(value, file, f"{name}.")
            case _:
                raise SettingsError(f"{file.name}: {name} is neither a text nor a list of texts")
