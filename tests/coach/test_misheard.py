"""An alarm raised by mistake is taken back in the same talk, and what was asked is answered then."""

from __future__ import annotations

import pytest

from tests.coach.conftest import Talk

FIGURE = "how many calories does a 5k burn for 70 kg"
WRONG = [
    ("i lost my period for 3 months", "no, i meant the race period, not my cycle", "reds_signs"),
    ("im pregnant with excitement for the race, my first trimester is done", "no im not pregnant", "pregnant"),
    ("i passed out after the marathon", "i meant passed out asleep on the sofa", "doctor_first"),
    ("my chest feels tight after the run", "i'm fine, i only meant tired legs", "doctor_first"),
    ("i want to kill myself", "i was joking, figure of speech", "doctor_first"),
]


@pytest.mark.parametrize(("alarm", "correction", "flag"), WRONG, ids=[alarm for alarm, *_ in WRONG])
async def test_what_was_misread_is_asked_once_and_goes_with_a_yes(
    talk: Talk, alarm: str, correction: str, flag: str
) -> None:
    await talk.say(alarm)
    assert flag in talk.memory.runner.flags

    asked = (await talk.say(correction)).reply
    assert asked.kind == "clarify"
    assert flag in talk.memory.runner.flags

    await talk.say("yes")
    assert flag not in talk.memory.runner.flags
    assert (await talk.say(FIGURE)).reply.figures


@pytest.mark.parametrize(("alarm", "correction", "flag"), WRONG[:2], ids=[alarm for alarm, *_ in WRONG[:2]])
async def test_a_question_withheld_meanwhile_is_answered_with_the_yes(
    talk: Talk, alarm: str, correction: str, flag: str
) -> None:
    await talk.say(alarm)
    await talk.say(correction)
    withheld = (await talk.say(FIGURE)).reply
    assert withheld.figures == ()
    assert "say yes" in withheld.text

    assert (await talk.say("yes")).reply.figures
    assert flag not in talk.memory.runner.flags


async def test_the_question_told_along_with_a_wrong_age_is_answered_once_it_is_put_right(talk: Talk) -> None:
    await talk.say("how much fat would i lose running 5k 3x a week, i'm 16")
    await talk.say("sorry typo, I'm 23 not 16")
    await talk.say("and 5 times?")

    reply = (await talk.say("yes")).reply

    assert talk.memory.runner.age_years == 23
    assert "minor" not in talk.memory.runner.flags
    assert reply.figures


async def test_being_fine_takes_nothing_back_and_is_met_in_other_words_each_time(talk: Talk) -> None:
    await talk.say("my chest feels tight after the run")

    replies = [(await talk.say(text)).reply for text in ("i'm fine", "no really im ok", "i said im fine", "im good")]

    assert len({one.text for one in replies}) == len(replies)
    assert all(one.kind == "safety" for one in replies)
    assert "doctor_first" in talk.memory.runner.flags


async def test_what_is_behind_somebody_is_no_misreading(talk: Talk) -> None:
    await talk.say("i had anorexia in my twenties, im recovered now")

    await talk.say("that was ten years ago")
    await talk.say("yes")

    assert "eating_disorder" in talk.memory.runner.flags


async def test_a_no_keeps_the_hold(talk: Talk) -> None:
    await talk.say("i keep fainting on my runs")
    await talk.say("that was last year")

    await talk.say("no")

    assert "doctor_first" in talk.memory.runner.flags


async def test_a_new_sign_beside_the_correction_is_an_alarm_of_its_own(talk: Talk) -> None:
    await talk.say("i lost my period for 3 months")

    reply = (await talk.say("that was my sister, but my chest feels tight and my left arm is numb now")).reply

    assert reply.kind == "safety"
    assert "doctor_first" in talk.memory.runner.flags


async def test_reminders_ring_again_once_an_alarm_was_a_misreading(ann: Talk) -> None:
    await ann.say("remind me to run on mondays at 7:00")
    await ann.say("i passed out after the marathon")
    assert ann.rings(1) == []
    await ann.say("lol no, i meant asleep on the sofa")

    await ann.say("yes")

    assert ann.rings(1) == ["Mon 23 07:00"]


NO_DENIALS = [
    "no that was my mum, not me",
    "i don't have an eating disorder",
    "i'm not bulimic anymore, i was clean 3 years. this was a slip",
    "i mean the eating disorder, do i tell them",
    "what about a friend who tracks everything, she sends me her calories",
    "no i'm not in danger. i used to be compulsive about running",
    "that was years ago",
    "i was joking about the pizza",
]


@pytest.mark.parametrize("text", NO_DENIALS)
async def test_no_yes_after_an_eating_disorder_was_told_opens_a_figure(talk: Talk, text: str) -> None:
    await talk.say("i've been throwing up after meals to stay thin")
    await talk.say(text)

    await talk.say("yes")
    await talk.say("v1", action="v1:misread:eating_disorder:yes")
    await talk.say("v1", action="v1:leave:eating_disorder:yes")

    assert "eating_disorder" in talk.memory.runner.flags
    assert (await talk.say(FIGURE)).reply.figures == ()


async def test_the_numbers_come_back_when_they_are_asked_for_in_so_many_words_and_confirmed(talk: Talk) -> None:
    await talk.say("i've been throwing up after meals to stay thin")

    asked = (await talk.say("turn the numbers back on")).reply
    assert "eating_disorder" in talk.memory.runner.flags
    assert asked.kind == "clarify"

    await talk.say("yes")
    assert "eating_disorder" not in talk.memory.runner.flags


async def test_who_asks_whether_the_numbers_stay_off_hears_yes(talk: Talk) -> None:
    await talk.say("i've been throwing up after meals to stay thin")

    reply = (await talk.say("will you keep the numbers off now?")).reply

    assert reply.text.startswith("Yes")
    assert "eating_disorder" in talk.memory.runner.flags


CRISES = ["chest pain while running now", "i want to kill myself", "i have a hot swollen calf", "i make myself sick"]


@pytest.mark.parametrize("text", CRISES)
async def test_no_crisis_reply_is_repeated_word_for_word(talk: Talk, text: str) -> None:
    said = [(await talk.say(text)).reply for _ in range(3)]

    assert len({one.text for one in said}) == len(said)
    assert all(one.kind == "safety" for one in said)
    assert len(said[2].text) < len(said[0].text)


async def test_a_plain_answer_given_to_the_wrong_person_is_taken_back(talk: Talk) -> None:
    await talk.say("is it ok to run with a hangover")
    turn = await talk.say("no that was my mum, not me")
    assert "somebody else" in turn.reply.text
    assert turn.staged == ()
