"""How likely a word is beside another, by counts of pairs."""

from __future__ import annotations

import pytest

from bot.nlu.company import EDGE, Company, company, kind, read_pairs

FEW = read_pairs("# counts\n= friday 1 monday 3\n^ run 2\nrun on 2 far 1\non <days> 3 <day> 4\n<day> ^ 4\n")


@pytest.mark.parametrize(
    ("piece", "counts_as"),
    [("5:30", "0"), ("12", "0"), ("?", EDGE), (",", ","), ("mondays", "<days>"), ("six", "<number>"), ("run", "run")],
)
def test_numbers_days_and_signs_stand_for_each_other(piece: str, counts_as: str) -> None:
    assert kind(piece) == counts_as


def test_a_pair_that_was_seen_surprises_less_than_one_that_was_not() -> None:
    assert FEW.step("run", "on", rank=50) < FEW.step("run", "off", rank=50) < FEW.step("run", "xqz", rank=None)


def test_any_day_is_at_home_where_one_was_seen_and_the_commoner_one_is_likelier() -> None:
    assert FEW.knows("on", "friday")
    assert FEW.knows("on", "tuesday")
    assert FEW.step("on", "monday", rank=9) < FEW.step("on", "friday", rank=9)


def test_behind_a_word_nobody_counted_only_the_list_speaks() -> None:
    assert FEW.step("zumba", "near", rank=10) < FEW.step("zumba", "nigh", rank=10_000)


@pytest.mark.parametrize("pairs", [FEW, company()], ids=["few", "shipped"])
def test_the_chances_of_all_words_behind_one_add_up_to_no_more_than_one(pairs: Company) -> None:
    for left in list(pairs.after)[:20]:
        followers = {word for followers in pairs.after.values() for word in followers if not word.startswith("<")}
        assert sum(10 ** -pairs.step(left, word, rank=None) for word in followers) < 1.01
