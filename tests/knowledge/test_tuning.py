"""What was learnt on top of the embedding model: small, whole, and no loss to what it knew."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from bot.knowledge.embedding import Embedder, MiniLM, load_embedder
from bot.knowledge.tuning import TUNING_FILE, load_tuning

WEIGHTS = Path("data") / "weights"


@pytest.fixture(scope="module")
def tuned() -> Embedder:
    return load_embedder(WEIGHTS)


@pytest.fixture(scope="module")
def untouched() -> MiniLM:
    return MiniLM(WEIGHTS)


def test_the_changes_are_small_and_for_the_upper_layers_only() -> None:
    assert TUNING_FILE.stat().st_size < 700_000
    assert {step.split(".")[0] for step in load_tuning()} == {"3", "4", "5"}


def test_tuned_and_untouched_vectors_are_never_taken_for_each_other(tuned: Embedder, untouched: MiniLM) -> None:
    assert tuned.name != untouched.name


def test_scenes_lie_nearer_to_their_subjects_than_before(tuned: Embedder, untouched: MiniLM) -> None:
    """Of scenes that name nothing, more find their own subject; none of them was learnt from."""
    told = {
        "my moobs won't budge": "Can you lose fat in one place?",
        "wheezy and tight when it's frosty out": "Can I run with asthma?",
        "the sofa won after work again": "How do I run when motivation is gone?",
        "bra digs in and i'm bouncing": "Which sports bra should I run in?",
        "needed the loo at mile two, mortifying": "Why do I need the toilet when I run?",
        "scale stuck since easter": "Why am I not losing weight?",
        "heels on fire getting out of bed": "What helps heel pain?",
        "thighs rubbed raw": "How do I stop chafing?",
    }

    def found(embedder: Embedder) -> int:
        scenes, subjects = embedder.embed(list(told)), embedder.embed(list(told.values()))
        return int(((scenes @ subjects.T).argmax(axis=1) == np.arange(len(told))).sum())

    assert found(tuned) >= max(found(untouched), 6)


def test_what_has_nothing_to_do_with_our_trade_keeps_its_neighbours(tuned: Embedder, untouched: MiniLM) -> None:
    texts = [
        "The committee adopted the budget.",
        "Parliament passed the spending plan.",
        "My cat sleeps on the sofa.",
        "A kitten naps on the couch.",
        "Boil the pasta for nine minutes.",
        "Cook the noodles until they are soft.",
    ]
    for embedder in (tuned, untouched):
        vectors = embedder.embed(texts)
        near = vectors @ vectors.T
        np.fill_diagonal(near, -1)
        assert near.argmax(axis=1).tolist() == [1, 0, 3, 2, 5, 4]
