"""Bytes of an unknown file become clean text, or a reason why not.

Nothing here makes a hostile text harmless by itself: replies quote passages word for word and a model may see
them, so what looks like orders to a machine is set aside for a person to review.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from bot.errors import ArticleError

MAX_BYTES = 1_000_000
"""An article is a few pages; a megabyte of text is a long book."""

_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85\x0b\x0c]")

_ORDERS = re.compile(
    r"""
      \b(?:ignore|disregard|forget|override|bypass)\b [^.!?]{0,40} \b(?:instructions|prompts?|guardrails)\b
    | \b(?:ignore|disregard|forget|override|bypass)\ (?:all\ )?(?:your|previous|prior|earlier)\ (?:rules|guidelines)\b
    | \b(?:system|developer)\ (?:prompt|message|mode)\b
    | \byou\ are\ now\b [^.!?]{0,30} \b(?:ai|assistant|language\ model|chatbot|dan)\b
    | \bas\ an?\ (?:ai|language\ model)\b
    | \b(?:do\ not|don't|never)\ (?:tell|reveal|show)\b [^.!?]{0,30} \bthe\ users?\b
    | \b(?:reveal|print|leak|send)\b [^.!?]{0,30} \b(?:prompt|api\ key|password)\b
    | <\|?(?:im_start|im_end|system|endoftext)\|?>
    | \[/?INST\]
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Orders to a machine. Cheap to get around, so only a first sieve; the reply's gates are what holds."""


def read_text(path: Path) -> str:
    """Return the clean text of a file: NFC, plain line ends, no control, invisible or direction characters.

    Raises:
        ArticleError: If the file is unreadable, empty, too large, binary or not UTF-8, or if it holds what looks
            like orders to a machine.
    """
    raw = read_bytes(path, most=MAX_BYTES)
    if b"\0" in raw:
        raise ArticleError(str(path), "binary data, not text")
    try:
        text = clean(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ArticleError(str(path), f"not UTF-8 (byte {error.start + 1:,}); save it as UTF-8") from error
    if not text.strip():
        raise ArticleError(str(path), "empty")
    refuse_orders(path, text)
    return text


def read_bytes(path: Path, *, most: int) -> bytes:
    """Return the bytes of a file that has some, and at most so many.

    Raises:
        ArticleError: If the file is unreadable, empty or too large.
    """
    try:
        size = path.stat().st_size
        if size > most:
            raise ArticleError(str(path), f"too large: {size:,} bytes, at most {most:,}")
        raw = path.read_bytes()
    except OSError as error:
        raise ArticleError(str(path), f"cannot be read: {error.strerror or type(error).__name__}") from error
    if not raw:
        raise ArticleError(str(path), "empty")
    return raw


def clean(text: str) -> str:
    """Return text without what no reader sees: control, zero-width, direction, tag and private characters."""
    lines = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text))
    kept = (character for character in lines if character in "\n\t" or not _is_hidden(character))
    return "".join(" " if character == "\N{NO-BREAK SPACE}" else character for character in kept)


def refuse_orders(path: Path, text: str) -> None:
    """Set a text aside for review if it speaks to a machine instead of a reader.

    Raises:
        ArticleError: Naming the words that were found.
    """
    # Compatibility forms first: full-width letters and the like would slip past the patterns.
    found = _ORDERS.search(" ".join(unicodedata.normalize("NFKC", text).split()))
    if found:
        raise ArticleError(str(path), f"set aside for review: {found[0][:60]!r} reads like an order to a machine")


def _is_hidden(character: str) -> bool:
    # Cc control, Cf format (zero-width, direction, tags, soft hyphen), Co private, Cs lone half of a pair, Cn none.
    return unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Cn"}
