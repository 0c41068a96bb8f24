"""A conversation to be judged: who says what, and what a good reply to each turn holds."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from bot.errors import InputError
from bot.reply import Kind
from bot.runner import Runner

QuestionType = Literal["yes_no", "how", "why", "how_much", "how_long", "which", "is_it_true", "what_about_me"]

Line = TypeVar("Line", bound=BaseModel)


def _as_pattern(text: str) -> str:
    re.compile(text)
    return text


def _as_aware(at: datetime) -> datetime:
    return at if at.tzinfo else at.replace(tzinfo=UTC)


Pattern = Annotated[str, AfterValidator(_as_pattern)]
"""A regular expression; letters match in either case."""


class Sum(BaseModel):
    """A method of the catalogue with its inputs."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    method: str
    inputs: Mapping[str, float | str | bool]


class Truth(Sum):
    """A figure the reply must show, as the calculator gives it."""

    output: str
    """`net_kcal` of a session, or `fat_loss_kg` of a projection."""
    rest: Sum | None = None
    """Resting energy of the same person, for a session's net figure."""


class Expected(BaseModel):
    """One turn: what is said, and what is asked of the reply."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    say: str
    kinds: tuple[Kind, ...] = Field(min_length=1)
    """Any of these is right."""
    must: tuple[Pattern, ...] = ()
    must_not: tuple[Pattern, ...] = ()
    cites: tuple[Pattern, ...] = ()
    """Each is met by the source, article, title or quote of one citation."""
    figures: tuple[Truth, ...] = ()
    types: tuple[QuestionType, ...] = ()
    """What kind of question it is; of two, either may be answered."""
    follow_up: bool = False
    """Whether it leans on the turns before and would mean nothing alone."""


class Conversation(BaseModel):
    """Turns of one person, in order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    voice: str
    """Who talks: beginner, sceptic, teen and so on."""
    safety: bool = False
    profile: Runner = Runner()
    now: Annotated[datetime, AfterValidator(_as_aware)]
    """When the talk begins; a time without a zone is UTC."""
    turns: tuple[Expected, ...] = Field(min_length=1)


def read_conversations(file: Path) -> tuple[Conversation, ...]:
    """Read a file of conversations, one JSON object a line.

    Raises:
        InputError: If the file or a line cannot be read, or an id comes twice; it is named.
    """
    conversations = read_lines(file, Conversation)
    seen: set[str] = set()
    for one in conversations:
        if one.id in seen:
            raise InputError(f"{file}: {one.id} comes twice")
        seen.add(one.id)
    return conversations


def read_lines(file: Path, kind: type[Line]) -> tuple[Line, ...]:
    """Read a JSON-lines file of one kind.

    Raises:
        InputError: If the file or a line of it cannot be read; the line is named.
    """
    try:
        texts = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read ({error})") from error
    lines: list[Line] = []
    for number, text in enumerate(texts, 1):
        try:
            lines.append(kind.model_validate(json.loads(text)))
        except (json.JSONDecodeError, ValidationError, re.error) as error:
            raise InputError(f"{file}, line {number}: {error}") from error
    return tuple(lines)
