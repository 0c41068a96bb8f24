"""Whole turns through the coach's one door: what people read, what is staged, what is never said."""

from __future__ import annotations

import re

import pytest

from bot.coach.coach import Coach
from bot.coach.turn import ChangeReminder, CreateReminder, DeleteReminders, LogRun, LogWeight, SaveRunner
from bot.nlu.red_flags import tier
from tests.coach.conftest import Talk, ToldShelf

ANN = {"sex": "female", "age_years": 35, "height_m": 1.66, "weight_kg": 70}
FLAGSHIP = "does running make my butt smaller?"


def body(text: str) -> str:
    return text.split("\nSources:", 1)[0]


async def test_the_flagship_answer_has_verdict_reason_example_question_and_sources(talk: Talk) -> None:
    reply = (await talk.say(FLAGSHIP)).reply
    assert reply.kind == "answer"
    assert len(body(reply.text).split()) <= 90
    assert {"Does Running Burn Buttocks Fat", "Does Running Make Your Butt Smaller?"} <= {
        citation.source for citation in reply.citations
    }
    assert [figure.subject for figure in reply.figures] == ["example"]
    assert {button.label for button in reply.buttons} >= {"More", "How I got this", "Smaller", "Fuller", "My numbers"}


async def test_no_sentence_is_said_twice_however_often_more_is_tapped(talk: Talk) -> None:
    await talk.say(FLAGSHIP)
    said: list[str] = []
    for _ in range(12):
        reply = (await talk.say("More", "v1:more")).reply
        if not reply.citations and "articles have on it" in reply.text:
            break
        said += [part for part in re.split(r"(?<=[.!?\]]) (?=[A-Z])", body(reply.text)) if len(part) > 30]
    else:
        pytest.fail("the article never ended")
    assert len(said) == len(set(said))
    assert len(said) > 15


async def test_every_citation_quotes_each_sentence_that_leans_on_it(talk: Talk, shelf: ToldShelf) -> None:
    reply = (await talk.say(FLAGSHIP)).reply
    for citation in reply.citations:
        passage = shelf.library.passage(citation.passage_id)
        assert passage is not None
        quoted = re.split(r"(?<=[.!?]) (?=[A-Z])", citation.quote)
        assert quoted[0] in passage.text
        assert all(f"{sentence} [" in reply.text for sentence in quoted)
        marked = re.findall(rf"([^\].!?]+[.!?]) (?:\[\d+\])*\[{citation.n}\]", body(reply.text))
        assert [sentence.strip() for sentence in marked] == quoted


async def test_how_i_got_this_opens_inputs_by_origin_and_the_source(talk: Talk) -> None:
    talk.tell(**ANN)
    await talk.say("how much fat would I lose with 5k four times a week for 3 months?")
    reply = (await talk.tap("How I got this")).reply
    assert "You told me: weight 70 kg" in reply.text
    assert "I assumed:" in reply.text
    assert "10.1016/S0140-6736(11)60812-X" in reply.text


async def test_a_figure_without_a_figure_has_no_receipt(talk: Talk) -> None:
    assert "no figure" in (await talk.say("How I got this", "v1:how")).reply.text


async def test_sources_show_quote_strength_and_doi(talk: Talk) -> None:
    await talk.say(FLAGSHIP)
    reply = (await talk.say("source?")).reply
    assert "evidence" in reply.text
    assert "10." in reply.text
    assert "\nSources:" not in reply.text


async def test_a_projection_asks_whether_it_comes_on_top_and_counts_only_more_if_not(talk: Talk) -> None:
    talk.tell(**ANN)
    first = (await talk.say("how much fat would I lose with 5k four times a week for 3 months?")).reply
    assert "on top of what you run now" in first.text
    await talk.tap("No, it replaces some")
    again = (await talk.say("10k")).reply
    assert "10 km of running a week now" in again.text
    figures = {figure.name: figure for figure in again.figures}
    assert figures["fat_loss_kg"].value < {figure.name: figure for figure in first.figures}["fat_loss_kg"].value


async def test_and_five_times_changes_one_thing_and_keeps_the_rest(talk: Talk) -> None:
    talk.tell(**ANN)
    await talk.say("how much fat would I lose with 5k four times a week for 3 months?")
    reply = (await talk.say("and 5 times?")).reply
    assert "5 runs of 5 km a week" in reply.text
    assert "3 months" in reply.text


async def test_a_told_body_is_confirmed_back_in_its_own_units_and_staged(talk: Talk) -> None:
    turn = await talk.say("I'm 34, 5'6 and 150 lb, female")
    assert turn.reply.kind == "confirm"
    assert "5 ft 6 in, 150 lb" in turn.reply.text
    assert [type(write) for write in turn.staged] == [SaveRunner, LogWeight]


async def test_telling_the_body_after_an_example_gives_the_persons_own_figure(talk: Talk) -> None:
    await talk.say(FLAGSHIP)
    reply = (await talk.say("im 35, female, 166 cm, 70 kg")).reply
    assert [figure.subject for figure in reply.figures] == ["you"]


async def test_a_weight_that_was_asked_for_finishes_the_question(talk: Talk) -> None:
    first = (await talk.say("how many calories does 5k burn")).reply
    assert [figure.subject for figure in first.figures] == ["example"]
    second = (await talk.say("82 kg")).reply
    assert [figure.subject for figure in second.figures] == ["you"]
    assert second.figures[0].inputs["weight_kg"].value == 82


async def test_a_run_is_logged_and_a_correction_takes_its_place(talk: Talk) -> None:
    talk.tell(**ANN)
    first = await talk.say("ran 5.2 km in 31 min")
    assert "5.2 km in 31:00, 5:58/km" in first.reply.text
    assert [type(write) for write in first.staged] == [LogRun]
    await talk.say("actually it was 6k not 5.2")
    assert [run.distance_m for run in talk.memory.runs] == [6000]


async def test_a_reminder_asks_the_zone_once_then_names_the_next_local_times(talk: Talk) -> None:
    first = await talk.say("remind me every day at 7")
    assert first.staged == ()
    assert "city" in first.reply.text
    second = await talk.say("lisbon")
    assert "Every day at 07:00, Lisbon time. Next: Mon 23, Tue 24, Wed 25 Nov." in second.reply.text
    assert [type(write) for write in second.staged] == [SaveRunner, CreateReminder]
    third = await talk.say("remind me on sundays at 10:30")
    assert [type(write) for write in third.staged] == [CreateReminder]


async def test_stop_the_reminders_deletes_them(talk: Talk) -> None:
    talk.tell(time_zone="Europe/Lisbon")
    await talk.say("remind me every day at 7")
    turn = await talk.say("stop the reminders")
    assert [type(write) for write in turn.staged] == [DeleteReminders]
    assert talk.memory.reminders == ()


async def test_the_terminal_promises_no_reminder(coach: Coach) -> None:
    turn = await Talk(coach, "terminal").say("remind me every day at 7")
    assert turn.staged == ()
    assert "once this window closes" in turn.reply.text


async def test_ask_says_what_a_channel_would_store(coach: Coach) -> None:
    turn = await Talk(coach, "ask").say("I weigh 70 kg")
    assert turn.reply.kind == "confirm"
    assert turn.reply.dry_run


async def test_taps_under_a_reminder_ask_snooze_or_let_be(talk: Talk) -> None:
    talk.tell(time_zone="Europe/Lisbon")
    await talk.say("remind me every day at 7")
    reminder_id = talk.memory.reminders[0].reminder_id
    later = await talk.say("Later", f"v1:rem:later:{reminder_id}")
    assert "10:00" in later.reply.text
    assert [type(write) for write in later.staged] == [CreateReminder]
    assert "Mon 23 Nov" in (await talk.say("Not today", f"v1:rem:skip:{reminder_id}")).reply.text
    await talk.say("Done", f"v1:rem:done:{reminder_id}")
    logged = await talk.say("5k in 30 min")
    assert [type(write) for write in logged.staged] == [LogRun]


@pytest.mark.parametrize(
    ("words", "category"),
    [
        ("I have chest pain when I run", "chest_pain"),
        ("i fainted during my run yesterday", "fainting"),
        ("I can't breathe even sitting still", "breathless_at_rest"),
        ("I want to kill myself", "self_harm"),
        ("my calf is hot and swollen", "hot_swollen_calf"),
        ("I'm 22 weeks pregnant, how much fat can I lose", "pregnancy"),
        ("i make myself throw up after eating", "eating_disorder"),
        ("I'm 15 and want to lose 10kg fast", "minor"),
        ("havent had my period in 4 months since i started training", "lost_periods"),
    ],
)
@pytest.mark.parametrize("channel", ["telegram", "terminal", "ask"])
async def test_red_flags_get_fixed_words_and_no_figure_in_every_channel(
    coach: Coach, words: str, category: str, channel: str
) -> None:
    turn = await Talk(coach, channel).say(words)  # type: ignore[arg-type]
    assert turn.reply.kind == "safety"
    assert turn.exchange.reply.figures == ()
    assert not re.search(r"\d\s*(kcal|kg|lb)\b", turn.reply.text)
    assert tier(category) in {"emergency", "urgent", "protected"}


async def test_an_emergency_puts_the_reminders_on_hold_and_names_the_local_number(talk: Talk) -> None:
    talk.tell(time_zone="Europe/London")
    await talk.say("remind me every day at 7")
    turn = await talk.say("chest feels tight and my left arm is weird after my run")
    assert "999" in turn.reply.text
    assert [type(write) for write in turn.staged] == [SaveRunner, ChangeReminder]
    assert talk.memory.reminders[0].next_fire_at is None


async def test_after_an_emergency_no_reminder_is_set_until_a_doctor_has_cleared_them(talk: Talk) -> None:
    talk.tell(time_zone="Europe/London")
    await talk.say("chest feels tight and my left arm is weird after my run")
    held = await talk.say("remind me to run every day at 7")
    assert held.staged == ()
    assert "a doctor has cleared you" in held.reply.text
    cleared = await talk.say("a doctor has cleared me")
    assert "taken the hold off" in cleared.reply.text
    assert [type(write) for write in (await talk.say("remind me every day at 7")).staged] == [CreateReminder]


async def test_somebody_who_said_sixteen_is_not_nineteen_without_being_asked(talk: Talk) -> None:
    await talk.say("I'm 16")
    asked = await talk.say("actually I'm 19")
    assert asked.staged == ()
    assert "you're 19?" in asked.reply.text
    await talk.say("no")
    assert (await talk.say("how many calories does a 5k burn at 55 kg")).reply.figures == ()


async def test_a_confirmed_adult_age_opens_the_numbers(talk: Talk) -> None:
    await talk.say("I'm 16")
    await talk.say("actually I'm 19")
    await talk.say("yes")
    assert talk.memory.runner.age_years == 19
    assert (await talk.say("how many calories does a 5k burn at 55 kg")).reply.figures


async def test_people_under_18_get_no_article_about_losing_weight(talk: Talk) -> None:
    await talk.say("I'm 16")
    reply = (await talk.say(FLAGSHIP)).reply
    assert reply.citations == ()
    assert reply.figures == ()
    assert "growing" in reply.text or "feel strong" in reply.text


async def test_a_typed_label_counts_as_the_tap(talk: Talk) -> None:
    await talk.say(FLAGSHIP)
    assert "How I got about 2 kg" in (await talk.say("how i got this")).reply.text


async def test_a_protected_state_sticks(talk: Talk) -> None:
    talk.tell(**ANN)
    await talk.say("I'm 22 weeks pregnant")
    reply = (await talk.say("how many calories does 5k burn")).reply
    assert reply.figures == ()
    assert "pregnant" in reply.text


async def test_number_free_is_kept_and_obeyed(talk: Talk) -> None:
    talk.tell(**ANN)
    await talk.say("please no numbers")
    assert (await talk.say("how much fat will I lose with 5k 4 times a week")).reply.figures == ()
    assert (await talk.say(FLAGSHIP)).reply.figures == ()
    await talk.say("turn the numbers back on")
    assert (await talk.say("how much fat will I lose with 5k 4 times a week")).reply.figures


@pytest.mark.parametrize("words", ["", "   ", "\x00\u200b\u202e", "?!", "42", "run " * 2500])
async def test_odd_texts_get_a_kind_question_and_nothing_else(talk: Talk, words: str) -> None:
    turn = await talk.say(words)
    assert turn.reply.kind == "clarify"
    assert turn.reply.text
    assert (turn.reply.figures, turn.reply.citations, turn.staged) == ((), (), ())


async def test_weak_finds_are_declined_and_near_ones_named(talk: Talk, shelf: ToldShelf) -> None:
    shelf.zone = "decline"
    declined = (await talk.say("does running fix my posture?")).reply
    assert declined.kind == "decline"
    assert declined.citations == ()
    shelf.zone = "hedge"
    hedged = (await talk.say("does running tone my seat?")).reply
    assert "Does running make your butt smaller?" in hedged.text
    assert hedged.citations
    assert (await talk.tap("More")).reply.citations


async def test_a_refusal_never_comes_twice_in_the_same_words_and_then_offers_a_way_on(
    talk: Talk, shelf: ToldShelf
) -> None:
    shelf.zone = "decline"
    first = (await talk.say("what is the best bitcoin to buy")).reply
    second = (await talk.say("what is the best bitcoin to buy")).reply
    assert first.kind in {"decline", "clarify"}
    assert second.text != first.text
    assert len(second.buttons) >= 3


async def test_an_old_button_says_so(talk: Talk) -> None:
    assert "earlier version" in (await talk.say("X", "v1:dance")).reply.text


async def test_the_goal_is_kept_and_answered_to(talk: Talk) -> None:
    await talk.say(FLAGSHIP)
    turn = await talk.tap("Fuller")
    assert talk.memory.runner.goal == "fuller"
    assert turn.reply.citations
    assert "guess" not in turn.reply.text


async def test_a_follow_up_leans_on_the_article_before(talk: Talk, shelf: ToldShelf) -> None:
    await talk.say(FLAGSHIP)
    shelf.zone = "decline"
    await talk.say("and for men?")
    alone, together = shelf.asked[-2:]
    assert alone == "and for men?"
    assert together.startswith(FLAGSHIP)
    assert together.endswith(alone)
    advice = (await talk.say("what should I do?")).reply
    assert advice.kind == "answer"


async def test_what_is_known_is_told_on_request(talk: Talk) -> None:
    assert "Nothing yet" in (await talk.say("what do you know about me?")).reply.text
    talk.tell(**ANN)
    assert "age 35" in (await talk.say("what do you know about me?")).reply.text


async def test_the_same_turn_run_again_says_the_same(coach: Coach) -> None:
    first, second = await Talk(coach).say(FLAGSHIP), await Talk(coach).say(FLAGSHIP)
    assert first == second
