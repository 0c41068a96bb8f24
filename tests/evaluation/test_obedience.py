from __future__ import annotations

import pytest

from bot.evaluation.conversation import QuestionType
from bot.evaluation.obedience import obeys
from tests.evaluation.saying import reply

SAID: list[tuple[QuestionType, str, str]] = [
    (
        "yes_no",
        "It can, but only as part of losing fat all over.",
        "Weigh yourself in the morning. Then look at the week.",
    ),
    ("is_it_true", "Not that anyone has shown: skin is tied down.", "Start with five minutes of walking."),
    ("how", "Start by mixing running and walking.", "Yes. The evidence is mixed."),
    ("why", "Because your muscles hold more water.", "Weigh at the same time every day."),
    ("why", "Most likely the extra comes from water.", "Yes, that is so."),
    ("how_much", "About 0.6 kg in 12 weeks.", "Hunger pushes back."),
    ("how_long", "Fitness moves within weeks.", "Hunger pushes back."),
    ("which", "Either: both grow the glutes.", "Glutes are muscles."),
    ("what_about_me", "You'd lose about a kilo.", "Trials found a kilo."),
]


@pytest.mark.parametrize(("kind", "good", "bad"), SAID, ids=lambda value: str(value)[:16])
def test_the_first_sentences_decide_whether_the_question_is_answered(kind: QuestionType, good: str, bad: str) -> None:
    assert obeys(reply(good), kind)
    assert not obeys(reply(bad), kind)


def test_an_answer_that_comes_only_in_the_fourth_sentence_comes_too_late() -> None:
    assert not obeys(reply("Fat is fuel. Muscle is muscle. Runs vary. It takes weeks."), "how_long")


def test_asking_back_and_safety_are_not_judged_and_declining_does_not_obey() -> None:
    assert obeys(reply("How far?", kind="clarify"), "why")
    assert obeys(reply("Call now.", kind="safety"), "why")
    assert not obeys(reply("Because I can't.", kind="decline"), "why")
