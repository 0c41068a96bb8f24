"""A text that does not pass, with its doubtful sentences in their sources' own words. Pure.

A fair paraphrase that shares few words with its source and a false one look alike to a strict gate. Instead of throwing
the whole text away, the sentence is told as the source tells it, and what has no source is left out. So a strict gate
costs an honest text some of its wording and a false one its falsehood. Promises, blame, advice on medicines and
disguised letters are no slips: a text with one of them is thrown away, and so is one whose claims are all in doubt, or
one in another language than it was asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.coach.gates.gate import Examined, Fault, Material, Verdict
from bot.coach.gates.statements import Statement
from bot.nlu.languages import foreign_language

_UNMENDABLE: Final = frozenset({"empty", "writing", "manner", "translation"})


def mended(verdict: Verdict, material: Material) -> Verdict | None:
    """Return what may be said of a text that did not pass; None if its manner is wrong, or too little of it stands."""
    if any(fault.kind in _UNMENDABLE or fault.statement is None for fault in verdict.faults):
        return None
    if foreign_language(" ".join(one.statement.text for one in verdict.statements if one.own is None)) is not None:
        return None
    faulty = {fault.statement for fault in verdict.faults}
    stands = any(one.statement.marks and one.statement not in faulty for one in verdict.statements)
    if not stands and len(faulty) > 1:
        return None
    kept = tuple(_kept(verdict.statements, verdict.faults, material))
    claims = any(one.statement.marks for one in kept)
    return Verdict(statements=kept, faults=()) if claims or not material.evidence else None


def _kept(examined: Sequence[Examined], faults: Sequence[Fault], material: Material) -> Iterator[Examined]:
    faulty = [fault.statement for fault in faults]
    quoted: set[int] = set()
    for one in examined:
        if one.statement not in faulty:
            quoted.update(one.statement.marks)
            yield one
            continue
        for mark in one.statement.marks:
            if mark in material.evidence and mark not in quoted:
                quoted.add(mark)
                yield from (_as_told(sentence, mark, one) for sentence in material.evidence[mark])


def _as_told(sentence: str, mark: int, one: Examined) -> Examined:
    told = Statement(text=sentence, marks=(mark,), paragraph=one.statement.paragraph)
    return replace(one, statement=told, said=())
