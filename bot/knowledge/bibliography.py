"""The works that articles cite: `bibliography.json` in a folder of articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError

from bot.errors import ArticleError
from bot.knowledge.article import Work
from bot.knowledge.front_matter import Slug, explain
from bot.knowledge.screening import read_text

FILE_NAME = "bibliography.json"

_Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=500)]
_ENTRIES: TypeAdapter[list[Any]] = TypeAdapter(list[Any])


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    key: Slug
    authors: _Line | None
    year: int | None = Field(ge=1500, le=2200)
    title: _Line
    journal: _Line | None
    doi: str | None = Field(pattern=r"^10\.\d{4,9}/\S+$")
    kind: _Line
    url: str | None = Field(default=None, pattern=r"^https?://\S+$")


def read_bibliography(path: Path) -> tuple[dict[str, Work], tuple[ArticleError, ...]]:
    """Return the works of a bibliography file by key, and an error for each entry that is no good.

    A file that cannot be read at all is one error and no works.
    """
    try:
        entries = _ENTRIES.validate_json(read_text(path))
    except ArticleError as error:
        return {}, (error,)
    except ValidationError as error:
        return {}, (ArticleError(str(path), f"not a JSON list of works: {explain(error)}"),)
    works: dict[str, Work] = {}
    errors: list[ArticleError] = []
    for number, values in enumerate(entries, start=1):
        try:
            entry = _Entry.model_validate(values)
        except ValidationError as error:
            name = values.get("key") if isinstance(values, dict) else None
            errors.append(ArticleError(str(path), f"entry {number} ({name}): {explain(error)}"))
            continue
        if entry.key in works:
            errors.append(ArticleError(str(path), f"entry {number}: key {entry.key} stands there twice"))
            continue
        works[entry.key] = Work(**entry.model_dump())
    return works, tuple(errors)
