"""Updates are stored before they are acknowledged, and answered in order."""

from __future__ import annotations

from bot.storage.database import Database
from bot.storage.inbox import InboxBook
from tests.storage.databases import cells


async def test_an_update_that_comes_again_is_known(inbox):
    assert await inbox.take_in(7, "101", "hello") is True
    assert await inbox.take_in(7, "101", "hello") is False
    assert (await inbox.begin("101")).more is False


async def test_what_waits_comes_in_the_order_of_the_updates(inbox):
    for update_id in (12, 10, 11):
        await inbox.take_in(update_id, "101", f"text {update_id}")
    taken = []
    while (row := await inbox.begin("101")) is not None:
        taken.append((row.payload, row.more))
        await inbox.done(row.id)
    assert taken == [("text 10", True), ("text 11", True), ("text 12", False)]


async def test_what_was_begun_and_not_finished_is_begun_again(inbox):
    await inbox.take_in(1, "101", "hello")
    assert [(await inbox.begin("101")).attempts for _ in range(3)] == [1, 2, 3]


async def test_a_chat_sees_only_its_own(inbox, people):
    await inbox.take_in(1, "101", "a")
    await inbox.take_in(2, "102", "b")
    row = await inbox.begin("102")
    assert (row.update_id, row.chat, row.person_id) == (2, "102", await people.person_for("telegram", "102"))
    assert await inbox.waiting() == ("101", "102")
    assert await inbox.begin("103") is None


async def test_a_finished_update_is_wiped_and_still_known(inbox, database_url):
    await inbox.take_in(1, "101", "my waist is 83")
    row = await inbox.begin("101")
    await inbox.done(row.id)
    assert await inbox.waiting() == ()
    assert await inbox.take_in(1, "101", "my waist is 83") is False
    assert "my waist" not in str(await cells(database_url))


async def test_of_a_finished_update_no_word_is_left_in_the_file(sqlite_url, clock, tmp_path):
    database = await Database.open(sqlite_url)
    inbox = InboxBook(database, clock)
    await inbox.take_in(1, "101", "my waist is 83")
    row = await inbox.begin("101")
    await inbox.done(row.id)
    assert b"my waist" not in (tmp_path / "coach.sqlite").read_bytes()
    await database.close()


async def test_attempts_are_counted_over_restarts(inbox, clock, database, database_url):
    await inbox.take_in(1, "101", "poison")
    assert (await inbox.begin("101")).attempts == 1
    await database.close()
    again = await Database.open(database_url, replica="solo")
    assert (await InboxBook(again, clock).begin("101")).attempts == 2
    await again.close()


async def test_the_number_of_a_finished_update_is_forgotten_after_three_days(inbox, clock):
    await inbox.take_in(1, "101", "old")
    await inbox.take_in(2, "101", "still waiting")
    row = await inbox.begin("101")
    await inbox.done(row.id)
    clock.advance(days=2, hours=23)
    await inbox.take_in(3, "101", "x")
    assert await inbox.take_in(1, "101", "redelivered") is False
    clock.advance(hours=2)
    await inbox.take_in(4, "101", "x")
    assert await inbox.take_in(1, "101", "another one") is True
    assert (await inbox.begin("101")).update_id == 1


async def test_text_no_database_takes_is_stored_with_a_mark_in_its_place(inbox):
    await inbox.take_in(1, "101", "a\0b\udcffc")
    row = await inbox.begin("101")
    assert row.payload == "a\ufffdb\ufffdc"
