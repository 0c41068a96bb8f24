"""The gate: what a model wrote, held against what it was given. Pure; it finds faults and mends nothing.

A statement passes as one of four kinds: a line of the coach's own, word for word; a claim in the words of the passage
it cites; a question or an instruction to the person; talk about the talk. A number passes in the first kind, in the
second if the passage has it, and where the person said it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal, Protocol

from bot.coach.gates.evidence import has_verb, is_free, needs_mark
from bot.coach.gates.lines import leads_astray, own_line, parted
from bot.coach.gates.manner import faults_of_manner, is_plain_writing
from bot.coach.gates.numbers import Numeral, numerals
from bot.coach.gates.person import invents_record, names_illness
from bot.coach.gates.promises import claims_deed, foretells
from bot.coach.gates.quoting import is_quoted
from bot.coach.gates.statements import Statement, statements, straight
from bot.nlu.pattern import Pattern

FaultKind = Literal["empty", "writing", "manner", "citation", "evidence", "number", "translation"]

_OUTCOME: Final = Pattern(
    r"\b(?:lose|loses|losing|lost|loss|burn\w*|gain\w*|drop\w*|shed\w*|shrink\w*|slimmer|lighter|smaller|heavier|"
    r"results?|"
    r"costs?|uses?|spend\w*|kcal|calories?|fat|off|by then|expect)\b",
    re.IGNORECASE,
)
_OTHER_ROLE: Final = Pattern(
    r"\b(?:low(?:er)?|high(?:er)?|top|upper|bottom|best|worst|first|last|small(?:er)?|big(?:ger)?|large[r]?) (?:end|"
    r"figure|number|value|"
    r"limit|bound|case|estimate)\b|\b(?:top|bottom|middle|rest|edge) of (?:that|the|this|your) range\b|\bat (?:least|"
    r"most|best|worst)\b|"
    r"\b(?:minimum|maximum|no less than|no more than|up to that)\b|\b(?:that's|this is|it's|that is|it is|and that's|"
    r"all that|all of that)"
    r" (?:just |only |all )?(?:per|each|every|for (?:a|each|every|one|the)|in (?:a|one|each)|a) (?:single )?(?:day|"
    r"week|month|run|session)\b",
    re.IGNORECASE,
)
"""Words that give a figure another role or another span of time than the line it stands in."""
_TALK_DOUBT: Final = -2.5
"""The most doubt the reader may have of talk: above it no reader of 440 dishonest drafts found a claim. [logit]"""
_FREE_DOUBT: Final = -0.5
"""The same for talk that only answers a feeling, says what is not known, or sends the person to somebody. [logit]"""
_ECHO: Final = Pattern(
    r"\b(?:you(?:'ve| have)? (?:said|told|asked|mentioned|wrote|want|wanted|weigh|plan|are|ran|run|did)|your (?:goal|"
    r"target|weight|plan|idea|"
    r"question|run|runs))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Material:
    """What a model was given to write from."""

    said: str
    """The person's own words."""
    own: tuple[str, ...] = ()
    """Sentences of the coach, which may stand word for word."""
    evidence: Mapping[int, Sequence[str]] = field(default_factory=dict)
    """Sentences of the passages by their mark."""


class Doubt(Protocol):
    """How likely talk hides a claim, as a logit; learnt (`bot.knowledge.carrying`)."""

    def __call__(self, said: str, talk: str) -> float:
        """Weigh what is said in answer to a person's words."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """One thing that keeps a text from being said."""

    kind: FaultKind
    detail: str
    """A name of the fault, never words of the text."""
    statement: Statement | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Examined:
    """A statement with what licenses it."""

    statement: Statement
    own: int | None = None
    """Which of the coach's sentences it is, if it is one."""
    said: tuple[Numeral, ...] = ()
    """Its numbers that the person said."""
    idle: bool = False
    """Whether it is talk that may hide a claim, though nothing was found against it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """What the gate found."""

    statements: tuple[Examined, ...]
    faults: tuple[Fault, ...]

    @property
    def passes(self) -> bool:
        """Whether the text may be said as it stands."""
        return not self.faults and not any(one.idle for one in self.statements)


def examine(text: str, material: Material, doubt: Doubt) -> Verdict:
    """Hold a text against what it was written from.

    Args:
        text: A model's.
        material: What it was given.
        doubt: The reader that says how likely talk hides a claim.
    """
    text = straight(text)
    examined, faults = [], []
    found = tuple(parted(_inheriting(statements(text)), material.own))
    for place, statement in enumerate(found):
        which = own_line(statement.text, material.own)
        if which is not None:
            examined.append(Examined(statement=statement, own=which))
            continue
        beside = [one.marks for one in (*found[place + 1 : place + 2], *found[place - 1 : place]) if one.marks]
        marked = _marked(statement, material, beside)
        said, wrong = _examine(marked, material)
        idle = not wrong and not marked.marks and _may_hide_a_claim(marked.text, material.said, doubt)
        examined.append(Examined(statement=marked, said=said, idle=idle))
        faults += wrong
    if not examined:
        faults.append(Fault(kind="empty", detail="no_words"))
    if not is_plain_writing(text):
        faults.append(Fault(kind="writing", detail="odd_characters"))
    return Verdict(statements=tuple(examined), faults=tuple(faults))


def _inheriting(found: Sequence[Statement]) -> Iterator[Statement]:
    """Yield the statements; one without a verb belongs to the claim behind it and shares its marks."""
    for place, statement in enumerate(found):
        following = found[place + 1] if place + 1 < len(found) else None
        if following is None or statement.marks or has_verb(statement.text) or not numerals(statement.text):
            yield statement
        else:
            yield replace(statement, marks=following.marks if following.paragraph == statement.paragraph else ())


def _marked(statement: Statement, material: Material, beside: Sequence[tuple[int, ...]]) -> Statement:
    """Return a claim without a mark with the mark of the sentence beside it, if that passage carries it too."""
    if statement.marks or not needs_mark(statement.text):
        return statement
    carries = (marks for marks in beside if is_quoted(statement.text, _cited(marks, material)))
    return replace(statement, marks=next(carries, ()))


def _cited(marks: Iterable[int], material: Material) -> list[str]:
    return [sentence for mark in marks for sentence in material.evidence.get(mark, ())]


def _examine(statement: Statement, material: Material) -> tuple[tuple[Numeral, ...], list[Fault]]:
    """Return the numbers of a statement that the person said, and what is wrong with it."""
    text = statement.text
    cited = _cited(statement.marks, material)
    faults = [
        Fault(kind="manner", detail=name, statement=statement) for name in faults_of_manner(text, " ".join(cited))
    ]
    if claims_deed(text) or foretells(text, cited):
        faults.append(Fault(kind="manner", detail="promise", statement=statement))
    known = (material.said, *material.own, *cited)
    if invents_record(text, known):
        faults.append(Fault(kind="manner", detail="record", statement=statement))
    if names_illness(text, known):
        faults.append(Fault(kind="manner", detail="medical", statement=statement))
    said, foreign = _sort_numbers(text, material, cited)
    if any(mark not in material.evidence for mark in statement.marks):
        faults.append(Fault(kind="citation", detail="unknown_mark", statement=statement))
    if (_OTHER_ROLE.search(text) and not cited) or leads_astray(text):
        faults.append(Fault(kind="number", detail="other_role", statement=statement))
    if foreign:
        faults.append(Fault(kind="number", detail="unlicensed", statement=statement))
    ungrounded = _ungrounded(statement, cited)
    if ungrounded:
        faults.append(Fault(kind="evidence", detail=ungrounded, statement=statement))
    return said, faults


def _ungrounded(statement: Statement, cited: Sequence[str]) -> str | None:
    """Name why a statement does not stand on a source; None if it does, or needs none."""
    if statement.marks:
        return "other_words" if cited and not is_quoted(statement.text, cited) else None
    return "uncited" if needs_mark(statement.text) else None


def _may_hide_a_claim(talk: str, said: str, doubt: Doubt) -> bool:
    return doubt(said, talk) > (_FREE_DOUBT if is_free(talk) else _TALK_DOUBT)


def _sort_numbers(
    text: str, material: Material, cited: Sequence[str]
) -> tuple[tuple[Numeral, ...], tuple[Numeral, ...]]:
    """Return the numbers the person said, and those that nothing licenses."""
    in_sources = [one for sentence in cited for one in numerals(sentence)]
    theirs = numerals(material.said)
    words = frozenset(material.said.lower().split())  # they may write a month small
    echo = not _OUTCOME.search(text) or bool(_ECHO.search(text))
    rest = [one for one in numerals(text) if not any(one.stands_in(other) for other in in_sources)]
    said = tuple(
        one
        for one in rest
        if echo
        and (
            (one.value.isalpha() and one.value in words)
            or any(one.stands_in(other) and one.unit == other.unit for other in theirs)
        )
    )
    return said, tuple(one for one in rest if one not in said)
