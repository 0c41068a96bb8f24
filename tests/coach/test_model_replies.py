"""Replies by the thousand from a model that mixes honest sentences with invented numbers: two readers find none."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Sequence
from itertools import cycle

import pytest
from langchain_core.messages import BaseMessage

from bot.coach.agent import Agent
from bot.coach.coach import Coach
from bot.coach.gates.statements import statements
from bot.coach.model import ModelLine
from bot.coach.model_prompt import ModelPrompt
from bot.coach.model_use import ModelUse
from bot.coach.speaker import Speaker
from bot.evaluation.conversation import read_conversations
from bot.evaluation.licences import Heard, LicenceCheck
from bot.evaluation.talks import hold
from bot.voice.texts import Texts
from tests.coach.conftest import PROJECT, Talk, ToldShelf, articles, reader
from tests.coach.model_stub import CHARACTERS
from tests.coach.test_model_characters import digits, modelled

QUESTIONS = (
    "does it work?",
    "how many calories does a 5k in 30 minutes burn?",
    "how much fat would I lose with 5k four times a week for 3 months?",
    "why?",
    "I'm worried about it, does it really help?",
)
JUNK = (
    "That's 3 kg in a month.",
    "Expect 450 kcal each time.",
    "Half of it comes back.",
    "Your hips lose twice as much. [1]",
    "In 12 weeks it's gone.",
    "It takes about ٤٠ minutes. [2]",
    "Roughly a third of runners see that. [1]",
    "You'd burn 1,200 calories.",
    "By June you'll notice.",
    "It is 0,7 kg for you.",
)
TALK = ("I hear you.", "That's a fair question.", "You asked, so here is what I have.", "Take it easy today.")


class DicingLine(ModelLine):
    """Writes texts out of what it was given, and now and then something invented."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - a fixed draw
        self.planted = 0

    @property
    def is_up(self) -> bool:
        return True

    async def ask(self, messages: Sequence[BaseMessage]) -> tuple[str, ModelUse]:
        request = next(str(one.content) for one in reversed(messages) if str(one.content).startswith("WRITE"))
        evidence = re.findall(r"^\[(\d+)\] (.*)$", request, re.MULTILINE)
        lines = re.findall(r"^\{([A-Z]+)\} (.*)$", request, re.MULTILINE)
        told = [f"{text} [{n}]" for n, text in self.dice.sample(evidence, min(len(evidence), self.dice.randint(1, 4)))]
        told += [self.dice.choice((f"{{{key}}}", text)) for key, text in lines if self.dice.random() < 0.5]
        told += [self.dice.choice(TALK)]
        if self.dice.random() < 0.4:
            self.planted += 1
            told += [self.dice.choice(JUNK)]
        self.dice.shuffle(told)
        return " ".join(told), ModelUse(calls=1)


async def replies_without_an_unlicensed_number(turns: int, seed: int) -> None:
    texts = Texts.load(PROJECT / "prompts" / "en")
    prompt = ModelPrompt.load(PROJECT / "prompts" / "system.md", texts)
    line, shelf = DicingLine(seed), ToldShelf()
    speaker = Speaker(line=line, prompt=prompt, doubt=reader().doubt, turns_per_day=10 * turns, clock=time.monotonic)
    coach = Coach(texts=texts, shelf=shelf, agent=Agent(shelf), speaker=speaker)
    check = LicenceCheck(texts=texts, library=articles())
    modes = {"model": 0, "fallback": 0, "embedded": 0}
    slugs = cycle(articles().articles)
    talk = Talk(coach)
    for number in range(turns):
        if number % len(QUESTIONS) == 0:
            talk = Talk(coach)
            if number % 2:
                talk.tell(sex="female", age_years=35, height_m=1.66, weight_kg=70)
        shelf.slug = next(slugs)
        heard = Heard(runner=talk.memory.runner)
        heard.said += [*(one.said for one in talk.memory.exchanges), QUESTIONS[number % len(QUESTIONS)]]
        heard.figures += [figure for one in talk.memory.exchanges for figure in one.reply.figures]
        reply = (await talk.say(QUESTIONS[number % len(QUESTIONS)])).reply
        modes[reply.mode] += 1
        licensed = [range(one.start, one.end) for one in reply.numbers]
        assert [shown for start, shown in digits(reply.text) if not any(start in place for place in licensed)] == []
        assert check.faults(reply, heard) == (), reply.text
        assert not any(junk in reply.text for junk in JUNK)
    assert modes["model"] > turns / 3
    assert modes["fallback"] > 0
    assert line.planted > turns / 4


async def test_a_thousand_replies_hold_no_number_without_a_licence() -> None:
    await replies_without_an_unlicensed_number(1_000, seed=3)


@pytest.mark.soak
async def test_ten_thousand_turns_hold_no_number_without_a_licence() -> None:
    await replies_without_an_unlicensed_number(10_000, seed=5)


@pytest.mark.soak
@pytest.mark.parametrize("name", CHARACTERS)
async def test_the_shipped_conversations_say_the_same_facts_through_every_character(name: str) -> None:
    conversations = read_conversations(PROJECT / "tests" / "evaluation" / "conversations.jsonl")
    texts = Texts.load(PROJECT / "prompts" / "en")
    shelf = ToldShelf()
    plain = Coach(texts=texts, shelf=shelf, agent=Agent(shelf))
    check = LicenceCheck(texts=texts, library=articles())
    asked = spoken = 0
    async with modelled(CHARACTERS[name], call_seconds=20) as model:
        with_model = [held async for held in hold(model.talk.coach, conversations)]
    without = [held async for held in hold(plain, conversations)]
    for one, other in zip(with_model, without, strict=True):
        heard = Heard(runner=one.conversation.profile)
        parted = False
        for told, expected in zip(one.turns, other.turns, strict=True):
            reply = told.reply
            heard.runner = told.runner
            heard.said.append(told.expected.say)
            # Where the coach alone has no answer a model may find one; from there on the talks are two.
            parted = parted or expected.reply.kind in {"decline", "clarify"}
            assert parted or reply.figures == expected.reply.figures
            assert reply.text.strip()
            assert check.faults(reply, heard) == (), reply.text
            heard.figures += reply.figures
            asked += reply.mode in {"model", "fallback"}
            spoken += reply.mode == "model"
            ours = {part.text for part in statements(expected.reply.text)}
            for part in statements(reply.text):
                if reply.mode == "model" and not parted and part.text not in ours and not part.marks:
                    assert not re.search(r"\b(?:fat|glutes?|muscles?|calories|kcal|kg)\b", part.text), part.text
    print(f"{name}: asked in {asked} turns, the model's words in {spoken}")
    if name in {"good", "wordy"}:
        assert spoken >= 0.9 * asked
