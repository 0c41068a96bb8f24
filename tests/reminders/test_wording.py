"""What a reminder says."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.reminders.reminder import WEEKDAYS, Reminder, Schedule
from bot.reminders.wording import reminder_reply
from bot.runner import Runner
from bot.training.run import Run
from bot.voice.texts import Texts

TODAY = date(2026, 11, 24)
REMINDER = Reminder(
    reminder_id="rem-0123456789abcdef",
    person_id="p",
    schedule=Schedule(at=time(6, 30), zone="Europe/Lisbon", days=frozenset(WEEKDAYS)),
    next_fire_at=None,
)


@pytest.fixture(scope="module")
def texts() -> Texts:
    return Texts.load(Path(__file__).parents[2] / "prompts" / "en")


def habit(*kilometres: float) -> tuple[Run, ...]:
    return tuple(
        Run(run_id=f"run{n}", on_date=TODAY - timedelta(days=2 + n), distance_m=1000 * km)
        for n, km in enumerate(kilometres)
    )


@pytest.fixture
def say(texts):
    def reply(**given):
        defaults = {"on_date": TODAY, "late_s": 1.0, "runner": Runner(), "runs": (), "manner": "plain", "texts": texts}
        return reminder_reply(REMINDER, **defaults | given)

    return reply


def test_a_habit_is_spoken_of_in_the_persons_units(say):
    assert "5 km" in say(runs=habit(5, 5, 8)).text
    assert "3.1 miles" in say(runs=habit(5, 5, 8), runner=Runner(units="imperial")).text


def test_a_habit_of_times_is_spoken_of_in_minutes(say):
    runs = tuple(Run(run_id=f"r{n}", on_date=TODAY - timedelta(days=n + 1), duration_s=1500) for n in range(3))
    assert "25 minutes" in say(runs=runs).text


def test_numbers_of_a_habit_are_licensed_by_the_log(say):
    reply = say(runs=habit(5, 5))
    assert [(number.shown, number.licence) for number in reply.numbers] == [("5", "record:runs")]


def test_without_a_habit_it_offers_a_gentle_run(say):
    reply = say()
    assert "20" in reply.text
    assert {number.licence for number in reply.numbers} == {"text:reminders.gentle"}


def test_one_tap_answers_it(say):
    assert [(button.label, button.action) for button in say().buttons] == [
        ("Done", "v1:rem:done:rem-0123456789abcdef:2026-11-24"),
        ("Later", "v1:rem:later:rem-0123456789abcdef:2026-11-24"),
        ("Not today", "v1:rem:skip:rem-0123456789abcdef:2026-11-24"),
    ]


def test_every_button_fits_what_a_channel_takes(say):
    for unanswered in (0, 1, 5):
        assert all(len(button.action.encode()) <= 60 for button in say(unanswered=unanswered).buttons)


def test_after_one_that_went_by_it_offers_ten_minutes_and_blames_nobody(say):
    reply = say(unanswered=1, runs=habit(5, 5))
    assert "10" in reply.text
    assert "5 km" not in reply.text
    assert reply.buttons[0].action.endswith(":short")


def test_after_two_it_is_the_usual_one_again(say):
    assert say(unanswered=2) == say(unanswered=0)


def test_after_five_it_asks_once_whether_it_is_still_wanted(say):
    asked = [count for count in range(12) if "go on" in say(unanswered=count).text]
    assert asked == [5]
    assert [button.label for button in say(unanswered=5).buttons] == [
        "Done",
        "Later",
        "Not today",
        "Keep them",
        "Another time",
        "Pause a week",
    ]


def test_who_said_to_go_on_is_not_asked_again(say, texts):
    kept = replace(REMINDER, unasked=True)
    given = {"on_date": TODAY, "late_s": 1.0, "runner": Runner(), "runs": (), "manner": "plain", "texts": texts}
    assert "go on" not in reminder_reply(kept, unanswered=5, **given).text


@pytest.mark.parametrize("manner", ["plain", "no_numbers"])
def test_their_own_words_are_said_back(texts, manner):
    given = {"on_date": TODAY, "late_s": 1.0, "runner": Runner(), "runs": (), "manner": manner, "texts": texts}
    coffee = reminder_reply(replace(REMINDER, cue="after my coffee"), **given)
    assert '"after my coffee"' in coffee.text
    two = reminder_reply(replace(REMINDER, cue="after two coffees"), **given)
    assert ("two coffees" in two.text) == (manner == "plain")


def test_one_that_nobody_set_says_so(texts):
    given = {"on_date": TODAY, "late_s": 1.0, "runner": Runner(), "runs": (), "manner": "plain", "texts": texts}
    ours = reminder_reply(replace(REMINDER, reminder_id="up-1"), **given)
    assert "10" in ours.text
    assert re.search("nobody|without a reminder|just me|got away", ours.text)


def test_who_has_run_today_is_not_sent_out_again(say):
    reply = say(runs=(Run(run_id="r", on_date=TODAY, distance_m=5000),))
    assert "already" in reply.text
    assert reply.buttons == ()


def test_a_late_reminder_says_so_and_a_punctual_one_does_not(say):
    assert "meant for 06:30" in say(late_s=1800).text
    assert "late" not in say(late_s=599).text


def test_the_same_reminder_of_the_same_day_says_the_same(say):
    assert say() == say()


@pytest.mark.parametrize("every", [1, 2, 3, 7])
def test_no_two_reminders_running_say_the_same_and_pairs_of_lines_vary(say, every):
    texts = [say(on_date=TODAY + timedelta(days=every * n)).text for n in range(25)]
    assert all(before != after for before, after in pairwise(texts))
    assert len(set(texts)) == 25


@pytest.mark.parametrize("goal", ["smaller", "fuller", "fitter", None])
def test_every_wording_gets_its_turn(say, texts, goal):
    said = [say(on_date=TODAY + timedelta(days=n), runner=Runner(goal=goal)).text for n in range(25)]
    for wording in (*texts.wordings("reminders.gentle"), *texts.wordings(f"reminders.why.{goal or 'any'}")):
        assert sum(wording in text for text in said) == 5


@pytest.mark.parametrize("manner", ["no_numbers", "ask_first"])
@pytest.mark.parametrize("goal", ["smaller", "fuller", "fitter", None])
def test_a_protected_person_reads_no_number_and_nothing_about_a_body_goal(say, manner, goal):
    for n in range(40):
        day = TODAY + timedelta(days=n)
        given = {"on_date": day, "unanswered": n % 7, "late_s": 1000.0 * (n % 2)}
        reply = say(manner=manner, runner=Runner(goal=goal), runs=habit(5, 5), **given)
        assert reply.numbers == ()
        assert not re.search(r"\d", reply.text)
        assert not re.search(r"\b(body|weight|fat|glutes?|smaller|fuller|change)\b", reply.text)


def test_with_signs_of_too_little_energy_it_asks(say):
    reply = say(manner="ask_first")
    assert "?" in reply.text
    assert "doctor" in reply.text


def test_reminders_of_two_weeks_read_well(say, snapshot):
    """What Ann, who wants to get fitter and runs about 5 km, and Ben, of whom nothing is known, read."""
    days = [TODAY + timedelta(days=n) for n in range(14)]
    ann = [say(on_date=day, runner=Runner(goal="fitter"), runs=_recent(day)).text for day in days]
    ben = [say(on_date=day).text for day in days]
    assert snapshot == "\n".join(["Ann", *ann, "", "Ben", *ben])


def _recent(day: date) -> tuple[Run, ...]:
    return tuple(Run(run_id=f"r{n}", on_date=day - timedelta(days=n + 1), distance_m=5000) for n in range(3))


def test_no_wording_judges_or_guilts(texts):
    words = r"\b(guilt|lazy|cheat|earn|burn|should|must|failed|skipped|missed|excuse|bad|proud|only|just do)\b"
    for name in texts.names:
        if name.startswith("reminders."):
            for wording in texts.wordings(name):
                assert not re.search(words, wording, re.IGNORECASE), (name, wording)
                assert wording.count("!") == 0
