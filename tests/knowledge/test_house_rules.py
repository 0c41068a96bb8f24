"""The checks that the articles are put to can fail."""

from __future__ import annotations

import pytest

from tests.knowledge.house_rules import BANNED, DANGLING, FIGURE, STUDY_WORD, folded, shingles, unpaired_amounts
from tests.knowledge.reading_grade import reading_grade, syllables


@pytest.mark.parametrize(
    ("text", "unpaired"),
    [
        ("about 2 kg (4.4 lb) of fat", []),
        ("1.3 to 2.6 kg (3 to 6 lb)", []),
        ("a 5 km (3.1 miles) run", []),
        ("3 miles (5 km) a day", []),
        ("at 12 km/h (7.5 mph)", []),
        ("a 5K race", []),
        ("30 m uphill", ["30 m"]),
        ("lost 2 kg in a year", ["2 kg"]),
        ("lost 2 kg (9 lb) in a year", ["2 kg (9 lb)"]),
        ("ran 5 km", ["5 km"]),
        ("20 minutes", []),
    ],
)
def test_unpaired_amounts_are_found(text: str, unpaired: list[str]) -> None:
    assert list(unpaired_amounts(text)) == unpaired


def test_shingles_are_runs_of_eight_words_whatever_the_punctuation() -> None:
    assert len(shingles("one two three four five six seven eight nine")) == 2
    assert shingles("One, two; three four five six seven eight") == shingles(
        "one two three four five six seven (eight)."
    )


@pytest.mark.parametrize(
    "text",
    [
        "You should run.",
        "It burns off fat.",
        "Guaranteed results.",
        "Fat melts away.",
        "Well done!",
        "A cheat day.",
        "Bad fat.",
    ],
)
def test_banned_words_are_found(text: str) -> None:
    assert BANNED.search(text)


def test_reading_grade_of_a_hand_counted_sentence() -> None:
    # 6 words, 6 syllables, 1 sentence: 0.39 * 6 + 11.8 * 1 - 15.59
    assert reading_grade(["The cat sat on the mat."]) == pytest.approx(-1.45)


@pytest.mark.parametrize(
    ("word", "count"),
    [("fat", 1), ("running", 2), ("buttock", 2), ("energy", 3), ("individual", 5), ("Dhurandhar", 3), ("kcal", 2)],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_text_without_words_has_no_grade() -> None:
    with pytest.raises(ValueError, match="no word"):
        reading_grade(["1, 2, 3."])


@pytest.mark.parametrize("text", ["They lost fat.", "That fat leaves first.", "So it works.", "It does."])
def test_a_sentence_that_leans_on_the_one_before_is_found(text: str) -> None:
    assert DANGLING.match(text)


@pytest.mark.parametrize("text", ["This week, walk.", "Italians run.", "Fat leaves the waist first."])
def test_a_sentence_that_stands_alone_is_not_called_leaning(text: str) -> None:
    assert not DANGLING.match(text)


@pytest.mark.parametrize("text", ["Two trials agree.", "A review says so.", "People lost 3%.", "Found in 2014."])
def test_what_a_finding_looks_like(text: str) -> None:
    assert STUDY_WORD.search(text) or FIGURE.search(text)


def test_names_are_compared_without_accents() -> None:
    assert folded("Niinimäki") == "niinimaki"
