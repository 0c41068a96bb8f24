"""A reader in confinement may fail in any way; the next file is read all the same."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from bot.knowledge.blocks import Block
from bot.knowledge.confinement import MAX_TEXT, Confinement


def echo(text: str) -> Iterator[Block]:
    yield Block(kind="paragraph", text=text)


def endless(_text: str) -> Iterator[Block]:
    while True:
        pass


def greedy(_text: str) -> Iterator[Block]:
    yield Block(kind="paragraph", text=str(len(bytearray(3_000_000_000))))


def talkative(text: str) -> Iterator[Block]:
    while True:
        yield Block(kind="paragraph", text=text)


def crashing(_text: str) -> Iterator[Block]:
    os._exit(7)


def choosy(text: str) -> Iterator[Block]:
    raise ValueError(f"no {text} here")


def stumbling(text: str) -> Iterator[Block]:
    yield Block(kind="paragraph", text=text[len(text)])


@pytest.mark.parametrize(
    ("reader", "complaint"),
    [
        (endless, r"takes too long to read \(more than 1 s\)"),
        (greedy, "takes too much memory to read"),
        (talkative, f"too much text: more than {MAX_TEXT:,} characters"),
        (crashing, r"crashes its reader \(exit code 7\)"),
        (choosy, "no sand here"),
        (stumbling, r"broken \(IndexError\)"),
    ],
)
def test_a_reader_that_fails_is_named_and_the_next_file_is_read(reader: object, complaint: str) -> None:
    with Confinement(cpu_s=1) as confinement:
        with pytest.raises(ValueError, match=complaint):
            confinement.read(reader, "sand")
        assert confinement.read(echo, "sand") == [Block(kind="paragraph", text="sand")]
        assert confinement.read(echo, "dunes") == [Block(kind="paragraph", text="dunes")]
