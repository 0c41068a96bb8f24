"""Deleting a person leaves nothing of them: in no table, in no file."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.coach.model_use import ModelUse
from bot.coach.turn import CountModelUse, CreateReminder, DeletePerson, LogRun, LogWeight, SaveRunner
from bot.errors import StorageError
from bot.knowledge.retrieval import Gap
from bot.runner import Runner
from bot.storage.tables import Base
from bot.training.run import Run
from bot.training.weigh_in import WeighIn
from tests.storage.databases import ON_A_FILE, cells
from tests.storage.making import MORNING, reminder, turn

GAP = Gap(zone="hedge", topics=("shoes",), nearest="running-shoes")


async def _fill(person_id, journal, inbox, ledger, shelf, *, chat, first_update):
    """Put something about the person into every table that can hold it."""
    for offset in range(2):
        await inbox.take_in(first_update + offset, chat, f"payload of {chat}")
    due = reminder(person_id)
    staged = (
        SaveRunner(runner=Runner(age_years=34)),
        CreateReminder(reminder=due),
        LogRun(run=Run(run_id="run1", on_date=MORNING.date(), distance_m=5000)),
        LogWeight(weigh_in=WeighIn(on_date=MORNING.date(), weight_kg=70)),
        CountModelUse(day=MORNING.date(), use=ModelUse(turns=1, calls=2)),
    )
    asked = replace(turn("t1", *staged, said=f"words of {chat}"), gap=GAP)
    await journal.close(person_id, asked, deliver=True)
    await shelf.fire(due, now=due.next_fire_at)


async def test_deletion_leaves_no_row_of_the_person_in_any_table(
    journal, inbox, ledger, shelf, people, ann, database_url
):
    ben = await people.person_for("telegram", "102")
    await _fill(ann, journal, inbox, ledger, shelf, chat="101", first_update=1)
    await _fill(ben, journal, inbox, ledger, shelf, chat="102", first_update=3)
    before = await cells(database_url)
    held = {table for table, row in before.items() if any(ann in cell for cell in row)}
    assert held == {table.name for table in Base.metadata.sorted_tables} - {"gaps", "marks"}

    row = await inbox.begin("101")
    assert await journal.close(ann, turn("t2", DeletePerson()), inbox_id=row.id, deliver=True) is None

    after = await cells(database_url)
    for table, row in after.items():
        for trace in (ann, "words of 101", "payload of 101"):
            assert not any(trace in cell for cell in row), (table, trace)
    assert after["gaps"] == ["hedge", "shoes", "running-shoes", "2", "2026-11-23"]
    kept = [table for table, row in after.items() if any(ben in cell for cell in row)]
    assert sorted(kept) == sorted(held)
    assert await people.person_for("telegram", "101") != ann


@ON_A_FILE
async def test_deletion_leaves_no_words_of_the_person_in_the_files(journal, inbox, ledger, shelf, ann, tmp_path):
    await _fill(ann, journal, inbox, ledger, shelf, chat="101", first_update=1)
    await journal.close(ann, turn("t2", DeletePerson(), said="words of 101"))
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for trace in (b"words of 101", b"payload of 101", ann.encode()):
        assert trace not in left


@ON_A_FILE
async def test_deletion_holds_even_if_the_log_cannot_be_emptied(journal, ann, people, database, monkeypatch, caplog):
    async def refuse() -> None:
        raise StorageError("busy")

    monkeypatch.setattr(database, "scrub", refuse)
    await journal.close(ann, turn("t1", DeletePerson()))
    assert "not overwritten yet" in caplog.text
    with pytest.raises(StorageError, match="no such person"):
        await people.address_of(ann)


def test_every_table_but_the_marks_and_the_gaps_names_the_person():
    assert {table.name for table in Base.metadata.sorted_tables if "person_id" not in table.columns} == {
        "gaps",
        "marks",
    }
