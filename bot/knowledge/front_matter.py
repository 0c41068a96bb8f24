"""The front matter of an article: which keys there are, and how it is told from the body."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from typing import Annotated, Any, Literal

import yaml
from frontmatter.default_handlers import YAMLHandler
from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from bot.knowledge.article import Circle, Strength

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class FrontMatter(BaseModel):
    """What stands between the two lines of dashes. An unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Line
    slug: Slug
    question: Line
    asked_as: tuple[Line, ...] = Field(min_length=1, max_length=50)
    strength: Strength
    date: date
    sources: tuple[Slug, ...] = Field(min_length=1, max_length=100)
    figure: Literal["fat_projection", "run_energy"] | None = None
    circle: Circle | None = None


class _PlainLoader(yaml.SafeLoader):
    """YAML without its two traps: aliases, which can blow a small file up, and keys that come twice."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            msg = "aliases (*name) are not allowed"
            raise yaml.YAMLError(msg)
        return super().compose_node(parent, index)

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        names = [key.value for key, _ in node.value]
        twice = next((name for name in names if names.count(name) > 1), None)
        if twice is not None:
            msg = f"key {twice!r} stands there twice"
            raise yaml.YAMLError(msg)
        return super().construct_mapping(node, deep)


def split_front_matter(text: str) -> tuple[FrontMatter | None, str]:
    """Return front matter, or None where a text has none, and the body.

    Raises:
        ValueError: If the front matter is not YAML or a key is unknown, missing or wrong; the key is named.
    """
    handler = YAMLHandler()
    if not handler.detect(text):
        return None, text
    try:
        # The library's own parse() passes over an unclosed or unmappable front matter without a word.
        head, body = handler.split(text)
    except ValueError as error:
        raise ValueError("front matter is not closed by a line of three dashes") from error
    try:
        values = handler.load(head, Loader=_PlainLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(f"front matter is not proper YAML: {' '.join(str(error).split())[:160]}") from error
    try:
        return FrontMatter.model_validate(values), body
    except ValidationError as error:
        raise ValueError(f"front matter: {explain(error)}") from error


def explain(error: ValidationError) -> str:
    """Return what is wrong with untrusted values in one line, each key named."""
    reasons = []
    for problem in error.errors(include_url=False, include_input=False):
        key = ".".join(map(str, problem["loc"]))
        what = {"extra_forbidden": "unknown key", "missing": "missing"}.get(problem["type"], problem["msg"])
        reasons.append(f"{key}: {what}" if key else what)
    return "; ".join(reasons)
