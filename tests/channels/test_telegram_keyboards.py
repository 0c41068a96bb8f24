"""Buttons under a message, and the ones of the deletion menu."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.telegram import keyboards
from bot.reply import Button

NOON = datetime(2026, 11, 22, 12, 0, 30, tzinfo=UTC)


def labels(*buttons: Button) -> list[list[str]]:
    markup = keyboards.keyboard(buttons)
    return [[button.text for button in row] for row in markup.inline_keyboard] if markup else []


def buttons(*names: str) -> list[Button]:
    return [Button(label=name, action=f"v1:{number}") for number, name in enumerate(names)]


def test_short_buttons_share_a_row_and_long_ones_stand_alone() -> None:
    long = "Yes, it comes on top of that"
    found = labels(*buttons("Smaller", "Fuller", "Just fitter", "My numbers", "How I got this", long))
    assert found == [["Smaller", "Fuller", "Just fitter"], ["My numbers", "How I got this"], [long]]


def test_no_buttons_make_no_keyboard() -> None:
    assert keyboards.keyboard(()) is None


@pytest.mark.parametrize(
    "bad",
    [Button(label=" ", action="v1:a"), Button(label="x", action=""), Button(label="x", action="v1:" + "ж" * 31)],
    ids=["blank label", "no action", "65 bytes"],
)
def test_a_button_telegram_would_refuse_is_left_out_and_logged(bad: Button, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert labels(bad, Button(label="fine", action="v1:" + "x" * 61)) == [["fine"]]
    assert "left out" in caplog.text


def test_a_confirmation_holds_for_an_hour() -> None:
    action = keyboards.delete_yes(NOON)
    assert len(action.encode()) <= 64
    assert keyboards.confirms_deletion(action)
    assert keyboards.still_holds(action, NOON + timedelta(minutes=58))
    assert not keyboards.still_holds(action, NOON + timedelta(minutes=61))
    assert not keyboards.still_holds("v1:tg:delete:yes:soon", NOON)


@given(st.lists(st.text("abc ", min_size=1, max_size=50).filter(str.strip), max_size=20))
def test_every_acceptable_button_is_shown_once_and_in_order(names: list[str]) -> None:
    rows = labels(*buttons(*names))
    assert [label for row in rows for label in row] == names
    assert all(row for row in rows)
