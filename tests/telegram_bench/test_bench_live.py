"""A real bot process against the emulated server."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.telegram_bench.emulator import Emulator

ROOT = Path(__file__).parents[2]
SAMPLE = [sys.executable, "-m", "tests.telegram_bench.sample_bot"]


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Emulator]:
    with Emulator() as emulator:
        emulator.start_bot(SAMPLE, log=tmp_path_factory.mktemp("bench") / "bot.log", cwd=ROOT)
        yield emulator


def test_a_conversation_with_buttons_and_menus(live: Emulator) -> None:
    bea = live.user(201, first_name="<Bea>", language_code="es")
    assert bea.ask("hi", quiet=0)[0].text == "echo: hi"
    bea.start()
    # The sample forgets to escape the name.
    assert bea.expect(quiet=0)[0].text == "Sorry, something went wrong."
    cleo = live.user(202, first_name="Cleo")
    start = cleo.ask("/start", quiet=0)[0]
    assert start.styled("bold") == ["Cleo"]
    assert [button.text for button in start.buttons] == ["Yes", "No", "Docs"]
    assert cleo.press("Docs") == "https://example.org/"
    cleo.press("Yes")
    edited = cleo.expect(quiet=0)[0]
    assert edited.message_id == start.message_id
    assert (edited.text, edited.edited, edited.buttons) == ("You chose yes", True, [])
    assert cleo.callback_answers[0]["text"] == "got it"
    assert bea.commands[0]["description"] == "Empezar"
    assert cleo.commands[0]["description"] == "Start"


def test_files_locations_and_keyboards(live: Emulator) -> None:
    dan = live.user(203, first_name="Dan")
    photo = dan.ask("/photo", quiet=0)[0]
    assert photo.photo is not None
    assert photo.photo.startswith(b"\x89PNG")
    assert photo.text == "a chart"
    assert dan.actions == ["upload_photo"]
    dan.send_file("document", b"0123456789", name="runs.gpx")
    assert dan.expect(quiet=0)[0].document == ("reversed-runs.gpx", b"9876543210")
    assert [button.kind for button in dan.ask("/menu", quiet=0)[0].buttons] == ["text", "location"]
    dan.send_location(52.52, 13.405)
    assert dan.expect(quiet=0)[0].text == "loc 52.520 13.405"
    dan.press("My plan")
    assert dan.expect(quiet=0)[0].text == "echo: My plan"


def test_typing_is_waited_for_and_errors_are_seen(live: Emulator) -> None:
    eve = live.user(204, first_name="Eve")
    assert [reply.text for reply in eve.ask("/slow", quiet=0)] == ["at last"]
    assert eve.ask("/draft", quiet=0)[0].text.endswith("done")
    assert len(eve.drafts) == 3
    assert "unmatched end tag" in eve.ask("/bad", quiet=0)[0].text
    assert eve.ask("/crash", quiet=0)[0].text == "Sorry, something went wrong."
    assert eve.ask("/rich", quiet=0)[0].kind == "rich"
    eve.send_text("/react")
    assert eve.silence(0.5)
    assert eve.reactions[0]["emoji"] == ["👍"]
    live.user(205).block()
    assert "blocked by the user" in eve.ask("/tell 205", quiet=0)[0].text
    assert "Eve: /crash" in eve.transcript()


def test_many_people_at_once(live: Emulator) -> None:
    people = [live.user(3000 + number) for number in range(60)]
    for person in people:
        person.send_text(f"I am {person.id}")
    for person in people:
        assert [reply.text for reply in person.wait_for_replies(20, quiet=0)] == [f"echo: I am {person.id}"]


def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(live: Emulator) -> None:
    club = live.group()
    fay = live.user(206, first_name="Fay")
    fay.send_text("just chatting", chat_id=club)
    assert not fay.wait_for_replies(0.5, chat_id=club)
    fay.send_text(f"/start@{live.me['username']}", chat_id=club)
    assert fay.wait_for_replies(5, quiet=0, chat_id=club)[0].text == "Hello Fay"


def test_a_killed_bot_gets_what_was_said_meanwhile_and_stops_politely(tmp_path: Path) -> None:
    with Emulator() as tg:
        bot = tg.start_bot(SAMPLE, log=tmp_path / "bot.log", cwd=ROOT)
        gus = tg.user(207)
        assert gus.ask("one", quiet=0)
        bot.kill()
        gus.send_text("said while the bot was down")
        assert gus.silence(0.3)
        bot.launch()
        # "one" comes once more if it was answered but not confirmed when the bot died.
        said = "echo: said while the bot was down"
        assert gus.expect(20, quiet=0, until=lambda replies: replies[-1].text == said)[-1].text == said
        assert bot.stop() == 0
