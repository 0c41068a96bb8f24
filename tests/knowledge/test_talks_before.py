"""What people wrote in talks: found by vector, counted for the answers that would do."""

from __future__ import annotations

import numpy as np
import pytest

from bot.knowledge.embedding import DIMENSIONS, model_name
from bot.knowledge.talks_before import TalksBefore, talks_before

NEAR, FAR, ODD = (np.eye(3, dtype=np.float32)[place] for place in range(3))
BEFORE = TalksBefore.of(np.stack([NEAR, FAR, 0.6 * NEAR + 0.8 * FAR]), [(2, 2), (0, 0), (1, 2)], size=3)
ENERGY = ("tired-all-the-time", "Does running give you energy or take it?")


def test_an_answer_is_as_near_as_the_nearest_message_it_would_do_for() -> None:
    assert BEFORE.near(NEAR) == pytest.approx([1.0, 0.0, 0.6])
    assert BEFORE.near(-FAR) == pytest.approx([0.0, 0.0, 0.0])


def test_messages_count_only_for_answers_that_are_there() -> None:
    both = talks_before([ENERGY, ("tired-all-the-time", None)], embedder_name=model_name())
    moved = talks_before([("mine", None), ENERGY], embedder_name=model_name())
    assert set(moved.units) == {1}
    assert len(moved.units) == np.count_nonzero(both.units == 0)


def test_an_answer_whose_question_was_reworded_has_none() -> None:
    gone = talks_before([("tired-all-the-time", "Another question?")], embedder_name=model_name())
    assert gone.near(np.ones(DIMENSIONS, np.float32)) == pytest.approx([0.0])


def test_they_are_unit_vectors_and_never_compared_with_those_of_another_embedder() -> None:
    kept = talks_before([ENERGY], embedder_name=model_name())
    assert np.linalg.norm(kept.vectors, axis=1) == pytest.approx(1.0, abs=0.03)
    assert talks_before([ENERGY], embedder_name="another").units.size == 0
