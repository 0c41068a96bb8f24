"""An answer written for just what is asked comes before small talk and noted goals, and never before care."""

from __future__ import annotations

from tests.coach.conftest import Talk, ToldShelf


def finds(shelf: ToldShelf, slug: str, question: str) -> None:
    shelf.slug, shelf.answers = slug, question


async def test_who_is_shouted_at_gets_the_answer_and_no_small_talk(talk: Talk, shelf: ToldShelf) -> None:
    finds(shelf, "feeling-watched", "I got catcalled, how do I go again?")

    reply = (await talk.say("some guys shouted at me from a van")).reply

    assert "the fault is theirs" in reply.text
    assert reply.kind == "answer"


async def test_an_age_is_noted_and_the_question_beside_it_answered(talk: Talk, shelf: ToldShelf) -> None:
    finds(shelf, "check-up-before-running", "I'm 50 and unfit, can I just start?")

    reply = (await talk.say("i am 52 and unfit, may i jog")).reply

    assert "age 52" in reply.text
    assert "[1]" in reply.text


async def test_a_goal_named_in_a_question_is_no_wish_for_advice_on_it(talk: Talk, shelf: ToldShelf) -> None:
    await talk.say("does running make my butt smaller?")
    finds(shelf, "alcohol-and-running", "Which drink is best if I'm trying to lose fat?")

    reply = (await talk.say("wine or beer if i want to slim")).reply

    assert "smaller or weaker" in reply.text
    assert "vegetable" not in reply.text


async def test_the_same_words_again_get_something_else(talk: Talk, shelf: ToldShelf) -> None:
    finds(shelf, "feeling-watched", "I got catcalled, how do I go again?")
    first = (await talk.say("some guys shouted at me from a van")).reply

    assert (await talk.say("some guys shouted at me from a van")).reply.text != first.text


async def test_somebody_who_skips_meals_is_met_on_that_first(talk: Talk, shelf: ToldShelf) -> None:
    talk.tell(flags=frozenset({"minor"}), age_years=15)
    finds(shelf, "feeling-watched", "I got catcalled, how do I go again?")

    assert "Please eat" in (await talk.say("they shouted at me so i skip lunch and dinner now")).reply.text


async def test_the_young_get_the_answer_beside_the_first_word_on_their_age(talk: Talk, shelf: ToldShelf) -> None:
    finds(shelf, "school-track", "Is my time good for my age?")

    reply = (await talk.say("im 16 and on track at school, my 3k pb is 11:50 is that good")).reply

    assert "under 18" in reply.text
    assert "same track a month ago" in reply.text


async def test_the_young_may_train_their_middle(talk: Talk, shelf: ToldShelf) -> None:
    talk.tell(flags=frozenset({"minor"}), age_years=15)
    finds(shelf, "teen-first-runs", "How do I get stronger stomach muscles?")

    assert "planks" in (await talk.say("can i get a six pack by summer")).reply.text


async def test_an_answer_on_effort_asks_for_no_shape(talk: Talk, shelf: ToldShelf) -> None:
    finds(shelf, "when-results-show", "When does running stop feeling horrible?")

    assert "Which way" not in (await talk.say("will this ever get easier for me")).reply.text


async def test_last_at_parkrun_and_an_offer_of_minutes_are_no_runs(talk: Talk) -> None:
    for said in ("i'm always last at parkrun", "i've got two kids and a job, i can maybe do 12 minutes", "pb is 5:05"):
        await talk.say(said)

    assert talk.memory.runs == ()


async def test_thanks_before_a_question_leave_the_question(talk: Talk) -> None:
    reply = (await talk.say("ok thx ill try tomorrow. what exactly do i do")).reply

    assert reply.kind == "answer"


async def test_the_young_who_eat_less_get_no_advice_on_race_meals(talk: Talk, shelf: ToldShelf) -> None:
    talk.tell(flags=frozenset({"minor"}), age_years=13)
    finds(shelf, "school-track", "What do I eat before practice or a race?")

    reply = (await talk.say("can i eat only salad til the school trip")).reply

    assert reply.kind == "safety"
    assert reply.citations == ()


async def test_skinny_legs_called_out_are_no_wish_to_be_slim(talk: Talk) -> None:
    talk.tell(flags=frozenset({"minor"}), age_years=14)

    reply = (await talk.say("some lads at school call me skinny legs")).reply

    assert "slimming" not in reply.text


async def test_putting_it_off_is_no_wish_to_be_fuller(talk: Talk) -> None:
    await talk.say("does running make my butt smaller?")

    assert "fuller" not in (await talk.say("i keep putting it off")).reply.text
    assert "fuller" not in (await talk.say("ok went round the block! 12 mins")).reply.text


async def test_an_outing_told_after_the_offer_of_a_reminder_is_no_time_of_day(talk: Talk, shelf: ToldShelf) -> None:
    shelf.zone = "decline"
    assert "Shall I remind you?" in (await talk.say("hey. tried to get fit so many times. feel useless")).reply.text

    assert "Morning or evening" not in (await talk.say("went out, 20 minutes, jogged maybe three")).reply.text


async def test_the_age_of_a_child_leaves_the_question_told_with_it(talk: Talk, shelf: ToldShelf) -> None:
    finds(shelf, "teen-running-worries", "What helps against nerves before a race?")

    reply = (await talk.say("im 14 and scared of my 1500m race in 3 weeks")).reply

    assert "Nerves mean" in reply.text


async def test_runs_to_be_brought_along_are_no_wish_for_a_file(talk: Talk) -> None:
    reply = (await talk.say("can i import old runs from my spreadsheet?")).reply

    assert "one a line" in reply.text
