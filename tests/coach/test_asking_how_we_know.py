"""Who asks how we know is answered from the method, the figure or the papers the answer leaned on."""

from __future__ import annotations

import re

import pytest

from bot.coach.coach import Coach
from bot.evaluation.licences import Heard, LicenceCheck
from bot.science import references
from bot.voice.texts import Texts
from tests.coach.conftest import PROJECT, Talk, ToldShelf, articles
from tests.coach.told_talks import Told, hold, told_in

TALKS = [*told_in("science_talks.toml"), *told_in("figure_talks.toml")]
TEXTS = Texts.load(PROJECT / "prompts" / "en")
_DOI = re.compile(r"10\.\d{4,9}/[^\s;,\"]+")


@pytest.mark.parametrize("told", TALKS, ids=[told["name"] for told in TALKS])
async def test_who_asks_how_we_know_is_answered(coach: Coach, shelf: ToldShelf, told: Told) -> None:
    talk = Talk(coach)
    check = LicenceCheck(texts=TEXTS, library=articles())
    for line in told["line"]:
        shelf.slug = line.get("article") or told.get("article") or shelf.slug
        reply = await hold(talk, line)
        heard = Heard(
            runner=talk.memory.runner,
            said=[one.said for one in talk.memory.exchanges],
            figures=[figure for one in talk.memory.exchanges for figure in one.reply.figures],
        )
        assert check.faults(reply, heard) == (), line["say"]


def test_every_doi_of_the_method_texts_is_one_we_cite() -> None:
    ours = {one.doi for one in vars(references).values() if isinstance(one, references.Reference)}
    ours |= {work.doi for work in articles().works.values()}
    page = (PROJECT / "docs" / "physiology.md").read_text(encoding="utf-8")
    ours |= {doi.rstrip(").") for doi in _DOI.findall(page)}
    named = {
        doi
        for name in TEXTS.names
        if name.startswith("method.")
        for one in TEXTS.wordings(name)
        for doi in _DOI.findall(one)
    }
    assert named
    assert named - ours == set()
