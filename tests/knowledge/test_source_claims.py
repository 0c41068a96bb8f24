"""Every article answers its own question, and every claim of the two source articles is found and told with its source.

`source_claims.jsonl` holds each claim in our own words and a question somebody could ask about it. It was written from
the source articles, not from ours.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.coach.agent import Agent
from bot.coach.coach import Coach
from bot.coach.turn import Memory, Message
from bot.knowledge.retriever import Retriever, open_retriever
from bot.voice.texts import Texts

PROJECT = Path(__file__).parents[2]
CLAIMS = [
    json.loads(line)
    for line in Path(__file__).with_name("source_claims.jsonl").read_text(encoding="utf-8").splitlines()
]
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def retriever() -> Retriever:
    opened = open_retriever(data_dir=PROJECT / "data", knowledge_dirs=[PROJECT / "knowledge"])
    assert opened.mode == "hybrid", opened.trouble
    return opened


@pytest.fixture(scope="module")
def coach(retriever: Retriever) -> Coach:
    return Coach(texts=Texts.load(PROJECT / "prompts" / "en"), shelf=retriever, agent=Agent(retriever))


def test_every_article_is_found_first_by_its_own_question_and_answers_it(retriever: Retriever) -> None:
    lost = {}
    for slug, article in retriever.library.articles.items():
        if article.circle is not None:
            continue  # no search for everybody finds it
        found = retriever.find(article.question)
        if (found.articles[0], found.zone) != (slug, "answer"):
            lost[slug] = (found.articles[0], found.zone)
    assert lost == {}


@pytest.mark.parametrize("claim", CLAIMS, ids=[one["claim"] for one in CLAIMS])
async def test_a_claim_of_a_source_article_is_answered_by_an_article_that_names_it(
    claim: dict[str, str], coach: Coach, retriever: Retriever
) -> None:
    asked = Message(text=claim["asked"], at=NOON, channel="ask", message_key="1")
    reply = (await coach.reply(Memory(person_id="ann"), asked)).reply
    cited = {citation.article for citation in reply.citations}
    assert any(claim["source"] in retriever.library.articles[slug].sources for slug in cited), cited
