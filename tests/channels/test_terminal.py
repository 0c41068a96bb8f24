"""A talk in a terminal: greeted at once, answered in order, honest when something fails."""

from __future__ import annotations

import asyncio
import io
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bot.channels.terminal import Seat, Terminal
from bot.coach.turn import DeletePerson, Memory, Message, Turn
from bot.errors import StorageError
from bot.reply import Button
from bot.voice.texts import Texts
from tests.fakes import small_talk

TEXTS = Texts.load(Path(__file__).parents[2] / "prompts" / "en")
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@dataclass
class EchoCoach:
    """Says back what it heard, with one button."""

    heard: list[Message] = field(default_factory=list)

    async def reply(self, memory: Memory, message: Message) -> Turn:
        self.heard.append(message)
        more = Button(label="More", action="v1:more")
        return small_talk(message, f"heard {message.text}", buttons=(more,))


@dataclass
class Notebook:
    """Keeps turns in a list; can be told to fail."""

    turns: list[Turn] = field(default_factory=list)
    broken: bool = False

    async def recall(self, person_id: str, *, now: datetime) -> Memory:
        return Memory(person_id=person_id)

    async def close(
        self, person_id: str, turn: Turn, *, inbox_id: int | None = None, deliver: bool = False
    ) -> str | None:
        if self.broken:
            raise StorageError("disk full")
        self.turns.append(turn)
        return None


def talk(typed: str, coach: EchoCoach | None = None, notebook: Notebook | None = None) -> str:
    out = io.StringIO()
    terminal = Terminal(texts=TEXTS, clock=lambda: NOON, lines=io.StringIO(typed), out=out)
    terminal.greet()

    async def opening() -> Seat:
        return Seat(coach=coach or EchoCoach(), journal=notebook or Notebook(), person_id="me")

    asyncio.run(terminal.talk(opening()))
    return out.getvalue()


def test_a_closed_input_is_greeted_and_left_in_peace() -> None:
    shown = talk("")
    assert shown.startswith(TEXTS.say("coach.welcome_terminal").text)
    assert shown.strip().endswith(TEXTS.say("terminal.bye").text)


def test_lines_are_answered_in_order_and_stored_before_they_are_shown() -> None:
    notebook = Notebook()
    shown = talk("one\ntwo\n", notebook=notebook)
    assert shown.index("heard one") < shown.index("heard two")
    assert [turn.exchange.said for turn in notebook.turns] == ["one", "two"]
    assert "[More]" in shown


def test_quit_ends_the_talk_and_commands_need_no_coach() -> None:
    coach = EchoCoach()
    shown = talk("/help\n/quit\nnever read\n", coach)
    assert coach.heard == []
    assert TEXTS.say("coach.help").text in shown


def test_what_could_not_be_stored_is_not_claimed() -> None:
    shown = talk("ran 5k\n", notebook=Notebook(broken=True))
    assert "heard ran 5k" not in shown
    assert TEXTS.say("error.storage").text in shown


def test_delete_asks_once_and_then_stages_the_end_of_everything() -> None:
    kept, gone = Notebook(), Notebook()
    assert TEXTS.say("terminal.delete_kept").text in talk("/delete\nno\n", notebook=kept)
    assert kept.turns == []
    assert TEXTS.say("terminal.deleted").text in talk("/delete\ndelete\n", notebook=gone)
    assert [type(write) for turn in gone.turns for write in turn.staged] == [DeletePerson]
