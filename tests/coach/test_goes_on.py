"""Whether a message goes on with what was asked before, by how it is put and by what both readings find."""

from __future__ import annotations

import pytest

from bot.coach.goes_on import goes_on
from bot.knowledge.article import Passage
from bot.knowledge.retrieval import Hit, Retrieval, Zone
from tests.coach.conftest import articles

BEFORE = "does running make my butt smaller Running can make your butt smaller, as part of losing fat all over."


def found(
    slug: str, *, zone: Zone = "answer", score: float = 0.9, near: float = 0.6, next_score: float = 0.5
) -> Retrieval:
    def first(article: str) -> Passage:
        return articles().articles[article].passages[0]

    hits = (
        Hit(passage=first(slug), score=score, dense=0.6, lexical=1.0),
        Hit(
            passage=first("running-shoes" if slug != "running-shoes" else "belly-fat"),
            score=next_score,
            dense=0.4,
            lexical=0.5,
        ),
    )
    return Retrieval(question="", zone=zone, score=score, hits=hits, mode="hybrid", nearness=near)


@pytest.mark.parametrize("text", ["how long tho", "and if its 5 a week", "i meant is it worth it", "is that bad"])
def test_a_scrap_goes_on_where_it_finds_little_by_itself(text: str) -> None:
    alone = found("running-shoes", zone="hedge", score=0.6, near=0.4, next_score=0.58)
    assert goes_on(text, BEFORE, alone=alone, together=found("butt-smaller"))


@pytest.mark.parametrize(
    "text", ["ok thanks. which socks stop blisters on long hikes", "cool, also do insoles help against flat arches"]
)
def test_a_new_subject_that_finds_its_article_stands_alone(text: str) -> None:
    alone = found("running-shoes", score=0.95, near=0.8, next_score=0.4)
    assert not goes_on(text, BEFORE, alone=alone, together=found("butt-smaller", score=0.8, next_score=0.7))
