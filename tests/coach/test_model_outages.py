"""The model fails in every way and at every step: nothing is lost, doubled or left blank, and nobody waits for long."""

from __future__ import annotations

import json
import logging
import re
import time
from pathlib import Path

import pytest

from bot.coach.model import Breaker, open_line
from bot.coach.turn import CountModelUse
from bot.logs import log_to_file
from tests.coach.conftest import Talk
from tests.coach.model_stub import Answer, Asked, Character, good, search
from tests.coach.test_model_characters import kept, modelled

QUESTION = "does running make my butt smaller?"
FAILURES: dict[str, Answer] = {
    "no access": Answer(status=401),
    "forbidden": Answer(status=403),
    "too many": Answer(status=429),
    "server": Answer(status=500),
    "too slow": Answer(text="late", delay_s=1.5),
    "cut in the head": Answer(text="x", cut_at=10),
    "cut in the body": Answer(text="x", cut_at=120),
    "no JSON": Answer(raw=b"<html>"),
    "no choices": Answer(raw=b'{"id": "x", "object": "chat.completion", "choices": []}'),
    "empty": Answer(),
}


def failing(failure: Answer, *, on: str) -> Character:
    def character(asked: Asked) -> Answer:
        return failure if asked.task == on else good(asked)

    return character


@pytest.mark.parametrize("name", FAILURES)
async def test_a_failure_while_wording_leaves_the_coachs_own_words(name: str, talk: Talk) -> None:
    plain = await talk.say(QUESTION)
    async with modelled(failing(FAILURES[name], on="WRITE"), call_seconds=0.5) as model:
        turn = await model.talk.say(QUESTION)
    assert turn.reply.mode == "fallback"
    assert (turn.reply.text, turn.reply.figures, kept(turn)) == (plain.reply.text, plain.reply.figures, kept(plain))


@pytest.mark.parametrize("name", FAILURES)
async def test_a_failure_while_choosing_tools_leaves_the_planner(name: str, talk: Talk) -> None:
    said = "¿correr reduce los glúteos?"
    async with modelled(failing(FAILURES[name], on="FIND"), call_seconds=0.5) as model:
        turn = await model.talk.say(said)
        assert turn.reply.text.strip()
        assert kept(turn) == []
        again = await model.talk.say("ran 5 km in 30 min")
    assert [type(write).__name__ for write in kept(again)] == ["LogRun"]


async def test_after_the_tools_a_failure_doubles_nothing(talk: Talk) -> None:
    said = "I'm 35, female, 166 cm and 70 kg. how many calories does a 5k in 30 minutes burn?"
    plain = await talk.say(said)
    async with modelled(failing(FAILURES["server"], on="WRITE")) as model:
        turn = await model.talk.say(said)
    assert kept(turn) == kept(plain)
    assert turn.reply.text == plain.reply.text


async def test_a_wrong_key_is_not_tried_again_and_again() -> None:
    async with modelled(failing(FAILURES["no access"], on="WRITE")) as model:
        modes = [(await model.talk.say(text)).reply.mode for text in (QUESTION, "why?", "tell me more")]
        assert modes == ["fallback", "embedded", "embedded"]
        assert len(model.server.asked) == 1


async def test_a_turn_takes_no_longer_than_its_deadlines() -> None:
    async with modelled(failing(Answer(text="x", delay_s=30), on="WRITE"), call_seconds=0.3) as model:
        begun = time.perf_counter()
        turn = await model.talk.say(QUESTION)
        assert turn.reply.mode == "fallback"
        assert time.perf_counter() - begun < 30


def test_the_breaker_opens_cools_down_and_tries_once() -> None:
    now = 0.0
    breaker = Breaker(lambda: now, failures=2, cool_down_s=60)
    breaker.failed()
    assert breaker.lets_through
    breaker.failed()
    assert not breaker.lets_through
    now = 61.0
    assert breaker.lets_through
    breaker.failed()
    assert not breaker.lets_through
    now = 122.0
    breaker.worked()
    breaker.failed()
    assert breaker.lets_through


@pytest.mark.parametrize("model", ["nobody:knows", "anthropic:claude", "openai:gpt"])
def test_a_model_that_cannot_be_opened_leaves_the_coach_without_one(
    model: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("OPENAI_API_KEY", "ANTHROPIC_API_KEY"):
        monkeypatch.delenv(name, raising=False)
    assert open_line(model, base_url=None, api_key=None, clock=time.monotonic) is None
    assert "goes on without it" in caplog.text


async def test_a_days_allowance_ends_kindly_and_says_so_once() -> None:
    async with modelled(good, turns_per_day=2) as model:
        replies = [(await model.talk.say(text)).reply for text in (QUESTION, "why?", "tell me more", "thanks")]
    assert [reply.mode for reply in replies] == ["model", "model", "embedded", "embedded"]
    assert ["share of free talk" in reply.text for reply in replies] == [False, True, False, False]


async def test_who_wants_to_stay_local_is_obeyed_until_they_say_otherwise() -> None:
    async with modelled(good) as model:
        kept_local = await model.talk.say("please keep me local")
        assert kept_local.reply.kind == "confirm"
        assert (await model.talk.say(QUESTION)).reply.mode == "embedded"
        assert [one.task for one in model.server.asked] == []
        await model.talk.say("you can use the model again")
        assert (await model.talk.say("why?")).reply.mode == "model"


async def test_nothing_that_says_who_somebody_is_leaves() -> None:
    said = (
        "my name is Ann Miller, mail ann@example.org or +351 912 345 678, @annruns: does running make my butt smaller?"
    )
    async with modelled(good) as model:
        await model.talk.say(said)
        await model.talk.say("why?")
        sent = json.dumps([asked.body for asked in model.server.asked])
    assert "butt smaller" in sent
    for trace in ("Ann", "Miller", "ann@", "912", "annruns", '"ann"', "user_id"):
        assert trace not in sent


async def test_a_model_that_chooses_tools_gets_only_what_reads_and_what_was_said() -> None:
    calls = (
        ("project_fat", '{"session_distance_m": 9000, "sessions_per_week": 7}'),
        ("estimate_run", '{"distance_m": 5000}'),
        ("log_run", '{"distance_m": 5000}'),
        ("delete_reminders", "{}"),
        ("remember_profile", '{"weight_kg": 40}'),
    )

    def character(asked: Asked) -> Answer:
        return Answer(tools=calls) if asked.task == "FIND" else good(asked)

    async with modelled(character) as model:
        turn = await model.talk.say("¿cuántas calorías quemo si corro 5 km?")
        offered = {tool["function"]["name"] for tool in model.server.asked[0].body["tools"]}
    assert offered == {"search_articles", "estimate_run", "project_fat", "recall_runs", "list_reminders"}
    assert [figure.name for figure in turn.reply.figures] == ["net_kcal"]
    assert kept(turn) == []


async def test_a_search_that_found_nothing_is_tried_once_more_in_the_models_words() -> None:
    async with modelled(good) as model:
        shelf = model.talk.coach._shelf
        shelf.zone = "decline"
        turn = await model.talk.say("what about the peach situation")
        assert [one.task for one in model.server.asked] == ["FIND"]
        assert turn.reply.kind in {"decline", "clarify"}
        assert shelf.asked[-1] == json.loads(search(model.server.asked[0]).tools[0][1])["question"]


async def test_use_is_counted_for_each_turn() -> None:
    async with modelled(good) as model:
        turn = await model.talk.say("¿correr reduce los glúteos?")
    (write,) = [write for write in turn.staged if isinstance(write, CountModelUse)]
    assert (write.use.turns, write.use.calls, write.use.tokens_in, write.use.tokens_out) == (1, 2, 200, 40)


async def test_the_log_tells_what_the_gate_decided_and_none_of_the_words(tmp_path: Path) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers, root.level
    log_to_file(tmp_path / "log", "DEBUG")
    try:
        async with modelled(good) as model:
            await model.talk.say("my ex says running makes butts smaller, is that so?")
        async with modelled(lambda asked: Answer(text="Running melts 3 kg.")) as model:
            await model.talk.say("my ex says running makes butts smaller, is that so?")
    finally:
        for handler in root.handlers:
            handler.close()
        root.handlers, root.level = handlers, level
    log = (tmp_path / "log").read_text(encoding="utf-8")
    assert "outcome='model'" in log
    assert "gate='number:unlicensed" in log or "manner:hype" in log
    assert re.search(r"prompt='[0-9a-f]{12}'", log)
    for trace in ("my ex", "melts", "lose fat", "butt"):
        assert trace not in log
