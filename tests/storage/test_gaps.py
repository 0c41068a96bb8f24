"""What the articles lack is counted with the turn that showed it, and says nothing about anybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.coach.turn import DeletePerson
from bot.knowledge.retrieval import Gap
from bot.storage.gaps import CountedGap, GapBook
from bot.storage.tables import GapRow
from tests.storage.making import MORNING, turn

SHOES = Gap(zone="hedge", topics=("shoes", "butt"), nearest="running-shoes")
BREAD = Gap(zone="decline", topics=(), nearest=None)


@pytest.fixture
def gaps(database):
    return GapBook(database)


async def test_without_gaps_the_list_is_empty(gaps, journal, ann):
    await journal.close(ann, turn())
    assert await gaps.all() == ()


async def test_gaps_are_counted_over_people_the_most_frequent_first(gaps, journal, people, ann):
    ben = await people.person_for("telegram", "102")
    await journal.close(ann, replace(turn("t1"), gap=BREAD))
    await journal.close(ann, replace(turn("t2", at=MORNING + timedelta(days=1)), gap=SHOES))
    await journal.close(ben, replace(turn("t1"), gap=SHOES))
    assert await gaps.all() == (
        CountedGap(gap=SHOES, count=2, last_on=date(2026, 11, 24)),
        CountedGap(gap=BREAD, count=1, last_on=date(2026, 11, 23)),
    )


async def test_a_turn_that_runs_again_is_not_counted_twice(gaps, journal, ann):
    for _ in range(2):
        await journal.close(ann, replace(turn("t1"), gap=SHOES))
    assert [one.count for one in await gaps.all()] == [1]


async def test_the_count_outlives_the_person_without_pointing_to_them(gaps, journal, ann):
    await journal.close(ann, replace(turn("t1"), gap=SHOES))
    await journal.close(ann, turn("t2", DeletePerson()))
    assert await gaps.all() == (CountedGap(gap=SHOES, count=1, last_on=date(2026, 11, 23)),)
    assert set(GapRow.__table__.columns.keys()) == {"zone", "topics", "nearest", "count", "last_on"}
