"""Cutting paragraphs into sentences and reading citation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.knowledge.article import Sentence
from bot.knowledge.sentences import cited_sentences, split_sentences


@pytest.mark.parametrize(
    "sentences",
    [
        ["Run slowly, e.g. at a pace where you can talk.", "Then stop."],
        ["She ran 5.2 km in 30 min.", "He ran 3 miles."],
        ["Squats vs. lunges made no difference.", "Both work."],
        ["Ramirez-Campillo et al. tested one leg.", "Fat did not move."],
        ["J. Smith ran it.", "Dr. Jones and J. R. R. Tolkien did not."],
        ['People ask "Will my bum shrink?" and want a yes.', "Here is the answer."],
        ['"Does it work?" she asked.', "It does."],
        ["He asked, “Is it true?”", "Nobody knows."],
        ["He wrote “It works. Try it.” on the wall.", "Nobody did."],
        ["The U.S. guideline says 150 minutes.", "That is 2.5 hours."],
        ["Start at 7 a.m. and run for 20 min.", "Rest on Sunday."],
        ["The deficit was about 500 kcal a day (i.e. half a kilo a week).", "It faded."],
        ["Eat approx. 1.6 g per kg.", "Sleep well!", "Really?", "Yes."],
        ["Fat fell by 5.1 %, arms 10.2 %.", "The legs did not change (p = .03)."],
        ["See Fig. 2 for the curve.", "No. 3 is the winner.", "No.", "Try again."],
        ["It took 12 weeks... and then some.", "The end."],
        ["Warm-up, strides, hills, etc. all count.", "So does walking."],
        ["You ran a 10 k.", "Good.", "It rose to 4.", "Then it fell."],
        ["He weighed 70 kg.", "That is 154 lb.", "Fine."],
        ["She lost 2 lb. in a week.", "Then none."],
        ["That is vitamin D.", "You need it."],
        ["(It is small. Very small.)", "But it is real."],
        ["Version 2.0 of the plan, vol. 3, pp. 4-5, ed. by K. Lee, is out.", "Read it."],
        ["A bracket that never closes (like this.", "It swallows nothing."],
    ],
    ids=lambda sentences: sentences[0][:30],
)
def test_a_paragraph_falls_into_its_sentences(sentences: list[str]) -> None:
    assert list(split_sentences(" ".join(sentences))) == sentences


@given(st.text(alphabet=st.sampled_from("aB.?! \n(“”)1…"), max_size=200))
def test_no_character_is_lost_but_white_space(paragraph: str) -> None:
    assert " ".join(split_sentences(paragraph)).split() == paragraph.split()


def test_a_page_of_initials_takes_no_time_to_speak_of() -> None:
    assert len(split_sentences("J. " * 50_000)) == 1


def test_a_mark_gives_its_keys_to_the_sentence_before_it_and_to_no_other() -> None:
    paragraph = "One. Two is so. [@kohrt-1992; @lopez-p-2022] Three. Four, too! [@kohrt-1992]"
    assert cited_sentences(paragraph) == (
        Sentence(text="One."),
        Sentence(text="Two is so.", keys=("kohrt-1992", "lopez-p-2022")),
        Sentence(text="Three."),
        Sentence(text="Four, too!", keys=("kohrt-1992",)),
    )


@pytest.mark.parametrize(
    ("paragraph", "complaint"),
    [
        ("Fat [@kohrt-1992] falls.", "does not stand behind a finished sentence"),
        ("[@kohrt-1992] Fat falls.", "does not stand behind a finished sentence"),
        ("Fat falls. [@Kohrt 1992]", "is not a citation mark"),
        ("Fat falls. [@kohrt-1992, @lopez-2022]", "is not a citation mark"),
        ("Fat falls. [@kohrt-1992", "broken citation mark"),
    ],
)
def test_a_mark_in_the_wrong_place_or_shape_is_an_error(paragraph: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        cited_sentences(paragraph)
