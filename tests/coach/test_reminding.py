"""Reminders by talking: what is stored, what is said, and what is asked back instead of guessed."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.coach.turn import CreateReminder, DeleteReminders
from bot.runner import Runner, Stay
from tests.coach.conftest import Talk

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("remind me on weekdays at 6:30", ["Mon 23 06:30", "Tue 24 06:30", "Wed 25 06:30"]),
        ("remind me every other day at 7", ["Mon 23 07:00", "Wed 25 07:00", "Fri 27 07:00"]),
        ("remind me every 3 days at 10am", ["Sun 22 10:00", "Wed 25 10:00", "Sat 28 10:00"]),
        ("remind me mon wed fri after work at half five", ["Mon 23 17:30", "Wed 25 17:30", "Fri 27 17:30"]),
        ("remind me every day at 7am and 6pm", ["Sun 22 18:00", "Mon 23 07:00", "Mon 23 18:00"]),
        ("remind me on weekdays at 6:30 and saturdays at 9", ["Mon 23 06:30", "Tue 24 06:30", "Wed 25 06:30"]),
        ("remind me every night at 10", ["Sun 22 22:00", "Mon 23 22:00", "Tue 24 22:00"]),
        ("remind me tomorrow at 7", ["Mon 23 07:00"]),
        ("remind me every day at 3am", ["Mon 23 03:00", "Tue 24 03:00", "Wed 25 03:00"]),
    ],
)
async def test_what_is_said_is_what_rings(ann, words, expected):
    turn = await ann.say(words)
    assert turn.reply.kind == "confirm"
    assert ann.rings(3) == expected


@pytest.mark.parametrize(
    ("words", "choices"),
    [
        ("remind me every day at half past six", ["06:30", "18:30"]),
        ("remind me at half six on weekdays", ["06:30", "18:30"]),
        ("half past six on mondays please, remind me", ["06:30", "18:30"]),
        ("nudge me daily at quarter past 7", ["07:15", "19:15"]),
        ("ping me on weekdays at ten to six", ["05:50", "17:50"]),
        ("remind me at 3 every day", ["03:00", "15:00"]),
    ],
)
async def test_an_hour_that_may_be_morning_or_evening_is_asked(ann, words, choices):
    turn = await ann.say(words)
    assert [button.label for button in turn.reply.buttons] == choices
    assert turn.staged == ()
    answered = await ann.tap(choices[1])
    assert isinstance(answered.staged[0], CreateReminder)
    assert answered.staged[0].reminder.schedule.at.strftime("%H:%M") == choices[1]


async def test_days_are_asked_and_never_guessed(ann):
    asked = await ann.say("remind me at 7")
    assert [button.label for button in asked.reply.buttons] == ["every day", "weekdays", "just once"]
    await ann.tap("weekdays")
    assert ann.rings(2) == ["Mon 23 07:00", "Tue 24 07:00"]


async def test_how_often_a_week_asks_on_which_days(ann):
    asked = await ann.say("remind me 3 times a week at 7")
    await ann.tap(asked.reply.buttons[0].label)
    assert ann.rings(3) == ["Mon 23 07:00", "Wed 25 07:00", "Fri 27 07:00"]


async def test_the_city_is_asked_once_and_every_reminder_of_the_message_is_set(coach):
    talk = Talk(coach)
    asked = await talk.say("remind me on weekdays at 6:30 and saturdays at 9")
    assert asked.reply.text.count("city") == 1
    await talk.say("Lisbon")
    assert len(talk.memory.reminders) == 2
    later = await talk.say("remind me on sundays at 11")
    assert "city" not in later.reply.text
    assert len(talk.memory.reminders) == 3


async def test_one_that_is_there_is_not_set_twice(ann):
    await ann.say("remind me every day at 7")
    again = await ann.say("remind me every day at 7")
    assert again.staged == ()
    assert "already" in again.reply.text


async def test_changing_one_day_leaves_the_others(ann):
    await ann.say("remind me mon wed fri at 6:30")
    turn = await ann.say("change wed to 8")
    assert ann.rings(4) == ["Mon 23 06:30", "Wed 25 08:00", "Fri 27 06:30", "Mon 30 06:30"]
    assert "The other days stay" in turn.reply.text
    await ann.say("make it 7 instead")
    assert ann.rings(3) == ["Mon 23 06:30", "Wed 25 07:00", "Fri 27 06:30"]


async def test_taking_a_day_out_names_what_stays(ann):
    await ann.say("remind me on weekdays at 7")
    turn = await ann.say("no monday, the others stay")
    assert ann.rings(3) == ["Tue 24 07:00", "Wed 25 07:00", "Thu 26 07:00"]
    assert "Tue, Wed, Thu, Fri at 07:00" in turn.reply.text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("an hour later tomorrow only", ["Mon 23 08:00", "Tue 24 07:00", "Wed 25 07:00"]),
        ("tomorrow at 9 instead", ["Mon 23 09:00", "Tue 24 07:00", "Wed 25 07:00"]),
        ("next week only make it 8", ["Mon 23 08:00", "Tue 24 08:00", "Wed 25 08:00"]),
        ("skip tomorrow", ["Tue 24 07:00", "Wed 25 07:00", "Thu 26 07:00"]),
        ("skip the next one", ["Tue 24 07:00", "Wed 25 07:00", "Thu 26 07:00"]),
        ("skip tuesday", ["Mon 23 07:00", "Wed 25 07:00", "Thu 26 07:00"]),
        ("no reminders next week", ["Mon 30 07:00", "Tue 01 07:00", "Wed 02 07:00"]),
        ("pause until wednesday", ["Wed 25 07:00", "Thu 26 07:00", "Fri 27 07:00"]),
        ("pause for two weeks", ["Mon 07 07:00", "Tue 08 07:00", "Wed 09 07:00"]),
        ("pause while I'm ill", []),
        ("cancel tomorrow's reminder", ["Tue 24 07:00", "Wed 25 07:00", "Thu 26 07:00"]),
        ("cancel tuesday", ["Mon 23 07:00", "Wed 25 07:00", "Thu 26 07:00"]),
        ("not this monday", ["Tue 24 07:00", "Wed 25 07:00", "Thu 26 07:00"]),
        ("I'm on holiday from tuesday to thursday", ["Mon 23 07:00", "Fri 27 07:00", "Mon 30 07:00"]),
        ("pause from tuesday until thursday", ["Mon 23 07:00", "Thu 26 07:00", "Fri 27 07:00"]),
        ("until wednesday no reminders please", ["Wed 25 07:00", "Thu 26 07:00", "Fri 27 07:00"]),
        ("tomorrow skip", ["Tue 24 07:00", "Wed 25 07:00", "Thu 26 07:00"]),
        ("move tomorrow's to 19:00", ["Mon 23 19:00", "Tue 24 07:00", "Wed 25 07:00"]),
        ("make it every other day", ["Mon 23 07:00", "Wed 25 07:00", "Fri 27 07:00"]),
        ("make it half an hour earlier", ["Mon 23 06:30", "Tue 24 06:30", "Wed 25 06:30"]),
        ("move them to 18:30", ["Sun 22 18:30", "Mon 23 18:30", "Tue 24 18:30"]),
        ("cancel everything", []),
        ("stop the reminders", []),
    ],
)
async def test_a_daily_reminder_does_what_it_is_told(ann, words, expected):
    await ann.say("remind me on weekdays at 7")
    if words in {"move them to 18:30"}:
        await ann.say("and on weekends too")
        await ann.say("delete the weekend one")
        expected = ["Mon 23 18:30", "Tue 24 18:30", "Wed 25 18:30"]
    turn = await ann.say(words)
    assert turn.reply.kind == "confirm"
    assert ann.rings(3) == expected


async def test_a_change_of_next_week_ends_with_it(ann):
    await ann.say("remind me on mondays at 7")
    await ann.say("next week only make it 8")
    assert ann.rings(2) == ["Mon 23 08:00", "Mon 30 07:00"]


async def test_turning_back_on_rings_again(ann):
    await ann.say("remind me on weekdays at 7")
    await ann.say("pause while I'm ill")
    turn = await ann.say("turn them back on")
    assert ann.rings(1) == ["Mon 23 07:00"]
    assert turn.reply.text.startswith("Back on.")


async def test_with_several_it_asks_which_and_carries_the_request_out(ann):
    await ann.say("remind me on weekdays at 6:30 and saturdays at 9")
    asked = await ann.say("change to 8")
    assert [button.label for button in asked.reply.buttons] == ["Weekdays 06:30", "Sat 09:00", "All of them"]
    assert asked.staged == ()
    await ann.tap("Sat 09:00")
    assert "Sat 28 08:00" in ann.rings(9)
    assert "Mon 23 06:30" in ann.rings(9)


async def test_all_of_them_can_be_changed_at_once(ann):
    await ann.say("remind me 7am mon, 8am tue and 9am wed")
    await ann.say("change to 10")
    await ann.tap("All of them")
    assert ann.rings(3) == ["Mon 23 10:00", "Tue 24 10:00", "Wed 25 10:00"]
    await ann.say("change tuesday and wednesday to 11")
    assert ann.rings(3) == ["Mon 23 10:00", "Tue 24 11:00", "Wed 25 11:00"]


async def test_a_day_more_is_added_and_a_later_start_is_kept(ann):
    await ann.say("remind me every weekday at 6:30 except wednesday")
    await ann.say("actually include wednesday")
    assert ann.rings(3) == ["Mon 23 06:30", "Tue 24 06:30", "Wed 25 06:30"]
    await ann.say("cancel everything")
    await ann.say("remind me on mondays at 7 starting december 7")
    await ann.say("remind me every other day at 8pm starting tomorrow")
    assert ann.rings(2) == ["Mon 23 20:00", "Wed 25 20:00"]
    assert "Mon 07 07:00" in ann.rings(12)


async def test_a_day_taken_out_comes_back(ann):
    await ann.say("remind me monday and thursday at 6")
    await ann.say("remove thursday")
    assert ann.rings(2) == ["Mon 23 06:00", "Mon 30 06:00"]
    await ann.say("actually put thursday back")
    assert ann.rings(2) == ["Mon 23 06:00", "Thu 26 06:00"]


async def test_a_bare_snooze_is_an_hour_and_no_pause(ann):
    await ann.say("remind me on weekdays at 7")
    await ann.say("snooze")
    assert ann.rings(2) == ["Sun 22 10:00", "Mon 23 07:00"]


async def test_turning_it_off_is_understood_after_a_word_in_between(ann):
    await ann.say("remind me on weekdays at 7")
    await ann.say("thanks")
    await ann.say("turn it off")
    assert ann.rings() == []


async def test_two_dates_in_one_breath_are_two_reminders(ann):
    await ann.say("set a reminder for 6pm today and tomorrow")
    assert ann.rings() == ["Sun 22 18:00", "Mon 23 18:00"]


@pytest.mark.parametrize("words", ["the morning one", "the 7am one", "7", "the second one"])
async def test_which_one_can_be_said_in_words(ann, words):
    await ann.say("remind me every day at 7am and 6pm")
    assert (await ann.say("delete the reminder")).staged == ()
    turn = await ann.say(words)
    assert [type(write) for write in turn.staged] == [DeleteReminders]
    assert ann.rings(2) == ["Sun 22 18:00", "Mon 23 18:00"]


async def test_a_tap_on_an_old_question_does_nothing(ann):
    await ann.say("remind me every day at 7am and 6pm")
    asked = await ann.say("delete the reminder")
    await ann.say("thanks")
    late = await ann.say("", asked.reply.buttons[0].action)
    assert late.staged == ()
    assert late.reply.kind == "clarify"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("remind me every day at 25:00", "25:00"),
        ("remind me every day at 13pm", "13pm"),
        ("remind me every day at 7:75", "7:75"),
        ("remind me on the 31st of february at 7", "31st of february"),
        ("remind me at 7 on the 29th of february", "29th of february"),
        ("remind me on the 32nd at 8", "32nd"),
    ],
)
async def test_times_and_dates_that_do_not_exist_are_asked_back_in_so_many_words(ann, words, said):
    turn = await ann.say(words)
    assert turn.staged == ()
    assert turn.reply.kind == "clarify"
    assert said in turn.reply.text
    assert "?" in turn.reply.text


async def test_minutes_before_need_the_time_of_the_run(ann):
    asked = await ann.say("remind me 30 minutes before my run on weekdays")
    assert "run" in asked.reply.text
    await ann.say("7")
    assert ann.rings(1) == ["Mon 23 06:30"]


async def test_a_week_elsewhere_rings_on_the_clock_there_and_then_at_home(ann):
    await ann.say("remind me every day at 7")
    turn = await ann.say("I'm in New York until Tuesday")
    assert ann.rings(3) == ["Sun 22 12:00", "Mon 23 12:00", "Tue 24 12:00"]
    assert "then Lisbon time again" in turn.reply.text
    assert ann.rings(4)[3] == "Wed 25 07:00"
    assert ann.memory.runner.stay == Stay(zone="America/New_York", first=date(2026, 11, 22), last=date(2026, 11, 24))
    await ann.say("I'm back home")
    assert ann.rings(1) == ["Mon 23 07:00"]
    assert ann.memory.runner.stay is None


async def test_moving_for_good_moves_every_reminder(ann):
    await ann.say("remind me every day at 7")
    await ann.say("I moved to Berlin")
    assert ann.rings(1) == ["Mon 23 06:00"]


async def test_the_cue_is_asked_once_and_kept_in_their_words(ann):
    asked = await ann.say("remind me on weekdays at 7")
    assert asked.exchange.pending == "cue"
    kept = await ann.say("after my coffee")
    assert '"after my coffee"' in kept.reply.text
    assert ann.memory.reminders[0].cue == "after my coffee"
    assert (await ann.say("remind me on sundays at 9")).exchange.pending is None


@pytest.mark.parametrize("words", ["no", "nothing really", "skip"])
async def test_nobody_has_to_name_a_cue(ann, words):
    await ann.say("remind me on weekdays at 7")
    turn = await ann.say(words)
    assert turn.staged == ()
    assert "rings without" in turn.reply.text


async def test_another_request_is_not_taken_for_the_cue(ann):
    await ann.say("remind me on weekdays at 7")
    await ann.say("make it 8")
    assert ann.rings(1) == ["Mon 23 08:00"]
    assert ann.memory.reminders[0].cue is None


async def test_a_late_message_counts_from_its_own_time(ann):
    """Written at 06:50, handled when the bot is back: the reminder for 07:00 of that day is still wanted."""
    ann.at = datetime(2026, 11, 23, 6, 50, tzinfo=UTC)
    turn = await ann.say("remind me in 20 minutes")
    assert isinstance(turn.staged[0], CreateReminder)
    assert turn.staged[0].reminder.next_fire_at == ann.at + timedelta(minutes=20)


async def test_a_talk_about_reminders_reads_well(ann, snapshot):
    """Everything somebody does with reminders in a few months, in one breath."""
    said = [
        "remind me on weekdays at 6:30 and saturdays at 9",
        "after my coffee",
        "change wed to 8",
        "an hour later tomorrow only",
        "skip friday",
        "when do you remind me?",
        "change to 8",
        "the saturday one",
        "pause for two weeks",
        "resume",
        "I'm in Tokyo until Friday",
        "I'm back home",
        "snooze 20 minutes",
        "remind me every other day at half past five",
        "evening",
        "did you remind me this morning?",
        "delete the saturday one",
        "stop the reminders",
        "when do you remind me?",
    ]
    lines = []
    for words in said:
        turn = await ann.say(words)
        buttons = " ".join(f"[{button.label}]" for button in turn.reply.buttons)
        lines += [f"> {words}", turn.reply.text + (f"\n{buttons}" if buttons else ""), ""]
    assert snapshot == "\n".join(lines)


async def test_a_terminal_says_at_once_that_it_cannot_ring(coach):
    talk = Talk(coach, "terminal", Runner(time_zone="Europe/Lisbon"))
    turn = await talk.say("remind me at half past six")
    assert turn.reply.buttons == ()
    assert "can't remind you from here" in turn.reply.text
