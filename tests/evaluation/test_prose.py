from __future__ import annotations

import pytest

from bot.evaluation.prose import five_grams, grade, opening, own_words, sentences, shared_openings, words
from tests.knowledge.reading_grade import reading_grade

REPLY = (
    "It can, but only as part of losing fat all over. [1][2] About 320 kcal (280 to 360) a run.\n"
    "What are you after?\nSources: [1] Kohrt 1992 · [2] Carnero 2014"
)
PLAIN = (
    "Knees cope well with easy running, and most knee pain calls for less for a while.",
    "Stored fuel and blood fluid can grow within weeks, so the scale may show a kilo that has nothing to do with fat.",
    "Shop for running shoes late in the day, with your running socks, and leave a thumb's width at the big toe.",
    "Appetite is one way the body asks back for energy that a run has used.",
    "Bone pain that comes at night or sits in one spot can be a stress fracture.",
    "Two lifting sessions a week help most runners: running costs slightly less effort, and muscle holds.",
)


def test_own_words_leave_out_sources_and_marks() -> None:
    assert own_words(REPLY) == (
        "It can, but only as part of losing fat all over. About 320 kcal (280 to 360) a run.\nWhat are you after?"
    )


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (own_words(REPLY), 3),
        ("Hall et al. 2011 did the sums. So did we.", 2),
        ("About 0.6 kg in 12 weeks.", 1),
        ("Say \"undo\" if that's wrong. I'll use 5.2 km.", 2),
        ("· One thing\n· Another thing", 2),
    ],
)
def test_sentences_end_at_full_stops_and_lines_and_not_inside_numbers_or_short_forms(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_the_grade_is_within_half_a_year_of_one_with_a_pronouncing_dictionary() -> None:
    assert grade(PLAIN) == pytest.approx(reading_grade(PLAIN), abs=0.5)


def test_long_sentences_of_long_words_read_at_a_higher_grade() -> None:
    hard = [
        "Compensatory physiological mechanisms notwithstanding, longitudinal investigations demonstrate attenuation."
    ]
    assert grade(hard) > 16 > 8 > grade(["It is fine. Go."])


def test_no_word_has_no_grade() -> None:
    with pytest.raises(ValueError, match="no word"):
        grade(["320 (280)"])


def test_the_commonest_opening_is_found_with_its_share() -> None:
    openings = [opening(text) for text in ("It can, but only so.", "It can but only if.", "No.", "Yes, it does that.")]
    assert shared_openings(openings) == (("it", "can", "but", "only"), 0.5)
    assert shared_openings([]) == ((), 0.0)


def test_five_word_runs_stay_within_a_sentence() -> None:
    assert five_grams("one two three four five six. Seven") == {
        ("one", "two", "three", "four", "five"),
        ("two", "three", "four", "five", "six"),
    }


def test_figures_and_hyphened_words_count_as_words() -> None:
    assert words("A run-walk of 5.2 km, don't stop") == ("a", "run-walk", "of", "5.2", "km", "don't", "stop")
