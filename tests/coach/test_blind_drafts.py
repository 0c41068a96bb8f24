"""Drafts by people who did not know the gates: honest ones, and such as try to get something past.

What holds on drafts that nobody had looked at stands in `docs/decisions/0007-what-a-model-may-say.md`.
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

TOLD_AT_DESK, TOLD_OLDER, STRANGERS_TOLD = 78, 144, 196
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


def is_changed(one: dict[str, Any]) -> bool:
    verdict = judged_at_desk(one["draft"], one)
    return told_at_desk(one["draft"], one) != " ".join(part.statement.text for part in verdict.statements)


def test_nearly_every_honest_draft_is_told() -> None:
    honest = at_desk(honest=True)
    assert len(honest) == 80
    assert sum(told_at_desk(one["draft"], one) is not None for one in honest) >= TOLD_AT_DESK
    older = drafts("honest")
    assert len(older) == 150
    assert sum(mended(judged(one), material(one)) is not None for one in older) >= TOLD_OLDER


def test_no_dishonest_draft_is_told_as_it_is() -> None:
    dishonest = at_desk(honest=False)
    assert len(dishonest) == 80
    assert [one["id"] for one in dishonest if not is_changed(one)] == []
    older = drafts("dishonest")
    assert len(older) == 150
    assert [one["id"] for one in older if judged(one).passes] == []


def test_of_a_strangers_drafts_the_honest_are_told_and_no_wrong_sentence_gets_through() -> None:
    """Nothing was learnt from these, and nothing mended on them, but for a few false alarms of the first author."""
    unseen = drafts("unseen")
    told = [told_at_desk(one["draft"], one) is not None for one in unseen if one["honest"]]
    print(f"told {sum(told)} of {len(told)}")
    assert sum(told) >= STRANGERS_TOLD
    assert [one["id"] for one in unseen if gets_through(one)] == []
