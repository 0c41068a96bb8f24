"""How long people wait: beside a bare echo of the same library, in a crowd, and in a rush. Prints."""

from __future__ import annotations

import math
import time
from pathlib import Path
from statistics import median

import pytest

from tests.bench.measuring import (
    TALK,
    cpu_seconds,
    measured,
    notes,
    one_by_one,
    percentile,
    say,
    to_request,
    waits,
)
from tests.telegram_bench.emulator import Emulator

pytestmark = pytest.mark.bench


def file_in(folder: Path) -> str:
    return f"sqlite:///{folder}/bench.sqlite"


def test_an_answer_beside_a_bare_echo(tmp_path: Path) -> None:
    answers = {}
    for kind in ("bare", "echo", "real"):
        with measured(kind, tmp_path, file_in(tmp_path)) as (tg, _):
            answers[kind] = one_by_one(tg, 100, TALK * 4)[5:]
    first_ms, _ = to_request(notes(tmp_path, "real"))
    thought_ms, cpu_ms = to_request(notes(tmp_path, "real"), "sendMessage")
    echo = median(answers["bare"])
    print()
    say("bare echo, p50", echo, None, "ms")
    say("the same through inbox, turn, ledger and pace, p50", median(answers["echo"]), None, "ms")
    say("commit of the inbox row to the first request of the turn, p50", median(first_ms), 20, "ms")
    say("commit of the inbox row to the request with the answer, p50", median(thought_ms), None, "ms")
    say("own CPU of an answer, p50", median(cpu_ms), None, "ms")
    say("an answer of the coach, p50", median(answers["real"]), echo + median(cpu_ms) + 15, "ms")
    say("an answer of the coach, p95", percentile(answers["real"], 0.95), None, "ms")


def test_a_crowd_of_two_hundred_and_a_rush_of_fifty(tmp_path: Path) -> None:
    with measured("real", tmp_path, file_in(tmp_path)) as (tg, _):
        one_by_one(tg, 99, TALK)
        begun = time.monotonic()
        for number in range(400):
            tg.user(1000 + number % 200).send_text(TALK[number % len(TALK)])
            time.sleep(max(0.0, begun + 0.1 * (number + 1) - time.monotonic()))
        time.sleep(3)
        crowd = [wait for chat in range(1000, 1200) for wait in waits(tg, chat)]
        rush_at = time.time()  # noqa: TID251 - compared with what the server noted
        for number in range(50):
            tg.user(2000 + number).send_text(TALK[number % len(TALK)])
            time.sleep(0.015)
        time.sleep(8)
        signs, answers = rush(tg, rush_at)
    print()
    say("200 people, 20 s between messages, p50", median(crowd), None, "ms")
    say("200 people, 20 s between messages, p95", percentile(crowd, 0.95), 500, "ms")
    say("answered of 400", len(crowd), None, "messages")
    say("50 messages in a second: longest wait for a sign of life", 1000 * max(signs), 1000, "ms")
    say("50 messages in a second: longest wait for an answer", 1000 * max(answers), 4000, "ms")
    say("50 messages in a second: answered", len(answers), None, "messages")


def rush(tg: Emulator, since: float) -> tuple[list[float], list[float]]:
    """Return how long everybody waited for a first sign and for an answer. [s]"""
    signs, answers = [], []
    for chat in range(2000, 2050):
        said = next(event.at for event in tg.events if event.chat_id == chat and event.kind == "user_message")
        calls = [call for call in tg.calls if call.at >= since and call.params.get("chat_id") == str(chat)]
        signs.append(min((call.at for call in calls), default=math.inf) - said)
        answers += [call.at - said for call in calls if call.method == "sendmessage"][:1]
    return signs, answers


def test_texts_that_take_long_to_read(tmp_path: Path) -> None:
    long = (
        "run " * 1024,
        "i ran 5 km on monday and 6 km on tuesday. " * 97,
        "why, and how, or what, " * 178,
        "he said, " * 160,
    )
    with measured("real", tmp_path, file_in(tmp_path)) as (tg, process):
        one_by_one(tg, 102, TALK)
        before = cpu_seconds(process)
        answers = one_by_one(tg, 102, long)
        used = cpu_seconds(process) - before
    print()
    say("the longest messages there are, own CPU of one on average", 1000 * used / len(long), None, "ms")
    say("the longest messages there are, longest wait for an answer", max(answers), 4000, "ms")


def test_doing_nothing(tmp_path: Path) -> None:
    with measured("real", tmp_path, file_in(tmp_path)) as (tg, process):
        one_by_one(tg, 101, TALK)
        time.sleep(5)
        before = cpu_seconds(process)
        time.sleep(60)
        used = cpu_seconds(process) - before
    print()
    say("CPU while idle, polling included", 100 * used / 60, 3, "% of a core")
