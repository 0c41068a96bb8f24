"""What is wrong with each turn of a conversation, and what it adds to the counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from bot.evaluation.citation_judge import judge
from bot.evaluation.claims import facts_of
from bot.evaluation.conversation import Expected
from bot.evaluation.licences import Heard, LicenceCheck
from bot.evaluation.obedience import obeys
from bot.evaluation.prose import five_grams, opening, own_words, sentences, words
from bot.evaluation.talks import Held, Told
from bot.evaluation.truth import expected_value, fault_of
from bot.reply import Citation, Kind, Reply

Ground = Literal[
    "number",
    "must_not",
    "figure",
    "missed_figure",
    "kind",
    "must",
    "follow_up",
    "source",
    "citation",
    "type",
    "uncited",
]
"""In the order of gravity."""
HARD: Final[tuple[Ground, ...]] = ("number", "must_not", "figure")
"""Grounds of which not one fault is let through."""

NEVER: Final = (
    r"great question|as (?:a|your) coach|guaranteed|\btoxins?\b|!\s*!|burn(?:ed|t)? off (?:that|the|your) \w+"
    r"|\byou(?:'ve| have)? earned\b|\bcheat(?:ed|ing)? (?:day|meal)|bikini|beach body|proud of losing|guilty pleasure"
)
"""What no reply may say, whoever talks."""
_MARKED: Final = re.compile(r"(?P<said>[^\[\]\n]+?)\s*(?P<marks>(?:\[\d+\])+)")
_CLOSE: Final = 0.005


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """One thing wrong with one turn."""

    conversation: str
    turn: int
    """From 1."""
    ground: Ground
    words: str
    said: str
    reply: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """One turn, judged."""

    conversation: str
    voice: str
    safety: bool
    kind: Kind
    faults: tuple[Fault, ...]
    musts: int
    """Patterns that had to be met."""
    sources: int
    """Sources that had to be cited."""
    figures: int
    """Figures shown, each computed again."""
    wanted_figures: int
    numbers: int
    citations: int
    claims: int
    typed: bool
    follow_up: bool
    opening: tuple[str, ...]
    own_words: int
    sentences: tuple[str, ...]
    five_grams: int
    said_before: int
    """Five-word runs of this reply that an earlier reply of the talk had."""
    cpu_s: float
    wall_s: float


def judge_talk(held: Held, licences: LicenceCheck) -> Iterator[Judged]:
    """Judge every turn of a conversation."""
    conversation = held.conversation
    heard = Heard(runner=conversation.profile)
    grams = set[tuple[str, ...]]()
    for number, told in enumerate(held.turns, 1):
        heard.runner = told.runner
        heard.said.append(told.expected.say)
        found = [*_grounds(told, heard, licences)]
        own = own_words(told.reply.text)
        here = five_grams(own)
        yield Judged(
            conversation=conversation.id,
            voice=conversation.voice,
            safety=conversation.safety,
            kind=told.reply.kind,
            faults=tuple(
                Fault(
                    conversation=conversation.id,
                    turn=number,
                    ground=ground,
                    words=why,
                    said=told.expected.say,
                    reply=told.reply.text,
                )
                for ground, why in found
            ),
            musts=len(told.expected.must),
            sources=len(told.expected.cites),
            figures=len(told.reply.figures),
            wanted_figures=len(told.expected.figures),
            numbers=len(told.reply.numbers),
            citations=sum(1 for _ in _cited(told.reply)),
            claims=sum(1 for _ in _claims(told.reply)),
            typed=bool(told.expected.types),
            follow_up=told.expected.follow_up,
            opening=opening(own),
            own_words=len(words(own)),
            sentences=sentences(own),
            five_grams=len(here),
            said_before=len(here & grams),
            cpu_s=told.cpu_s,
            wall_s=told.wall_s,
        )
        if told.reply.kind != "safety":
            grams |= here
        heard.figures.extend(told.reply.figures)


def _grounds(told: Told, heard: Heard, licences: LicenceCheck) -> Iterator[tuple[Ground, str]]:
    reply, expected = told.reply, told.expected
    yield from (("number", why) for why in licences.faults(reply, heard))
    for pattern in (NEVER, *expected.must_not):
        if said := re.search(pattern, reply.text, re.IGNORECASE):
            yield "must_not", f"says {said.group()!r}"
    yield from _figure_faults(reply, expected)
    asked = [*_expectations(reply, expected)]
    yield from asked
    if expected.follow_up and (asked or _lost(reply)):
        yield "follow_up", "the thread is lost" if _lost(reply) else "taken for something else"
    yield from _citation_faults(reply)


def _citation_faults(reply: Reply) -> Iterator[tuple[Ground, str]]:
    for sentence, citation in _cited(reply):
        if (verdict := judge(sentence, citation.quote, title=citation.title)) != "supported":
            yield "citation", f"[{citation.n}] {verdict}: {sentence!r} on {citation.quote!r}"
    for claim in _claims(reply):
        if not claim.endswith("]"):
            yield "uncited", repr(claim)


def _figure_faults(reply: Reply, expected: Expected) -> Iterator[tuple[Ground, str]]:
    for figure in reply.figures:
        if fault := fault_of(figure):
            yield "figure", fault
        if figure.shown not in reply.text:
            yield "figure", f"{figure.shown!r} does not stand in the reply"
    for truth in expected.figures:
        value = expected_value(truth)
        same = [one.value for one in reply.figures if one.name == truth.output]
        if not same:
            yield "missed_figure", f"no {truth.output}, which is {value:.4g}"
        elif not any(abs(one - value) <= _CLOSE * abs(value) for one in same):
            yield "missed_figure", f"{truth.output} is {same[0]:.4g} and not {value:.4g}"


def _expectations(reply: Reply, expected: Expected) -> Iterator[tuple[Ground, str]]:
    if reply.kind not in expected.kinds:
        yield "kind", f"{reply.kind} instead of {' or '.join(expected.kinds)}"
    for pattern in expected.must:
        if not re.search(pattern, reply.text, re.IGNORECASE):
            yield "must", f"nothing like {pattern!r}"
    for pattern in expected.cites:
        if not any(re.search(pattern, _about(one), re.IGNORECASE) for one in reply.citations):
            yield "source", f"nothing from {pattern!r}"
    if expected.types and not any(obeys(reply, one) for one in expected.types):
        yield "type", f"does not answer a {expected.types[0].replace('_', '-')} question"


def _lost(reply: Reply) -> bool:
    """Whether a reply says that it does not know what is meant, and asks nothing that would help."""
    return reply.kind == "decline" or (reply.kind == "clarify" and "?" not in reply.text and not reply.buttons)


def _about(citation: Citation) -> str:
    return f"{citation.source}\n{citation.article}\n{citation.title}\n{citation.quote}"


def _cited(reply: Reply) -> Iterator[tuple[str, Citation]]:
    """Yield each sentence that carries marks with each citation it points to."""
    by_number = {one.n: one for one in reply.citations}
    body = _before_sources(reply)
    for found in _MARKED.finditer(body):
        said = sentences(found["said"])
        for mark in re.findall(r"\d+", found["marks"]):
            if said and int(mark) in by_number:
                yield said[-1], by_number[int(mark)]


def _claims(reply: Reply) -> Iterator[str]:
    """Yield the sentences of an answer that state something about the field, with their marks."""
    if reply.kind != "answer" or not reply.citations:
        return
    shown = [one.shown for one in reply.figures]
    # A figure of one's own is no claim: its workings stand behind "How I got this".
    yield from (said for said in facts_of(_before_sources(reply)) if not any(one in said for one in shown))


def _before_sources(reply: Reply) -> str:
    """Return the text before the line of sources; nothing if the whole reply lists sources and has no such line."""
    body, line, _ = reply.text.partition("\nSources:")
    return body if line else ""
