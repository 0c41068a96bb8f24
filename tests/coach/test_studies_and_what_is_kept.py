"""Questions about a study that is cited, about what is stored, and the units and sums of one's own log."""

from __future__ import annotations

import pytest

from bot.coach.speaking import units_of
from bot.coach.turn import Memory
from bot.evaluation.licences import Heard, LicenceCheck
from bot.nlu.frame import Frame
from bot.runner import Runner
from bot.voice.texts import Texts
from tests.coach.conftest import PROJECT, Talk, articles


def faults(talk: Talk) -> tuple[str, ...]:
    check = LicenceCheck(texts=Texts.load(PROJECT / "prompts" / "en"), library=articles())
    heard = Heard(runner=talk.memory.runner, said=[one.said for one in talk.memory.exchanges])
    return check.faults(talk.turns[-1].reply, heard)


async def test_a_cited_study_is_told_from_the_passages_that_lean_on_it(talk: Talk) -> None:
    reply = (await talk.say("what did Nielsen 2014 actually find? numbers please")).reply
    assert {citation.source for citation in reply.citations} == {"Nielsen 2014"}
    keys = {key for key, work in articles().works.items() if work.label == "Nielsen 2014"}
    for citation in reply.citations:
        passage = articles().passage(citation.passage_id)
        assert passage is not None
        assert any(keys & set(sentence.keys) for sentence in passage.sentences)
    assert faults(talk) == ()


async def test_two_papers_of_one_name_and_year_keep_their_own_marks(talk: Talk) -> None:
    await talk.say("what did Nielsen 2014 find?")
    reply = (await talk.say("the Nielsen 2014 study: hazard ratio?")).reply
    links = [citation.url_or_doi for citation in reply.citations]
    assert len(links) == len(set(links)) >= 2


async def test_a_statistic_the_articles_do_not_give_is_said_to_be_missing(talk: Talk) -> None:
    told = (await talk.say("what did Nielsen 2014 find?")).reply
    reply = (await talk.say("hazard ratio? CI?")).reply
    assert "articles" in reply.text.split("\n")[0]
    assert told.citations
    assert all(str(citation.url_or_doi) in reply.text for citation in told.citations)
    assert faults(talk) == ()


async def test_a_study_we_do_not_hold_is_not_guessed_at(talk: Talk) -> None:
    reply = (await talk.say("what did Smith 2031 find?")).reply
    assert reply.kind == "decline"
    assert reply.citations == ()
    assert faults(talk) == ()


@pytest.mark.parametrize("text", ["is running bad for your knees", "I started in March 2025, did that show results?"])
async def test_a_question_without_a_study_is_searched_for(talk: Talk, text: str) -> None:
    reply = (await talk.say(text)).reply
    assert reply.kind != "decline"


@pytest.mark.parametrize(
    "text",
    [
        "can you store heart rate?",
        "my heart rate was 152 avg, can you store it?",
        "and the HR? you dropped it",
        "do you track my sleep?",
        "can i log calories eaten?",
    ],
)
async def test_what_is_not_stored_is_said_plainly_with_what_is(talk: Talk, text: str) -> None:
    turn = await talk.say(text)
    assert turn.staged == ()
    assert "weigh-ins" in turn.reply.text


async def test_a_run_told_with_a_heart_rate_says_it_is_left_out(talk: Talk) -> None:
    reply = (await talk.say("ran 8.2 km in 47:35, avg hr 152")).reply
    assert "8.2 km" in reply.text
    assert "heart rate" in reply.text


async def test_a_run_told_in_miles_flips_no_total(talk: Talk) -> None:
    await talk.say("ran 8.2 km in 47:35")
    reply = (await talk.say("yesterday 5 miles in 44 min")).reply
    assert "5 miles in 44:00" in reply.text
    # 8.2 km + 5 x 1.609344 km = 16.2 km
    assert "16.2 km" in reply.text
    assert "16.2 km" in (await talk.say("how much did i run this week")).reply.text
    # 16.2467 km / 1.609344 = 10.1 miles
    assert "10.1 miles" in (await talk.say("how many miles this week")).reply.text


def test_units_of_the_profile_win_over_what_is_told() -> None:
    metric = Memory(person_id="ann", runner=Runner(units="metric"))
    assert units_of(metric, "ran 5 miles", Frame(intent="log_run")) == "metric"
    assert units_of(Memory(person_id="ann"), "ran 5 miles", Frame(intent="log_run")) == "imperial"


async def test_the_average_pace_is_all_time_over_all_distance(talk: Talk) -> None:
    await talk.say("ran 5 km in 30:00 yesterday")
    await talk.say("ran 10 km in 55:00")
    reply = (await talk.say("what is my average pace this month")).reply
    # (30 + 55) min over 15 km = 5:40/km
    assert "5:40/km" in reply.text


async def test_the_energy_of_it_is_that_of_the_run_just_told(talk: Talk) -> None:
    talk.tell(weight_kg=78)
    logged = (await talk.say("ran 8 km in 44:00")).reply
    await talk.say("how much did i run this week")
    asked = (await talk.say("how many kcal was it")).reply
    assert asked.figures[0].value == pytest.approx(logged.figures[0].value)
    assumed = (await talk.say("what did you assume")).reply
    assert "I assumed" in assumed.text
