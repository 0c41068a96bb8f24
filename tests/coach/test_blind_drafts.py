"""Drafts by somebody who did not know the gates: a hundred honest ones, a hundred that try to get something past.

At first sight 43 honest ones passed and 95 dishonest ones were stopped; what has been learnt from them since is in
`docs/decisions/0007-what-a-model-may-say.md`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.coach.gates.gate import Material, Verdict, examine
from bot.coach.gates.lines import own_sentences
from bot.knowledge.sentences import split_sentences

HERE = Path(__file__).parent


def drafts(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (HERE / f"drafts_{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def judged(draft: dict[str, Any]) -> Verdict:
    evidence = {passage["n"]: split_sentences(passage["text"]) for passage in draft["passages"]}
    own = own_sentences(draft["facts"])
    return examine(draft["draft"], Material(said=draft["question"], own=own, evidence=evidence))


def test_every_dishonest_draft_is_stopped() -> None:
    dishonest = drafts("dishonest")
    assert len(dishonest) == 100
    assert [one["id"] for one in dishonest if judged(one).passes] == []


def test_most_honest_drafts_pass() -> None:
    honest = drafts("honest")
    assert len(honest) == 100
    assert sum(judged(one).passes for one in honest) >= 79
