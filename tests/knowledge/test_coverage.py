"""How much of what was asked an article never mentions."""

from __future__ import annotations

import math
from collections import Counter

import pytest

from bot.knowledge.coverage import Coverage
from bot.knowledge.lexicon import load_lexicon
from bot.knowledge.normaliser import Normaliser, Subject, words_of

SHOES = "Which shoes suit me? Any running shoe that feels good."
KNEES = "Does running wreck your knees? Runners have healthy knees."
COUNTED = [Counter(words_of(text)) for text in (SHOES, KNEES)]


def subject(word: str, *others: str) -> Subject:
    return Subject(stem=word, mentioned_by=frozenset({word, *others}))


@pytest.fixture(scope="module")
def coverage() -> Coverage:
    return Coverage(COUNTED)


def test_what_an_article_mentions_counts_nothing(coverage: Coverage) -> None:
    assert coverage.unmentioned([subject("knee"), subject("run")], 1) == 0.0


def test_what_it_does_not_mention_counts_by_how_few_articles_do(coverage: Coverage) -> None:
    # Knees are in one article of two, log(3 / 1.5); bunions in none, log(3 / .5); four always count as mentioned.
    knee, bunion = math.log(2), math.log(6)
    assert coverage.unmentioned([subject("knee")], 0) == pytest.approx(knee / (knee + 4))
    asked = [subject("knee"), subject("bunion")]
    assert coverage.unmentioned(asked, 1) == pytest.approx(bunion / (knee + bunion + 4))


def test_a_word_of_another_trade_weighs_as_if_no_article_had_it(coverage: Coverage) -> None:
    water_butt = Subject(stem="run", mentioned_by=frozenset())
    assert coverage.unmentioned([water_butt], 1) == pytest.approx(math.log(6) / (math.log(6) + 4))


def test_another_word_for_the_same_thing_mentions_it(coverage: Coverage) -> None:
    assert coverage.unmentioned([subject("trainer", "shoe")], 0) == 0.0


def test_a_question_of_its_own_is_judged_as_if_the_article_did_not_hold_it(coverage: Coverage) -> None:
    own = "Which shoes suit me?"
    # "shoes" and "shoe" are one stem: the text has it once more.
    assert coverage.unmentioned([subject("shoe")], 0, own=own) == 0.0
    assert coverage.unmentioned([subject("suit")], 0, own=own) > 0.0


def test_a_question_about_nothing_misses_nothing(coverage: Coverage) -> None:
    assert coverage.unmentioned([], 0) == 0.0


def test_a_question_has_its_subjects_with_what_else_would_mention_them() -> None:
    normalise = Normaliser(load_lexicon(), article_words=COUNTED, english=frozenset({"oak"}))
    found = {
        one.stem: one.mentioned_by for one in normalise("do my bum and my kneees hurt in the oak water butt").subjects
    }
    assert found["bum"] >= {"bum", "butt", "glute"}
    assert found["knee"] >= {"knee"}
    assert found["oak"] == {"oak"}
    # A water butt is nobody's bottom: no article can mention it.
    assert found["butt"] == frozenset()
    assert "my" not in found
