"""People and their addresses."""

from __future__ import annotations

import pytest

from bot.errors import StorageError
from bot.storage.people import PeopleBook, random_id


async def test_the_same_address_is_always_the_same_person(people):
    first = await people.person_for("telegram", "101")
    assert await people.person_for("telegram", "101") == first
    assert await people.person_for("telegram", "102") != first
    assert await people.person_for("terminal", "101") != first


async def test_ids_come_from_chance_and_not_from_the_address(database):
    named = PeopleBook(database, new_id=iter(["first", "second"]).__next__)
    assert [await named.person_for("telegram", address) for address in ("7", "8", "7")] == ["first", "second", "first"]
    assert random_id() != random_id()


async def test_the_address_is_found_again(people, ann):
    address = await people.address_of(ann)
    assert (address.channel, address.address) == ("telegram", "101")


async def test_a_stranger_has_no_address(people):
    with pytest.raises(StorageError, match="no such person"):
        await people.address_of("nobody")
