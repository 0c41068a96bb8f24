"""What a person rules out is heard however it is put, and a rest day or a question rules out nothing."""

from __future__ import annotations

import pytest

from bot.nlu.limits_told import limits_told


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("just walking for now", "only_walks"),
        ("i'd rather walk", "only_walks"),
        ("walking only please", "only_walks"),
        ("i want to stick with walking", "only_walks"),
        ("i said no jogging", "no_jogging"),
        ("I don't want to jog", "no_jogging"),
        ("not running yet, what else is there?", "no_jogging"),
        ("stop telling me to jog", "no_jogging"),
        ("not cleared yet", "not_checked"),
        ("havent had my 6 week check", "not_checked"),
        ("i hate gyms", "no_gym"),
        ("ive no equipment", "no_equipment"),
        ("my knees are sore", "sore_joint"),
    ],
)
def test_what_is_ruled_out_is_heard(words: str, limit: str) -> None:
    assert limit in limits_told(words, mother=True).ruled_out


@pytest.mark.parametrize(
    "words",
    [
        "no running today",
        "i want to start running, i only walk now",
        "is just walking enough?",
        "just walked 3 km",
        "just walking the dog",
        "i don't run fast",
        "no running shoes yet",
        "can i run without a watch",
        "i hated running at school",
        "why no jogging?",
        "i checked my weight",
        "my gym is closed",
    ],
)
def test_what_rules_nothing_out_is_left(words: str) -> None:
    assert not limits_told(words, mother=False).ruled_out


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("ok i can jog now", "only_walks"),
        ("lets try jogging", "no_jogging"),
        ("had my check, all fine", "not_checked"),
        ("my knees are fine now", "sore_joint"),
    ],
)
def test_what_is_taken_back_is_let_go(words: str, limit: str) -> None:
    assert limit in limits_told(words, mother=True).lifted


@pytest.mark.parametrize("words", ["i can't jog", "can i jog now?", "when i can jog", "i'm not ready to run"])
def test_a_question_or_a_denial_lets_nothing_go(words: str) -> None:
    assert not limits_told(words, mother=True).lifted
