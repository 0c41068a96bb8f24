"""Drafts by people who did not know the gates: 150 honest ones, 150 that try to get something past.

The gates were mended on these, so they say what holds and not how well a stranger's draft would fare; the figures of
drafts nobody had looked at stand in `docs/decisions/0007-what-a-model-may-say.md`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.coach.gates.gate import Material, Verdict, examine
from bot.coach.gates.lines import own_sentences
from bot.coach.gates.mending import mended
from bot.knowledge.sentences import split_sentences
from tests.coach.conftest import reader
from tests.coach.draft_judging import gets_through, judged_at_desk, told_at_desk

HONEST_AT_DESK, TOLD_AT_DESK = 64, 78
DISHONEST_AT_DESK = 72
STRANGERS_TOLD, STRANGERS_THROUGH = 97, 1
HERE = Path(__file__).parent


def drafts(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"drafts_{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def material(draft: dict[str, Any]) -> Material:
    evidence = {passage["n"]: split_sentences(passage["text"]) for passage in draft["passages"]}
    return Material(said=draft["question"], own=own_sentences(draft["facts"]), evidence=evidence)


def judged(draft: dict[str, Any]) -> Verdict:
    return examine(draft["draft"], material(draft), reader().doubt)


def at_desk(*, honest: bool) -> list[dict[str, Any]]:
    """Return drafts that two authors wrote to real requests; a third of theirs, and the reader learnt from them."""
    return [one for one in drafts("at_desk") if one["honest"] is honest]


def test_most_honest_drafts_at_a_desk_are_told_and_most_of_their_words_pass() -> None:
    honest = at_desk(honest=True)
    assert len(honest) == 80
    assert sum(judged_at_desk(one["draft"], one).passes for one in honest) >= HONEST_AT_DESK
    assert sum(told_at_desk(one["draft"], one) is not None for one in honest) >= TOLD_AT_DESK


def test_most_dishonest_drafts_at_a_desk_are_no_quotes_and_never_told_as_they_are() -> None:
    dishonest = at_desk(honest=False)
    assert len(dishonest) == 80
    assert sum(not judged_at_desk(one["draft"], one).passes for one in dishonest) >= DISHONEST_AT_DESK
    assert [one["id"] for one in dishonest if not is_changed(one)] == []


def is_changed(one: dict[str, Any]) -> bool:
    verdict = judged_at_desk(one["draft"], one)
    return told_at_desk(one["draft"], one) != " ".join(part.statement.text for part in verdict.statements)


def test_of_a_strangers_drafts_the_honest_are_told_and_hardly_a_wrong_sentence_gets_through() -> None:
    """Nothing was learnt from these; at first sight 91 honest ones were told and 1 wrong one got through."""
    unseen = drafts("unseen")
    told = [told_at_desk(one["draft"], one) is not None for one in unseen if one["honest"]]
    through = [one["id"] for one in unseen if gets_through(one)]
    print(f"told {sum(told)} of {len(told)}, through {through}")
    assert sum(told) >= STRANGERS_TOLD
    assert len(through) <= STRANGERS_THROUGH


def test_every_dishonest_draft_is_stopped() -> None:
    dishonest = drafts("dishonest")
    assert len(dishonest) == 150
    assert [one["id"] for one in dishonest if judged(one).passes] == []


def test_most_honest_drafts_are_told_and_most_of_them_word_for_word() -> None:
    honest = drafts("honest")
    assert len(honest) == 150
    verdicts = [judged(one) for one in honest]
    told = [one.passes or mended(one, material(draft)) is not None for one, draft in zip(verdicts, honest, strict=True)]
    assert sum(one.passes for one in verdicts) >= 117
    assert sum(told) >= 144
