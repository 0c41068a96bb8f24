"""How a draft written at a desk is judged: the person's message, the coach's lines and the numbered evidence."""

from __future__ import annotations

import string
from typing import Any

from bot.coach.gates.gate import Material, Verdict, examine
from bot.coach.gates.lines import own_sentences
from bot.coach.gates.mending import mended
from tests.coach.conftest import reader


def judged_at_desk(draft: str, desk: dict[str, Any]) -> Verdict:
    """Put the coach's lines where the draft set their marks, as the speaker does, and examine it."""
    for key, line in zip(string.ascii_uppercase, desk["facts"], strict=False):
        draft = draft.replace(f"{{{key}}}", line)
    return examine(draft, _material(desk), reader().doubt)


def told_at_desk(draft: str, desk: dict[str, Any]) -> bool:
    """Whether a draft is told at the first try, be it with some of its sentences in their sources' words."""
    verdict = judged_at_desk(draft, desk)
    return verdict.passes or mended(verdict, _material(desk)) is not None


def _material(desk: dict[str, Any]) -> Material:
    evidence = {n: (text,) for n, text in enumerate(desk["evidence"], 1)}
    return Material(said=desk["question"], own=own_sentences(desk["facts"]), evidence=evidence)
