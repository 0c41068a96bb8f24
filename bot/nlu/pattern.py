"""A regular expression that is compiled when it is first used: importing grammar and coach compiles nothing."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator


class Pattern:
    """What `re.compile` gives, put off until the first text is held against it."""

    __slots__ = ("_compiled", "flags", "source")

    def __init__(self, source: str, flags: int = 0) -> None:
        """Keep the source; a wrong one raises `re.error` at the first use."""
        self.source, self.flags = source, flags
        self._compiled: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression."""
        if self._compiled is None:
            self._compiled = re.compile(self.source, self.flags)
        return self._compiled

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match between two offsets."""
        return self.compiled.search(text, start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match that begins at an offset."""
        return self.compiled.match(text, start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of the whole text."""
        return self.compiled.fullmatch(text)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return the matches from left to right."""
        return self.compiled.finditer(text)

    def findall(self, text: str) -> list[str]:
        """Return the matched texts; only for expressions with at most one group."""
        found: list[str] = self.compiled.findall(text)
        return found

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        """Return the text with its matches replaced."""
        return self.compiled.sub(by, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[str]:
        """Return the parts of the text between the matches; only for expressions without groups."""
        parts: list[str] = self.compiled.split(text, maxsplit)
        return parts
