"""`ask`, run as people run it: the flagship answer, odd input, protected people, broken search."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
FLAGSHIP = "does running make my butt smaller?"
ANN = {"sex": "female", "age_years": 29, "height_m": 1.72, "weight_kg": 64}
SOURCE_ARTICLES = {"Does Running Burn Buttocks Fat", "Does Running Make Your Butt Smaller?"}


def run(*arguments: str, typed: str = "", env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    settings = {"DATA_DIR": str(PROJECT / "data"), "LOG_LEVEL": "WARNING"}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        input=typed,
        capture_output=True,
        text=True,
        cwd=PROJECT,
        env={**os.environ, **settings, **(env or {})},  # noqa: TID251 - handed on to the process under test
        check=False,
    )


def ask_all(lines: Sequence[object], env: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    typed = "".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines)
    done = run("ask", "--json", "-", typed=typed, env=env)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture(scope="module")
def replies() -> dict[str, dict[str, Any]]:
    asked: dict[str, object] = {
        "flagship": FLAGSHIP,
        "flagship_ann": {"question": FLAGSHIP, "profile": ANN},
        "sourdough": "how do I bake sourdough?",
        "blank": "",
        "spaces": {"question": "   "},
        "long": {"question": "run " * 2500},
        "control": {"question": "\x00\x07\u202e\u200b"},
        "bare": "42",
        "unknown_field": {"question": "hi", "shoe_size": 43},
        "bad_profile": {"question": "hi", "profile": {"shoe_size": 43}},
        "broken": '{"question": ',
        "teen": {"question": "how many calories does 5k burn", "profile": {**ANN, "age_years": 16}},
        "free": {
            "question": "how much fat will I lose with 5k 4 times a week",
            "profile": {**ANN, "flags": ["number_free"]},
        },
        "reminder": {"question": "remind me every day at 7", "profile": {**ANN, "time_zone": "Europe/Lisbon"}},
        "chest": "I have chest pain when I run",
    }
    return dict(zip(asked, ask_all(list(asked.values())), strict=True))


def before_sources(reply: Mapping[str, Any]) -> str:
    return str(reply["text"]).split("\nSources:", 1)[0]


def test_the_flagship_begins_with_a_verdict_about_fat_and_a_condition(replies: dict[str, dict[str, Any]]) -> None:
    first = re.split(r"(?<=[.!?])\s", replies["flagship"]["text"])[0]
    assert "fat" in first
    assert re.search(r"\b(only|as long as|when|if)\b", first)


def test_the_flagship_is_short_cites_both_source_articles_and_names_muscle(replies: dict[str, dict[str, Any]]) -> None:
    reply = replies["flagship"]
    assert len(before_sources(reply).split()) <= 90
    assert {citation["source"] for citation in reply["citations"]} >= SOURCE_ARTICLES
    assert re.search(r"can't (choose|decide)|nobody can pick", reply["text"])
    assert re.search(r"\bmuscles?\b", reply["text"])


def test_the_flagships_figures_are_an_example_and_say_whose(replies: dict[str, dict[str, Any]]) -> None:
    reply = replies["flagship"]
    assert reply["figures"]
    assert {figure["subject"] for figure in reply["figures"]} == {"example"}
    assert "woman of 35" in reply["text"]
    assert all(figure["shown"] in reply["text"] for figure in reply["figures"])


def test_with_a_profile_the_flagships_figures_are_the_persons(replies: dict[str, dict[str, Any]]) -> None:
    reply = replies["flagship_ann"]
    assert reply["figures"]
    for figure in reply["figures"]:
        assert figure["subject"] == "you"
        told = {name: given["value"] for name, given in figure["inputs"].items() if name in ANN}
        assert told == ANN
        assert all(figure["inputs"][name]["from"] == "told" for name in ANN)
    assert "woman of 35" not in reply["text"]


def test_every_number_of_every_reply_stands_where_it_says_with_a_known_licence(
    replies: dict[str, dict[str, Any]],
) -> None:
    known = re.compile(r"figure:\w+|passage:\d+|said|record:\w+|text:[\w.-]+")
    for reply in replies.values():
        listed = set()
        for number in reply["numbers"]:
            assert reply["text"][number["start"] : number["end"]] == number["shown"]
            assert known.fullmatch(number["licence"])
            listed.update(range(number["start"], number["end"]))
        marks = {place for match in re.finditer(r"\[\d+\]", reply["text"]) for place in range(*match.span())}
        digits = {place for place, sign in enumerate(reply["text"]) if sign.isdigit()} - marks
        assert digits <= listed


@pytest.mark.parametrize("name", ["sourdough", "spaces", "long", "control", "bare"])
def test_odd_input_gets_a_kind_reply_without_figure_or_citation(replies: dict[str, dict[str, Any]], name: str) -> None:
    reply = replies[name]
    assert reply["kind"] in {"decline", "clarify"}
    assert reply["text"]
    assert reply["figures"] == []
    assert reply["citations"] == []


@pytest.mark.parametrize("name", ["blank", "unknown_field", "bad_profile", "broken"])
def test_a_line_that_cannot_be_read_is_one_error_and_the_run_goes_on(
    replies: dict[str, dict[str, Any]], name: str
) -> None:
    assert replies[name]["kind"] == "error"
    assert replies["chest"]["kind"] == "safety"


@pytest.mark.parametrize("name", ["teen", "free"])
def test_protected_people_get_no_figure(replies: dict[str, dict[str, Any]], name: str) -> None:
    assert replies[name]["figures"] == []
    assert not re.search(r"kcal|\bkg\b", replies[name]["text"])


def test_ask_names_what_a_channel_would_store_and_stores_nothing(replies: dict[str, dict[str, Any]]) -> None:
    assert replies["reminder"]["kind"] == "confirm"
    assert replies["reminder"]["dry_run"] is True
    assert "07:00" in replies["reminder"]["text"]


def test_a_session_is_one_conversation() -> None:
    first, second, third = ask_all(
        [
            {"question": "I'm 29, female, 172 cm and 64 kg", "session": "a"},
            {"question": "how many calories does 5k burn", "session": "a"},
            {"question": "how many calories does 5k burn", "session": "b"},
        ]
    )
    assert first["kind"] == "confirm"
    assert [figure["subject"] for figure in second["figures"]] == ["you"]
    assert [figure["subject"] for figure in third["figures"]] == ["example"]


def test_without_an_index_the_coach_still_answers_and_says_how(tmp_path: Path) -> None:
    (reply,) = ask_all([FLAGSHIP], env={"DATA_DIR": str(tmp_path)})
    assert reply["mode"] == "lexical"
    assert reply["citations"]


@pytest.mark.parametrize(
    "arguments",
    [("ask",), ("ask", "hi", "--profile", "no-such-file.json"), ("calc", "no_such_method")],
    ids=["no question", "no profile", "no method"],
)
def test_wrong_use_is_one_clear_line_and_exit_code_2(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.strip()


@pytest.mark.parametrize("command", ["run", "chat", "ask", "search", "parse", "calc", "ingest", "doctor"])
def test_every_command_explains_itself(command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert command in done.stdout
