"""Talks told as data: what is said, what every reply must hold and must not."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import TypedDict

from bot.reply import Reply
from tests.coach.conftest import Talk

HERE = Path(__file__).parent


class Line(TypedDict, total=False):
    say: str
    must: list[str]
    must_not: list[str]
    article: str
    """The article that the search finds for it."""


class Told(TypedDict, total=False):
    name: str
    article: str
    line: list[Line]


def told_in(name: str) -> list[Told]:
    """Read the talks of a file beside this one."""
    talks: list[Told] = tomllib.loads((HERE / name).read_text(encoding="utf-8"))["talk"]
    return talks


async def hold(talk: Talk, line: Line) -> Reply:
    """Say a line; fail if the reply lacks a pattern it must show, or shows one it must not."""
    reply = (await talk.say(line["say"])).reply
    missing = [one for one in line.get("must", []) if not re.search(one, reply.text)]
    forbidden = [one for one in line.get("must_not", []) if re.search(one, reply.text)]
    assert (missing, forbidden) == ([], []), f"{line['say']}\n{reply.text}"
    return reply
