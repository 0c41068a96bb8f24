"""Measuring the gate anew: its weights and thresholds from one half of the labelled questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from bot.knowledge.calibration import Sitting
from bot.knowledge.evaluation import Labelled, Scope
from bot.knowledge.gate import Evidence, Gate, Judges, Thresholds, Weights, fit
from bot.knowledge.passage_search import PassageSearch

_LABELLED: Final = 300.0
_LISTED: Final = 1000.0
"""What the labelled questions and the lists count in the fit. The lists were written with the labelled ones of this
half in sight, which flatters the examples of what is not covered; judged without their own part they flatter less."""
_COVERED_DECLINED: Final = 0.045
"""So many covered questions may be declined on the half measured: what is none of our business is declined as surely
as that allows."""
_UNCOVERED_HELD: Final = 0.80
"""So many uncovered questions are not to be answered; the covered ones that this hedges are its price."""


def measure_gate(questions: Sequence[Labelled], *, search: PassageSearch, sitting: Sitting) -> Gate:
    """Fit the weights and set the thresholds.

    The fit sees the labelled questions and the three lists that come with every corpus, each of their questions judged
    as if its part of the list were not there: the labelled ones alone are too few.

    Args:
        questions: Labelled questions, of one half.
        search: A search with vectors of the articles they were labelled for.
        sitting: The exam of those articles.
    """
    found: dict[Scope, list[Evidence]] = {"covered": [], "uncovered": [], "off_topic": [], "safety": []}
    for question in questions:
        found[question.scope].append(search.evidence(question.text))
    lists = sitting.own_evidence(), sitting.off_topic_evidence(), sitting.uncovered_evidence()
    sets = [((found["covered"], found["off_topic"], found["uncovered"]), _LABELLED), (lists, _LISTED)]
    judges = Judges(
        subject=_fit([(ours, (off_topic,), total) for (ours, off_topic, _), total in sets]),
        covered=_fit([(ours, others, total) for (ours, *others), total in sets]),
    )
    return Gate(
        provenance=(
            f"fitted on {len(questions)} labelled questions of the calibration half and, leaving each out in turn, "
            f"{len(lists[0])} own questions of {len(search.corpus.starts)} articles, {len(lists[1])} of off_topic.txt "
            f"and {len(lists[2])} of uncovered.txt; thresholds set on the labelled ones"
        ),
        judges=judges,
        thresholds=_thresholds(judges, found),
        articles=tuple(dict.fromkeys(passage.article for passage in search.corpus.passages)),
    )


def _fit(sets: Sequence[tuple[list[Evidence], Sequence[list[Evidence]], float]]) -> Weights:
    """Fit weights to sets of questions to be answered and kinds that are not, each set counting its total."""
    answered = [one for ours, _, _ in sets for one in ours]
    others = [one for _, kinds, _ in sets for kind in kinds for one in kind]
    importance = [_even(ours, total / 2) for ours, _, total in sets]
    importance += [_even(kind, total / 2 / len(kinds)) for _, kinds, total in sets for kind in kinds]
    return fit(answered, others, importance=np.concatenate(importance))


def _even(questions: Sequence[Evidence], total: float) -> NDArray[np.float64]:
    return np.full(len(questions), total / len(questions))


def _thresholds(judges: Judges, found: Mapping[Scope, Sequence[Evidence]]) -> Thresholds:
    def scores(judge: Weights, scope: Scope, share: float) -> float:
        return float(np.quantile([judge.score(one) for one in found[scope]], share))

    return Thresholds(
        decline=round(scores(judges.subject, "covered", _COVERED_DECLINED), 3),
        answer=round(scores(judges.covered, "uncovered", _UNCOVERED_HELD), 3),
    )
