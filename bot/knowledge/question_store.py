"""The vectors of questions in an artefact: what the articles say they answer, and what was learnt from them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.errors import PassageIndexError
from bot.knowledge.asked_before import AskedBefore
from bot.knowledge.embedding import Vectors


@dataclass(frozen=True, kw_only=True, slots=True)
class QuestionVectors:
    """Unit vectors, one row a question."""

    own: Vectors
    """The articles' own questions, in the order of the corpus."""
    heads: Vectors
    """What stands for each unit a talk can be answered with, in the order of the corpus."""
    directions: Vectors
    """Towards our subject, and towards what is covered. [2 x (dimensions + 1)]"""
    bearings: Vectors
    """Towards each article. [articles x dimensions]"""
    before: AskedBefore
    """What the articles were asked before."""


def write_questions(file: Path, questions: QuestionVectors) -> None:
    """Write the vectors into a new file."""
    before = questions.before
    np.savez(
        file,
        own=questions.own,
        heads=questions.heads,
        directions=questions.directions,
        bearings=questions.bearings,
        before_vectors=before.vectors,
        before_questions=before.questions,
        before_articles=before.articles,
        before_shares=before.shares,
        before_marks=before.marks,
    )


def read_questions(file: Path, *, own: int) -> QuestionVectors:
    """Read the vectors of a file whose bytes are known to be good.

    Args:
        file: What `write_questions` wrote.
        own: How many own questions the articles have.

    Raises:
        PassageIndexError: If it cannot be read or holds another number of vectors.
    """
    try:
        with np.load(file, allow_pickle=False) as saved:
            read = QuestionVectors(
                own=saved["own"],
                heads=saved["heads"],
                directions=saved["directions"],
                bearings=saved["bearings"],
                before=AskedBefore(
                    vectors=saved["before_vectors"],
                    questions=saved["before_questions"],
                    articles=saved["before_articles"],
                    shares=saved["before_shares"],
                    marks=saved["before_marks"],
                ),
            )
    except (OSError, ValueError, KeyError) as error:
        raise PassageIndexError(f"{file}: cannot be read ({type(error).__name__})") from error
    if len(read.own) != own:
        raise PassageIndexError(f"{file}: holds {len(read.own)} vectors instead of {own}")
    return read
