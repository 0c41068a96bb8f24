"""What the Telegram channel says by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.channels.telegram.application import COMMANDS
from bot.voice.texts import Texts
from tests.knowledge.reading_grade import reading_grade

TEXTS = Texts.load(Path(__file__).parents[2] / "prompts" / "en")
NAMES = [name for name in TEXTS.names if name.startswith("telegram.")]
LONGEST = {"telegram.short_description": 120, "telegram.description": 512}
"""Code points Telegram takes."""


def sentences(text: str) -> list[str]:
    return [part for line in text.splitlines() for part in line.replace("?", ".").replace(":", ".").split(".") if part]


@pytest.mark.parametrize("name", NAMES)
def test_every_text_is_easy_to_read_and_holds_no_figure(name: str) -> None:
    for wording in TEXTS.wordings(name):
        assert not any(mark.isdigit() for mark in wording)
        assert "!" not in wording
        assert "{" not in wording
        assert len(wording) <= LONGEST.get(name, 1000)
        if len(wording.split()) >= 8:
            assert reading_grade(sentences(wording)) <= 8


def test_every_command_of_the_menu_has_its_words() -> None:
    for command in COMMANDS:
        assert 1 <= len(TEXTS.say(f"telegram.command.{command}").text) <= 256
