"""Typo repair: slips in the words the grammar listens for are mended, ordinary words are left alone."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.nlu.repair import names_in, repaired
from bot.nlu.tidy import fold, tidy


@pytest.mark.parametrize(
    ("slip", "mended"),
    [
        ("remimd me evrey day", "remind me every day"),
        ("how many calroies", "how many calories"),
        ("a 5k brun", "a 5k burn"),
        ("lose wieght", "lose weight"),
        ("rnuning", "running"),
        ("last runn", "last run"),
        ("tommorow", "tomorrow"),
        ("exersise", "exercise"),
        ("palpatations", "palpitations"),
        ("how mcuh fta", "how much fat"),
        ("i want to kil myself", "i want to kill myself"),
        ("veery day at 7", "every day at 7"),
        ("i arn 5k", "i ran 5k"),
        ("jsut a qucik quesiton", "just a quick question"),
        ("remindme at 6", "remind me at 6"),
        ("howmuch fat", "how much fat"),
        ("chestpain", "chest pain"),
        ("ru nning hurts", "running hurts"),
        ("ran 5kin 30min", "ran 5k in 30min"),
        ("ran 9kt oday", "ran 9k today"),
        ("12kmi n 1:05", "12km in 1:05"),
        ("remind me on the 28tha t 9am", "remind me on the 28th at 9am"),
        ("thursday 7 keasy", "thursday 7k easy"),
        ("10 kpb", "10k pb"),
        ("kcal for a 55k gwoman", "kcal for a 55kg woman"),
        ("delete all remindes", "delete all reminders"),
        ("run3km at7am", "run 3km at 7am"),
        ("20imn easy", "20min easy"),
        ("wahts the point", "what is the point"),
        ("today24:59", "today 24:59"),
        ("10kpb in 52", "10k pb in 52"),
        ("height 166cm70kg", "height 166cm 70kg"),
        ("im off for aweek", "im off for a week"),
        ("th erun was hard", "the run was hard"),
        ("20 moles a week", "20 miles a week"),
        ("wensday at haf five", "wednesday at half five"),
        ("ran 45 minutees", "ran 45 minutes"),
        ("I'dlike 5kevery other day".lower().replace("'", ""), "id like 5k every other day"),
    ],
)
def test_slips_are_mended(slip: str, mended: str) -> None:
    assert repaired(slip) == mended


RARE = tomllib.loads((Path(__file__).parent / "rare_words.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("subject", RARE)
def test_right_but_rare_words_stay(subject: str) -> None:
    said = [line.format(word) for word in RARE[subject]["words"].split() for line in RARE[subject]["sentences"]]

    assert {text: mended for text in said if (mended := repaired(tidy(text))) != tidy(text)} == {}


def test_the_words_beside_it_decide_what_a_slip_meant() -> None:
    assert repaired("stop the remainders") == "stop the reminders"
    assert repaired("for the remainder of the year") == "for the remainder of the year"


@pytest.mark.parametrize(
    "words",
    [
        "my mum ate a bun in the sun",
        "the weather is worse on the other side of the hill",
        "my mate moved to bern",
        "is that gun worth a dime",
        "rest and chess and a vest",
        "he walks slowly home on thursdays",
        "80 kilo",
        "but the bum of the boat",
        "we met in may",
        "i hate my boss",
        "what did lieberman and careau find",
        "kosar and plotkin measured hypertrophy",
        "my hoka bondis from asics",
        "saw dr patel",
        "w4r2 done, c25k, 7am, 20yo, 3rd go, 5mph",
        "the soreness of my triceps and hip flexors",
        "haha lol tbh idk btw",
    ],
)
def test_ordinary_words_stay(words: str) -> None:
    assert repaired(words) == words


def test_a_capital_inside_a_sentence_shows_a_name_that_stays() -> None:
    text = "ran with Brandt on Wedensday"

    assert repaired(tidy(text), names=names_in(text)) == "ran with brandt on wednesday"
    assert repaired("ran with brandt") == "ran with brand"


@given(st.text(max_size=200))
def test_mending_twice_is_mending_once(text: str) -> None:
    once = repaired(tidy(text))

    assert repaired(once) == once


@given(st.text(max_size=200))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("I’m 5’6” and DON’T run", "im 5'6\" and dont run"),
        ("u r gr8, thx  for   it", "you are gr8, thanks for it"),
        ("w/ cardio w/o weights", "with cardio without weights"),
        ("soooo tired", "soo tired"),
        ("wednesday's run", "wednesdays run"),
        ("one\n\n two", "one\ntwo"),
        ("４２ ｋｍ", "42 km"),  # noqa: RUF001 - full-width, as on East Asian keyboards
        ("r\u200bun\u202e now", "run now"),
        ("what's that", "what is that"),
        ("I'll go", "i will go"),
        ("5½ km", "5½ km"),
        ("", ""),
    ],
)
def test_what_people_type_is_brought_into_one_form(typed: str, plain: str) -> None:
    assert tidy(typed) == plain
