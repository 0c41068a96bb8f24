"""Does a cited passage carry a statement? Shared words, the same direction, no stronger than the source.

No entailment model: what is checked is what misquotes do. They bring in a thing the source does not have, turn a "not"
or a "more" around, swap what is compared, put a number beside another thing, or drop the source's "can".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Final

from bot.coach.gates.company import in_order, numbers_keep_company
from bot.coach.gates.evidence import has_verb, is_about_the_talk
from bot.coach.gates.language import clauses, concepts, share, words
from bot.coach.gates.meanings import NOT, OPEN, OPEN_ENOUGH, POLES, SAME, THINGS, WHOM
from bot.coach.gates.polarity import overstates, points_elsewhere, ranks_against, swaps
from bot.knowledge.stems import stem

_SHARE_OF_STATEMENT: Final = 0.45
_SHARE_OF_CLAUSE: Final = 0.3
_NEAR: Final = 0.15
"""Sentences of the source that fit nearly as well as the best one may also decide."""
_ALIKE: Final = 0.7
"""From this likeness on (0 to 1) two sentences are compared word by word."""


def why_unsupported(statement: str, evidence: Sequence[str]) -> str | None:
    """Say why the cited sentences do not carry a statement; None if they do.

    Args:
        statement: Without marks.
        evidence: The sentences of every passage the statement cites.

    Returns:
        `no_source`, `other_subject`, `not_in_source`, `reversed`, `swapped`, `too_sure`, `number` or None.
    """
    if not evidence:
        return "no_source"
    whole = " ; ".join(evidence)
    if _things(statement) - _things(whole) - concepts(whole):
        return "other_subject"
    if share(concepts(statement), whole) < _SHARE_OF_STATEMENT:
        return "not_in_source"
    reasons = [_twists(statement, sentence) for sentence in _most_alike(statement, evidence)]
    if reasons and None not in reasons:
        return reasons[0]
    for clause in clauses(statement):
        reason = None if is_about_the_talk(clause) else _clause_fault(clause, statement, evidence)
        if reason is not None:
            return reason
    return None if numbers_keep_company(statement, evidence) else "number"


def _things(text: str) -> frozenset[str]:
    """Return the parts of the body, sports, foods, groups of people and illnesses that a text names."""
    found = {SAME.get(one, one) for one in map(stem, words(text)) if one in THINGS}
    if "exercise" in concepts(text):
        found.add("run")
    return frozenset(found)


def _clause_fault(clause: str, statement: str, evidence: Sequence[str]) -> str | None:
    content = concepts(clause)
    if not content or (len(content) < 3 and not has_verb(clause)):
        return None
    if len(content) > 2 and share(content, " ; ".join(evidence)) < _SHARE_OF_CLAUSE:
        return "not_in_source"
    best = max(share(content, sentence) for sentence in evidence)
    near = [sentence for sentence in evidence if share(content, sentence) >= best - _NEAR]
    if points_elsewhere(clause, near) or ranks_against(clause, evidence):
        return "reversed"
    reasons = [
        "too_sure" if overstates(statement, sentence) else "swapped" if swaps(clause, sentence) else None
        for sentence in near
    ]
    return None if None in reasons else reasons[0]


def _most_alike(statement: str, evidence: Sequence[str]) -> list[str]:
    """Return the source sentences that a statement follows nearly word by word, if there are any."""
    mine = words(statement)
    ratios = {one: SequenceMatcher(None, mine, words(one), autojunk=False).ratio() for one in evidence}
    best = max(ratios.values())
    return [one for one, ratio in ratios.items() if ratio >= _ALIKE and ratio == best]


def _twists(statement: str, sentence: str) -> str | None:
    """Compare a statement word by word with the source sentence that it follows."""
    mine, theirs = Counter(map(stem, words(statement))), Counter(map(stem, words(sentence)))
    new, gone = mine - theirs, theirs - mine
    for one, other in POLES:
        if (one & new.keys() and other & gone.keys()) or (other & new.keys() and one & gone.keys()):
            return "reversed"
    if len(NOT.findall(statement)) != len(NOT.findall(sentence)):
        return "reversed"
    if not in_order(statement, sentence):
        return "number"
    if any(SAME.get(word, word) in WHOM and gone.keys() & WHOM for word in new):
        return "swapped"
    return "too_sure" if OPEN.search(" ".join(gone)) and not OPEN_ENOUGH.search(" ".join(new)) else None
