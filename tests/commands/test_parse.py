"""`parse`, run as people and programs run it: one message, many as JSON lines, wrong arguments."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROJECT = Path(__file__).parents[2]
NOW = "2026-11-21T09:00"


def run(*arguments: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "bot", "parse", *arguments], input=typed, capture_output=True, cwd=PROJECT, check=False
    )


def parse_all(lines: bytes, *arguments: str) -> list[dict[str, Any]]:
    done = run("--json", "-", *arguments, typed=lines)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_one_message_is_shown_for_people() -> None:
    done = run("ran 5k in 28:30 this morning, so chuffed", "--now", NOW)

    assert done.returncode == 0
    assert done.stdout.decode().splitlines() == [
        "log_run",
        "  distance_m = 5000",
        "  duration_s = 1710",
        "  date = 2026-11-21",
        "feeling: happy",
    ]


@pytest.mark.parametrize("arguments", [("--json", "remind me at half 6"), ("remind me at half 6", "--json")])
def test_one_message_as_json_wherever_the_option_stands(arguments: tuple[str, ...]) -> None:
    frame = json.loads(run(*arguments).stdout)

    assert frame["intent"] == "reminder_create"
    assert frame["ask"] == {"slot": "time", "choices": ["06:30", "18:30"]}
    assert frame["also"] == []
    assert frame["repaired"] is None


def test_the_context_is_what_the_turn_before_left() -> None:
    done = run("70", "--context", '{"pending": "weight_kg"}', "--json")

    assert json.loads(done.stdout)["entities"] == {"weight_kg": 70.0}


def test_each_line_gets_one_answer_and_a_broken_one_stops_nothing() -> None:
    lines = [
        json.dumps({"text": "ran 5k", "now": NOW}).encode(),
        b"broken",
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps({"text": 3}).encode(),
        json.dumps({"text": "hi", "colour": "red"}).encode(),
        json.dumps({"text": "hi", "now": "noon"}).encode(),
        json.dumps({"text": "hi", "ctx": {"pending": 5}}).encode(),
        json.dumps({"text": "hi", "ctx": [1]}).encode(),
        json.dumps({"text": "70", "now": NOW, "ctx": {"pending": "weight_kg"}}).encode(),
    ]

    answers = parse_all(b"\n".join(lines) + b"\n")

    assert len(answers) == len(lines)
    assert answers[0]["intent"] == "log_run"
    assert [answer["error"]["argument"] for answer in answers[1:-1]] == [
        "line", "line", "line", "line", "text", "line", "now", "context", "context",
    ]  # fmt: skip
    assert all(len(answer["error"]["message"]) < 1000 for answer in answers[1:-1])
    assert answers[-1]["entities"] == {"weight_kg": 70.0}


def test_options_hold_for_every_line_that_says_nothing_else() -> None:
    lines = b'{"text": "ran 5k today"}\n{"text": "ran 5k today", "now": "2026-01-02T09:00"}\n'

    assert [answer["entities"]["date"] for answer in parse_all(lines, "--now", NOW)] == ["2026-11-21", "2026-01-02"]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("hi", "--now", "noon"),
        ("hi", "--context", "{pending"),
        ("hi", "--context", '{"foo": 1}'),
        ("hi", "--context", '{"units": "furlongs"}'),
    ],
)
def test_wrong_arguments_are_one_line_and_exit_code_2(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)

    assert done.returncode == 2
    assert done.stdout == b""
    assert len(done.stderr.splitlines()) == 1
    assert b"Traceback" not in done.stderr


def test_an_empty_message_is_understood_as_nothing() -> None:
    assert json.loads(run("", "--json").stdout)["intent"] == "out_of_scope"
