"""Does a cited passage carry a statement? It names the same things, points the same way, is no surer than the source.

No entailment model: what is checked is what misquotes do. They bring in a thing, a group or a name the source does not
have, turn a "not" or a "more" around, swap what is compared, put a number beside another thing, make a cause of what
only went together, or drop the source's "may". How freely a fair sentence words the same, only coverage bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from bot.coach.gates.certainty import makes_first, names_cause, overstates
from bot.coach.gates.company import counts_another, numbers_keep_company
from bot.coach.gates.comparing import finds_none, promises_dose, ranks_against, swaps
from bot.coach.gates.evidence import has_verb, is_about_the_talk, needs_mark
from bot.coach.gates.language import clauses, concepts, share
from bot.coach.gates.meanings import EVERYWHERE
from bot.coach.gates.numbers import numerals
from bot.coach.gates.polarity import points_elsewhere
from bot.coach.gates.quoting import departs
from bot.coach.gates.subjects import strange_group, strange_name, strange_study, strange_things
from bot.coach.gates.thresholds import COMMONPLACE, LEANING, NEARLY, OF_CLAUSE, OF_STATEMENT, SHARED, SURE_COVER
from bot.nlu.pattern import Pattern

_TOKENS: Final = Pattern(r"[^\W_]+|%")
_COMMON_NUMBERS: Final = frozenset({"0.5", "1", "2", "3"})
_FEW: Final = 3
"""A clause with fewer concepts and no verb of its own belongs to what stands before it."""


def why_unsupported(statement: str, evidence: Sequence[str], *, said: str = "") -> str | None:
    """Say why the cited sentences do not carry a statement; None if they do.

    Args:
        statement: Without marks.
        evidence: The sentences of every passage the statement cites.
        said: The person's own words; groups and names in them are no news.

    Returns:
        `no_source`, `other_subject`, `other_group`, `unknown_name`, `not_in_source`, `reversed`, `swapped`,
        `too_sure`, `cause`, `number`, `other_word`, `small_word` or None.
    """
    if not evidence:
        return "no_source"
    return (
        _strange(statement, evidence, said)
        or _misleads(statement, evidence)
        or _clauses_fault(statement, evidence)
        or ("number" if counts_another(statement, evidence) else None)
        or (None if numbers_keep_company(statement, evidence) else "number")
    )


def _strange(statement: str, evidence: Sequence[str], said: str) -> str | None:
    """Name what a statement brings in that its sources do not have."""
    whole = " ; ".join(evidence)
    if strange_name(statement, evidence, said) or strange_study(statement, evidence):
        return "unknown_name"
    if strange_group(statement, evidence, said):
        return "other_group"
    covered = _covered(statement, whole)
    if covered < OF_STATEMENT:
        return "not_in_source"
    return "other_subject" if covered < SURE_COVER and strange_things(statement, whole) else None


def _misleads(statement: str, evidence: Sequence[str]) -> str | None:
    """Name what is wrong with a statement as a whole."""
    if promises_dose(statement, evidence) or finds_none(statement, evidence):
        return "reversed"
    if names_cause(statement, evidence):
        return "cause"
    return departs(statement, evidence)


def _clauses_fault(statement: str, evidence: Sequence[str]) -> str | None:
    for clause in clauses(statement):
        reason = None if is_about_the_talk(clause) else _clause_fault(clause, statement, evidence)
        if reason is not None:
            return reason
    return None


def _covered(statement: str, whole: str) -> float:
    """Return how much of what a statement says its sources have, the numbers they share included. [0 to 1]"""
    content = concepts(statement)
    there = _telling(statement) & _telling(whole)
    shared = content & concepts(whole)
    if len(shared) + len(there) < min(SHARED, len(content)) and len(content) > _FEW:
        return 0.0
    return (_weight(shared) + len(there)) / max(_weight(content) + len(there), 1)


def _telling(text: str) -> frozenset[str]:
    """Return the numbers of a text that hardly meet by chance."""
    return frozenset(one.value for one in numerals(text) if one.value not in _COMMON_NUMBERS)


def _weight(content: frozenset[str]) -> float:
    return len(content) - (1 - COMMONPLACE) * len(content & EVERYWHERE)


def repeats(statement: str, evidence: Sequence[str]) -> bool:
    """Whether a statement is a sentence of its sources, or what stands between semicolons, word for word."""
    told = _TOKENS.findall(statement.lower())
    pieces = (piece for sentence in evidence for piece in (sentence, *sentence.split(";")))
    return any(told == _TOKENS.findall(piece.lower()) for piece in pieces)


def leans(statement: str, evidence: Sequence[str]) -> bool:
    """Whether a statement without a mark says so much of what the passage beside it says that it may share its mark."""
    return _covered(statement, " ; ".join(evidence)) >= LEANING


def _clause_fault(clause: str, statement: str, evidence: Sequence[str]) -> str | None:
    content = concepts(clause)
    if not content or (len(content) < _FEW and not has_verb(clause)):
        return None
    if len(content) >= _FEW and needs_mark(clause) and share(content, " ; ".join(evidence)) < OF_CLAUSE:
        return "not_in_source"
    best = max(share(content, sentence) for sentence in evidence)
    near = [sentence for sentence in evidence if share(content, sentence) >= best - NEARLY]
    if points_elsewhere(clause, evidence) or ranks_against(clause, evidence):
        return "reversed"
    if makes_first(clause, evidence):
        return "too_sure"
    reasons = [
        "too_sure" if overstates(clause, sentence) else "swapped" if swaps(clause, sentence) else None
        for sentence in near
    ]
    return None if None in reasons else reasons[0]
