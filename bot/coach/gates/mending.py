"""A text as it may be told: what cites a source in that source's own words. Pure.

A fair paraphrase that shares few words with its source and a subtle misquote look alike. So a claim that is no quote is
told as the source tells it, and talk that nothing vouches for is left out. That costs an honest text some of its
wording and a false one its falsehood. Blame, ideals, hype and disguised letters are no slips of a sentence: such a text
is thrown away, as is one in another language than it was asked for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.coach.gates.gate import Examined, Fault, Material, Verdict
from bot.coach.gates.statements import Statement
from bot.nlu.languages import foreign_language

_UNMENDABLE: Final = frozenset({"empty", "writing", "translation"})
_SLIPS: Final = frozenset({"promise", "record", "medical", "self", "filler"})
"""Faults of manner that one sentence has; blame, ideals and hype are a tone, which the sentences beside it share."""


def mended(verdict: Verdict, material: Material) -> Verdict | None:
    """Return what may be said of a text; None if its manner is wrong, or too little of it stands.

    A text without a fault comes back as it was, but for talk that may hide a claim.
    """
    if not all(map(_is_mendable, verdict.faults)):
        return None
    written = " ".join(one.statement.text for one in verdict.statements if one.own is None)
    if verdict.faults and foreign_language(written) is not None:
        return None
    faulty = {fault.statement for fault in verdict.faults}
    kept = tuple(_kept(verdict.statements, faulty, material))
    says = any(one.statement.marks or one.own is not None for one in kept)
    enough = bool(kept) and (says or not verdict.faults or not material.evidence)
    return Verdict(statements=kept, faults=()) if enough else None


def _is_mendable(fault: Fault) -> bool:
    if fault.kind == "manner":
        return fault.detail in _SLIPS
    return fault.kind not in _UNMENDABLE and fault.statement is not None


def _kept(examined: Sequence[Examined], faulty: Collection[Statement | None], material: Material) -> Iterator[Examined]:
    quoted, retold = set[int](), set[int]()
    for one in examined:
        marks = [mark for mark in one.statement.marks if mark in material.evidence]
        if one.statement not in faulty and not one.idle:
            if not marks or not retold.issuperset(marks):
                quoted.update(marks)
                yield one
            continue
        for mark in marks:
            if mark not in quoted:
                quoted.add(mark)
                retold.add(mark)
                yield from (_as_told(sentence, mark, one) for sentence in material.evidence[mark])


def _as_told(sentence: str, mark: int, one: Examined) -> Examined:
    told = Statement(text=sentence, marks=(mark,), paragraph=one.statement.paragraph)
    return replace(one, statement=told, said=())
