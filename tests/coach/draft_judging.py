"""How a draft written at a desk is judged: the person's message, the coach's lines and the numbered evidence."""

from __future__ import annotations

import re
import string
from typing import Any

from bot.coach.gates.gate import Material, Verdict, examine
from bot.coach.gates.lines import own_sentences
from bot.coach.gates.mending import mended
from tests.coach.conftest import reader

_MARKS = re.compile(r"\s*\[\d+\]")


def judged_at_desk(draft: str, desk: dict[str, Any]) -> Verdict:
    """Put the coach's lines where the draft set their marks, as the speaker does, and examine it."""
    for key, line in zip(string.ascii_uppercase, desk["facts"], strict=False):
        draft = draft.replace(f"{{{key}}}", line)
    return examine(draft, _material(desk), reader().doubt)


def told_at_desk(draft: str, desk: dict[str, Any]) -> str | None:
    """Return what is told of a draft at the first try, without marks; None if it is thrown away."""
    told = mended(judged_at_desk(draft, desk), _material(desk))
    return None if told is None else " ".join(one.statement.text for one in told.statements)


def gets_through(one: dict[str, Any]) -> bool:
    """Whether a wrong sentence of a draft that names its wrong sentences is told."""
    told = told_at_desk(one["draft"], one) or ""
    return any(_MARKS.sub("", wrong).strip(" .?!") in told for wrong in one["wrong"])


def _material(desk: dict[str, Any]) -> Material:
    evidence = {n: (text,) for n, text in enumerate(desk["evidence"], 1)}
    return Material(said=desk["question"], own=own_sentences(desk["facts"]), evidence=evidence)
