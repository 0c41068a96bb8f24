"""What a message is likely to want by its meaning, where the grammar is at its end."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from bot.coach.hearing import heard
from bot.coach.meaning import meaning_of
from bot.knowledge.embedding import Embedder, load_embedder
from bot.knowledge.wishes import load_wishes
from bot.nlu.frame import INTENTS, NO_CONTEXT, Context, Frame
from bot.nlu.parser import parse
from bot.nlu.tidy import tidy

NOW = datetime.fromisoformat("2026-11-21T09:00")


@cache
def embedder() -> Embedder:
    return load_embedder(Path("data") / "weights")


def read(text: str, context: Context | None = None) -> Frame:
    meaning = meaning_of(heard(text, embedder().embed([tidy(text)])[0]))
    return parse(text, now=NOW, context=context or NO_CONTEXT, meaning=meaning)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("brilliant, that has cleared the fog", "thanks"),
        ("nah, leave it out", "no"),
        ("aye, go for it", "yes"),
        ("give me the long version then", "more"),
        ("on what grounds do you claim this", "source"),
        ("chuffed to bits with that one", "feeling"),
        ("stop nagging me on tuesdays", "reminder_delete"),
        ("which nudges have i got on", "reminder_list"),
        ("put me down for 83.1 this morning", "log_weight"),
    ],
)
def test_talk_that_no_pattern_knows_is_read_by_what_it_means(text: str, intent: str) -> None:
    assert read(text).intent == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("ran 5k in 28:30 this morning", "log_run"),
        ("remind me on weekdays at 6:30", "reminder_create"),
        ("does running shrink my butt", "knowledge_question"),
        ("delete all my data", "delete_data"),
    ],
)
def test_what_is_said_outright_stays_what_it_is(text: str, intent: str) -> None:
    assert read(text).intent == intent


def test_an_answer_to_a_question_of_ours_is_not_taken_for_a_wish_of_its_own() -> None:
    frame = read("half six", Context(last_intent="reminder_create", last_entities={"days": ["mon"]}, pending="time"))

    assert frame.intent == "reminder_create"


def test_of_a_strangers_talk_most_lines_are_read_right() -> None:
    lines = (Path("tests") / "nlu" / "talk_unseen.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]

    right = [read(row["text"]).intent == row["intent"] for row in told]

    assert sum(right) / len(right) >= 0.88


def test_no_danger_is_judged_by_what_is_likely_wanted() -> None:
    assert set(load_wishes().labels) <= INTENTS - {"red_flag"}


@pytest.mark.parametrize(
    ("text", "feeling"),
    [
        ("i wonder if this is really my thing", "doubtful"),
        ("possibly im just somebody who doesnt run", "doubtful"),
        ("today the run felt like dancing", "happy"),
        ("300 minutes?? i struggle with three", "dismayed"),
        ("sorry, i went missing for the whole of october", "lapsed"),
        ("cried at the finish line, happy tears", "happy"),
    ],
)
def test_a_feeling_is_met_by_its_mood_where_its_words_name_none(text: str, feeling: str) -> None:
    frame = read(text)

    assert (frame.intent, frame.feeling) == ("feeling", feeling)


@pytest.mark.parametrize(
    ("text", "feeling"),
    [("im not sad at all today", "sad"), ("i wasnt scared for one minute", "anxious")],
)
def test_what_is_not_felt_is_no_feeling(text: str, feeling: str) -> None:
    assert read(text).feeling != feeling


@pytest.mark.parametrize("text", ["what are the squeezes", "what are calf raises", "idk if i can keep this up"])
def test_the_menu_is_for_those_who_ask_about_us(text: str) -> None:
    assert read(text).intent != "help"


@pytest.mark.parametrize("text", ["what can you do", "how does this work", "im new here, what do i type"])
def test_who_asks_about_us_gets_the_menu(text: str) -> None:
    assert read(text).intent == "help"
